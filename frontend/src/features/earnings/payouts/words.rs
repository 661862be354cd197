//! Where a payout stands, in words.

use guildhall_contract::payouts::{PayoutAccount, PayoutItem, PayoutState};
use guildhall_domain::money::Money;
use guildhall_domain::payout::{HeldReason, minimum};

use crate::browser;
use crate::features::earnings::period_words;
use crate::format;
use crate::i18n::texts;
use crate::ui::Sign;

/// Its state, with the day that belongs to it.
pub(super) fn state(item: &PayoutItem) -> String {
    match item.state {
        PayoutState::Open => texts::own_payouts::state_open().to_owned(),
        PayoutState::Scheduled if item.pay_day < browser::today() => {
            texts::own_payouts::state_due(&format::short_day(item.pay_day))
        }
        PayoutState::Scheduled => texts::own_payouts::state_scheduled(&format::short_day(item.pay_day)),
        PayoutState::Paid => {
            let day = item.settled_at.map_or(item.pay_day, |at| at.date_naive());
            texts::own_payouts::state_paid(&format::short_day(day))
        }
        PayoutState::Held => texts::own_payouts::state_held().to_owned(),
    }
}

/// Its picture, and the code that colours it.
pub(super) fn sign(state: PayoutState) -> (Sign, Option<&'static str>) {
    match state {
        PayoutState::Open => (Sign::InProgress, None),
        PayoutState::Scheduled => (Sign::Clock, None),
        PayoutState::Paid => (Sign::Paid, Some("paid")),
        PayoutState::Held => (Sign::Info, None),
    }
}

/// Why it is kept back, or would be as things stand.
pub(super) fn held(item: &PayoutItem) -> Option<String> {
    let reason = item.held?;
    let settled = item.state == PayoutState::Held;
    Some(match reason {
        HeldReason::BelowMinimum => {
            let least = format::money(minimum(item.amount.currency));
            match settled {
                true => texts::own_payouts::held_below_minimum(&least),
                false => texts::own_payouts::still_below_minimum(&least),
            }
        }
        HeldReason::DetailsMissing => texts::own_payouts::held_details_missing().to_owned(),
        HeldReason::Suspended => texts::own_payouts::held_suspended().to_owned(),
    })
}

/// When something is paid next, and for which days. Nothing if nothing is on its way.
pub(in crate::features) fn next_words(upcoming: &[PayoutItem]) -> Option<String> {
    let next = upcoming.iter().find(|item| item.amount.minor > 0)?;
    let (day, period) = (format::short_day(next.pay_day), period_words(next.period));
    Some(match next.pay_day < browser::today() {
        true => texts::earnings::due_payout(&day, &period),
        false => texts::earnings::next_payout(&day, &period),
    })
}

/// The sums that a tile shows: none at all before anything was earned.
pub(in crate::features) fn sums(accounts: &[PayoutAccount], pick: fn(&PayoutAccount) -> Money) -> Vec<Money> {
    accounts.iter().map(pick).collect()
}
