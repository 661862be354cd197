use leptos::prelude::*;

use crate::browser;
use crate::i18n::texts;

/// One answer that was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The id of the field's control.
    pub field: String,
    /// What to do about it, in the reader's language.
    pub message: String,
}

/// What was refused, at the top of a form. It takes the focus whenever `attempt` changes while there
/// are errors; each line leads to its field.
#[component]
pub fn ErrorSummary(
    /// The errors; empty shows nothing.
    #[prop(into)]
    errors: Signal<Vec<FieldError>>,
    /// Counts the refused submissions.
    #[prop(into)]
    attempt: Signal<u32>,
) -> impl IntoView {
    Effect::new(move || {
        if attempt.get() > 0 && !errors.with_untracked(Vec::is_empty) {
            browser::focus_id_soon("error-summary");
        }
    });
    move || {
        let errors = errors.get();
        let count = errors.len() as u64;
        (count > 0).then(|| {
            view! {
                <div
                    class="error-summary"
                    id="error-summary"
                    role="group"
                    aria-labelledby="error-summary-title"
                    tabindex="-1"
                >
                    <h2 id="error-summary-title">{texts::ui::answers_need_attention(count)}</h2>
                    <ul>{errors.into_iter().map(line).collect_view()}</ul>
                </div>
            }
        })
    }
}

fn line(error: FieldError) -> impl IntoView {
    let FieldError { field, message } = error;
    let href = format!("#{field}");
    // The router would take the link for a navigation and leave the focus where it is.
    let go = move |event: web_sys::MouseEvent| {
        event.prevent_default();
        event.stop_propagation();
        browser::focus_id_soon(&field);
    };
    view! {
        <li>
            <a href=href on:click=go>
                {message}
            </a>
        </li>
    }
}
