//! Every version of the terms. What stands here once stays: leads and referral records name it.

use chrono::NaiveDate;

use super::super::words::words;
use super::{FeeBase, Grant, Terms};
use crate::lead::Support;
use crate::money::{Currency, Money};
use crate::referral::Source;

const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
}

const fn share(percent: u16, of: FeeBase) -> Grant {
    Grant::Share { basis_points: percent * 100, of }
}

const fn bonus(dollars: i64) -> Grant {
    Grant::Bonus(Money { minor: dollars * 100, currency: Currency::USD })
}

/// Every version, oldest first within a source.
pub static TERMS: &[Terms] = &[
    Terms {
        id: "plus-2018-01",
        source: Source::PlusLead,
        support: None,
        since: day(2018, 1, 1),
        grant: share(10, FeeBase::Base),
        words: words(
            "10 % of the merchant’s monthly base platform fee.",
            "10 % av handlarens månatliga grundavgift för plattformen.",
            "10 % phí nền tảng cơ bản hằng tháng của thương nhân.",
        ),
    },
    Terms {
        id: "plus-2023-02",
        source: Source::PlusLead,
        support: None,
        since: day(2023, 2, 23),
        grant: share(20, FeeBase::Base),
        words: words(
            "20 % of the merchant’s monthly base platform fee on the billing store, for each net-new referral that ends in a fully executed agreement.",
            "20 % av handlarens månatliga grundavgift för plattformen på den fakturerade butiken, för varje helt ny hänvisning som leder till ett fullt undertecknat avtal.",
            "20 % phí nền tảng cơ bản hằng tháng trên cửa hàng thanh toán, cho mỗi lượt giới thiệu hoàn toàn mới có hợp đồng được ký kết đầy đủ.",
        ),
    },
    Terms {
        id: "plus-2025-07",
        source: Source::PlusLead,
        support: None,
        since: day(2025, 7, 1),
        grant: share(20, FeeBase::Billed),
        words: words(
            "20 % of the billed platform fees, for each net-new or self-upgraded merchant.",
            "20 % av de fakturerade plattformsavgifterna, för varje helt ny handlare eller handlare som själv uppgraderat.",
            "20 % phí nền tảng được lập hóa đơn, cho mỗi thương nhân hoàn toàn mới hoặc tự nâng cấp.",
        ),
    },
    Terms {
        id: "pos-2018-01",
        source: Source::PosLead,
        support: None,
        since: day(2018, 1, 1),
        grant: bonus(500),
        words: words(
            "A one-time bonus of USD 500 for each referred merchant who meets the POS referral terms.",
            "En engångspremie på 500 USD för varje hänvisad handlare som uppfyller hänvisningsvillkoren för kassasystem.",
            "Một khoản thưởng một lần trị giá 500 USD cho mỗi thương nhân được giới thiệu đáp ứng điều khoản giới thiệu POS.",
        ),
    },
    Terms {
        id: "pos-assisted-2025-07",
        source: Source::PosLead,
        support: Some(Support::Requested),
        since: day(2025, 7, 1),
        grant: bonus(250),
        words: words(
            "A one-time bonus of USD 250 once our sales team has closed the sale with the merchant.",
            "En engångspremie på 250 USD när vårt försäljningsteam har stängt försäljningen med handlaren.",
            "Một khoản thưởng một lần trị giá 250 USD khi đội ngũ bán hàng của chúng tôi đã chốt giao dịch với thương nhân.",
        ),
    },
    Terms {
        id: "store-2018-01",
        source: Source::StoreCreated,
        support: None,
        since: day(2018, 1, 1),
        grant: share(20, FeeBase::Base),
        words: words(
            "20 % of the base platform fee of each store that you made and handed over, for each month that the merchant pays for.",
            "20 % av grundavgiften för plattformen för varje butik som ni skapat och lämnat över, för varje månad som handlaren betalar.",
            "20 % phí nền tảng cơ bản của mỗi cửa hàng bạn đã tạo và bàn giao, cho mỗi tháng thương nhân trả phí.",
        ),
    },
    Terms {
        id: "store-2025-07",
        source: Source::StoreCreated,
        support: None,
        since: day(2025, 7, 1),
        grant: share(20, FeeBase::Billed),
        words: words(
            "20 % of the billed platform fees of each store that you made and handed over, for each month that the merchant pays for.",
            "20 % av de fakturerade plattformsavgifterna för varje butik som ni skapat och lämnat över, för varje månad som handlaren betalar.",
            "20 % phí nền tảng được lập hóa đơn của mỗi cửa hàng bạn đã tạo và bàn giao, cho mỗi tháng thương nhân trả phí.",
        ),
    },
    Terms {
        id: "affiliate-2018-01",
        source: Source::Affiliate,
        support: None,
        since: day(2018, 1, 1),
        grant: share(20, FeeBase::Base),
        words: words(
            "20 % of the base platform fee of each merchant who joined through your link, for each month that they pay for.",
            "20 % av grundavgiften för plattformen för varje handlare som anslutit sig via er länk, för varje månad som handlaren betalar.",
            "20 % phí nền tảng cơ bản của mỗi thương nhân tham gia qua liên kết của bạn, cho mỗi tháng họ trả phí.",
        ),
    },
    Terms {
        id: "affiliate-2025-07",
        source: Source::Affiliate,
        support: None,
        since: day(2025, 7, 1),
        grant: share(20, FeeBase::Billed),
        words: words(
            "20 % of the billed platform fees of each merchant who joined through your link, for each month that they pay for.",
            "20 % av de fakturerade plattformsavgifterna för varje handlare som anslutit sig via er länk, för varje månad som handlaren betalar.",
            "20 % phí nền tảng được lập hóa đơn của mỗi thương nhân tham gia qua liên kết của bạn, cho mỗi tháng họ trả phí.",
        ),
    },
];
