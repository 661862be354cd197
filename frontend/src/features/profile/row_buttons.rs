use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::services::RowActs;
use crate::i18n::texts;
use crate::ui::{Icon, Sign};

/// Moves a row by one, or takes it out.
#[component]
pub(super) fn RowButtons(
    /// What the row is called.
    #[prop(into)]
    name: TextProp,
    /// The id of the button that moves it up.
    up: String,
    /// The id of the button that moves it down.
    down: String,
    /// Where it stands.
    place: usize,
    /// Among how many.
    count: usize,
    /// What the list does.
    acts: RowActs,
) -> impl IntoView {
    let name = StoredValue::new(name);
    let of = move |words: fn(&str) -> String| move || name.with_value(|name| words(&name.get()));
    // A row at an end keeps its button, so that whoever moved it there does not lose the focus.
    let is_first = place == 0;
    let is_last = place + 1 == count;
    view! {
        <div class="row-item__acts">
            <button
                class="button"
                type="button"
                id=up
                data-kind="quiet"
                data-shape="icon"
                aria-disabled=is_first.then_some("true")
                on:click=move |_| acts.shift.run((place, false))
            >
                <Icon sign=Sign::SortUp />
                <span class="visually-hidden">{of(texts::profile::up)}</span>
            </button>
            <button
                class="button"
                type="button"
                id=down
                data-kind="quiet"
                data-shape="icon"
                aria-disabled=is_last.then_some("true")
                on:click=move |_| acts.shift.run((place, true))
            >
                <Icon sign=Sign::SortDown />
                <span class="visually-hidden">{of(texts::profile::down)}</span>
            </button>
            <button
                class="button"
                type="button"
                data-kind="quiet"
                data-shape="icon"
                on:click=move |_| acts.remove.run(place)
            >
                <Icon sign=Sign::Close />
                <span class="visually-hidden">{of(texts::profile::remove)}</span>
            </button>
        </div>
    }
}
