use leptos::prelude::*;

use crate::i18n::texts;

/// Says what was taken out, and puts it back.
#[component]
pub(super) fn Undo(
    /// The id of the button.
    id: &'static str,
    /// What was taken out, as a sentence.
    said: Signal<Option<String>>,
    /// Puts it back.
    on_undo: Callback<()>,
) -> impl IntoView {
    let inside = move || {
        said.get().map(|said| {
            view! {
                <span>{said}</span>
                <button
                    class="button"
                    type="button"
                    id=id
                    data-size="small"
                    on:click=move |_| on_undo.run(())
                >
                    {texts::ui::undo}
                </button>
            }
        })
    };
    view! {
        <p class="undo" role="status">
            {inside}
        </p>
    }
}
