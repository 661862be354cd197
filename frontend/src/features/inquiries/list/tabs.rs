use guildhall_contract::inquiries::InquiryCountsBody;
use guildhall_domain::inquiry::InquiryStatus;
use leptos::prelude::*;

use super::Inquiries;
use crate::i18n::{texts, words};
use crate::ui::{Tab, Tabs};

/// One tab for each status, and one for all.
#[component]
pub(super) fn StatusTabs(listing: Inquiries) -> impl IntoView {
    view! { <Tabs label=texts::leads::status tabs=Signal::derive(move || tabs(listing)) /> }
}

fn tabs(listing: Inquiries) -> Vec<Tab> {
    let address = listing.address;
    let counts = listing.page.with(|page| page.as_ref().map(|page| page.counts));
    let chosen = address.query.with(|query| query.filter.statuses.clone());
    let all = Tab {
        label: texts::list::all().to_owned(),
        href: address.href(|query| query.filter.statuses.clear()),
        count: counts.map(|counts| counts.all as u64),
        current: chosen.is_empty(),
    };
    let one = |status: &InquiryStatus| Tab {
        label: words(&status.words()).to_owned(),
        href: address.href(|query| query.filter.statuses = vec![*status]),
        count: counts.map(|counts| count(counts, *status)),
        current: chosen == [*status],
    };
    std::iter::once(all).chain(InquiryStatus::ALL.iter().map(one)).collect()
}

fn count(counts: InquiryCountsBody, status: InquiryStatus) -> u64 {
    let count = match status {
        InquiryStatus::New => counts.new,
        InquiryStatus::Answered => counts.answered,
        InquiryStatus::WorkedOn => counts.worked_on,
        InquiryStatus::Declined => counts.declined,
    };
    count as u64
}
