//! Takes a lead from a partner: one conditional write, however often the request is repeated.

use std::sync::Arc;

use guildhall_contract::fields::{FieldCode, FieldError};
use guildhall_contract::lead_form::read_lead_form;
use guildhall_contract::leads::LeadReceipt;
use guildhall_domain::actor::Actor;
use guildhall_domain::clock::Clock;
use guildhall_domain::ids::{InquiryId, LeadId};
use guildhall_domain::inquiry::{Inquiry, InquiryCommand};
use guildhall_domain::lead::{Lead, LeadForm, NewLead};
use guildhall_domain::notice::Contact;
use guildhall_domain::policy::Language;
use guildhall_domain::representative::route;
use guildhall_http::{
    Body, Caller, Handler, OrFail, Organisation, Problem, ProblemCode, Request, Response, caller,
    content_hash, created, idempotency_key, inquiry_refused, json_object, language, refused,
};
use guildhall_store::{Created, Inquiries, InquiryCommit, Leads, RosterCache, Table};

/// How often the inquiry that a lead came from is marked again when somebody else changes it meanwhile.
const TRIES: usize = 4;

/// Writes new leads.
pub struct SubmitLead {
    leads: Leads,
    inquiries: Inquiries,
    roster: RosterCache,
    clock: Arc<dyn Clock>,
}

impl SubmitLead {
    /// Writes to this table, in this clock's time.
    #[must_use]
    pub fn new(table: Table, clock: Arc<dyn Clock>) -> Self {
        Self {
            leads: Leads::new(table.clone()),
            inquiries: Inquiries::new(table.clone()),
            roster: RosterCache::new(table),
            clock,
        }
    }

    /// The lead as it would be created, routed to whoever covers it.
    async fn prepare(
        &self,
        id: LeadId,
        form: LeadForm,
        caller: &Caller,
        organisation: &Organisation,
        language: Language,
    ) -> Result<Lead, Problem> {
        let roster = self.roster.get().await.or_fail()?;
        let representative = route(&roster, form.product(), form.country, &id).cloned();
        let contact = caller.email.clone().map(|email| Contact { email, language });
        let new = NewLead { id, org_name: organisation.name.clone(), form, representative, contact };
        Lead::submit(new, &caller.actor, self.clock.now()).map_err(refused)
    }

    /// The inquiry that the lead comes from, if it says so: one of the organisation's own, that no other
    /// lead came from.
    async fn origin(&self, form: &LeadForm, id: &LeadId, actor: &Actor) -> Result<Option<Inquiry>, Problem> {
        let Some(origin) = &form.inquiry else { return Ok(None) };
        let wrong = |code| FieldError::field("inquiry", code);
        let inquiry = self.inquiries.get(origin).await.or_fail()?;
        let Some(inquiry) = inquiry.filter(|inquiry| inquiry.is_readable_by(actor)) else {
            return Err(Problem::fields(vec![wrong(FieldCode::InquiryUnknown)]));
        };
        match &inquiry.lead {
            Some(other) if other != id => {
                Err(Problem::fields(vec![wrong(FieldCode::InquiryUsed).with("lead_id", other)]))
            }
            Some(_) | None => Ok(Some(inquiry)),
        }
    }

    /// Notes at the inquiry what became of it. A repeated submission does so again, so that a lead whose
    /// first request died half-way still finds its inquiry.
    async fn link(&self, mut inquiry: Inquiry, lead: &LeadId, actor: &Actor) -> Result<(), Problem> {
        let id: InquiryId = inquiry.id.clone();
        for _ in 0..TRIES {
            let version = inquiry.version;
            let command = InquiryCommand::LinkLead(lead.clone());
            inquiry.apply(command, actor, self.clock.now()).map_err(inquiry_refused)?;
            if inquiry.version == version {
                return Ok(());
            }
            match self.inquiries.commit(&inquiry).await.or_fail()? {
                InquiryCommit::Done => return Ok(()),
                InquiryCommit::Conflict(Some(current)) => inquiry = *current,
                InquiryCommit::Conflict(None) => return Ok(()),
            }
        }
        tracing::warn!(inquiry = %id, "could not note the lead at its inquiry");
        Ok(())
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
        let origin = self.origin(&form, &id, &caller.actor).await?;
        let lead = self.prepare(id, form, &caller, organisation, language(&request)).await?;
        let created = self.leads.create(&lead, &request_hash).await.or_fail()?;
        if let (Created::New | Created::Replay(_), Some(inquiry)) = (&created, origin) {
            self.link(inquiry, &lead.id, &caller.actor).await?;
        }
        match created {
            Created::New => answer(&lead),
            Created::Replay(first) => answer(&first),
            Created::KeyReused => Err(Problem::new(ProblemCode::IdempotencyKeyReused)),
            Created::InquiryUsed(other) => Err(Problem::fields(vec![
                FieldError::field("inquiry", FieldCode::InquiryUsed).with("lead_id", other),
            ])),
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
