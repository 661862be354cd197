//! How many records came out in which way.

use guildhall_domain::migration::{RecordKind, RecordOutcome, RunCounts};
use leptos::prelude::*;

use super::words::{kind_words, outcome_words};
use super::work::Wish;
use crate::format;
use crate::i18n::texts;
use crate::ui::TableFrame;

/// The table of figures.
#[component]
pub(super) fn Figures(counts: RunCounts, wish: Wish) -> impl IntoView {
    let head = view! {
        <th scope="col" role="columnheader">{texts::migrations::kind}</th>
        {RecordOutcome::ALL
            .map(|outcome| {
                view! {
                    <th scope="col" role="columnheader" class="num">
                        {move || outcome_words(outcome, wish)}
                    </th>
                }
            })
            .collect_view()}
    };
    let cell = move |kind: RecordKind, outcome: RecordOutcome| {
        let count = u64::from(counts.of(kind).of(outcome));
        view! {
            <td role="cell" class="num" data-label=move || outcome_words(outcome, wish)>
                <span>{move || format::number(count)}</span>
            </td>
        }
    };
    let row = move |kind: RecordKind| {
        view! {
            <tr role="row">
                <th scope="row" role="rowheader">
                    <span>{move || kind_words(kind)}</span>
                </th>
                {RecordOutcome::ALL.map(|outcome| cell(kind, outcome)).collect_view()}
            </tr>
        }
    };
    view! {
        <TableFrame caption=texts::migrations::figures head=head.into_any()>
            {RecordKind::ALL.map(row).collect_view()}
        </TableFrame>
    }
}
