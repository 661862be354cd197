use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// The page's heading with a sentence about it. Children are its actions; the primary one last.
#[component]
pub fn PageHead(
    /// The heading, which takes the focus after a navigation.
    #[prop(into)]
    title: TextProp,
    /// What the page is for.
    #[prop(optional, into)]
    text: Option<TextProp>,
    /// What stands beside the heading, for example a status.
    #[prop(optional, into)]
    beside: Option<AnyView>,
    /// What stands below it: a `<ul class="page-head__meta">`.
    #[prop(optional, into)]
    below: Option<AnyView>,
    /// The actions.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="page-head">
            <div class="page-head__text">
                <div class="page-head__title">
                    <h1 tabindex="-1">{move || title.get()}</h1>
                    {beside}
                </div>
                {text.map(|text| view! { <p>{move || text.get()}</p> })}
                {below}
            </div>
            {children
                .map(|children| view! { <div class="cluster page-head__actions">{children()}</div> })}
        </div>
    }
}
