//! What every table of money shows alike.

use guildhall_contract::referrals::LedgerItem;
use guildhall_domain::money::Money;
use guildhall_domain::payout::Period;
use leptos::prelude::*;

use super::words;
use crate::format;

/// An amount that was added or taken back: the sign always stands before it.
#[component]
pub fn SignedAmount(
    /// How much.
    amount: Money,
) -> impl IntoView {
    view! {
        <span class="amount" data-minus=(amount.minor < 0).then_some("")>
            {move || format::signed_money(amount)}
        </span>
    }
}

/// A sum, which is seldom below nought.
#[component]
pub fn Sum(
    /// How much.
    amount: Money,
) -> impl IntoView {
    view! {
        <span class="amount" data-minus=(amount.minor < 0).then_some("")>
            {move || format::money(amount)}
        </span>
    }
}

/// The days of a period: `1–15 May 2026`.
pub fn period_words(period: Period) -> String {
    format::span(period.first_day(), period.last_day())
}

/// What an entry is for, what it came of, and the programme's words for a correction.
pub fn what(item: &LedgerItem) -> AnyView {
    let (kind, cause) = (item.kind, item.cause);
    view! {
        <span>
            {move || words::kind(kind)}
            <span class="second">{move || words::cause(cause)}</span>
            {item.reason.clone().map(|reason| view! { <span class="second quoted">{reason}</span> })}
        </span>
    }
    .into_any()
}
