//! What a row of the payouts shows, or a card on a phone.

use guildhall_contract::payouts::PayoutItem;
use guildhall_domain::payout::listing::PeriodColumn;
use leptos::prelude::*;

use super::words;
use crate::features::earnings::{Sum, period_words};
use crate::features::list::Column;
use crate::i18n::texts;
use crate::ui::Icon;

pub(super) fn columns() -> Vec<Column<PeriodColumn, PayoutItem>> {
    vec![
        Column::sorted(PeriodColumn::Period, period),
        Column::plain(texts::own_payouts::state, state).first_on_a_card(),
        Column::plain(texts::own_payouts::account, account).width("m"),
        Column::plain(texts::earnings::amount, |item: &PayoutItem| {
            view! { <Sum amount=item.amount /> }.into_any()
        })
        .width("l")
        .numeric(),
    ]
}

/// The days that it is for, and the way to what was booked in them.
pub(super) fn period(item: &PayoutItem) -> AnyView {
    let period = item.period;
    let href = format!("/referrals/ledger?period={period}&currency={}", item.amount.currency);
    view! {
        <a href=href>{move || period_words(period)}</a>
    }
    .into_any()
}

pub(super) fn state(item: &PayoutItem) -> AnyView {
    let (sign, code) = words::sign(item.state);
    let (shown, item) = (item.clone(), item.clone());
    view! {
        <span>
            <span class="outcome" data-status=code>
                <Icon sign=sign small=true />
                {move || words::state(&shown)}
            </span>
            {item.held.is_some().then(|| view! { <span class="second">{move || words::held(&item)}</span> })}
        </span>
    }
    .into_any()
}

/// Where it went, as far as that is shown.
fn account(item: &PayoutItem) -> AnyView {
    let Some(ending) = &item.account_ending else {
        return view! { <span class="muted">"–"</span> }.into_any();
    };
    let ending = ending.as_str().to_owned();
    view! { <span class="nowrap">{format!("…{ending}")}</span> }.into_any()
}
