use guildhall_contract::inquiries::{InquiryCountsBody, InquiryQuery};
use guildhall_domain::inquiry::InquiryStatus;
use guildhall_domain::taxonomy::Service;
use leptos::prelude::*;

use super::address::is_narrowed;
use super::columns;
use super::export::Export;
use super::{InquiriesAddress, SharedPage};
use crate::i18n::{texts, words};
use crate::ui::{Button, FilterMenu, FilterOption, Kind, SearchField, Size, SortSelect, Tab, Tabs};

/// Tabs by status, search, order, the filter by service, export.
#[component]
pub(super) fn Toolbar(address: InquiriesAddress, page: Memo<Option<SharedPage>>) -> impl IntoView {
    let search = move |text: String| {
        // Typing on refines the same search: one step back leaves it.
        let goes_on = address.query.with_untracked(|query| !query.filter.search.is_empty());
        let put = move |query: &mut InquiryQuery| query.filter.search = text;
        if goes_on { address.refine(put) } else { address.change(put) }
    };
    let sort = move |code: String| {
        if let Some(order) = columns::by_code(&code) {
            address.change(|query| query.order = order);
        }
    };
    let services = move |codes: Vec<String>| {
        address.change(|query| {
            query.filter.services = codes.iter().filter_map(|code| Service::by_slug(code)).collect();
        });
    };
    let chosen = move || {
        address.query.with(|query| {
            query.filter.services.iter().map(|service| service.slug().to_owned()).collect::<Vec<_>>()
        })
    };
    let clear = move |()| address.change(|query| query.filter = Default::default());
    let narrowed = move || address.query.with(|query| is_narrowed(&query.filter));
    view! {
        <Tabs label=texts::leads::status tabs=Signal::derive(move || tabs(address, page)) />
        <div class="toolbar">
            <SearchField
                label=texts::inquiries::search
                placeholder=texts::leads::search_in
                query=Signal::derive(move || address.query.with(|query| query.filter.search.clone()))
                on_search=Callback::new(search)
            />
            <SortSelect
                options=Signal::derive(columns::options)
                chosen=Signal::derive(move || address.query.with(|query| columns::code(query.order)))
                on_choose=Callback::new(sort)
            />
        </div>
        <div class="toolbar filters">
            <FilterMenu
                id="service"
                label=texts::inquiries::service
                options=Signal::derive(service_options)
                chosen=Signal::derive(chosen)
                on_apply=Callback::new(services)
            />
            {move || {
                narrowed()
                    .then(|| {
                        view! {
                            <Button kind=Kind::Quiet size=Size::Small on_press=Callback::new(clear)>
                                {texts::list::clear_all}
                            </Button>
                        }
                    })
            }}
            <span class="toolbar__end">
                <Export address=address page=page />
            </span>
        </div>
    }
}

fn service_options() -> Vec<FilterOption> {
    let option = |service: &Service| FilterOption {
        code: service.slug().to_owned(),
        label: words(&service.words()).to_owned(),
        count: None,
    };
    Service::ALL.iter().map(option).collect()
}

fn tabs(address: InquiriesAddress, page: Memo<Option<SharedPage>>) -> Vec<Tab> {
    let counts = page.with(|page| page.as_ref().map(|page| page.counts));
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
