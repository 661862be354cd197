use guildhall_domain::payout::listing::PeriodColumn;

use crate::features::list::{Orders, Scale, Wording};
use crate::i18n::texts;

pub(super) const WORDING: Wording<PeriodColumn> = Wording {
    orders: Orders {
        columns: &PeriodColumn::ALL,
        code: PeriodColumn::code,
        name: |column| match column {
            PeriodColumn::Period => texts::earnings::period(),
        },
        scale: |column| match column {
            PeriodColumn::Period => Scale::Time,
        },
    },
    caption: texts::own_payouts::caption,
    loading: texts::own_payouts::loading,
    failed: texts::own_payouts::failed,
    // Payouts are few, and neither searched nor filtered.
    search: texts::own_payouts::payouts,
    search_in: texts::own_payouts::payouts,
    no_match: texts::own_payouts::none_title,
    no_match_for: |_| texts::own_payouts::none_title().to_owned(),
    no_match_text: texts::own_payouts::none_text,
    pages: texts::own_payouts::pages,
};
