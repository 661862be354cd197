//! The words of the ledger, and the orders that it can be sorted by.

use guildhall_domain::referral::ledger::LedgerColumn;

use crate::features::list::{Orders, Scale, Wording};
use crate::i18n::texts;

pub(super) const WORDING: Wording<LedgerColumn> = Wording {
    orders: Orders { columns: &LedgerColumn::ALL, code: LedgerColumn::code, name, scale },
    caption: texts::ledger::caption,
    loading: texts::ledger::loading,
    failed: texts::ledger::failed,
    search: texts::ledger::search,
    search_in: texts::ledger::search_in,
    no_match: texts::ledger::no_match,
    no_match_for: texts::ledger::no_match_for,
    no_match_text: texts::ledger::no_match_text,
    pages: texts::ledger::pages,
};

fn name(column: LedgerColumn) -> &'static str {
    match column {
        LedgerColumn::BookedAt => texts::ledger::booked(),
        LedgerColumn::OccurredAt => texts::ledger::occurred(),
        LedgerColumn::Merchant => texts::ledger::merchant(),
        LedgerColumn::Kind => texts::ledger::kind(),
        LedgerColumn::Amount => texts::ledger::amount(),
        LedgerColumn::Period => texts::earnings::period(),
    }
}

fn scale(column: LedgerColumn) -> Scale {
    match column {
        LedgerColumn::BookedAt | LedgerColumn::OccurredAt | LedgerColumn::Period => Scale::Time,
        LedgerColumn::Amount => Scale::Amount,
        LedgerColumn::Merchant => Scale::Name,
        LedgerColumn::Kind => Scale::Rank,
    }
}
