//! What became of every field of the old profile.

use guildhall_contract::moving::MigratedEntry;
use guildhall_domain::migration::{FieldOutcome, Outcome, OutcomeKind};
use leptos::prelude::*;

use crate::format;
use crate::i18n::{texts, words};

#[component]
pub(super) fn Report(
    /// The migrated profile.
    entry: Memo<Option<MigratedEntry>>,
) -> impl IntoView {
    let counts = move || {
        let count = |kind: OutcomeKind| {
            let fits = |row: &&FieldOutcome| row.outcome.kind() == kind;
            entry.with(|entry| entry.as_ref().map_or(0, |entry| entry.report.iter().filter(fits).count()))
        };
        let counted = OutcomeKind::ALL.map(|kind| {
            let number = u64::try_from(count(kind)).unwrap_or(u64::MAX);
            format!("{}: {}", words(&kind.words()), format::number(number))
        });
        counted.join(" · ")
    };
    let rows = move || {
        entry.with(|entry| {
            let report = entry.as_ref().map(|entry| entry.report.as_slice()).unwrap_or_default();
            report.iter().map(row).collect_view()
        })
    };
    view! {
        <section class="card" aria-labelledby="report-title">
            <div class="card__head">
                <h2 id="report-title">{texts::moving::report}</h2>
            </div>
            <div class="card__body stack">
                <p class="muted">{counts}</p>
                <dl class="facts">{rows}</dl>
            </div>
        </section>
    }
}

fn row(row: &FieldOutcome) -> AnyView {
    let (field, kind) = (row.field, row.outcome.kind());
    let value = |label: fn() -> &'static str, text: &str| {
        let text = text.to_owned();
        view! { <span class="second as-written">{label} " " {text}</span> }
    };
    let values = match &row.outcome {
        Outcome::Kept | Outcome::Added => ().into_any(),
        Outcome::Modified { old, new } => view! {
            {value(texts::moving::was, old.as_str())}
            {value(texts::moving::is_now, new.as_str())}
        }
        .into_any(),
        Outcome::Removed { old } => value(texts::moving::was, old.as_str()).into_any(),
    };
    view! {
        <div>
            <dt>{move || words(&field.words())}</dt>
            <dd>
                {move || words(&kind.words())}
                {values}
            </dd>
        </div>
    }
    .into_any()
}
