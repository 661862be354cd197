use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::i18n::texts;

/// Names the page in the tab: `Leads · Guildhall`, or `Error: Submit a Plus lead · Guildhall`.
#[component]
pub fn PageTitle(
    /// The page's name.
    #[prop(into)]
    title: TextProp,
    /// Whether a form on the page was refused.
    #[prop(optional, into)]
    error: Signal<bool>,
) -> impl IntoView {
    Effect::new(move || {
        let title = title.get();
        let full = if error.get() { texts::ui::error_title(&title) } else { texts::ui::page_title(&title) };
        document().set_title(&full);
    });
}
