//! What people keep beside a lead: questions that are open, plans of their own, and what became of mails about it.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{Hold, Lead, LeadField};
use crate::actor::Side;
use crate::delivery::Delivery;
use crate::lead::EventKind;
use crate::notice::Audience;
use crate::personal::Personal;
use crate::policy::{Due, Promise};

/// What the sales team wants to know from the partner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InformationRequest {
    /// What the partner may change.
    pub fields: Vec<LeadField>,
    /// Why, in words that the partner reads.
    pub message: Personal,
    /// Since when, in business time.
    pub asked_at: DateTime<Utc>,
}

/// What one side means to do next. The other side never sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// On which day.
    pub date: NaiveDate,
    /// What.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Personal>,
    /// The name of whoever planned it.
    pub by: String,
}

/// The plans of both sides.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plans {
    /// The partner's.
    pub partner: Option<Plan>,
    /// The sales team's.
    pub sales: Option<Plan>,
}

impl Plans {
    /// One side's plan; merchants have no part in leads.
    #[must_use]
    pub fn of(&self, side: Side) -> Option<&Plan> {
        match side {
            Side::Merchant => None,
            Side::Partner => self.partner.as_ref(),
            Side::Platform => self.sales.as_ref(),
        }
    }
}

/// A mail that told somebody of one of the lead's events.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Which event.
    pub seq: u64,
    /// Who was told, as `partner`: a part that somebody plays, not an address.
    pub audience: String,
    /// The mail's id.
    pub mail: String,
    /// How far it came.
    pub delivery: Delivery,
}

impl Lead {
    /// What keeps the lead from moving on.
    #[must_use]
    pub fn hold(&self) -> Option<Hold> {
        match (&self.withdrawn_at, &self.information) {
            (Some(_), _) => Some(Hold::Withdrawn),
            (None, Some(_)) => Some(Hold::Information),
            (None, None) => None,
        }
    }

    /// What is promised to the partner now, and since when: nothing while the move is the partner's, or once
    /// everything is decided.
    pub(super) fn promised(&self) -> Option<Due> {
        if !self.facts().is_undecided() || self.information.is_some() {
            return None;
        }
        let mut promise = Promise::FirstAnswer;
        let mut since = self.submitted_at();
        for event in &self.timeline {
            match event.kind {
                EventKind::Submitted { .. }
                | EventKind::SupportRequested { .. }
                | EventKind::InformationProvided { .. } => promise = Promise::FirstAnswer,
                EventKind::WorkStarted { .. }
                | EventKind::InformationRequested { .. }
                | EventKind::Reopened { .. } => promise = Promise::Decision,
                EventKind::Assigned { .. }
                | EventKind::Awarded { .. }
                | EventKind::MarkedNotEligible { .. }
                | EventKind::PayoutIssued { .. }
                | EventKind::FoundIneligible { .. }
                | EventKind::ReopenProposed { .. }
                | EventKind::QuestionAsked { .. }
                | EventKind::DetailsCorrected { .. }
                | EventKind::Withdrawn { .. }
                | EventKind::Escalated { .. } => continue,
            }
            since = event.at;
        }
        // Nobody has it yet: whoever gets it most likely works where the merchant is.
        let country = self.working_country.unwrap_or(self.form.country);
        Some(Due::of(self.facts().track, promise, since, country))
    }

    /// Whether the managers were told that the deadline which stands now has passed.
    #[must_use]
    pub fn is_escalated(&self) -> bool {
        self.due.is_some_and(|due| self.escalated == Some(due.since))
    }

    /// Whether the partner was told of an event, as far as that could be done. Until the mail has left, or certainly
    /// cannot, this is false.
    #[must_use]
    pub fn partner_was_told(&self, seq: u64) -> bool {
        self.mails.iter().any(|mail| {
            mail.seq == seq && mail.audience == Audience::Partner.code() && mail.delivery.is_told()
        })
    }

    /// Whether some mail about the lead did not reach its reader, as far as is known.
    #[must_use]
    pub fn has_undelivered_mail(&self) -> bool {
        self.mails.iter().any(|mail| mail.delivery.needs_an_eye())
    }
}
