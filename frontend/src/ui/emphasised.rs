use leptos::prelude::*;

/// A text of the policy table, with what stands between `**` made strong.
#[component]
pub fn Emphasised(
    /// The text in the reader's language.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    move || {
        let text = text.get();
        let parts = text.split("**").enumerate();
        parts
            .map(|(place, part)| {
                let part = part.to_owned();
                if place % 2 == 1 { view! { <strong>{part}</strong> }.into_any() } else { part.into_any() }
            })
            .collect_view()
    }
}
