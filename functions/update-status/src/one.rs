//! One lead: whatever the platform's people may ask of it.

use guildhall_contract::commands::{StatusCommand, read_status_command};
use guildhall_domain::actor::{Actor, Side};
use guildhall_domain::ids::LeadId;
use guildhall_domain::lead::{Command, Lead};
use guildhall_http::{
    Body, OrFail, Problem, ProblemCode, Request, Response, if_match, json_object, not_found, path_parameter,
    refused, tagged,
};
use guildhall_store::Commit;

use crate::UpdateStatus;

impl UpdateStatus {
    pub(crate) async fn move_one(&self, request: &Request, actor: &Actor) -> Result<Response<Body>, Problem> {
        let id: LeadId =
            path_parameter(request, "lead_id").and_then(|id| id.parse().ok()).ok_or_else(not_found)?;
        let mut lead = self.readable(&id, actor).await?;
        // A partner never sets a status, whatever the request says.
        if actor.role.side() != Side::Platform {
            return Err(Problem::new(ProblemCode::Forbidden));
        }
        let seen = if_match(request)?;
        let status_command = read_status_command(&json_object(request)?).map_err(Problem::fields)?;
        if seen != lead.version {
            return Err(self.conflict(Some(&lead), actor).await);
        }
        let command = self.command(status_command).await?;
        lead.apply(&command, actor, self.clock.now()).map_err(refused)?;
        match self.leads.commit(&lead).await.or_fail()? {
            Commit::Done => tagged(&self.details(&lead, actor).await?, lead.version),
            Commit::Conflict(current) => Err(self.conflict(current.as_deref(), actor).await),
        }
    }

    async fn readable(&self, id: &LeadId, actor: &Actor) -> Result<Lead, Problem> {
        let lead = self.leads.get(id).await.or_fail()?;
        lead.filter(|lead| lead.is_readable_by(actor)).ok_or_else(not_found)
    }

    async fn command(&self, request: StatusCommand) -> Result<Command, Problem> {
        match request.into_command() {
            Ok(command) => Ok(command),
            Err((id, note)) => Ok(Command::Assign { representative: self.representative(&id).await?, note }),
        }
    }

    /// Somebody was faster. Whoever may still read the lead is shown what became of it.
    async fn conflict(&self, current: Option<&Lead>, actor: &Actor) -> Problem {
        let Some(lead) = current.filter(|lead| lead.is_readable_by(actor)) else {
            return not_found();
        };
        match self.details(lead, actor).await {
            Ok(details) => {
                Problem { current: Some(Box::new(details)), ..Problem::new(ProblemCode::VersionConflict) }
            }
            Err(problem) => problem,
        }
    }
}
