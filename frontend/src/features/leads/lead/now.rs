use guildhall_contract::leads::LeadDetails;
use guildhall_domain::lead::{EventKind, Hold, Status};
use guildhall_domain::policy::{Cell, NextStep, next_step, status_name};
use leptos::prelude::*;

use super::SharedLead;
use super::moves::moves;
use super::path::{Path, Step, path};
use super::story::{decision, since};
use crate::format;
use crate::i18n::{texts, words};
use crate::ui::Emphasised;

/// Where the lead stands, what to expect next, and whose move it is.
pub(super) fn now(lead: &SharedLead, from_sales: bool) -> AnyView {
    let step = next_step(lead.facts());
    let withdrawn = lead.hold == Some(Hold::Withdrawn);
    let is_start = |event: &EventKind| matches!(event, EventKind::WorkStarted { .. });
    let worked_on = lead.timeline.iter().any(|entry| entry.event.told().is_some_and(is_start));
    let mut way = path(lead.facts(), worked_on);
    // Nothing lies ahead of a lead that was taken back.
    way.retain(|step| !(withdrawn && matches!(step, Step::Ahead(_))));
    let status = lead.status;
    // The head of the page says when it was submitted.
    let since = since(&lead.timeline).filter(|_| status != Status::Submitted);
    let title = if from_sales { texts::lead::next_title_sales } else { texts::lead::next_title };
    let since = move || since.map(|at| texts::lead::since(&format::date(at), words(&status_name(status))));
    let note =
        decision(&lead.timeline).and_then(|decision| decision.note).map(|note| note.as_str().to_owned());
    let next_words = {
        let lead = lead.clone();
        Signal::derive(move || next_text(&lead, step))
    };
    view! {
        <section class="next" data-area="now" aria-labelledby="next-title">
            <div class="next__top">
                <Path steps=way />
                <span class="move">{since}</span>
            </div>
            <div class="next__body">
                <h2 id="next-title" tabindex="-1">
                    {title}
                </h2>
                <p class="next__text">
                    <Emphasised text=next_words />
                </p>
                {note.map(|note| view! { <p class="quoted">{note}</p> })}
            </div>
            {moves(lead, step, from_sales)}
            {is_undecided(step.cell).then(|| view! { <p class="next__after">{texts::lead::then_decided}</p> })}
        </section>
    }
    .into_any()
}

/// The catalogue's text with date and reason in it.
fn next_text(lead: &LeadDetails, step: &NextStep) -> String {
    let text = words(&step.words);
    let Some(decision) = decision(&lead.timeline) else { return text.to_owned() };
    let reason = decision.reason.map(|code| words(&code.reason().words)).unwrap_or_default();
    // Only in the middle of its sentence does the reason begin small.
    let reason = if step.cell == Cell::N6 { begun_small(reason) } else { reason.to_owned() };
    text.replace("{date}", &format::date(decision.at)).replace("{reason}", &reason)
}

fn begun_small(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// The cells whose text does not say yet what a decision will bring.
fn is_undecided(cell: Cell) -> bool {
    matches!(cell, Cell::N2 | Cell::N3 | Cell::N7 | Cell::N8 | Cell::N9)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_begins_small_inside_a_sentence() {
        assert_eq!(begun_small("Đã từ chối"), "đã từ chối");
        assert_eq!(begun_small(""), "");
    }
}
