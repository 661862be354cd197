//! Keeps what each side means to do next about a lead. A plan is no part of the lead's story: nobody is told, no
//! version moves, and the other side never sees it.

use guildhall_contract::lead_work::read_plan;
use guildhall_contract::leads::LeadDetails;
use guildhall_domain::actor::{Actor, Role, Side};
use guildhall_domain::ids::LeadId;
use guildhall_domain::lead::{Lead, Plan};
use guildhall_http::{
    Body, Handler, OrFail, Problem, ProblemCode, Request, Response, caller, json_object, not_found,
    path_parameter, tagged,
};
use guildhall_store::{Leads, RosterCache, Table};

/// How often a plan is tried again when the lead goes to somebody else at the same time.
const ATTEMPTS: u32 = 3;

/// Keeps plans.
pub struct PlanLead {
    leads: Leads,
    roster: RosterCache,
}

impl PlanLead {
    /// Writes to this table.
    #[must_use]
    pub fn new(table: Table) -> Self {
        Self { leads: Leads::new(table.clone()), roster: RosterCache::new(table) }
    }

    async fn readable(&self, id: &LeadId, actor: &Actor) -> Result<Lead, Problem> {
        let lead = self.leads.get(id).await.or_fail()?;
        lead.filter(|lead| lead.is_readable_by(actor)).ok_or_else(not_found)
    }

    /// The later of two plans of one side stands, so nobody says which version they saw. Whose the lead is may
    /// change in between: then it is looked up again whether the caller may know of it at all.
    async fn keep(&self, mut lead: Lead, plan: Option<&Plan>, actor: &Actor) -> Result<Lead, Problem> {
        let side = actor.role.side();
        for _ in 0..ATTEMPTS {
            if self.leads.plan(&lead, side, plan).await.or_fail()? {
                match side {
                    Side::Merchant => {}
                    Side::Partner => lead.plans.partner = plan.cloned(),
                    Side::Platform => lead.plans.sales = plan.cloned(),
                }
                return Ok(lead);
            }
            lead = self.readable(&lead.id, actor).await?;
        }
        Err(Problem { retry_after: Some(1), ..Problem::new(ProblemCode::Unavailable) })
    }
}

impl Handler for PlanLead {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        let caller = caller(&request)?;
        let id: LeadId =
            path_parameter(&request, "lead_id").and_then(|id| id.parse().ok()).ok_or_else(not_found)?;
        let lead = self.readable(&id, &caller.actor).await?;
        if !may_plan(caller.actor.role) {
            return Err(Problem::new(ProblemCode::Forbidden));
        }
        caller.check_standing()?;
        let asked = read_plan(&json_object(&request)?).map_err(Problem::fields)?;
        let by = caller.actor.name.clone();
        let plan = asked.date.map(|date| Plan { date, note: asked.note, by });
        let lead = self.keep(lead, plan.as_ref(), &caller.actor).await?;
        let representative = self.roster.of(&lead).await.or_fail()?;
        tagged(
            &LeadDetails::new(&lead, representative.as_ref(), &caller.actor, caller.sees_money),
            lead.version,
        )
    }
}

/// Whether a role keeps plans: whoever works with leads and does not only read them.
fn may_plan(role: Role) -> bool {
    match role {
        Role::PartnerMember | Role::PartnerOwner | Role::Rep | Role::SalesManager | Role::ProgramAdmin => {
            true
        }
        Role::Merchant | Role::PartnerViewer | Role::System => false,
    }
}
