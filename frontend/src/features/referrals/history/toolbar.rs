use guildhall_contract::query::ReferralQuery;
use guildhall_domain::referral::Source;
use guildhall_domain::referral::listing::ReferralFilter;
use leptos::prelude::*;

use super::{HistoryAddress, columns, names};
use crate::i18n::texts;
use crate::ui::{Button, FilterMenu, FilterOption, Kind, SearchField, Size, SortSelect};

/// Search, source, order.
#[component]
pub(super) fn Toolbar(address: HistoryAddress) -> impl IntoView {
    let search = move |text: String| {
        // Typing on refines the same search: one step back leaves it.
        let goes_on = address.query.with_untracked(|query| !query.filter.search.is_empty());
        let put = move |query: &mut ReferralQuery| query.filter.search = text;
        if goes_on { address.refine(put) } else { address.change(put) }
    };
    let sort = move |code: String| {
        if let Some(order) = columns::by_code(&code) {
            address.change(|query| query.order = order);
        }
    };
    let sources = move |codes: Vec<String>| {
        let wanted = |source: &Source| codes.iter().any(|code| code == source.code());
        address.change(|query| query.filter.sources = Source::ALL.into_iter().filter(wanted).collect());
    };
    let chosen = move || {
        address
            .query
            .with(|query| query.filter.sources.iter().map(|source| source.code().to_owned()).collect())
    };
    let clear = move |()| address.change(|query| query.filter = ReferralFilter::default());
    let narrowed = move || address.query.with(|query| query.filter != ReferralFilter::default());
    view! {
        <div class="toolbar">
            <SearchField
                label=texts::referrals::search
                placeholder=texts::referrals::search_in
                query=Signal::derive(move || address.query.with(|query| query.filter.search.clone()))
                on_search=Callback::new(search)
            />
            <FilterMenu
                id="source"
                label=texts::referrals::source
                options=Signal::derive(source_options)
                chosen=Signal::derive(chosen)
                on_apply=Callback::new(sources)
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

fn source_options() -> Vec<FilterOption> {
    let option = |source: Source| FilterOption {
        code: source.code().to_owned(),
        label: names::source(source).to_owned(),
        count: None,
    };
    Source::ALL.map(option).into()
}
