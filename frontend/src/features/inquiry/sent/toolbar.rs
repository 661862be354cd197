use guildhall_domain::inquiry::InquiryFilter;
use guildhall_domain::taxonomy::Service;
use leptos::prelude::*;

use super::SentAddress;
use super::columns;
use crate::i18n::{texts, words};
use crate::ui::{Button, FilterMenu, FilterOption, Kind, SearchField, Size, SortSelect};

/// What the list shows, and in which order.
#[component]
pub(super) fn Toolbar(address: SentAddress) -> impl IntoView {
    let search = move |text: String| address.refine(|query| query.filter.search = text);
    let sort = move |code: String| {
        if let Some(order) = columns::by_code(&code) {
            address.change(|query| query.order = order);
        }
    };
    let services = move |codes: Vec<String>| {
        let chosen = codes.iter().filter_map(|code| Service::by_slug(code)).collect();
        address.change(|query| query.filter.services = chosen);
    };
    let chosen = move || {
        address
            .query
            .with(|query| query.filter.services.iter().map(|service| service.slug().to_owned()).collect())
    };
    let clear = move |()| address.change(|query| query.filter = InquiryFilter::default());
    let narrowed = move || address.query.with(|query| query.filter != InquiryFilter::default());
    view! {
        <div class="toolbar">
            <SearchField
                label=texts::inquiry::search
                placeholder=texts::inquiry::search_in
                query=Signal::derive(move || address.query.with(|query| query.filter.search.clone()))
                on_search=Callback::new(search)
            />
            <FilterMenu
                id="service"
                label=texts::inquiry::service
                options=Signal::derive(options)
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
            <SortSelect
                options=Signal::derive(columns::options)
                chosen=Signal::derive(move || address.query.with(|query| columns::code(query.order)))
                on_choose=Callback::new(sort)
            />
        </div>
    }
}

fn options() -> Vec<FilterOption> {
    let option = |service: &Service| FilterOption {
        code: service.slug().to_owned(),
        label: words(&service.words()).to_owned(),
        count: None,
    };
    Service::ALL.iter().map(option).collect()
}
