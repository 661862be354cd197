//! What each date switches, by the same table that the service obeys.

use guildhall_domain::cutover::{Cutover, CutoverDate, Switched};
use leptos::prelude::*;

use super::desk::Desk;
use super::words::{date_name, in_utc};
use crate::i18n::{texts, words};
use crate::ui::{Compared, Comparison};

/// A table for each date, under the moment that is typed for it.
#[component]
pub(super) fn Preview(desk: Desk) -> impl IntoView {
    let moment = move |date: CutoverDate| match desk.proposed() {
        Ok(cutover) => in_utc(cutover.dates().get(date)),
        Err(_) => texts::cutover::not_yet_dates().to_owned(),
    };
    let one = move |date: CutoverDate| {
        view! {
            <div class="stack">
                <h3>{date_name(date)}</h3>
                <p class="muted">{move || moment(date)}</p>
                {switched(date_name(date), Cutover::switches(date))}
            </div>
        }
    };
    view! {
        <section class="stack" aria-labelledby="cutover-preview">
            <h2 id="cutover-preview">{texts::cutover::preview}</h2>
            <p>{texts::cutover::preview_text}</p>
            {CutoverDate::ALL.map(one).collect_view()}
        </section>
    }
}

/// What changes, and into what.
pub(super) fn switched(caption: fn() -> &'static str, rows: Vec<Switched>) -> AnyView {
    let row = |switched: Switched| {
        let Switched { switch, from, to } = switched;
        Compared {
            name: (move || words(switch.words())).into(),
            before: (move || words(from)).into_any(),
            now: (move || words(to)).into_any(),
            changed: true,
        }
    };
    view! {
        <Comparison
            caption=caption
            fact=texts::cutover::switch
            before=texts::cutover::until_then
            now=texts::cutover::from_then
            rows=rows.into_iter().map(row).collect()
        />
    }
    .into_any()
}
