//! The referral terms, by version. A lead keeps the version it was filed under.

use chrono::{DateTime, NaiveDate, Utc};

use super::words::{Words, words};
use crate::lead::{Product, Support};

/// One version of the terms of one product.
#[derive(Debug)]
pub struct Terms {
    /// Its name, for good: `plus-2025-07`.
    pub id: &'static str,
    /// For which product.
    pub product: Product,
    /// Only for leads with, or only for those without sales support; `None` means for both.
    pub support: Option<Support>,
    /// The first day it is in force, UTC.
    pub since: NaiveDate,
    /// What it grants, in a sentence.
    pub words: Words,
}

const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
}

/// Every version, oldest first within a product.
pub static TERMS: &[Terms] = &[
    Terms {
        id: "plus-2018-01",
        product: Product::Plus,
        support: None,
        since: day(2018, 1, 1),
        words: words(
            "10 % of the merchant’s monthly base platform fee.",
            "10 % av handlarens månatliga grundavgift för plattformen.",
            "10 % phí nền tảng cơ bản hằng tháng của thương nhân.",
        ),
    },
    Terms {
        id: "plus-2023-02",
        product: Product::Plus,
        support: None,
        since: day(2023, 2, 23),
        words: words(
            "20 % of the merchant’s monthly base platform fee on the billing store, for each net-new referral that ends in a fully executed agreement.",
            "20 % av handlarens månatliga grundavgift för plattformen på den fakturerade butiken, för varje helt ny hänvisning som leder till ett fullt undertecknat avtal.",
            "20 % phí nền tảng cơ bản hằng tháng trên cửa hàng thanh toán, cho mỗi lượt giới thiệu hoàn toàn mới có hợp đồng được ký kết đầy đủ.",
        ),
    },
    Terms {
        id: "plus-2025-07",
        product: Product::Plus,
        support: None,
        since: day(2025, 7, 1),
        words: words(
            "20 % of the billed platform fees, for each net-new or self-upgraded merchant.",
            "20 % av de fakturerade plattformsavgifterna, för varje helt ny handlare eller handlare som själv uppgraderat.",
            "20 % phí nền tảng được lập hóa đơn, cho mỗi thương nhân hoàn toàn mới hoặc tự nâng cấp.",
        ),
    },
    Terms {
        id: "pos-2018-01",
        product: Product::Pos,
        support: None,
        since: day(2018, 1, 1),
        words: words(
            "A one-time bonus for each referred merchant who meets the POS referral terms.",
            "En engångspremie för varje hänvisad handlare som uppfyller hänvisningsvillkoren för kassasystem.",
            "Một khoản thưởng một lần cho mỗi thương nhân được giới thiệu đáp ứng điều khoản giới thiệu POS.",
        ),
    },
    Terms {
        id: "pos-assisted-2025-07",
        product: Product::Pos,
        support: Some(Support::Requested),
        since: day(2025, 7, 1),
        words: words(
            "A one-time bonus once our sales team has closed the sale with the merchant.",
            "En engångspremie när vårt försäljningsteam har stängt försäljningen med handlaren.",
            "Một khoản thưởng một lần khi đội ngũ bán hàng của chúng tôi đã chốt giao dịch với thương nhân.",
        ),
    },
];

/// The terms in force for a lead that is filed now: the newest that fits.
#[must_use]
pub fn terms_at(product: Product, support: Support, now: DateTime<Utc>) -> &'static Terms {
    let today = now.date_naive();
    let fits =
        |terms: &&Terms| terms.product == product && terms.support.is_none_or(|wanted| wanted == support);
    let newest =
        TERMS.iter().filter(fits).filter(|terms| terms.since <= today).max_by_key(|terms| terms.since);
    // Nothing is older than the first version; a clock before it gets that one.
    newest.or_else(|| TERMS.iter().find(fits)).unwrap_or(&TERMS[0])
}

/// The terms with this name.
#[must_use]
pub fn terms_by_id(id: &str) -> Option<&'static Terms> {
    TERMS.iter().find(|terms| terms.id == id)
}
