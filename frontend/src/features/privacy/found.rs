//! What was found, by kind, with what would become of it and why.

use guildhall_contract::privacy::Finding;
use guildhall_domain::privacy::{Holding, treatment};
use leptos::prelude::*;

use super::desk::{Desk, Phase};
use super::erase::Erase;
use super::export::Export;
use crate::format;
use crate::i18n::{texts, words};
use crate::ui::{EmptyState, Sign};

/// What was found.
#[component]
pub(super) fn Found(desk: Desk) -> impl IntoView {
    let nothing = Memo::new(move |_| desk.found.with(Vec::is_empty));
    let is_over = Memo::new(move |_| desk.phase.get() == Phase::Found);
    let is_erasing = Memo::new(move |_| matches!(desk.phase.get(), Phase::Erasing | Phase::Erased));
    let kinds = Memo::new(move |_| desk.found.with(|found| kinds_of(found)));
    let head = move || texts::privacy::found(&format::number(desk.found.with(Vec::len) as u64));
    view! {
        <Show when=move || is_over.get() && nothing.get()>
            <EmptyState sign=Sign::Search title=texts::privacy::none_title text=texts::privacy::none_text />
        </Show>
        <Show when=move || !nothing.get() && !is_erasing.get()>
            <section class="stack" aria-labelledby="found-title">
                <h2 id="found-title" tabindex="-1">
                    {head}
                </h2>
                <Show when=move || is_over.get()>
                    <div class="cluster">
                        <Export desk=desk />
                        <Erase desk=desk />
                    </div>
                </Show>
                <For each=move || kinds.get() key=|kind| kind.slug() let:kind>
                    <Group desk=desk kind=kind />
                </For>
            </section>
        </Show>
    }
}

/// The kinds of what was found, in the order of the table of treatments.
fn kinds_of(found: &[Finding]) -> Vec<Holding> {
    let is_found = |kind: &Holding| found.iter().any(|finding| finding.kind == *kind);
    Holding::ALL.iter().copied().filter(is_found).collect()
}

/// Everything of one kind.
#[component]
fn Group(desk: Desk, kind: Holding) -> impl IntoView {
    let of_kind = move || {
        desk.found.with(|found| found.iter().filter(|one| one.kind == kind).cloned().collect::<Vec<_>>())
    };
    let title = format!("found-{}", kind.slug());
    let labelled_by = title.clone();
    view! {
        <section class="card" aria-labelledby=labelled_by>
            <div class="card__head">
                <h3 id=title>{move || words(&kind.words())}</h3>
                <span class="count">{move || of_kind().len()}</span>
            </div>
            <div class="card__body stack">
                <p class="muted">{move || words(&treatment(kind).why)}</p>
                <ul class="found">{move || of_kind().into_iter().map(row).collect_view()}</ul>
            </div>
        </section>
    }
}

/// One thing: what it is, what would become of it, and all that it holds.
fn row(finding: Finding) -> AnyView {
    let Finding { id, about, tie, on_erasure, data, .. } = finding;
    let data = serde_json::to_string_pretty(&data).unwrap_or_default();
    view! {
        <li>
            <p class="found__name">{id}</p>
            <p class="second">
                {(!about.is_empty()).then(|| view! { <span>{about} " · "</span> })}
                <span>{move || words(&tie.words())}</span> " · "
                <strong>{move || words(&on_erasure.words())}</strong>
            </p>
            <details class="disclosure">
                <summary>{texts::privacy::data}</summary>
                <pre class="found__data" tabindex="0" role="region" aria-label=texts::privacy::data>
                    {data}
                </pre>
            </details>
        </li>
    }
    .into_any()
}
