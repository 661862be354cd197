use leptos::prelude::*;

use crate::i18n::texts;

/// A step of the way to a page: what it is called, and where it is unless it is here.
pub(crate) type Step = (String, Option<String>);

/// The way to a page, from the directory down.
pub(crate) fn crumbs(steps: &[Step]) -> AnyView {
    let step = |(text, href): &Step| {
        let text = text.clone();
        match href.clone() {
            Some(href) => view! { <li><a href=href>{text}</a></li> }.into_any(),
            None => view! { <li aria-current="page">{text}</li> }.into_any(),
        }
    };
    view! {
        <nav class="crumbs" aria-label=texts::frame::breadcrumb()>
            <ol>{steps.iter().map(step).collect_view()}</ol>
        </nav>
    }
    .into_any()
}
