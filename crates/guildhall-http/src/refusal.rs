//! Refusals of the domain, as problems.

use guildhall_domain::lead::Refusal;

use crate::{Problem, ProblemCode};

/// The problem that a refused command is answered with.
#[must_use]
pub fn refused(refusal: Refusal) -> Problem {
    match refusal {
        Refusal::NotPermitted => Problem::new(ProblemCode::Forbidden),
        Refusal::InvalidTransition { allowed } => {
            Problem { allowed: Some(allowed), ..Problem::new(ProblemCode::InvalidTransition) }
        }
        Refusal::AlreadySettled => Problem::new(ProblemCode::AlreadySettled),
        Refusal::Guard(guard) => Problem { guard: Some(guard), ..Problem::new(ProblemCode::GuardFailed) },
        Refusal::SecondPersonNeeded => Problem::new(ProblemCode::SecondPersonNeeded),
        Refusal::TimelineFull => Problem::new(ProblemCode::TimelineFull),
    }
}
