use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::field::{Field, Id, described};
use crate::i18n::texts;

/// One of many, as a native list. It starts with an empty choice.
#[component]
pub fn SelectField(
    /// The control's id.
    #[prop(into)]
    id: Id,
    /// What is asked.
    #[prop(into)]
    label: TextProp,
    /// The chosen value; empty for none.
    value: RwSignal<String>,
    /// Values with their words.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// How to answer.
    #[prop(optional_no_strip)]
    hint: Option<TextProp>,
    /// What is wrong with the answer.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Whether it may stay empty.
    #[prop(optional)]
    optional: bool,
    /// For short answers.
    #[prop(optional)]
    short: bool,
) -> impl IntoView {
    let described = described(&id, hint.is_some(), error);
    let rows = move || {
        let chosen = value.get();
        let rows = options.get().into_iter().map(|(code, words)| {
            let selected = code == chosen;
            view! { <option value=code selected=selected>{words}</option> }
        });
        rows.collect_view()
    };
    view! {
        <Field id=id.clone() label=label hint=hint error=error optional=optional short=short>
            <span class="select">
                <select
                    class="input"
                    id=id.clone()
                    name=id
                    aria-required=(!optional).then_some("true")
                    aria-describedby=move || described.by.get()
                    aria-invalid=move || described.invalid.get()
                    prop:value=move || value.get()
                    on:change=move |event| value.set(event_target_value(&event))
                >
                    <option value="">{texts::ui::choose_one}</option>
                    {rows}
                </select>
            </span>
        </Field>
    }
}
