use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::field::{Id, described, error_line, hint_line};

/// One answer to choose.
#[derive(Debug, Clone)]
pub struct RadioOption {
    /// The value.
    pub code: &'static str,
    /// Its words.
    pub label: TextProp,
    /// What it means.
    pub hint: Option<TextProp>,
}

/// One of a few, each with its sentence. The first option's control has the id itself, so that an
/// error summary can lead to it.
#[component]
pub fn RadioField(
    /// The id of the first control.
    #[prop(into)]
    id: Id,
    /// What is asked.
    #[prop(into)]
    label: TextProp,
    /// The chosen value; empty for none.
    value: RwSignal<String>,
    /// What to choose from.
    options: Vec<RadioOption>,
    /// How to answer.
    #[prop(optional, into)]
    hint: Option<TextProp>,
    /// What is wrong with the answer.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let described = described(&id, hint.is_some(), error);
    let label_id = format!("{id}-label");
    let labelled_by = label_id.clone();
    let choices = options.into_iter().enumerate().map(|(place, option)| {
        let RadioOption { code, label, hint } = option;
        let own_id = if place == 0 { id.to_string() } else { format!("{id}-{code}") };
        view! {
            <label class="choice">
                <input
                    type="radio"
                    id=own_id
                    name=id.clone()
                    value=code
                    prop:checked=move || value.with(|chosen| chosen == code)
                    on:change=move |_| value.set(code.to_owned())
                />
                <span class="choice__label">{move || label.get()}</span>
                {hint.map(|hint| view! { <span class="choice__hint">{move || hint.get()}</span> })}
            </label>
        }
    });
    view! {
        <div
            class="field"
            role="radiogroup"
            aria-labelledby=labelled_by
            aria-required="true"
            aria-describedby=move || described.by.get()
            aria-invalid=move || described.invalid.get()
            data-error=move || error.with(Option::is_some).then_some("")
        >
            <p class="field__label" id=label_id>
                {move || label.get()}
            </p>
            {hint.map(|hint| hint_line(&id, hint))}
            {error_line(&id, error)}
            <div class="choices">{choices.collect_view()}</div>
        </div>
    }
}
