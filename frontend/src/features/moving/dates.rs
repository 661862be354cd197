//! The three dates: what has passed, what holds now, what is to come.

use guildhall_contract::moving::Moving;
use guildhall_domain::cutover::CutoverDate;
use leptos::prelude::*;

use crate::format;
use crate::i18n::texts;

/// What each date brings.
pub(super) fn dates(moving: &Moving) -> AnyView {
    let (dates, phase) = (moving.dates, moving.phase);
    let step = move |date: CutoverDate| {
        let at = dates.get(date);
        let state = if date.begins() <= phase { "past" } else { "ahead" };
        let is_now = date.begins() == phase;
        let text = match date {
            CutoverDate::ReviewFrom => texts::moving::date_review,
            CutoverDate::DirectoryFrom => texts::moving::date_opening,
            CutoverDate::ClosedFrom => texts::moving::date_closing,
        };
        let word = match (is_now, state) {
            (true, _) => texts::moving::now,
            (false, "past") => texts::moving::passed,
            (false, _) => texts::moving::ahead,
        };
        view! {
            <li data-state=state aria-current=is_now.then_some("step")>
                <h3>
                    <time datetime=at.to_rfc3339()>{move || format::day(at.date_naive())}</time>
                </h3>
                <p class="dates__state">{word}</p>
                <p>{text}</p>
            </li>
        }
    };
    view! {
        <section class="card" aria-labelledby="dates-title">
            <div class="card__head">
                <h2 id="dates-title">{texts::moving::dates}</h2>
            </div>
            <div class="card__body">
                <ol class="dates">{CutoverDate::ALL.map(step).collect_view()}</ol>
            </div>
        </section>
    }
    .into_any()
}
