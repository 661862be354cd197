//! What is told: thin, so that nothing personal leaves the house, and whoever wants more asks the API.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::{HookDeliveryId, HookTopic};
use crate::ids::OrgId;
use crate::inquiry::Inquiry;
use crate::lead::{Event, EventKind, Lead};
use crate::money::Money;
use crate::payout::Payout;
use crate::referral::{LedgerEntry, ReferralRecord};

/// Something that endpoints of an organisation are told of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HookEvent {
    /// Whose endpoints.
    pub org: OrgId,
    /// What sort of thing; nothing for a test.
    pub topic: Option<HookTopic>,
    /// When it happened, by the business clock.
    pub at: DateTime<Utc>,
    /// Names the committed write that it follows from. Nothing else has this name.
    pub cause: String,
    /// What is told of it.
    pub data: HookData,
}

/// What a delivery says of the thing that it tells of: ids, states and amounts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum HookData {
    /// A lead.
    Lead {
        /// Its id.
        lead: String,
        /// What happened, by the code of the timeline.
        event: String,
        /// Its version after that.
        version: u64,
        /// Its status after that.
        status: String,
        /// What came of it, if it has an outcome.
        #[serde(skip_serializing_if = "Option::is_none")]
        outcome: Option<String>,
        /// What was paid, if that is what happened.
        #[serde(skip_serializing_if = "Option::is_none")]
        amount: Option<Money>,
    },
    /// An inquiry.
    Inquiry {
        /// Its id.
        inquiry: String,
        /// Its version after that.
        version: u64,
    },
    /// A referral record.
    Referral {
        /// Its id.
        referral: String,
        /// Where it came from, by its code.
        source: String,
        /// The lead that it came from, if one.
        #[serde(skip_serializing_if = "Option::is_none")]
        lead: Option<String>,
    },
    /// An entry of the ledger.
    LedgerEntry {
        /// Its id.
        entry: String,
        /// The record that it belongs to.
        referral: String,
        /// What it is for, by its code.
        kind: String,
        /// How much; negative takes back.
        amount: Money,
        /// The period that it is paid with.
        period: String,
    },
    /// A payout.
    Payout {
        /// The period that was paid.
        period: String,
        /// How much.
        amount: Money,
    },
    /// Nothing: a test.
    Test {},
}

/// The whole of what is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HookPayload {
    /// The delivery's id: whoever has seen it before need not look any further.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: HookDeliveryId,
    /// The topic, or `webhook.test`.
    #[serde(rename = "type")]
    pub kind: String,
    /// When it happened.
    pub occurred_at: DateTime<Utc>,
    /// Whose endpoint it is.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub organisation: OrgId,
    /// What is told of it.
    pub data: HookData,
}

impl HookEvent {
    /// The whole of what is sent under an id.
    #[must_use]
    pub fn payload(self, id: HookDeliveryId) -> HookPayload {
        let kind = self.topic.map_or("webhook.test", HookTopic::slug).to_owned();
        HookPayload { id, kind, occurred_at: self.at, organisation: self.org, data: self.data }
    }
}

/// What endpoints are told of an event of a lead, which stood there right after it as `lead`.
#[must_use]
pub fn of_lead(lead: &Lead, event: &Event) -> HookEvent {
    let (topic, code, amount) = match &event.kind {
        EventKind::Submitted { .. } => (HookTopic::LeadSubmitted, "submitted", None),
        EventKind::Awarded { .. } => (HookTopic::LeadDecided, "awarded", None),
        EventKind::MarkedNotEligible { .. } => (HookTopic::LeadDecided, "marked_not_eligible", None),
        EventKind::FoundIneligible { .. } => (HookTopic::LeadDecided, "found_ineligible", None),
        EventKind::PayoutIssued { amount } => (HookTopic::LeadPayoutIssued, "payout_issued", Some(*amount)),
        EventKind::Assigned { .. } => (HookTopic::LeadChanged, "assigned", None),
        EventKind::SupportRequested { .. } => (HookTopic::LeadChanged, "support_requested", None),
        EventKind::WorkStarted { .. } => (HookTopic::LeadChanged, "work_started", None),
        EventKind::ReopenProposed { .. } => (HookTopic::LeadChanged, "reopen_proposed", None),
        EventKind::Reopened { .. } => (HookTopic::LeadChanged, "reopened", None),
        EventKind::QuestionAsked { .. } => (HookTopic::LeadChanged, "question_asked", None),
        EventKind::InformationRequested { .. } => (HookTopic::LeadChanged, "information_requested", None),
        EventKind::InformationProvided { .. } => (HookTopic::LeadChanged, "information_provided", None),
        EventKind::DetailsCorrected { .. } => (HookTopic::LeadChanged, "details_corrected", None),
        EventKind::Withdrawn { .. } => (HookTopic::LeadChanged, "withdrawn", None),
        EventKind::Escalated { .. } => (HookTopic::LeadChanged, "escalated", None),
    };
    let data = HookData::Lead {
        lead: lead.id.to_string(),
        event: code.to_owned(),
        version: event.seq,
        status: lead.status.code().to_owned(),
        outcome: lead.outcome.map(|outcome| outcome.code().to_owned()),
        amount,
    };
    let cause = format!("lead {} {}", lead.id, event.seq);
    HookEvent { org: lead.id.org().clone(), topic: Some(topic), at: event.at, cause, data }
}

/// What endpoints are told of an inquiry that came in.
#[must_use]
pub fn of_inquiry(inquiry: &Inquiry) -> HookEvent {
    HookEvent {
        org: inquiry.id.org().clone(),
        topic: Some(HookTopic::InquiryReceived),
        at: inquiry.sent_at,
        cause: format!("inquiry {}", inquiry.id),
        data: HookData::Inquiry { inquiry: inquiry.id.to_string(), version: inquiry.version },
    }
}

/// What endpoints are told of a referral record that came to be. It carries no moment of its own, so it is told of at
/// that of its first entry, or else of the referral.
#[must_use]
pub fn of_referral(record: &ReferralRecord) -> HookEvent {
    HookEvent {
        org: record.org.clone(),
        topic: Some(HookTopic::ReferralCreated),
        at: record.last_adjusted_at.unwrap_or(record.referred_at),
        cause: format!("referral {}", record.id),
        data: HookData::Referral {
            referral: record.id.to_string(),
            source: record.source.code().to_owned(),
            lead: record.lead.as_ref().map(ToString::to_string),
        },
    }
}

/// What endpoints are told of an entry of the ledger.
#[must_use]
pub fn of_ledger_entry(entry: &LedgerEntry) -> HookEvent {
    HookEvent {
        org: entry.org.clone(),
        topic: Some(HookTopic::LedgerEntryAdded),
        at: entry.booked_at,
        cause: format!("ledger {}", entry.id),
        data: HookData::LedgerEntry {
            entry: entry.id.to_string(),
            referral: entry.record.to_string(),
            kind: entry.kind.code().to_owned(),
            amount: entry.amount,
            period: entry.period.to_string(),
        },
    }
}

/// What endpoints are told of a payout; nothing if no money went out.
#[must_use]
pub fn of_payout(payout: &Payout) -> Option<HookEvent> {
    payout.is_paid().then(|| HookEvent {
        org: payout.org.clone(),
        topic: Some(HookTopic::PayoutPaid),
        at: payout.at,
        cause: format!("payout {} {}", payout.period, payout.amount.currency),
        data: HookData::Payout { period: payout.period.to_string(), amount: payout.amount },
    })
}
