//! Leads without sales support that a run pays: their status stays where it is, and the platform tells that their
//! merchant pays.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::Period;
use crate::actor::Actor;
use crate::ids::LeadId;
use crate::lead::{Command, Lead};
use crate::money::Money;
use crate::policy::terms_by_id;
use crate::referral::{Happening, PlatformEvent};

/// The leads that a run of a period looks at: those whose merchant has paid, as the platform tells, before the period
/// ended, and whose event waits for a referral that only the run makes. Each once, in the order of their ids.
#[must_use]
pub fn leads_that_wait<'a>(
    events: impl IntoIterator<Item = &'a PlatformEvent>,
    period: Period,
) -> Vec<LeadId> {
    let paid = events.into_iter().filter(|event| {
        matches!(event.happened, Happening::MerchantPaid { .. }) && event.occurred_at < period.end()
    });
    let leads: BTreeMap<_, _> = paid
        .filter_map(|event| event.record.lead_of(&event.org))
        .map(|lead| (lead.to_string(), lead))
        .collect();
    leads.into_values().collect()
}

/// The lead with its payout issued, and how much it is; `None` if none is due: the policy says so, or its terms grant
/// no bonus.
#[must_use]
pub fn with_payout_issued(mut lead: Lead, now: DateTime<Utc>) -> Option<(Lead, Money)> {
    let amount = terms_by_id(&lead.terms)?.bonus()?;
    lead.apply(&Command::RecordPayout { amount }, &Actor::system(), now).ok()?;
    Some((lead, amount))
}
