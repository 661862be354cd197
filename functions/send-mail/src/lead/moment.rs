//! A lead as it stood right after one of its events. A mail tells of a moment, and tells the same whenever it is
//! sent: with the event, or again weeks later because it came back.

use chrono::{DateTime, Utc};
use guildhall_domain::lead::{Event, EventKind, Facts, Hold, Lead, Outcome, Status, Support, Track};
use guildhall_domain::policy::{Due, ReasonCode};

/// What the policy says something about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) facts: Facts,
    /// Why it is not eligible, if it is not.
    pub(super) reason: Option<ReasonCode>,
    /// When it was paid, if it was.
    pub(super) paid_at: Option<DateTime<Utc>>,
    /// What is promised, as far as that promise still stands.
    pub(super) due: Option<Due>,
}

impl Moment {
    /// Right after an event.
    pub(super) fn after(lead: &Lead, event: &Event) -> Self {
        let support = lead.form.sales_support;
        let is_still = Track::of(lead.product(), support) == Track::PosNone;
        let outcome = is_still.then_some(Outcome::Pending);
        let facts = Facts::new(lead.product(), support, Status::Submitted, outcome);
        let mut moment = Self { facts, reason: None, paid_at: None, due: None };
        for earlier in lead.timeline.iter().filter(|earlier| earlier.seq <= event.seq) {
            moment.follow(earlier);
        }
        let is_same_since = lead.timeline.iter().filter(|later| later.seq > event.seq).all(moves_no_promise);
        moment.due = lead.due.filter(|_| is_same_since);
        moment
    }

    fn follow(&mut self, event: &Event) {
        if let Some(change) = event.change {
            self.facts.status = change.to;
        }
        match &event.kind {
            EventKind::SupportRequested { .. } => {
                self.facts.track = Track::of(self.facts.track.product(), Support::Requested);
                self.facts.outcome = None;
            }
            EventKind::PayoutIssued { .. } => {
                self.facts.outcome = Some(Outcome::Paid);
                self.paid_at = Some(event.at);
            }
            EventKind::FoundIneligible { reason, .. } => {
                self.facts.outcome = Some(Outcome::NotEligible);
                self.reason = Some(*reason);
            }
            EventKind::MarkedNotEligible { reason, .. } => self.reason = Some(*reason),
            EventKind::Reopened { .. } => self.reason = None,
            EventKind::InformationRequested { .. } => self.facts.hold = Some(Hold::Information),
            EventKind::InformationProvided { .. } => self.facts.hold = None,
            EventKind::Withdrawn { .. } => self.facts.hold = Some(Hold::Withdrawn),
            EventKind::Submitted { .. }
            | EventKind::Assigned { .. }
            | EventKind::WorkStarted { .. }
            | EventKind::Awarded { .. }
            | EventKind::ReopenProposed { .. }
            | EventKind::QuestionAsked { .. }
            | EventKind::DetailsCorrected { .. }
            | EventKind::Escalated { .. } => {}
        }
        // A question ends with the decision.
        if self.facts.hold == Some(Hold::Information) && !self.facts.is_undecided() {
            self.facts.hold = None;
        }
    }
}

/// Whether what was promised before an event is promised after it.
fn moves_no_promise(event: &Event) -> bool {
    match event.kind {
        EventKind::Assigned { .. }
        | EventKind::QuestionAsked { .. }
        | EventKind::DetailsCorrected { .. }
        | EventKind::Escalated { .. } => true,
        EventKind::Submitted { .. }
        | EventKind::SupportRequested { .. }
        | EventKind::WorkStarted { .. }
        | EventKind::Awarded { .. }
        | EventKind::MarkedNotEligible { .. }
        | EventKind::PayoutIssued { .. }
        | EventKind::FoundIneligible { .. }
        | EventKind::ReopenProposed { .. }
        | EventKind::Reopened { .. }
        | EventKind::InformationRequested { .. }
        | EventKind::InformationProvided { .. }
        | EventKind::Withdrawn { .. } => false,
    }
}
