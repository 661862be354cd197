//! The tabs above the list: for partners the statuses, for the sales team what there is to work through.

use guildhall_domain::actor::Role;
use guildhall_domain::lead::Status;
use guildhall_domain::lead::listing::Queue;
use guildhall_domain::policy::status_name;
use leptos::prelude::*;

use super::Leads;
use crate::i18n::{texts, words};
use crate::ui::{Tab, Tabs};

/// One tab for each status, and one for all.
#[component]
pub(super) fn StatusTabs(listing: Leads) -> impl IntoView {
    view! { <Tabs label=texts::leads::status tabs=Signal::derive(move || statuses(listing)) /> }
}

fn statuses(listing: Leads) -> Vec<Tab> {
    let address = listing.address;
    let counts = listing.page.with(|page| page.as_ref().map(|page| page.counts));
    let chosen = address.query.with(|query| query.filter.statuses.clone());
    let all = Tab {
        label: texts::list::all().to_owned(),
        href: address.href(|query| query.filter.statuses.clear()),
        count: counts.map(|counts| counts.all as u64),
        current: chosen.is_empty(),
    };
    let one = |status: Status| Tab {
        label: words(&status_name(status)).to_owned(),
        href: address.href(|query| query.filter.statuses = vec![status]),
        count: counts.map(|counts| counts.of_status(status) as u64),
        current: chosen == [status],
    };
    std::iter::once(all).chain(Status::ALL.map(one)).collect()
}

/// One tab for each pile of work, and one for all leads.
#[component]
pub(super) fn QueueTabs(listing: Leads, role: Role) -> impl IntoView {
    view! { <Tabs label=texts::lead_queue::queues tabs=Signal::derive(move || queues(listing, role)) /> }
}

/// The piles that a role works through. Representatives see none but their own leads.
fn queues_of(role: Role) -> &'static [Queue] {
    match role {
        Role::Rep => &[Queue::Mine, Queue::Overdue, Queue::WaitingForPartner, Queue::FollowUp],
        Role::SalesManager | Role::ProgramAdmin | Role::System => &Queue::ALL,
        Role::PartnerViewer | Role::PartnerMember | Role::PartnerOwner | Role::Merchant => &[],
    }
}

fn queues(listing: Leads, role: Role) -> Vec<Tab> {
    let address = listing.address;
    let (counts, total) = listing.page.with(|page| match page {
        Some(page) => (Some(page.counts), Some(page.total as u64)),
        None => (None, None),
    });
    let chosen = address.query.with(|query| query.filter.queue);
    let all = Tab {
        label: texts::lead_queue::all().to_owned(),
        href: address.href(|query| query.filter.queue = None),
        // How many there are besides a pile is counted only when none is chosen.
        count: total.filter(|_| chosen.is_none()),
        current: chosen.is_none(),
    };
    let one = |queue: Queue| Tab {
        label: name(queue).to_owned(),
        href: address.href(|query| query.filter.queue = Some(queue)),
        count: counts.map(|counts| counts.of_queue(queue) as u64),
        current: chosen == Some(queue),
    };
    std::iter::once(all).chain(queues_of(role).iter().copied().map(one)).collect()
}

/// What the sales team calls a pile.
fn name(queue: Queue) -> &'static str {
    match queue {
        Queue::Mine => texts::lead_queue::mine(),
        Queue::Unassigned => texts::lead_queue::unassigned(),
        Queue::Overdue => texts::lead_queue::overdue(),
        Queue::WaitingForPartner => texts::lead_queue::waiting_for_partner(),
        Queue::FollowUp => texts::lead_queue::follow_up(),
    }
}
