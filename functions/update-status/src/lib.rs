//! Moves leads, for the platform's people. One lead: one read, the policy table, one conditional write. Many at
//! once are given to a representative, each on its own: one that somebody was faster with keeps none of the others.

mod assign_many;
mod one;

use std::sync::Arc;

use guildhall_contract::fields::{FieldCode, FieldError};
use guildhall_contract::leads::LeadDetails;
use guildhall_domain::actor::Actor;
use guildhall_domain::clock::Clock;
use guildhall_domain::ids::UserId;
use guildhall_domain::lead::Lead;
use guildhall_domain::representative::Representative;
use guildhall_http::{Body, Handler, OrFail, Problem, Request, Response, caller, not_found, route_key};
use guildhall_store::{Leads, RosterCache, Table};

/// Moves leads.
pub struct UpdateStatus {
    leads: Leads,
    roster: RosterCache,
    clock: Arc<dyn Clock>,
}

impl UpdateStatus {
    /// Writes to this table, in this clock's time.
    #[must_use]
    pub fn new(table: Table, clock: Arc<dyn Clock>) -> Self {
        Self { leads: Leads::new(table.clone()), roster: RosterCache::new(table), clock }
    }

    /// Somebody whom a request names as the new representative.
    async fn representative(&self, id: &UserId) -> Result<Representative, Problem> {
        let unknown = || FieldError::field("representative", FieldCode::RepresentativeUnknown);
        self.roster.find(id).await.or_fail()?.ok_or_else(|| Problem::fields(vec![unknown()]))
    }

    async fn details(&self, lead: &Lead, actor: &Actor) -> Result<LeadDetails, Problem> {
        let representative = self.roster.of(lead).await.or_fail()?;
        // Only the platform's people come this far, and who of them sees money follows from the role.
        Ok(LeadDetails::new(lead, representative.as_ref(), actor, actor.role.sees_money(false)))
    }
}

impl Handler for UpdateStatus {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        let actor = caller(&request)?.actor;
        match route_key(&request) {
            "POST /api/v1/leads/{lead_id}/status" => self.move_one(&request, &actor).await,
            "POST /api/v1/leads/assign" => self.assign_many(&request, &actor).await,
            _ => Err(not_found()),
        }
    }
}
