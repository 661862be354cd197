use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::counter::Counter;
use super::field::{Field, Id, described};

/// Several lines of text, with what is left of its length when that is little.
#[component]
pub fn TextAreaField(
    /// The control's id.
    #[prop(into)]
    id: Id,
    /// What is asked.
    #[prop(into)]
    label: TextProp,
    /// The answer.
    value: RwSignal<String>,
    /// How many characters fit.
    limit: usize,
    /// How to answer.
    #[prop(optional_no_strip)]
    hint: Option<TextProp>,
    /// What is wrong with the answer.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Whether it may stay empty.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let described = described(&id, hint.is_some(), error);
    view! {
        <Field id=id.clone() label=label hint=hint error=error optional=optional>
            <textarea
                class="input"
                id=id.clone()
                name=id
                rows="5"
                aria-required=(!optional).then_some("true")
                aria-describedby=move || described.by.get()
                aria-invalid=move || described.invalid.get()
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            ></textarea>
            <Counter value=value limit=limit />
        </Field>
    }
}
