//! The ledger.

use guildhall_domain::referral::ledger::LedgerLine;

use super::Cell;

/// What the columns are called.
pub const LEDGER_COLUMNS: [&str; 12] = [
    "id",
    "booked_at",
    "occurred_at",
    "period",
    "referral_id",
    "merchant",
    "kind",
    "cause",
    "amount",
    "currency",
    "paid",
    "reason",
];

/// An entry of the ledger.
#[must_use]
pub fn ledger_cells(line: &LedgerLine<'_>) -> [Cell; 12] {
    let entry = line.entry();
    [
        entry.id.to_string().into(),
        Cell::time(entry.booked_at),
        Cell::time(entry.occurred_at),
        entry.period.to_string().into(),
        entry.record.as_str().into(),
        line.referral().map(|referral| referral.merchant.as_str()).into(),
        entry.kind.code().into(),
        entry.cause.what.code().into(),
        Cell::amount(entry.amount),
        entry.amount.currency.code().into(),
        if line.is_paid { "yes" } else { "no" }.into(),
        entry.reason.as_deref().into(),
    ]
}
