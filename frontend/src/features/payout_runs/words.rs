//! What a run and its accounts are called.

use guildhall_contract::payouts::{PayoutRunItem, RunRowItem};
use guildhall_domain::money::Money;
use guildhall_domain::payout::listing::RunRowState;
use guildhall_domain::payout::{HeldReason, RunStage, minimum};

use crate::format;
use crate::i18n::texts;
use crate::ui::Sign;

/// Where a period stands, with the day that belongs to it.
pub(super) fn stage(run: &PayoutRunItem) -> String {
    let day = format::short_day(run.pay_day);
    match run.stage {
        RunStage::Open => texts::payout_runs::stage_open().to_owned(),
        RunStage::Scheduled => texts::payout_runs::stage_scheduled(&day),
        RunStage::Due => texts::payout_runs::stage_due(&day),
        RunStage::Running => texts::payout_runs::stage_running().to_owned(),
        RunStage::Done => {
            let at = run.finished_at.map(|at| format::short_day(at.date_naive()));
            texts::payout_runs::stage_done(&at.unwrap_or(day))
        }
    }
}

/// Its picture, and the code that colours it.
pub(super) fn stage_sign(stage: RunStage) -> (Sign, Option<&'static str>) {
    match stage {
        RunStage::Open => (Sign::InProgress, None),
        RunStage::Scheduled => (Sign::Clock, None),
        RunStage::Due | RunStage::Running => (Sign::Info, None),
        RunStage::Done => (Sign::Paid, Some("paid")),
    }
}

/// What the run does about an account.
pub(super) fn state(state: RunRowState) -> &'static str {
    match state {
        RunRowState::ToPay => texts::payout_runs::to_pay(),
        RunRowState::ToHold => texts::payout_runs::to_hold(),
        RunRowState::Paid => texts::payout_runs::paid(),
        RunRowState::Held => texts::payout_runs::held(),
    }
}

/// Its picture, and the code that colours it.
pub(super) fn state_sign(state: RunRowState) -> (Sign, Option<&'static str>) {
    match state {
        RunRowState::ToPay => (Sign::Clock, None),
        RunRowState::Paid => (Sign::Paid, Some("paid")),
        RunRowState::ToHold | RunRowState::Held => (Sign::Info, None),
    }
}

/// Why it is kept back.
pub(super) fn held(row: &RunRowItem) -> Option<String> {
    Some(match row.held? {
        HeldReason::BelowMinimum => {
            texts::payout_runs::held_below_minimum(&format::money(minimum(row.amount.currency)))
        }
        HeldReason::DetailsMissing => texts::payout_runs::held_details_missing().to_owned(),
        HeldReason::Suspended => texts::payout_runs::held_suspended().to_owned(),
    })
}

/// Sums, one for each currency.
pub(super) fn sums(sums: &[Money]) -> String {
    let amounts: Vec<_> = sums.iter().map(|sum| format::money(*sum)).collect();
    if amounts.is_empty() { "–".to_owned() } else { amounts.join(" · ") }
}
