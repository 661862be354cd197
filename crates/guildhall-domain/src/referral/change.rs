//! What a lead's event does to its referral record, in the same transaction.

use chrono::{DateTime, Utc};

use super::{
    Booked, Booking, Cause, CauseKind, CausedBy, ChosenPlan, LedgerKind, NotBooked, Plan, ReferralId,
    ReferralRecord, Source, Sums,
};
use crate::ids::LeadId;
use crate::lead::{Event, EventKind, Lead, Status};
use crate::money::{Money, MoneyError};
use crate::policy::{Terms, terms_by_id};

/// What a lead's event does to its referral record, in the same transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReferralChange {
    /// A record comes to be; if an earlier one was reversed, it lives again.
    Create {
        /// The record without anything earned, of version 0.
        record: Box<ReferralRecord>,
        /// What is booked at once, and what it was caused by.
        bonus: Option<(Money, CauseKind)>,
        /// The event.
        by: LeadMoment,
    },
    /// The record stays, but no longer counts, and what it earned is taken back.
    Reverse {
        /// Which one.
        id: ReferralId,
        /// The event.
        by: LeadMoment,
    },
}

/// An event of a lead, as an entry of the ledger keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeadMoment {
    /// The lead.
    pub lead: LeadId,
    /// The event's place in the timeline.
    pub seq: u64,
    /// When, in business time.
    pub at: DateTime<Utc>,
}

impl LeadMoment {
    fn cause(&self, what: CauseKind) -> Cause {
        Cause { what, by: CausedBy::LeadEvent { lead: self.lead.clone(), seq: self.seq } }
    }
}

/// What follows from an event for the referral history. Derived from the event alone and the lead it
/// led to, so that a repeated look at the committed write gives the same answer.
#[must_use]
pub fn change_of(lead: &Lead, event: &Event) -> Option<ReferralChange> {
    let by = LeadMoment { lead: lead.id.clone(), seq: event.seq, at: event.at };
    let create = |bonus| ReferralChange::Create { record: Box::new(record_of(lead)), bonus, by: by.clone() };
    match &event.kind {
        EventKind::Awarded { .. } => {
            let bonus = terms_by_id(&lead.terms).and_then(Terms::bonus);
            Some(create(bonus.map(|amount| (amount, CauseKind::Awarded))))
        }
        EventKind::PayoutIssued { amount } => Some(create(Some((*amount, CauseKind::PayoutIssued)))),
        EventKind::Reopened { .. } if left_awarded(event) => {
            Some(ReferralChange::Reverse { id: ReferralId::of_lead(&lead.id), by })
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
        | EventKind::DetailsCorrected { .. }
        | EventKind::Withdrawn { .. }
        | EventKind::Escalated { .. } => None,
    }
}

fn left_awarded(event: &Event) -> bool {
    event.change.is_some_and(|change| change.from == Some(Status::Awarded))
}

fn record_of(lead: &Lead) -> ReferralRecord {
    let plan = Plan::of_product(lead.product());
    ReferralRecord {
        id: ReferralId::of_lead(&lead.id),
        org: lead.id.org().clone(),
        source: Source::of_product(lead.product()),
        merchant: lead.form.company.clone(),
        lead: Some(lead.id.clone()),
        support: Some(lead.support),
        plan: Some(ChosenPlan { plan, at: lead.submitted_at(), by: String::new() }),
        referred_at: lead.submitted_at(),
        terms: Some(lead.terms.clone()),
        is_reversed: false,
        revenue: Sums::default(),
        taken_back: Sums::default(),
        last_adjusted_at: None,
        last_period: None,
        version: 0,
    }
}

impl ReferralChange {
    /// Which record it is about.
    #[must_use]
    pub fn record(&self) -> &ReferralId {
        match self {
            Self::Create { record, .. } => &record.id,
            Self::Reverse { id, .. } => id,
        }
    }

    /// What comes of the change, by the record as it stands.
    ///
    /// Taking an award back takes back what the record earned; awarding again gives that back, and books no second
    /// bonus beside it.
    ///
    /// # Errors
    /// When a record that should not live does, or the other way about, or a sum is out of range.
    pub fn onto(self, standing: Option<&ReferralRecord>, booked: Booked) -> Result<Booking, NotBooked> {
        match (self, standing) {
            (Self::Create { record, bonus, by }, None) => {
                let mut booking = Booking::of(*record);
                if let Some((amount, what)) = bonus {
                    let cause = by.cause(what);
                    booking = booking.book(booked, by.at, LedgerKind::Bonus, amount, cause, None)?;
                }
                Ok(booking)
            }
            (Self::Create { record, by, .. }, Some(standing)) if standing.is_reversed => {
                Ok(restored(standing, *record, &by, booked)?)
            }
            (Self::Create { .. }, Some(_)) => Err(NotBooked::Exists),
            (Self::Reverse { .. }, None) => Err(NotBooked::NoReferral),
            (Self::Reverse { .. }, Some(standing)) if standing.is_reversed => Err(NotBooked::Reversed),
            (Self::Reverse { by, .. }, Some(standing)) => Ok(reversed(standing, &by, booked)?),
        }
    }
}

fn reversed(standing: &ReferralRecord, by: &LeadMoment, booked: Booked) -> Result<Booking, MoneyError> {
    let taken_back = standing.revenue.clone();
    let record = ReferralRecord { is_reversed: true, taken_back: taken_back.clone(), ..standing.clone() };
    let mut booking = Booking::of(record);
    for Money { minor, currency } in taken_back.iter() {
        let amount = Money { minor: minor.checked_neg().ok_or(MoneyError::Range)?, currency };
        let cause = by.cause(CauseKind::AwardReversed);
        booking = booking.book(booked, by.at, LedgerKind::Adjustment, amount, cause, None)?;
    }
    Ok(booking)
}

/// The merchant may be spelt otherwise by now; the rest is as it was.
fn restored(
    standing: &ReferralRecord,
    fresh: ReferralRecord,
    by: &LeadMoment,
    booked: Booked,
) -> Result<Booking, MoneyError> {
    let record = ReferralRecord {
        is_reversed: false,
        merchant: fresh.merchant,
        taken_back: Sums::default(),
        ..standing.clone()
    };
    let mut booking = Booking::of(record);
    for amount in standing.taken_back.iter() {
        let cause = by.cause(CauseKind::AwardRestored);
        booking = booking.book(booked, by.at, LedgerKind::Adjustment, amount, cause, None)?;
    }
    Ok(booking)
}
