use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::i18n::texts;

/// One step of the way to a page.
#[derive(Debug, Clone)]
pub struct Crumb {
    text: TextProp,
    href: Option<TextProp>,
}

impl Crumb {
    /// A step that can be gone back to.
    pub fn link(text: impl Into<TextProp>, href: impl Into<TextProp>) -> Self {
        Self { text: text.into(), href: Some(href.into()) }
    }

    /// The page itself.
    pub fn here(text: impl Into<TextProp>) -> Self {
        Self { text: text.into(), href: None }
    }
}

/// The way to this page.
#[component]
pub fn Crumbs(
    /// From the top to here.
    crumbs: Vec<Crumb>,
) -> impl IntoView {
    let step = |crumb: Crumb| {
        let text = move || crumb.text.get();
        match crumb.href {
            Some(href) => view! { <li><a href=href>{text}</a></li> }.into_any(),
            None => view! { <li aria-current="page">{text}</li> }.into_any(),
        }
    };
    view! {
        <nav class="crumbs" aria-label=texts::frame::breadcrumb>
            <ol>{crumbs.into_iter().map(step).collect_view()}</ol>
        </nav>
    }
}
