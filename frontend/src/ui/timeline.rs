use chrono::{DateTime, Utc};
use leptos::prelude::*;

use super::{Icon, RelativeTime, Sign};

/// What happened, newest first. Children are [`TimelineItem`]s.
#[component]
pub fn Timeline(
    /// The items.
    children: Children,
) -> impl IntoView {
    view! { <ol class="timeline">{children()}</ol> }
}

/// One thing that happened. Children tell by whom and with what words, each in a
/// `<p class="timeline__note">`.
#[component]
pub fn TimelineItem(
    /// Its picture.
    sign: Sign,
    /// The code of the status it led to, if it did: it colours the picture.
    #[prop(optional_no_strip)]
    status: Option<&'static str>,
    /// What happened.
    title: AnyView,
    /// When.
    at: DateTime<Utc>,
    /// By whom, and with what words.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <li>
            <span class="timeline__mark" data-status=status>
                <Icon sign=sign />
            </span>
            <div>
                <div class="timeline__head">
                    <h3>{title}</h3>
                    <RelativeTime at=at />
                </div>
                {children.map(|children| children())}
            </div>
        </li>
    }
}
