//! The way a lead has come and may still go.

use guildhall_domain::lead::{Facts, Outcome, Standing, Status};
use guildhall_domain::policy::{outcome_name, status_name};
use leptos::prelude::*;

use crate::i18n::{texts, words};
use crate::ui::{Icon, Sign};

/// A place on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Status(Status),
    Outcome(Outcome),
    /// *Awarded* or *Not eligible*, not decided yet.
    Decision,
    /// A payout or none, not decided yet.
    Payout,
}

/// How a place lies to where the lead is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Done(Place),
    Here(Place),
    Ahead(Place),
}

/// The way of a lead with these facts; `worked_on` says whether it has been in progress.
pub(super) fn path(facts: Facts, worked_on: bool) -> Vec<Step> {
    let submitted = Place::Status(Status::Submitted);
    let in_progress = Place::Status(Status::InProgress);
    match facts.standing() {
        Standing::Still(Outcome::Pending) => vec![Step::Here(submitted), Step::Ahead(Place::Payout)],
        Standing::Still(outcome) => vec![Step::Here(submitted), Step::Here(Place::Outcome(outcome))],
        Standing::Moving(Status::Submitted) => {
            vec![Step::Here(submitted), Step::Ahead(in_progress), Step::Ahead(Place::Decision)]
        }
        Standing::Moving(Status::InProgress) => {
            vec![Step::Done(submitted), Step::Here(in_progress), Step::Ahead(Place::Decision)]
        }
        Standing::Moving(decided @ (Status::Awarded | Status::NotEligible)) => {
            let between = worked_on.then_some(Step::Done(in_progress));
            [Some(Step::Done(submitted)), between, Some(Step::Here(Place::Status(decided)))]
                .into_iter()
                .flatten()
                .collect()
        }
    }
}

/// The way as a list of places.
#[component]
pub(super) fn Path(steps: Vec<Step>) -> impl IntoView {
    view! {
        <ol class="path" aria-label=texts::lead::path>
            {steps.into_iter().map(step).collect_view()}
        </ol>
    }
}

fn step(step: Step) -> AnyView {
    match step {
        Step::Done(place) => view! {
            <li data-step="done">
                <Icon sign=Sign::Check small=true />
                <span>
                    {move || name(place)} <span class="visually-hidden">", " {texts::lead::done}</span>
                </span>
            </li>
        }
        .into_any(),
        Step::Here(place) => view! {
            <li aria-current="step" data-status=code(place)>
                {sign(place).map(|sign| view! { <Icon sign=sign /> })}
                {move || name(place)}
            </li>
        }
        .into_any(),
        Step::Ahead(place) => view! { <li>{move || name(place)}</li> }.into_any(),
    }
}

fn name(place: Place) -> &'static str {
    match place {
        Place::Status(status) => words(&status_name(status)),
        Place::Outcome(outcome) => words(&outcome_name(outcome)),
        Place::Decision => texts::lead::path_decision(),
        Place::Payout => texts::lead::path_payout(),
    }
}

fn code(place: Place) -> Option<&'static str> {
    match place {
        Place::Status(status) => Some(status.code()),
        Place::Outcome(outcome) => Some(outcome.code()),
        Place::Decision | Place::Payout => None,
    }
}

fn sign(place: Place) -> Option<Sign> {
    match place {
        Place::Status(status) => Some(sign_of(status)),
        Place::Outcome(Outcome::Paid) => Some(Sign::Paid),
        Place::Outcome(Outcome::NotEligible) => Some(Sign::NotEligible),
        Place::Outcome(Outcome::Pending) | Place::Decision | Place::Payout => None,
    }
}

/// The shape of a status.
pub(super) fn sign_of(status: Status) -> Sign {
    match status {
        Status::Submitted => Sign::Submitted,
        Status::InProgress => Sign::InProgress,
        Status::Awarded => Sign::Awarded,
        Status::NotEligible => Sign::NotEligible,
    }
}

#[cfg(test)]
mod tests {
    use guildhall_domain::lead::{Product, Support};

    use super::*;

    #[test]
    fn a_pos_lead_without_support_stays_submitted_with_its_outcome_beside_it() {
        let facts = Facts::new(Product::Pos, Support::None, Status::Submitted, Some(Outcome::Paid));
        let submitted = Step::Here(Place::Status(Status::Submitted));
        assert_eq!(path(facts, false), [submitted, Step::Here(Place::Outcome(Outcome::Paid))]);
    }

    #[test]
    fn an_award_straight_from_submitted_was_never_in_progress() {
        let facts = Facts::new(Product::Plus, Support::None, Status::Awarded, None);
        let place = |status| Place::Status(status);
        assert_eq!(
            path(facts, false),
            [Step::Done(place(Status::Submitted)), Step::Here(place(Status::Awarded))]
        );
        assert_eq!(path(facts, true).len(), 3);
    }

    #[test]
    fn an_open_lead_has_its_decision_ahead() {
        for status in [Status::Submitted, Status::InProgress] {
            let steps = path(Facts::new(Product::Plus, Support::Requested, status, None), false);
            assert_eq!(steps.last(), Some(&Step::Ahead(Place::Decision)));
        }
    }
}
