use guildhall_domain::listing::Direction;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::{Icon, Sign};
use crate::i18n::texts;

fn aria(direction: Direction) -> &'static str {
    match direction {
        Direction::Asc => "ascending",
        Direction::Desc => "descending",
    }
}

/// The head of a column that can be sorted: a button, and `aria-sort` on the sorted column only.
#[component]
pub fn SortHeader(
    /// The column's name.
    #[prop(into)]
    label: TextProp,
    /// Which way it is sorted now, if it is.
    #[prop(into)]
    sorted: Signal<Option<Direction>>,
    /// Sorts by it, or turns the order around.
    #[prop(into)]
    on_sort: Callback<()>,
    /// `xs`, `s`, `m` or `l`; the rest share what is left.
    #[prop(optional)]
    width: &'static str,
    /// Figures line up at their end.
    #[prop(optional)]
    numeric: bool,
) -> impl IntoView {
    let sign = Signal::derive(move || match sorted.get() {
        None => Sign::Sort,
        Some(Direction::Asc) => Sign::SortUp,
        Some(Direction::Desc) => Sign::SortDown,
    });
    view! {
        <th
            scope="col"
            role="columnheader"
            class:num=numeric
            data-width=width
            aria-sort=move || sorted.get().map(aria)
        >
            <button class="sort" type="button" on:click=move |_| on_sort.run(())>
                {move || label.get()}
                <Icon sign=sign small=true />
            </button>
        </th>
    }
}

/// One order to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SortOption {
    /// The value in the address.
    pub code: String,
    /// Its words: *Updated, newest first*.
    pub label: String,
}

/// The same orders as the heads of the columns, as a list: cards on a phone have no heads.
#[component]
pub fn SortSelect(
    /// All orders.
    #[prop(into)]
    options: Signal<Vec<SortOption>>,
    /// The order in force, by code.
    #[prop(into)]
    chosen: Signal<String>,
    /// Takes the new order.
    #[prop(into)]
    on_choose: Callback<String>,
) -> impl IntoView {
    let rows = move || {
        let chosen = chosen.get();
        let rows = options.get().into_iter().map(|option| {
            let selected = option.code == chosen;
            view! { <option value=option.code selected=selected>{option.label}</option> }
        });
        rows.collect_view()
    };
    view! {
        <span class="toolbar__end">
            <label for="sort">{texts::ui::sort_by}</label>
            <span class="select">
                <select
                    class="input"
                    id="sort"
                    name="sort"
                    prop:value=move || chosen.get()
                    on:change=move |event| on_choose.run(event_target_value(&event))
                >
                    {rows}
                </select>
            </span>
        </span>
    }
}
