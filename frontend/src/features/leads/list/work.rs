//! What the sales team works by: by when, what next, and what stands in the way.

use chrono::NaiveDate;
use guildhall_contract::leads::LeadItem;
use guildhall_domain::policy::Promise;
use leptos::prelude::*;

use crate::browser;
use crate::features::leads::due::{is_late, last_day};
use crate::format;
use crate::i18n::texts;
use crate::ui::{Icon, Sign};

/// By when something is promised, and what.
pub(super) fn due(item: &LeadItem) -> AnyView {
    let Some(due) = item.due else { return nothing() };
    let late = is_late(due, item.escalated);
    let promise = move || match due.promise {
        Promise::FirstAnswer => texts::lead_queue::first_answer(),
        Promise::Decision => texts::lead_queue::decision(),
    };
    view! {
        <span>
            {day_line(last_day(due.at), late)}
            <span class="second">
                {late.then(|| view! { {texts::lead_queue::late} ": " })}
                {promise}
            </span>
        </span>
    }
    .into_any()
}

/// When the reader's side means to do something.
pub(super) fn next_action(item: &LeadItem) -> AnyView {
    let Some(day) = item.next_action else { return nothing() };
    let is_over = day < browser::today();
    view! { <span>{day_line(day, is_over)}</span> }.into_any()
}

fn day_line(day: NaiveDate, late: bool) -> impl IntoView {
    view! {
        <span class="by" data-late=late.then_some("")>
            <Icon sign=if late { Sign::Alert } else { Sign::Clock } small=true />
            <time class="nowrap" datetime=day.to_string() title=move || format::relative_day(day)>
                {move || format::short_day(day)}
            </time>
        </span>
    }
}

fn nothing() -> AnyView {
    view! { <span class="muted">"–"</span> }.into_any()
}

/// By when, or since when it is late, in the few words that stand behind whose move it is.
pub(super) fn due_words(item: &LeadItem) -> Option<AnyView> {
    let due = item.due?;
    let day = last_day(due.at);
    let late = is_late(due, item.escalated);
    let text = move || {
        let date = format::short_day(day);
        if late { texts::lead_queue::late_short(&date) } else { texts::lead_queue::by_day(&date) }
    };
    Some(
        view! {
            <time class="by" data-late=late.then_some("") datetime=day.to_string()>
                {text}
            </time>
        }
        .into_any(),
    )
}
