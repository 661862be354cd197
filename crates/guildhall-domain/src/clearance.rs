//! Asking whose merchant it is before the work. Whoever could ask without end could try every name there is, so both
//! questions are limited; the one that says more is limited more.

use crate::lead::listing::LeadSummary;
use crate::lead::{Outcome, Status};
use crate::limit::Limit;

/// Clearance checks of one person.
pub const CHECKS_PER_PERSON: Limit = Limit { scope: "clearance-person", burst: 10, interval: 60 };
/// Clearance checks of one organisation.
pub const CHECKS_PER_ORGANISATION: Limit = Limit { scope: "clearance-org", burst: 30, interval: 30 };
/// Looks for duplicates while a person fills in the form.
pub const LOOKS_PER_PERSON: Limit = Limit { scope: "duplicates", burst: 60, interval: 5 };

/// Whether a lead makes its merchant known: somebody still decides about it, or it was won. What came to nothing
/// keeps nobody else away.
#[must_use]
pub fn makes_known(lead: &LeadSummary) -> bool {
    lead.facts().is_undecided() || lead.status == Status::Awarded || lead.outcome == Some(Outcome::Paid)
}
