use guildhall_domain::lead::listing::Queue;
use leptos::prelude::*;

use super::Leads;
use crate::format;
use crate::i18n::{Text, texts};

/// The piles that a partner looks through, beside any status.
const PILES: [(Queue, Text); 3] = [
    (Queue::WaitingForPartner, texts::lead_queue::waiting_for_you),
    (Queue::Overdue, texts::lead_queue::overdue),
    (Queue::FollowUp, texts::lead_queue::follow_up),
];

/// For partners: what waits for them, what is late, what they meant to do. Links, so they can be kept and shared.
#[component]
pub(super) fn QuickFilters(listing: Leads) -> impl IntoView {
    PILES.map(|(queue, label)| chip(listing, queue, label)).collect_view()
}

/// Pressed again, a chip takes itself back.
fn chip(listing: Leads, queue: Queue, label: Text) -> impl IntoView {
    let address = listing.address;
    let on = Memo::new(move |_| address.query.with(|query| query.filter.queue == Some(queue)));
    let href = move || {
        let next = if on.get() { None } else { Some(queue) };
        address.href(|query| query.filter.queue = next)
    };
    let count = Memo::new(move |_| {
        listing.page.with(|page| page.as_ref().map(|page| page.counts.of_queue(queue) as u64))
    });
    view! {
        <a
            class="chip"
            href=href
            data-on=move || on.get().then_some("")
            aria-current=move || on.get().then_some("true")
        >
            {label}
            {move || {
                count.get().map(|count| view! { " " <span class="count">{format::number(count)}</span> })
            }}
        </a>
    }
}
