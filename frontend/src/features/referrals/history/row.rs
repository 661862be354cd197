//! One referral as a row, or as a card on a phone.

use guildhall_contract::referrals::ReferralItem;
use leptos::prelude::*;

use super::names;
use crate::format;
use crate::i18n::texts;
use crate::ui::ExactTime;

pub(super) fn row(item: ReferralItem) -> AnyView {
    let ReferralItem { referred_at, merchant, source, lead_id, plan, revenue, state, .. } = item;
    // A store that was created for the merchant never was a lead.
    let merchant = match lead_id {
        Some(lead) => view! { <a href=format!("/referrals/leads/{lead}")>{merchant}</a> }.into_any(),
        None => view! { <span>{merchant}</span> }.into_any(),
    };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                {merchant}
            </th>
            <td role="cell" data-label=texts::referrals::referred>
                <ExactTime at=referred_at day_only=true />
            </td>
            <td role="cell" data-label=texts::referrals::source>
                <span>{move || names::source(source)}</span>
            </td>
            <td role="cell" data-label=texts::referrals::plan>
                <span>{move || names::plan(plan)}</span>
            </td>
            <td class="num" role="cell" data-label=texts::referrals::revenue>
                <span>{move || format::money(revenue)}</span>
            </td>
            <td role="cell" data-label=texts::referrals::payout>
                <span>{move || names::state(state)}</span>
            </td>
        </tr>
    }
    .into_any()
}
