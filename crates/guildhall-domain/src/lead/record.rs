//! Recording what happened: the next event of a lead, and what the lead is after it.

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};

use super::{
    Event, EventHash, EventKind, InformationRequest, Lead, Outcome, ReopenProposal, StatusChange, Support,
};
use crate::actor::Signature;

impl Lead {
    /// Adds an event and what follows from it. Two events never share a moment, and moments are whole
    /// microseconds: that is what is stored, and what was answered first must be what is read later.
    pub(super) fn record(
        &mut self,
        by: Signature,
        now: DateTime<Utc>,
        change: Option<StatusChange>,
        kind: EventKind,
    ) -> Event {
        let now = now.trunc_subsecs(6);
        let at = match self.timeline.last() {
            Some(last) if now <= last.at => last.at + TimeDelta::microseconds(1),
            _ => now,
        };
        let seq = self.version + 1;
        let mut event =
            Event { seq, at, by, change, request: None, hash: EventHash::default(), erased: None, kind };
        event.hash = event.hash_after(self.newest_hash());
        self.follow(&event);
        self.timeline.push(event.clone());
        self.due = self.promised();
        event
    }

    fn follow(&mut self, event: &Event) {
        self.version = event.seq;
        if let Some(change) = event.change {
            self.status = change.to;
        }
        match &event.kind {
            EventKind::Assigned { representative, .. } => self.representative = Some(representative.clone()),
            EventKind::SupportRequested { .. } => {
                self.support = Support::Requested;
                self.outcome = None;
            }
            EventKind::PayoutIssued { .. } => self.outcome = Some(Outcome::Paid),
            EventKind::FoundIneligible { .. } => self.outcome = Some(Outcome::NotEligible),
            EventKind::ReopenProposed { reason } => {
                let (by, reason) = (event.by.id.clone(), reason.clone());
                self.reopen_proposal = Some(ReopenProposal { by, reason, seq: event.seq });
            }
            EventKind::Reopened { .. } => self.reopen_proposal = None,
            EventKind::InformationRequested { fields, message } => {
                let (fields, message) = (fields.clone(), message.clone());
                self.information = Some(InformationRequest { fields, message, asked_at: event.at });
            }
            EventKind::InformationProvided { .. } => self.information = None,
            EventKind::Withdrawn { .. } => self.withdrawn_at = Some(event.at),
            EventKind::Escalated { .. } => self.escalated = self.due.map(|due| due.since),
            EventKind::Submitted { .. }
            | EventKind::WorkStarted { .. }
            | EventKind::Awarded { .. }
            | EventKind::MarkedNotEligible { .. }
            | EventKind::QuestionAsked { .. }
            | EventKind::DetailsCorrected { .. } => {}
        }
        // A question to somebody who cannot change the answer any more is no question.
        if !self.facts().is_undecided() {
            self.information = None;
        }
    }

    /// Marks the newest event with the key of the request that caused it, which the event's hash then covers too.
    pub fn mark_request(&mut self, key: &str) {
        let Some(mut event) = self.timeline.pop() else { return };
        event.request = Some(key.to_owned());
        event.hash = event.hash_after(self.newest_hash());
        self.timeline.push(event);
    }

    fn newest_hash(&self) -> EventHash {
        self.timeline.last().map_or_else(|| self.chain_beginning(), |event| event.hash)
    }
}
