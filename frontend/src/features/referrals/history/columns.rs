//! What a row of the history shows, or a card on a phone.

use guildhall_contract::referrals::ReferralItem;
use guildhall_domain::referral::listing::ReferralColumn;
use leptos::prelude::*;

use super::names;
use crate::features::list::Column;
use crate::format;
use crate::ui::ExactTime;

pub(super) fn columns() -> Vec<Column<ReferralColumn, ReferralItem>> {
    vec![
        Column::sorted(ReferralColumn::Merchant, merchant),
        Column::sorted(ReferralColumn::ReferredAt, |item: &ReferralItem| {
            view! { <ExactTime at=item.referred_at day_only=true /> }.into_any()
        })
        .width("m"),
        Column::sorted(ReferralColumn::Source, |item: &ReferralItem| {
            let source = item.source;
            view! { <span>{move || names::source(source)}</span> }.into_any()
        })
        .width("m"),
        Column::sorted(ReferralColumn::Plan, |item: &ReferralItem| {
            let plan = item.plan;
            view! { <span>{move || names::plan(plan)}</span> }.into_any()
        })
        .width("m"),
        Column::sorted(ReferralColumn::Revenue, |item: &ReferralItem| {
            let revenue = item.revenue;
            view! { <span>{move || format::money(revenue)}</span> }.into_any()
        })
        .width("m")
        .numeric(),
        Column::sorted(ReferralColumn::State, |item: &ReferralItem| {
            let state = item.state;
            view! { <span>{move || names::state(state)}</span> }.into_any()
        })
        .width("m"),
    ]
}

/// A store that was created for the merchant never was a lead.
fn merchant(item: &ReferralItem) -> AnyView {
    let merchant = item.merchant.clone();
    match &item.lead_id {
        Some(lead) => view! { <a href=format!("/referrals/leads/{lead}")>{merchant}</a> }.into_any(),
        None => view! { <span>{merchant}</span> }.into_any(),
    }
}
