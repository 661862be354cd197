use leptos::oco::Oco;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::{Icon, Sign};
use crate::i18n::texts;

/// The id of a control: a name of the source, or one that is made for a row.
pub type Id = Oco<'static, str>;

/// What [`Field`] tells the control inside it.
#[derive(Debug, Clone, Copy)]
pub struct Described {
    /// For `aria-describedby`: the ids of hint and error, where there are any.
    pub by: Signal<Option<String>>,
    /// For `aria-invalid`.
    pub invalid: Signal<Option<&'static str>>,
}

/// The ids that describe a control, for `aria-describedby`.
#[must_use]
pub fn described(id: &Id, has_hint: bool, error: Signal<Option<String>>) -> Described {
    let id = id.clone();
    let by = Signal::derive(move || {
        let failed = error.with(Option::is_some);
        match (has_hint, failed) {
            (true, true) => Some(format!("{id}-hint {id}-error")),
            (true, false) => Some(format!("{id}-hint")),
            (false, true) => Some(format!("{id}-error")),
            (false, false) => None,
        }
    });
    Described { by, invalid: Signal::derive(move || error.with(Option::is_some).then_some("true")) }
}

/// A label, a hint and an error around one control. The control needs the same `id`, and
/// `aria-describedby` and `aria-invalid` from [`described`].
#[component]
pub fn Field(
    /// The control's id.
    #[prop(into)]
    id: Id,
    /// What is asked.
    #[prop(into)]
    label: TextProp,
    /// How to answer.
    #[prop(optional_no_strip)]
    hint: Option<TextProp>,
    /// What is wrong with the answer.
    #[prop(into)]
    error: Signal<Option<String>>,
    /// Whether it may stay empty.
    #[prop(optional)]
    optional: bool,
    /// For short answers.
    #[prop(optional)]
    short: bool,
    /// The control.
    children: Children,
) -> impl IntoView {
    view! {
        <div
            class="field"
            data-short=short.then_some("")
            data-error=move || error.with(Option::is_some).then_some("")
        >
            <label class="field__label" for=id.clone()>
                {move || label.get()}
                {optional.then(|| view! { " " <span class="field__optional">{texts::ui::optional}</span> })}
            </label>
            {hint.map(|hint| hint_line(&id, hint))}
            {error_line(&id, error)}
            {children()}
        </div>
    }
}

/// The hint of a control, under its label.
pub(super) fn hint_line(id: &Id, hint: TextProp) -> impl IntoView + use<> {
    view! {
        <p class="field__hint" id=format!("{id}-hint")>
            {move || hint.get()}
        </p>
    }
}

/// The error of a control, between hint and control.
pub(super) fn error_line(id: &Id, error: Signal<Option<String>>) -> impl IntoView + use<> {
    let id = id.clone();
    move || {
        error.get().map(|message| {
            view! {
                <p class="field__error" id=format!("{id}-error")>
                    <Icon sign=Sign::Alert />
                    <span>
                        <span class="visually-hidden">{texts::ui::error_prefix} " "</span>
                        {message}
                    </span>
                </p>
            }
        })
    }
}
