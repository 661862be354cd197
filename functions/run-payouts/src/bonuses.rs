//! Leads without sales support that are due a payout.

use guildhall_domain::ids::LeadId;
use guildhall_domain::lead::Lead;
use guildhall_domain::money::Money;
use guildhall_domain::payout::{Period, leads_that_wait, with_payout_issued};
use guildhall_domain::referral::Booked;
use guildhall_http::{OrFail, Problem};
use guildhall_store::Commit;

use crate::RunPayouts;

/// A lead with its payout issued, which is yet to be written.
pub(crate) struct Bonus {
    /// The lead as it is to be.
    pub(crate) lead: Lead,
    /// How much it earns.
    pub(crate) amount: Money,
}

impl RunPayouts {
    /// Every lead that a run of a period pays and that is not paid yet.
    pub(crate) async fn bonuses(&self, period: Period) -> Result<Vec<Bonus>, Problem> {
        let waiting = self.events.waiting().await.or_fail()?;
        let mut bonuses = Vec::new();
        for id in leads_that_wait(waiting.iter().map(|waiting| &waiting.event), period) {
            bonuses.extend(self.bonus(&id).await?);
        }
        Ok(bonuses)
    }

    async fn bonus(&self, id: &LeadId) -> Result<Option<Bonus>, Problem> {
        let lead = self.leads.get(id).await.or_fail()?;
        let issued = lead.and_then(|lead| with_payout_issued(lead, self.clock.now()));
        Ok(issued.map(|(lead, amount)| Bonus { lead, amount }))
    }

    /// Issues a payout. `false` if somebody was faster with the lead, so that it has to be looked at again.
    pub(crate) async fn issue(&self, bonus: &Bonus, period: Period) -> Result<bool, Problem> {
        let booked = Booked::in_period(self.clock.now(), period);
        let commit = self.leads.commit_booked(&bonus.lead, booked).await.or_fail()?;
        Ok(matches!(commit, Commit::Done))
    }
}
