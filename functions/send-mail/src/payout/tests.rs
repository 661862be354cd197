//! The mails about payouts, as owners get them.

use guildhall_domain::money::{Currency, Money};
use guildhall_domain::notice::Contact;
use guildhall_domain::payout::{AccountNumber, PayoutDetails};
use guildhall_domain::personal::Personal;
use rstest::rstest;

use super::*;
use crate::snapshot::{written, written_as_text};

const MINOR: i64 = 987_654;

fn payout(settlement: Settlement) -> Payout {
    Payout {
        org: "norrsken".parse().unwrap(),
        name: "Norrsken <Commerce> & Söner AB".to_owned(),
        period: "2026-02-2".parse().unwrap(),
        amount: Money { minor: MINOR, currency: Currency::USD },
        settlement,
        at: "2026-03-06T09:00:00Z".parse().unwrap(),
    }
}

fn paid() -> Settlement {
    let account = AccountNumber::read("SE45 5000 0000 0583 9825 7466").unwrap();
    Settlement::Paid {
        to: PayoutDetails { payee: "Norrsken".into(), country: "SE".parse().unwrap(), account },
    }
}

fn owner(id: &str, language: Language) -> Owner {
    let contact = Contact { email: Personal::new(format!("{id}@norrsken.example")), language };
    Owner { id: id.parse().unwrap(), contact }
}

fn site() -> Site {
    Site::new("https://guildhall.example")
}

#[rstest]
fn an_owner_reads_what_a_run_did_and_what_comes_of_it(
    #[values(Language::En, Language::Sv, Language::Vi)] language: Language,
) {
    let owner = owner("elin", language);
    let mail_of = |settlement| mail(&payout(settlement), &owner, &site()).unwrap();
    insta::assert_snapshot!(format!("paid-{}", language.tag()), written(&mail_of(paid())));
    for reason in HeldReason::ALL {
        let mail = mail_of(Settlement::Held { reason });
        insta::assert_snapshot!(format!("{}-{}", reason.code(), language.tag()), written_as_text(&mail));
    }
}

#[test]
fn no_mail_names_an_amount_or_an_account() {
    let held = HeldReason::ALL.map(|reason| Settlement::Held { reason });
    for settlement in held.into_iter().chain([paid()]) {
        let mail = mail(&payout(settlement), &owner("elin", Language::En), &site()).unwrap();
        let all = written(&mail);
        for hidden in ["9876", "9,876", "7466", "SE45"] {
            assert!(!all.contains(hidden), "{hidden} in {all}");
        }
    }
}

#[test]
fn each_owner_gets_a_mail_of_their_own_for_each_account() {
    let (one, other) = (owner("elin", Language::En), owner("oskar", Language::Sv));
    let mut second = payout(paid());
    second.amount.currency = "EUR".parse().unwrap();
    let ids = [(&one, payout(paid())), (&other, payout(paid())), (&one, second)]
        .map(|(owner, payout)| mail(&payout, owner, &site()).unwrap().id());
    assert!(ids[0] != ids[1] && ids[0] != ids[2]);
    assert_eq!(ids[0], mail(&payout(paid()), &one, &site()).unwrap().id(), "told again it is the same");
}
