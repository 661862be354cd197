use leptos::prelude::*;

use crate::browser;

/// What the browser's tab and a search engine say of a public page.
#[component]
pub fn Head(
    /// The whole title.
    #[prop(into)]
    title: Signal<String>,
    /// What a search engine says under it; nothing for what it shall not list.
    #[prop(into)]
    description: Signal<Option<String>>,
) -> impl IntoView {
    Effect::new(move || {
        document().set_title(&title.get());
        let description = description.get();
        browser::set_meta("robots", if description.is_some() { "index" } else { "noindex" });
        browser::set_meta("description", &description.unwrap_or_default());
    });
}
