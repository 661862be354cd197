//! What comes of an event of the platform. Every amount is decided by the event and the record's terms, and never by
//! what the record has come to: so the order in which events are told makes no difference.

use super::{
    Booked, Booking, Cause, CauseKind, CausedBy, ChosenPlan, Happening, LedgerKind, NotBooked, Plan,
    PlatformEvent, ReferralRecord, Source, Sums,
};
use crate::lead::Support;
use crate::money::{Money, MoneyError};
use crate::policy::{Fees, Terms, terms_by_id, terms_for};

impl PlatformEvent {
    /// What comes of the event, by the record that it is about as it stands.
    ///
    /// # Errors
    /// When the record must exist and does not, or the other way about, or a sum is out of range.
    pub fn onto(&self, standing: Option<&ReferralRecord>, booked: Booked) -> Result<Booking, NotBooked> {
        if let Happening::Referred { source, merchant, plan } = &self.happened {
            return match standing {
                Some(_) => Err(NotBooked::Exists),
                None => Ok(Booking::of(self.referred(source, &merchant.name, *plan))),
            };
        }
        let standing = standing.ok_or(NotBooked::NoReferral)?;
        if standing.is_reversed {
            return Err(NotBooked::Reversed);
        }
        let mut record = standing.clone();
        if let Some(plan) = self.plan() {
            record.choose(self.chosen(plan));
        }
        let Some((kind, amount, what)) = self.amount(standing)? else { return Ok(Booking::of(record)) };
        let reason = match &self.happened {
            Happening::Adjusted { reason, .. } => Some(reason.clone()),
            _ => None,
        };
        let cause = Cause { what, by: CausedBy::PlatformEvent { event: self.id.clone() } };
        Ok(Booking::of(record).book(booked, self.occurred_at, kind, amount, cause, reason)?)
    }

    fn referred(&self, source: &Source, merchant: &str, plan: Option<Plan>) -> ReferralRecord {
        let terms = terms_for(source, Support::None, self.occurred_at);
        ReferralRecord {
            id: self.record.clone(),
            org: self.org.clone(),
            source: source.clone(),
            merchant: merchant.to_owned(),
            lead: None,
            support: None,
            plan: plan.map(|plan| self.chosen(plan)),
            referred_at: self.occurred_at,
            terms: terms.map(|terms| terms.id.to_owned()),
            is_reversed: false,
            revenue: Sums::default(),
            taken_back: Sums::default(),
            last_adjusted_at: None,
            last_period: None,
            version: 0,
        }
    }

    fn chosen(&self, plan: Plan) -> ChosenPlan {
        ChosenPlan { plan, at: self.occurred_at, by: self.id.to_string() }
    }

    /// The plan that the event tells of.
    fn plan(&self) -> Option<Plan> {
        match &self.happened {
            Happening::Referred { plan, .. } => *plan,
            Happening::PlanChanged { plan }
            | Happening::MerchantPaid { plan, .. }
            | Happening::Refunded { plan, .. } => Some(*plan),
            Happening::Adjusted { .. } => None,
        }
    }

    /// What is booked, if anything is.
    fn amount(&self, record: &ReferralRecord) -> Result<Option<(LedgerKind, Money, CauseKind)>, MoneyError> {
        let terms = record.terms.as_deref().and_then(terms_by_id);
        Ok(match &self.happened {
            Happening::Referred { .. } | Happening::PlanChanged { .. } => None,
            Happening::MerchantPaid { plan, fees } => earned(terms, *fees, *plan)?
                .map(|amount| (LedgerKind::Commission, amount, CauseKind::MerchantPaid)),
            // The share of what is paid back is the share of what was paid, to the last unit, with the other sign.
            Happening::Refunded { plan, fees } => match earned(terms, *fees, *plan)? {
                Some(Money { minor, currency }) => {
                    let minor = minor.checked_neg().ok_or(MoneyError::Range)?;
                    Some((LedgerKind::Adjustment, Money { minor, currency }, CauseKind::Refunded))
                }
                None => None,
            },
            Happening::Adjusted { kind, amount, .. } => Some((*kind, *amount, CauseKind::Adjusted)),
        })
    }
}

fn earned(terms: Option<&Terms>, fees: Fees, plan: Plan) -> Result<Option<Money>, MoneyError> {
    terms.map_or(Ok(None), |terms| terms.earned(fees, plan))
}
