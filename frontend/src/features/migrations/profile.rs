//! What becomes of the fields of one profile.

use std::sync::Arc;

use guildhall_contract::migrations::RecordAnswer;
use guildhall_domain::migration::{FieldReport, Outcome, OutcomeKind};
use leptos::prelude::*;

use super::words::{field_outcome_words, outcome_words};
use super::work::Wish;
use crate::i18n::{texts, words};
use crate::ui::{Compared, Comparison};

/// What a profile is called: by its name, or else by whom it is of.
pub(super) fn name(record: &RecordAnswer) -> String {
    let name = record.name.as_ref().map(|name| name.as_str().to_owned());
    let organisation = || record.organisation.as_ref().map(ToString::to_string);
    name.or_else(organisation).unwrap_or_default()
}

/// A profile, folded; its fields are drawn once it is opened.
#[component]
pub(super) fn Profile(record: Arc<RecordAnswer>, wish: Wish) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let outcome = record.outcome;
    let title = name(&record);
    let handle = record.handle.as_ref().map(|handle| format!("/{}", handle.as_str())).unwrap_or_default();
    let counts = record.report.as_ref().map(FieldReport::counts);
    let counted = move || {
        let counts = counts.as_ref()?;
        let part = |(kind, count): &(OutcomeKind, usize)| format!("{}: {count}", field_outcome_words(*kind));
        Some(counts.iter().map(part).collect::<Vec<_>>().join(" · "))
    };
    let toggle = move |event: web_sys::Event| {
        use wasm_bindgen::JsCast;
        let details = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlDetailsElement>().ok());
        is_open.set(details.is_some_and(|details| details.open()));
    };
    let caption = title.clone();
    let fields = move || {
        is_open.get().then(|| match record.report.clone() {
            Some(report) => view! { <Fields caption=caption.clone() report=report /> }.into_any(),
            None => view! { <p>{texts::migrations::no_report}</p> }.into_any(),
        })
    };
    view! {
        <li class="card">
            <details class="fold" on:toggle=toggle>
                <summary>
                    <h3>{title}</h3>
                    <span class="move">
                        {move || outcome_words(outcome, wish)} " " <span class="muted">{handle}</span>
                        {move || counted().map(|text| view! { <br /> <span class="muted">{text}</span> })}
                    </span>
                </summary>
                <div class="card__body">{fields}</div>
            </details>
        </li>
    }
}

fn nothing() -> AnyView {
    view! { <span class="muted">"–"</span> }.into_any()
}

/// Every field with what it was and what it is.
#[component]
fn Fields(caption: String, report: FieldReport) -> impl IntoView {
    let text = |text: String| match text.is_empty() {
        true => nothing(),
        false => view! { <span class="version__text">{text}</span> }.into_any(),
    };
    let kind_of = |kind: OutcomeKind| {
        view! { <span class="muted">{move || field_outcome_words(kind)}</span> }.into_any()
    };
    let rows = report.fields().iter().map(|row| {
        let (field, kind) = (row.field, row.outcome.kind());
        let (before, now) = match &row.outcome {
            Outcome::Kept => (kind_of(kind), kind_of(kind)),
            Outcome::Modified { old, new } => (text(old.as_str().to_owned()), text(new.as_str().to_owned())),
            Outcome::Added => (nothing(), kind_of(kind)),
            Outcome::Removed { old } => (text(old.as_str().to_owned()), kind_of(kind)),
        };
        let name = move || words(&field.words());
        Compared { name: name.into(), before, now, changed: kind != OutcomeKind::Kept }
    });
    let rows: Vec<_> = rows.collect();
    view! {
        <div class="diff-scroll">
            <Comparison
                caption=caption
                fact=texts::migrations::field
                before=texts::migrations::field_before
                now=texts::migrations::field_now
                rows=rows
            />
        </div>
    }
}
