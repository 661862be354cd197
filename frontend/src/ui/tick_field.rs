use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::field::{Id, described, error_line};

/// A sentence to confirm.
#[component]
pub fn TickField(
    /// The control's id.
    #[prop(into)]
    id: Id,
    /// The sentence.
    #[prop(into)]
    label: TextProp,
    /// Whether it is confirmed.
    value: RwSignal<bool>,
    /// What is wrong with the answer.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Whether it may stay open.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let described = described(&id, false, error);
    view! {
        <div class="field" data-error=move || error.with(Option::is_some).then_some("")>
            {error_line(&id, error)}
            <label class="choice" data-bare="">
                <input
                    type="checkbox"
                    id=id.clone()
                    name=id
                    aria-required=(!optional).then_some("true")
                    aria-describedby=move || described.by.get()
                    aria-invalid=move || described.invalid.get()
                    prop:checked=move || value.get()
                    on:change=move |event| value.set(event_target_checked(&event))
                />
                <span class="choice__label">{move || label.get()}</span>
            </label>
        </div>
    }
}
