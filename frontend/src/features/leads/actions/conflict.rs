use guildhall_contract::leads::TimelineEntry;
use guildhall_domain::policy::{outcome_name, status_name, support_name};
use leptos::prelude::*;

use super::difference::{Change, Difference};
use crate::features::leads::lead::event_title;
use crate::format;
use crate::i18n::{texts, words};

/// Before and now, side by side, and what happened in between and by whom.
#[component]
pub(super) fn Conflict(
    /// What differs.
    difference: Difference,
) -> impl IntoView {
    let Difference { status, outcome, representative, support, news } = difference;
    let outcome_row = (outcome.before.is_some() || outcome.now.is_some()).then(|| {
        row(texts::sales::outcome, outcome, |outcome| {
            outcome.map(|outcome| words(&outcome_name(outcome)).to_owned()).unwrap_or_else(|| "–".to_owned())
        })
    });
    view! {
        <p>{texts::sales::conflict_text}</p>
        <ul class="news">{news.into_iter().map(line).collect_view()}</ul>
        <table class="diff" role="table">
            <caption class="visually-hidden">{texts::sales::conflict_caption}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader">
                        <span class="visually-hidden">{texts::sales::fact}</span>
                    </th>
                    <th scope="col" role="columnheader">
                        {texts::sales::before}
                    </th>
                    <th scope="col" role="columnheader">
                        {texts::sales::now}
                    </th>
                </tr>
            </thead>
            <tbody role="rowgroup">
                {row(texts::leads::status, status, |status| words(&status_name(*status)).to_owned())}
                {outcome_row}
                {row(
                    texts::leads::representative,
                    representative,
                    |name| name.clone().unwrap_or_else(|| texts::lead::not_assigned().to_owned()),
                )} {row(texts::leads::support, support, |support| words(&support_name(*support)).to_owned())}
            </tbody>
        </table>
    }
}

fn row<T>(name: fn() -> &'static str, change: Change<T>, shown: fn(&T) -> String) -> AnyView
where
    T: PartialEq + Send + 'static,
{
    let changed = change.is_one().then_some("");
    let Change { before, now } = change;
    view! {
        <tr role="row" data-changed=changed>
            <th scope="row" role="rowheader">
                {name}
            </th>
            <td role="cell">{move || shown(&before)}</td>
            <td role="cell">{move || shown(&now)}</td>
        </tr>
    }
    .into_any()
}

fn line(entry: TimelineEntry) -> impl IntoView {
    let text =
        move || texts::sales::news(&entry.by.name, &event_title(&entry), &format::date_and_time(entry.at));
    view! { <li>{text}</li> }
}
