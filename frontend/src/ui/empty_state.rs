use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::{Icon, Sign};

/// Nothing to show: what will be here, and what to do. Children are the actions.
#[component]
pub fn EmptyState(
    /// The picture.
    sign: Sign,
    /// What is the case.
    #[prop(into)]
    title: TextProp,
    /// What it means, or what was asked.
    #[prop(into)]
    text: TextProp,
    /// The actions.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <Icon sign=sign />
            <h2>{move || title.get()}</h2>
            <p>{move || text.get()}</p>
            {children.map(|children| view! { <div class="cluster">{children()}</div> })}
        </div>
    }
}
