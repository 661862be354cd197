use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::{Icon, Sign};
use crate::i18n::texts;

/// Links to the pages before and after. The addresses are the caller's, so the browser's own
/// buttons work.
#[component]
pub fn Pager(
    /// What is paged through, for assistive technology: *Pages of leads*.
    #[prop(into)]
    label: TextProp,
    /// The page before, if there is one.
    #[prop(into)]
    previous: Signal<Option<String>>,
    /// The page after, if there is one.
    #[prop(into)]
    next: Signal<Option<String>>,
) -> impl IntoView {
    let back = move || {
        let word = || view! { <Icon sign=Sign::ChevronStart small=true /> {texts::ui::previous} };
        match previous.get() {
            Some(href) => view! { <a href=href rel="prev">{word()}</a> }.into_any(),
            None => view! { <span class="pager__off" aria-disabled="true">{word()}</span> }.into_any(),
        }
    };
    let forth = move || {
        let word = || view! { {texts::ui::next} <Icon sign=Sign::ChevronEnd small=true /> };
        match next.get() {
            Some(href) => view! { <a href=href rel="next">{word()}</a> }.into_any(),
            None => view! { <span class="pager__off" aria-disabled="true">{word()}</span> }.into_any(),
        }
    };
    view! {
        <nav class="pager" aria-label=label>
            <ul>
                <li>{back}</li>
                <li>{forth}</li>
            </ul>
        </nav>
    }
}
