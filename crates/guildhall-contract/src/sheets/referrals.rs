//! The referral history. A referral that earned in several currencies takes a line for each of them.

use guildhall_domain::referral::history::HistoryRow;

use super::Cell;

/// What the columns are called.
pub const REFERRAL_COLUMNS: [&str; 11] = [
    "id",
    "referred_at",
    "merchant",
    "source",
    "lead_id",
    "plan",
    "state",
    "terms",
    "last_period",
    "revenue",
    "currency",
];

/// What they are called for whoever may not see money.
pub const REFERRAL_COLUMNS_WITHOUT_MONEY: [&str; 8] =
    ["id", "referred_at", "merchant", "source", "lead_id", "plan", "state", "terms"];

/// A referral's lines: one for each currency that it earned in, and one without an amount if it earned in none.
pub fn referral_cells<'a>(row: &'a HistoryRow<'_>) -> impl Iterator<Item = [Cell; 11]> + 'a {
    let mut sums: Vec<_> = row.referral().revenue.iter().map(Some).collect();
    if sums.is_empty() {
        sums.push(None);
    }
    sums.into_iter().map(|sum| {
        let [id, referred_at, merchant, source, lead, plan, state, terms] = referral_cells_without_money(row);
        let period = row.referral().last_period.map(|period| period.to_string());
        let currency = sum.map(|sum| sum.currency.code());
        let amount = sum.map(Cell::amount);
        [
            id,
            referred_at,
            merchant,
            source,
            lead,
            plan,
            state,
            terms,
            period.into(),
            amount.into(),
            currency.into(),
        ]
    })
}

/// A referral without what it earned.
#[must_use]
pub fn referral_cells_without_money(row: &HistoryRow<'_>) -> [Cell; 8] {
    let referral = row.referral();
    [
        referral.id.as_str().into(),
        Cell::time(referral.referred_at),
        referral.merchant.as_str().into(),
        referral.source.code().into(),
        referral.lead.as_ref().map(ToString::to_string).into(),
        referral.plan.map(guildhall_domain::referral::Plan::code).into(),
        row.state.code().into(),
        referral.terms.as_deref().into(),
    ]
}
