//! What a row shows, or a card on a phone.

use guildhall_contract::platform_events::{WaitingColumn, WaitingEventItem};
use leptos::prelude::*;

use super::WaitingEvents;
use super::retry::Retry;
use super::words;
use crate::features::list::Column;
use crate::i18n::texts;
use crate::ui::RelativeTime;

pub(super) fn columns(listing: WaitingEvents) -> Vec<Column<WaitingColumn, WaitingEventItem>> {
    vec![
        Column::plain(texts::platform_events::event, event).first_on_a_card(),
        Column::plain(texts::platform_events::referral, referral),
        Column::sorted(WaitingColumn::Organisation, |item: &WaitingEventItem| {
            let organisation = item.organisation.clone();
            view! { <span>{organisation}</span> }.into_any()
        })
        .width("m"),
        Column::plain(texts::platform_events::waits_for, waits_for).width("l"),
        Column::sorted(WaitingColumn::OccurredAt, |item: &WaitingEventItem| {
            view! { <RelativeTime at=item.occurred_at /> }.into_any()
        })
        .width("m"),
        Column::plain(texts::platform_events::decide, move |item: &WaitingEventItem| {
            let (key, id) = (item.key.clone(), item.id.clone());
            view! { <Retry listing=listing key_of_event=key id=id /> }.into_any()
        })
        .width("m"),
    ]
}

/// What happened, and the platform's id of it.
fn event(item: &WaitingEventItem) -> AnyView {
    let (kind, id) = (item.kind, item.id.clone());
    view! {
        <span>
            {move || words::kind(kind)}
            <span class="second">{id}</span>
        </span>
    }
    .into_any()
}

/// The referral, with the way to its lead if it is one's.
fn referral(item: &WaitingEventItem) -> AnyView {
    match &item.lead_id {
        Some(lead) => {
            let href = format!("/referrals/leads/{lead}");
            view! { <a href=href>{texts::platform_events::lead}</a> }.into_any()
        }
        None => {
            let name = item.referral.clone();
            view! { <span>{name}</span> }.into_any()
        }
    }
}

fn waits_for(item: &WaitingEventItem) -> AnyView {
    let (waits_for, is_lead) = (item.waits_for, item.lead_id.is_some());
    view! { <span>{move || words::waits_for(waits_for, is_lead)}</span> }.into_any()
}
