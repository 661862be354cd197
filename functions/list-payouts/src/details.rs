//! Where an organisation is paid. The number of the account goes in and never comes out whole.

use guildhall_contract::fields::{FieldCode, FieldError};
use guildhall_contract::payouts::{
    PAYOUT_ACCOUNT, PayoutDetailsBody, PayoutDetailsEntry, read_payout_details,
};
use guildhall_contract::problem::CurrentState;
use guildhall_domain::actor::Stamp;
use guildhall_domain::ids::OrgId;
use guildhall_domain::payout::PayoutDetails;
use guildhall_http::{
    Body, Caller, OrFail, Problem, ProblemCode, Request, Response, if_match, json_object, tagged,
};
use guildhall_store::{Kept, KeptPut};

use crate::ListPayouts;

impl ListPayouts {
    pub(crate) async fn details(&self, caller: &Caller, org: &OrgId) -> Result<Response<Body>, Problem> {
        let kept = self.payouts.details(org).await.or_fail()?;
        answer(kept.as_ref(), caller)
    }

    pub(crate) async fn put_details(
        &self,
        request: &Request,
        caller: &Caller,
        org: &OrgId,
    ) -> Result<Response<Body>, Problem> {
        caller.check_standing()?;
        if !caller.actor.role.manages_organisation() {
            return Err(Problem::new(ProblemCode::Forbidden));
        }
        let seen = if_match(request)?;
        let body = read_payout_details(&json_object(request)?).map_err(Problem::fields)?;
        let details = self.whole(org, body).await?;
        let stamp = Stamp { by: caller.actor.signature(), at: self.clock.now() };
        match self.payouts.put_details(org, Kept::after(seen, details, stamp)).await.or_fail()? {
            KeptPut::Done(kept) => answer(Some(&kept), caller),
            KeptPut::Conflict(current) => {
                let current = entry(current.as_deref(), caller);
                Err(Problem::overtaken(CurrentState::PayoutDetails(current)))
            }
        }
    }

    /// The details with the account that stays, if none is said. Should somebody change it meanwhile, the revision
    /// does not fit any more.
    async fn whole(&self, org: &OrgId, body: PayoutDetailsBody) -> Result<PayoutDetails, Problem> {
        let account = match body.account {
            Some(account) => account,
            None => match self.payouts.details(org).await.or_fail()? {
                Some(kept) => kept.value.account,
                None => {
                    let missing = FieldError::field(PAYOUT_ACCOUNT.name, FieldCode::Required);
                    return Err(Problem::fields(vec![missing]));
                }
            },
        };
        Ok(PayoutDetails { payee: body.payee, country: body.country, account })
    }
}

fn answer(kept: Option<&Kept<PayoutDetails>>, caller: &Caller) -> Result<Response<Body>, Problem> {
    let entry = entry(kept, caller);
    tagged(&entry, entry.version)
}

fn entry(kept: Option<&Kept<PayoutDetails>>, caller: &Caller) -> PayoutDetailsEntry {
    PayoutDetailsEntry::new(
        kept.map(|kept| &kept.value),
        caller.actor.role.manages_organisation() && caller.check_standing().is_ok(),
        kept.and_then(|kept| kept.changed.clone()),
        kept.map_or(0, |kept| kept.revision),
    )
}
