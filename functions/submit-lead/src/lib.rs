//! Takes a lead from a partner: one conditional write, however often the request is repeated.

use std::sync::Arc;

use guildhall_contract::fields::{FieldCode, FieldError};
use guildhall_contract::lead_form::read_lead_form;
use guildhall_contract::leads::LeadReceipt;
use guildhall_domain::clock::Clock;
use guildhall_domain::ids::LeadId;
use guildhall_domain::lead::{Lead, LeadForm, NewLead};
use guildhall_domain::representative::route;
use guildhall_http::{
    Body, Caller, Handler, OrFail, Organisation, Problem, ProblemCode, Request, Response, caller,
    content_hash, created, idempotency_key, json_object, refused,
};
use guildhall_store::{Created, Leads, RosterCache, Table};

/// Writes new leads.
pub struct SubmitLead {
    leads: Leads,
    roster: RosterCache,
    clock: Arc<dyn Clock>,
}

impl SubmitLead {
    /// Writes to this table, in this clock's time.
    #[must_use]
    pub fn new(table: Table, clock: Arc<dyn Clock>) -> Self {
        Self { leads: Leads::new(table.clone()), roster: RosterCache::new(table), clock }
    }

    /// The lead as it would be created, routed to whoever covers it.
    async fn prepare(
        &self,
        id: LeadId,
        form: LeadForm,
        caller: &Caller,
        organisation: &Organisation,
    ) -> Result<Lead, Problem> {
        let roster = self.roster.get().await.or_fail()?;
        let representative = route(&roster, form.product(), form.country, &id).cloned();
        let new = NewLead { id, org_name: organisation.name.clone(), form, representative };
        Lead::submit(new, &caller.actor, self.clock.now()).map_err(refused)
    }
}

impl Handler for SubmitLead {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        let caller = caller(&request)?;
        let organisation = may_submit(&caller)?;
        let key = idempotency_key(&request)?;
        let form = read_lead_form(&json_object(&request)?).map_err(Problem::fields)?;
        let request_hash = content_hash(&form)?;
        let id = LeadId::derive(&organisation.id, key);
        let lead = self.prepare(id, form, &caller, organisation).await?;
        match self.leads.create(&lead, &request_hash).await.or_fail()? {
            Created::New => answer(&lead),
            Created::Replay(first) => answer(&first),
            Created::KeyReused => Err(Problem::new(ProblemCode::IdempotencyKeyReused)),
            Created::ReferenceTaken(other) => Err(Problem::fields(vec![
                FieldError::field("reference", FieldCode::ReferenceTaken).with("lead_id", other),
            ])),
        }
    }
}

fn may_submit(caller: &Caller) -> Result<&Organisation, Problem> {
    let organisation = caller.organisation.as_ref().filter(|_| caller.actor.role.submits_leads());
    let organisation = organisation.ok_or_else(|| Problem::new(ProblemCode::Forbidden))?;
    if organisation.suspended {
        return Err(Problem::new(ProblemCode::OrganisationSuspended));
    }
    Ok(organisation)
}

fn answer(lead: &Lead) -> Result<Response<Body>, Problem> {
    created(&LeadReceipt::from(lead), &format!("/api/v1/leads/{}", lead.id))
}
