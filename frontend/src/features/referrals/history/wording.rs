//! The words of the history, and the orders that it can be sorted by.

use guildhall_domain::referral::listing::ReferralColumn;

use crate::features::list::{Orders, Scale, Wording};
use crate::i18n::texts;

pub(super) const WORDING: Wording<ReferralColumn> = Wording {
    orders: Orders { columns: &ReferralColumn::ALL, code: ReferralColumn::code, name, scale },
    caption: texts::referrals::caption,
    loading: texts::referrals::loading,
    failed: texts::referrals::failed,
    search: texts::referrals::search,
    search_in: texts::referrals::search_in,
    no_match: texts::referrals::no_match,
    no_match_for: texts::referrals::no_match_for,
    no_match_text: texts::referrals::no_match_text,
    pages: texts::referrals::pages,
};

fn name(column: ReferralColumn) -> &'static str {
    match column {
        ReferralColumn::ReferredAt => texts::referrals::referred(),
        ReferralColumn::Merchant => texts::referrals::merchant(),
        ReferralColumn::Plan => texts::referrals::plan(),
        ReferralColumn::Source => texts::referrals::source(),
        ReferralColumn::Revenue => texts::referrals::revenue(),
        ReferralColumn::State => texts::referrals::payout(),
    }
}

fn scale(column: ReferralColumn) -> Scale {
    match column {
        ReferralColumn::ReferredAt => Scale::Time,
        ReferralColumn::Revenue => Scale::Amount,
        ReferralColumn::Merchant => Scale::Name,
        ReferralColumn::Plan | ReferralColumn::Source | ReferralColumn::State => Scale::Rank,
    }
}
