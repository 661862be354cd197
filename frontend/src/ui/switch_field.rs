use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::field::Id;

/// Something that is on or off, with a sentence about it.
#[component]
pub fn SwitchField(
    /// The control's id.
    #[prop(into)]
    id: Id,
    /// What it is.
    #[prop(into)]
    label: TextProp,
    /// What it means to have it on.
    #[prop(into)]
    hint: TextProp,
    /// Whether it is on.
    #[prop(into)]
    on: Signal<bool>,
    /// Takes the new state.
    #[prop(into)]
    on_change: Callback<bool>,
) -> impl IntoView {
    // Only the words are its name: the sentence describes it.
    let (label_id, hint_id) = (format!("{id}-label"), format!("{id}-hint"));
    view! {
        <label class="choice switch">
            <input
                type="checkbox"
                role="switch"
                id=id.clone()
                name=id
                aria-labelledby=label_id.clone()
                aria-describedby=hint_id.clone()
                prop:checked=move || on.get()
                on:change=move |event| on_change.run(event_target_checked(&event))
            />
            <span class="choice__label" id=label_id>
                {move || label.get()}
            </span>
            <span class="choice__hint" id=hint_id>
                {move || hint.get()}
            </span>
        </label>
    }
}
