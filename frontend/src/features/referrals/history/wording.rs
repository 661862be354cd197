//! The words of the history, and the orders that it can be sorted by.

use guildhall_domain::referral::history::HistoryColumn;

use crate::features::list::{Orders, Scale, Wording};
use crate::i18n::texts;

/// What everybody can sort by who reads the history.
pub(super) const WITHOUT_MONEY: [HistoryColumn; 6] = [
    HistoryColumn::ReferredAt,
    HistoryColumn::Merchant,
    HistoryColumn::Plan,
    HistoryColumn::Source,
    HistoryColumn::Terms,
    HistoryColumn::State,
];

pub(super) fn wording(sees_money: bool) -> Wording<HistoryColumn> {
    let columns: &'static [HistoryColumn] = if sees_money { &HistoryColumn::ALL } else { &WITHOUT_MONEY };
    Wording {
        orders: Orders { columns, code: HistoryColumn::code, name, scale },
        caption: texts::referrals::caption,
        loading: texts::referrals::loading,
        failed: texts::referrals::failed,
        search: texts::referrals::search,
        search_in: texts::referrals::search_in,
        no_match: texts::referrals::no_match,
        no_match_for: texts::referrals::no_match_for,
        no_match_text: texts::referrals::no_match_text,
        pages: texts::referrals::pages,
    }
}

fn name(column: HistoryColumn) -> &'static str {
    match column {
        HistoryColumn::ReferredAt => texts::referrals::referred(),
        HistoryColumn::Merchant => texts::referrals::merchant(),
        HistoryColumn::Plan => texts::referrals::plan(),
        HistoryColumn::Source => texts::referrals::source(),
        HistoryColumn::Revenue => texts::referrals::revenue(),
        HistoryColumn::Terms => texts::referrals::terms(),
        HistoryColumn::State => texts::referrals::payout(),
    }
}

fn scale(column: HistoryColumn) -> Scale {
    match column {
        HistoryColumn::ReferredAt => Scale::Time,
        HistoryColumn::Revenue => Scale::Amount,
        HistoryColumn::Merchant | HistoryColumn::Terms => Scale::Name,
        HistoryColumn::Plan | HistoryColumn::Source | HistoryColumn::State => Scale::Rank,
    }
}
