use chrono::{DateTime, NaiveDate, Utc};

use super::{
    Estimate, Fees, Grant, LIST_PRICES, Rhythm, SUPPORTS, TERMS, estimate, terms_at, terms_by_id, terms_for,
};
use crate::lead::{Product, Support};
use crate::money::{Currency, Money};
use crate::policy::Language;
use crate::referral::{Plan, Source};

fn usd(minor: i64) -> Money {
    Money { minor, currency: Currency::USD }
}

fn moment(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn chosen(source: &Source, support: Support, at: &str) -> &'static str {
    terms_for(source, support, moment(at)).unwrap().id
}

#[test]
fn every_version_has_a_name_of_its_own_and_words_in_every_language() {
    for (place, terms) in TERMS.iter().enumerate() {
        assert!(TERMS[place + 1..].iter().all(|other| other.id != terms.id), "{}", terms.id);
        assert!(terms.until().is_none_or(|until| until > terms.since), "{}", terms.id);
        for language in Language::ALL {
            assert!(!terms.words.text(language).is_empty());
        }
    }
}

#[test]
fn there_are_terms_for_every_lead_of_any_day() {
    for product in Product::ALL {
        for support in SUPPORTS {
            for at in ["2001-01-01T00:00:00Z", "2024-05-05T00:00:00Z", "2026-05-12T09:30:00Z"] {
                assert_eq!(terms_at(product, support, moment(at)).product(), Some(product));
            }
        }
    }
}

#[test]
fn the_day_of_the_referral_chooses_the_terms() {
    for support in SUPPORTS {
        assert_eq!(chosen(&Source::PlusLead, support, "2023-02-22T23:59:59Z"), "plus-2018-01");
        assert_eq!(chosen(&Source::PlusLead, support, "2023-02-23T00:00:00Z"), "plus-2023-02");
        assert_eq!(chosen(&Source::PlusLead, support, "2025-06-30T23:59:59Z"), "plus-2023-02");
        assert_eq!(chosen(&Source::PlusLead, support, "2025-07-01T00:00:00Z"), "plus-2025-07");
        assert_eq!(chosen(&Source::StoreCreated, support, "2025-06-30T23:59:59Z"), "store-2018-01");
        assert_eq!(chosen(&Source::StoreCreated, support, "2025-07-01T00:00:00Z"), "store-2025-07");
    }
}

#[test]
fn so_does_sales_support() {
    let after = "2025-07-01T00:00:00Z";
    assert_eq!(chosen(&Source::PosLead, Support::Requested, after), "pos-assisted-2025-07");
    assert_eq!(chosen(&Source::PosLead, Support::None, after), "pos-2018-01");
    assert_eq!(chosen(&Source::PosLead, Support::Requested, "2025-06-30T23:59:59Z"), "pos-2018-01");
}

#[test]
fn terms_end_where_the_next_ones_begin_for_everybody() {
    let until = |id: &str| terms_by_id(id).unwrap().until();
    assert_eq!(until("plus-2018-01"), NaiveDate::from_ymd_opt(2023, 2, 23));
    assert_eq!(until("plus-2023-02"), NaiveDate::from_ymd_opt(2025, 7, 1));
    assert_eq!(until("plus-2025-07"), None);
    // Leads without sales support are still filed under these.
    assert_eq!(until("pos-2018-01"), None);
}

#[test]
fn a_share_is_of_what_the_terms_name() {
    let fees = Fees { base: usd(230_000), billed: usd(180_000) };
    let earned = |id: &str, plan| terms_by_id(id).unwrap().earned(fees, plan).unwrap();
    assert_eq!(earned("plus-2018-01", Plan::Plus), Some(usd(23_000)));
    assert_eq!(earned("plus-2023-02", Plan::Plus), Some(usd(46_000)));
    assert_eq!(earned("plus-2025-07", Plan::Plus), Some(usd(36_000)));
    assert_eq!(earned("pos-2018-01", Plan::PosPro), None);
    assert_eq!(earned("store-2025-07", Plan::PosPro), None);
}

#[test]
fn shares_are_rounded_half_away_from_zero_so_a_refund_undoes_exactly() {
    let terms = terms_by_id("plus-2018-01").unwrap();
    let of = |minor| {
        let fees = Fees { base: usd(minor), billed: usd(0) };
        terms.earned(fees, Plan::Plus).unwrap().unwrap().minor
    };
    assert_eq!([of(4), of(5), of(14), of(15), of(0)], [0, 1, 1, 2, 0]);
    for minor in [1, 5, 15, 999, 39_900, i64::MAX] {
        assert_eq!(of(-minor), -of(minor));
    }
    assert_eq!(of(i64::MIN), i64::MIN / 10 - 1);
}

#[test]
fn an_estimate_is_what_the_ledger_says_once_the_list_price_is_paid() {
    for terms in TERMS {
        for price in LIST_PRICES {
            let fees = Fees { base: price.monthly, billed: price.monthly };
            let said = estimate(terms, price.plan);
            let booked = terms.earned(fees, price.plan).unwrap();
            match terms.grant {
                Grant::Share { .. } => {
                    assert_eq!(said.map(|estimate| estimate.amount), booked);
                    assert!(said.is_none_or(|estimate| estimate.rhythm == Rhythm::Monthly));
                }
                Grant::Bonus(amount) => assert_eq!(said, Some(Estimate { amount, rhythm: Rhythm::Once })),
            }
        }
    }
}

#[test]
fn the_line_says_which_terms_and_why() {
    let why = |id: &str, at: &str, language| terms_by_id(id).unwrap().why(moment(at), language);
    assert_eq!(
        why("plus-2023-02", "2024-03-01T08:00:00Z", Language::En),
        "Referred on 1 March 2024. The terms plus-2023-02 hold for referrals from 23 February 2023 to 30 June 2025."
    );
    assert_eq!(
        why("plus-2025-07", "2026-03-01T08:00:00Z", Language::Sv),
        "Hänvisad 1 mars 2026. Villkoren plus-2025-07 gäller för hänvisningar sedan 1 juli 2025."
    );
    assert_eq!(
        why("pos-2018-01", "2024-03-01T08:00:00Z", Language::En),
        "Referred on 1 March 2024. The terms pos-2018-01 hold for referrals since 1 January 2018."
    );
    assert_eq!(
        why("pos-2018-01", "2026-03-01T08:00:00Z", Language::En),
        "Referred on 1 March 2026. The terms pos-2018-01 hold for referrals since 1 January 2018. \
         It was filed without sales support; leads with it have terms of their own."
    );
    assert_eq!(
        why("pos-assisted-2025-07", "2026-03-01T08:00:00Z", Language::Vi),
        "Được giới thiệu ngày 1 tháng 3, 2026. Điều khoản pos-assisted-2025-07 áp dụng cho các lượt giới thiệu \
         từ ngày 1 tháng 7, 2025. Khách hàng tiềm năng được gửi kèm hỗ trợ bán hàng, như trường hợp này, \
         có điều khoản riêng."
    );
}
