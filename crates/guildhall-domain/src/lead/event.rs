//! What happened to a lead. Events are only ever added.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{EventHash, LeadField, Status, Support};
use crate::actor::Signature;
use crate::money::Money;
use crate::personal::Personal;
use crate::policy::{Promise, ReasonCode};
use crate::representative::RepRef;

/// One entry of the timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Place in the timeline, from 1 without gaps; also the lead's version after the event.
    pub seq: u64,
    /// When, in business time; later than the event before it.
    pub at: DateTime<Utc>,
    /// Who.
    pub by: Signature,
    /// From which status to which, if the event moved it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<StatusChange>,
    /// A key that a repeated request brings again, so that it is not told twice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<String>,
    /// Covers this event and the hash of the one before it. Nothing but zeros on events from before there were hashes.
    #[serde(default)]
    pub hash: EventHash,
    /// What the event's words hashed to, if some of them were erased since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub erased: Option<EventHash>,
    /// What.
    #[serde(flatten)]
    pub kind: EventKind,
}

/// A move of the status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StatusChange {
    /// The status before; `None` at submission.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Status>,
    /// The status after.
    pub to: Status,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum EventKind {
    /// The partner submitted the lead.
    Submitted {
        /// Whether sales support was wanted.
        support: Support,
        /// It came with a file of many, whose report takes the place of mails.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        imported: bool,
    },
    /// The lead was given to a representative.
    Assigned {
        /// Whose it was.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        previous: Option<RepRef>,
        /// Whose it is.
        representative: RepRef,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Personal>,
    },
    /// The partner asked the sales team to sell along.
    SupportRequested {
        /// What the partner needs.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        message: Option<Personal>,
    },
    /// The sales team began to work on it.
    WorkStarted {
        /// What was agreed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Personal>,
    },
    /// The partner will earn.
    Awarded {
        /// Words to the partner.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Personal>,
    },
    /// The partner will not earn.
    MarkedNotEligible {
        /// From the closed list.
        reason: ReasonCode,
        /// Words to the partner.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Personal>,
    },
    /// A payout was issued; the status stays.
    PayoutIssued {
        /// What was paid.
        amount: Money,
    },
    /// It was found not eligible for a payout; the status stays.
    FoundIneligible {
        /// From the closed list.
        reason: ReasonCode,
        /// Words to the partner.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Personal>,
    },
    /// A manager wants to take an award back; a second person must agree.
    ReopenProposed {
        /// Why.
        reason: Personal,
    },
    /// A decision was taken back.
    Reopened {
        /// Why.
        reason: Personal,
    },
    /// Somebody asked the representative something.
    QuestionAsked {
        /// The question.
        message: Personal,
    },
    /// The sales team asked the partner for more information.
    InformationRequested {
        /// What the partner may change.
        fields: Vec<LeadField>,
        /// Why.
        message: Personal,
    },
    /// The partner gave the information.
    InformationProvided {
        /// What was changed.
        changes: Vec<FieldChange>,
        /// Words to the representative.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Personal>,
    },
    /// The partner corrected what was entered, unasked.
    DetailsCorrected {
        /// What was changed; at least one field.
        changes: Vec<FieldChange>,
        /// Words to the representative.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Personal>,
        /// It came with a file of many, whose report takes the place of mails.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        imported: bool,
    },
    /// The partner took the lead back.
    Withdrawn {
        /// Why.
        reason: Personal,
    },
    /// A promise was broken, and the managers were told.
    Escalated {
        /// Which one.
        promise: Promise,
        /// What the deadline was.
        due_at: DateTime<Utc>,
    },
}

impl EventKind {
    /// Whether there is a receipt for it: for the submission, which proves who was first, and for everything that was
    /// decided.
    #[must_use]
    pub fn has_receipt(&self) -> bool {
        match self {
            Self::Submitted { .. }
            | Self::Awarded { .. }
            | Self::MarkedNotEligible { .. }
            | Self::PayoutIssued { .. }
            | Self::FoundIneligible { .. }
            | Self::Reopened { .. }
            | Self::Withdrawn { .. } => true,
            Self::Assigned { .. }
            | Self::SupportRequested { .. }
            | Self::WorkStarted { .. }
            | Self::ReopenProposed { .. }
            | Self::QuestionAsked { .. }
            | Self::InformationRequested { .. }
            | Self::InformationProvided { .. }
            | Self::DetailsCorrected { .. }
            | Self::Escalated { .. } => false,
        }
    }
}

/// A field of the form that was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldChange {
    /// Which field.
    pub field: LeadField,
    /// What it held; nothing if it was left open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Personal>,
    /// What it holds now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Personal>,
}
