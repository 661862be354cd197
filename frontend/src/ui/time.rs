use chrono::{DateTime, SecondsFormat, Utc};
use leptos::prelude::*;

use crate::format;

fn machine(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// `12 min ago`, with the exact time on hover and for machines.
#[component]
pub fn RelativeTime(
    /// When.
    at: DateTime<Utc>,
) -> impl IntoView {
    view! {
        <time datetime=machine(at) title=move || format::date_and_time(at)>
            {move || format::relative_time(at)}
        </time>
    }
}

/// `12 May 2026, 11:48`, or the day alone.
#[component]
pub fn ExactTime(
    /// When.
    at: DateTime<Utc>,
    /// The day alone, with the time on hover.
    #[prop(optional)]
    day_only: bool,
) -> impl IntoView {
    let text = move || if day_only { format::short_date(at) } else { format::date_and_time(at) };
    view! {
        <time class="nowrap" datetime=machine(at) title=move || format::date_and_time(at)>
            {text}
        </time>
    }
}
