use leptos::prelude::*;

use super::{ListPage, ListQuery, Listing};
use crate::i18n::texts;
use crate::ui::{Button, Kind, SearchField, Size, SortSelect};

/// What a list shows and in which order: search, filters, the way back to everything. Children are the filters.
#[component]
pub fn ListToolbar<Q: ListQuery, P: ListPage>(
    /// The list.
    listing: Listing<Q, P>,
    /// What can be done with all that is shown. With it the filters have a row of their own, which it ends.
    #[prop(optional)]
    end: Option<AnyView>,
    /// The filters.
    children: Children,
) -> impl IntoView {
    let Listing { address, wording, .. } = listing;
    let orders = wording.orders;
    let search = move |text: String| {
        // Typing on refines the same search: one step back leaves it.
        let goes_on = address.query.with_untracked(|query| !query.search().is_empty());
        let put = move |query: &mut Q| query.search_for(text);
        if goes_on { address.refine(put) } else { address.change(put) }
    };
    let sort = move |word: String| {
        if let Some(order) = orders.by_word(&word) {
            address.change(|query| query.sort(order));
        }
    };
    let widen = move |()| address.change(ListQuery::widen);
    let search_box = view! {
        <SearchField
            label=wording.search
            placeholder=wording.search_in
            query=Signal::derive(move || address.query.with(|query| query.search().to_owned()))
            on_search=Callback::new(search)
        />
    };
    let order_box = view! {
        <SortSelect
            options=Signal::derive(move || orders.options())
            chosen=Signal::derive(move || orders.word(address.query.with(ListQuery::order)))
            on_choose=Callback::new(sort)
        />
    };
    let filters = view! {
        {children()}
        <Show when=move || address.query.with(ListQuery::is_narrowed)>
            <Button kind=Kind::Quiet size=Size::Small on_press=Callback::new(widen)>
                {texts::list::clear_all}
            </Button>
        </Show>
    };
    match end {
        None => view! { <div class="toolbar">{search_box} {filters} {order_box}</div> }.into_any(),
        Some(end) => view! {
            <div class="toolbar">{search_box} {order_box}</div>
            <div class="toolbar filters">{filters} <span class="toolbar__end">{end}</span></div>
        }
        .into_any(),
    }
}
