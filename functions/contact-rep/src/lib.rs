//! What a partner says about a lead once it is submitted: a question to the representative, a request for sales
//! support, the information that was asked for, a correction, a withdrawal. Each is an event of the lead.

mod ask;
mod respond;

use std::sync::Arc;

use guildhall_contract::leads::LeadDetails;
use guildhall_domain::actor::Actor;
use guildhall_domain::clock::Clock;
use guildhall_domain::ids::LeadId;
use guildhall_domain::lead::Lead;
use guildhall_domain::notice::Contact;
use guildhall_http::{
    Body, Caller, Handler, OrFail, Problem, Request, Response, caller, language, not_found, path_parameter,
    route_key,
};
use guildhall_store::{Leads, RosterCache, Table};

/// Writes what partners say.
pub struct ContactRep {
    leads: Leads,
    roster: RosterCache,
    clock: Arc<dyn Clock>,
}

impl ContactRep {
    /// Writes to this table, in this clock's time.
    #[must_use]
    pub fn new(table: Table, clock: Arc<dyn Clock>) -> Self {
        Self { leads: Leads::new(table.clone()), roster: RosterCache::new(table), clock }
    }

    async fn readable(&self, request: &Request, actor: &Actor) -> Result<Lead, Problem> {
        let id: LeadId =
            path_parameter(request, "lead_id").and_then(|id| id.parse().ok()).ok_or_else(not_found)?;
        let lead = self.leads.get(&id).await.or_fail()?;
        lead.filter(|lead| lead.is_readable_by(actor)).ok_or_else(not_found)
    }

    async fn details(&self, lead: &Lead, caller: &Caller) -> Result<LeadDetails, Problem> {
        let representative = self.roster.of(lead).await.or_fail()?;
        Ok(LeadDetails::new(lead, representative.as_ref(), &caller.actor, caller.sees_money))
    }
}

/// Where the caller gets mail, if they are of the partner's people.
fn contact(request: &Request, caller: &Caller) -> Option<Contact> {
    let email = caller.email.clone().filter(|_| caller.organisation.is_some());
    email.map(|email| Contact { email, language: language(request) })
}

impl Handler for ContactRep {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        let caller = caller(&request)?;
        match route_key(&request) {
            "POST /api/v1/leads/{lead_id}/contact" => self.ask(&request, &caller).await,
            "POST /api/v1/leads/{lead_id}/information" => self.inform(&request, &caller).await,
            "POST /api/v1/leads/{lead_id}/correction" => self.correct(&request, &caller).await,
            "POST /api/v1/leads/{lead_id}/withdrawal" => self.withdraw(&request, &caller).await,
            _ => Err(not_found()),
        }
    }
}
