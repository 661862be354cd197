use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::counter::Counter;
use super::field::{Field, Id, described};

/// One line of text. `kind` is the native type: `email`, `tel`, `url`, `date`, `number`.
#[component]
pub fn TextField(
    /// The control's id, which errors and links use.
    #[prop(into)]
    id: Id,
    /// What is asked.
    #[prop(into)]
    label: TextProp,
    /// The answer.
    value: RwSignal<String>,
    /// How to answer.
    #[prop(optional_no_strip)]
    hint: Option<TextProp>,
    /// What is wrong with the answer.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// The native type.
    #[prop(default = "text")]
    kind: &'static str,
    /// What the browser may fill in. Off by default: the answers are about other people.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// Whether it may stay empty.
    #[prop(optional)]
    optional: bool,
    /// For short answers.
    #[prop(optional)]
    short: bool,
    /// Which keys a phone offers, where the native type does not say: `email`, `numeric`, `decimal`.
    #[prop(optional_no_strip)]
    inputmode: Option<&'static str>,
    /// How many characters fit; the count shows when few are left.
    #[prop(optional_no_strip)]
    limit: Option<usize>,
) -> impl IntoView {
    let described = described(&id, hint.is_some(), error);
    view! {
        <Field id=id.clone() label=label hint=hint error=error optional=optional short=short>
            <input
                class="input"
                id=id.clone()
                name=id
                type=kind
                inputmode=inputmode
                autocapitalize=(inputmode == Some("email")).then_some("none")
                spellcheck=(inputmode == Some("email")).then_some("false")
                autocomplete=autocomplete
                aria-required=(!optional).then_some("true")
                aria-describedby=move || described.by.get()
                aria-invalid=move || described.invalid.get()
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            />
            {limit.map(|limit| view! { <Counter value=value limit=limit /> })}
        </Field>
    }
}
