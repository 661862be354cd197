use guildhall_contract::leads::TimelineEntry;
use guildhall_domain::policy::{outcome_name, status_name, support_name};
use leptos::prelude::*;

use super::difference::{Change, Difference};
use crate::features::leads::lead::event_title;
use crate::format;
use crate::i18n::{texts, words};
use crate::ui::{Compared, Comparison};

/// Before and now, side by side, and what happened in between and by whom.
#[component]
pub(in crate::features::leads) fn Conflict(
    /// What differs.
    difference: Difference,
) -> impl IntoView {
    let Difference { status, outcome, representative, support, news } = difference;
    let mut rows = vec![row(texts::leads::status, status, |status| words(&status_name(*status)).to_owned())];
    if outcome.before.is_some() || outcome.now.is_some() {
        rows.push(row(texts::sales::outcome, outcome, |outcome| {
            outcome.map(|outcome| words(&outcome_name(outcome)).to_owned()).unwrap_or_else(|| "–".to_owned())
        }));
    }
    rows.push(row(texts::leads::representative, representative, |name| {
        name.clone().unwrap_or_else(|| texts::lead::not_assigned().to_owned())
    }));
    rows.push(row(texts::leads::support, support, |support| words(&support_name(*support)).to_owned()));
    view! {
        <p>{texts::sales::conflict_text}</p>
        <ul class="news">{news.into_iter().map(line).collect_view()}</ul>
        <Comparison
            caption=texts::sales::conflict_caption
            fact=texts::sales::fact
            before=texts::sales::before
            now=texts::sales::now
            rows=rows
        />
    }
}

fn row<T>(name: fn() -> &'static str, change: Change<T>, shown: fn(&T) -> String) -> Compared
where
    T: PartialEq + Send + 'static,
{
    let changed = change.is_one();
    let Change { before, now } = change;
    Compared {
        name: name.into(),
        before: (move || shown(&before)).into_any(),
        now: (move || shown(&now)).into_any(),
        changed,
    }
}

fn line(entry: TimelineEntry) -> impl IntoView {
    let text =
        move || texts::sales::news(&entry.by.name, &event_title(&entry), &format::date_and_time(entry.at));
    view! { <li>{text}</li> }
}
