//! Referral records: the merchants that a partner referred, and what each of them earned.

pub mod listing;
mod record;

pub use record::{LedgerEntry, LedgerKind, Plan, ReferralId, ReferralRecord, ReferralState, Source};

use crate::lead::{Event, EventKind, Lead, Status};
use crate::money::{Currency, Money};

/// What a lead's event does to its referral record, in the same transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReferralChange {
    /// A record comes to be; if an earlier one was reversed, it lives again.
    Create(Box<ReferralRecord>),
    /// The record stays, but no longer counts.
    Reverse(ReferralId),
}

/// What follows from an event for the referral history. Derived from the event alone and the lead it
/// led to, so that a repeated look at the committed write gives the same answer.
#[must_use]
pub fn change_of(lead: &Lead, event: &Event) -> Option<ReferralChange> {
    match &event.kind {
        EventKind::Awarded { .. } => Some(ReferralChange::Create(Box::new(record_of(lead, event, None)))),
        EventKind::PayoutIssued { amount } => {
            Some(ReferralChange::Create(Box::new(record_of(lead, event, Some(*amount)))))
        }
        EventKind::Reopened { .. } if left_awarded(event) => {
            Some(ReferralChange::Reverse(ReferralId::of_lead(&lead.id)))
        }
        EventKind::Reopened { .. }
        | EventKind::Submitted { .. }
        | EventKind::Assigned { .. }
        | EventKind::SupportRequested { .. }
        | EventKind::WorkStarted { .. }
        | EventKind::MarkedNotEligible { .. }
        | EventKind::FoundIneligible { .. }
        | EventKind::ReopenProposed { .. }
        | EventKind::QuestionAsked { .. }
        | EventKind::InformationRequested { .. }
        | EventKind::InformationProvided { .. }
        | EventKind::Withdrawn { .. }
        | EventKind::Escalated { .. } => None,
    }
}

fn left_awarded(event: &Event) -> bool {
    event.change.is_some_and(|change| change.from == Some(Status::Awarded))
}

fn record_of(lead: &Lead, event: &Event, paid: Option<Money>) -> ReferralRecord {
    let entries = paid
        .map(|amount| LedgerEntry { kind: LedgerKind::Bonus, amount, at: event.at, reason: None })
        .into_iter()
        .collect();
    ReferralRecord {
        id: ReferralId::of_lead(&lead.id),
        org: lead.id.org().clone(),
        source: Source::of_product(lead.product()),
        merchant: lead.form.company.clone(),
        lead: Some(lead.id.clone()),
        plan: Plan::of_product(lead.product()),
        referred_at: lead.submitted_at(),
        terms: lead.terms.clone(),
        state: if paid.is_some() { ReferralState::Paid } else { ReferralState::Scheduled },
        currency: paid.map_or(Currency::USD, |amount| amount.currency),
        entries,
        version: 1,
    }
}
