use guildhall_domain::lead::Status;
use guildhall_domain::policy::status_name;
use leptos::prelude::*;

use super::address::is_narrowed;
use super::columns;
use super::export::Export;
use super::filters::Filters;
use super::quick_filters::QuickFilters;
use super::saved_filters::SavedFilters;
use super::{LeadsAddress, SharedPage};
use crate::auth::Session;
use crate::i18n::{texts, words};
use crate::ui::{Button, Kind, SearchField, Size, SortSelect, Tab, Tabs};

/// Tabs by status, search, order, filters, export.
#[component]
pub(super) fn Toolbar(address: LeadsAddress, page: Memo<Option<SharedPage>>) -> impl IntoView {
    let session = expect_context::<Session>();
    let sales = session.is_sales();
    let search = move |text: String| {
        // Typing on refines the same search: one step back leaves it.
        let goes_on = address.query.with_untracked(|query| !query.filter.search.is_empty());
        let put = move |query: &mut guildhall_contract::query::LeadQuery| query.filter.search = text;
        if goes_on { address.refine(put) } else { address.change(put) }
    };
    let sort = move |code: String| {
        if let Some(order) = columns::by_code(&code) {
            address.change(|query| query.order = order);
        }
    };
    let clear = move |()| address.change(|query| query.filter = Default::default());
    let narrowed = move || address.query.with(|query| is_narrowed(&query.filter));
    view! {
        <Tabs label=texts::leads::status tabs=Signal::derive(move || tabs(address, page)) />
        <div class="toolbar">
            <SearchField
                label=texts::leads::search
                placeholder=texts::leads::search_in
                query=Signal::derive(move || address.query.with(|query| query.filter.search.clone()))
                on_search=Callback::new(search)
            />
            <SortSelect
                options=Signal::derive(move || columns::options(sales))
                chosen=Signal::derive(move || address.query.with(|query| columns::code(query.order)))
                on_choose=Callback::new(sort)
            />
        </div>
        <div class="toolbar filters">
            {session
                .role
                .reads_all_leads()
                .then(|| view! { <QuickFilters address=address session=session.clone() /> })}
            <Filters address=address page=page />
            <SavedFilters address=address session=session />
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

fn tabs(address: LeadsAddress, page: Memo<Option<SharedPage>>) -> Vec<Tab> {
    let counts = page.with(|page| page.as_ref().map(|page| page.counts));
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
