use guildhall_domain::lead::Status;
use guildhall_domain::policy::status_name;
use leptos::prelude::*;

use super::Leads;
use crate::i18n::{texts, words};
use crate::ui::{Tab, Tabs};

/// One tab for each status, and one for all.
#[component]
pub(super) fn StatusTabs(listing: Leads) -> impl IntoView {
    view! { <Tabs label=texts::leads::status tabs=Signal::derive(move || tabs(listing)) /> }
}

fn tabs(listing: Leads) -> Vec<Tab> {
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
