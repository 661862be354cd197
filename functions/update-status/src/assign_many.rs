//! Many leads for one representative. Each is read and written on its own, on the version that was seen: whoever
//! was faster with one of them keeps it, and the rest are given away all the same.

use futures::{StreamExt, stream};
use guildhall_contract::lead_work::{AssignedMany, NotAssigned, SeenLead, read_assign_many};
use guildhall_contract::leads::{LeadItem, TimelineEntry};
use guildhall_contract::problem::guard_code;
use guildhall_domain::actor::Actor;
use guildhall_domain::lead::listing::LeadSummary;
use guildhall_domain::lead::{Command, CommandKind, Lead};
use guildhall_domain::policy;
use guildhall_http::{
    Body, OrFail, Problem, ProblemCode, Request, Response, json, json_object, not_found, refused,
};
use guildhall_store::Commit;

use crate::UpdateStatus;

/// How many leads are under way at once.
const PARALLEL: usize = 16;

impl UpdateStatus {
    pub(crate) async fn assign_many(
        &self,
        request: &Request,
        actor: &Actor,
    ) -> Result<Response<Body>, Problem> {
        if !policy::may_ever(CommandKind::Assign, actor.role) {
            return Err(Problem::new(ProblemCode::Forbidden));
        }
        let asked = read_assign_many(&json_object(request)?).map_err(Problem::fields)?;
        let representative = self.representative(&asked.representative).await?;
        let command = Command::Assign { representative, note: asked.note };
        let each: Vec<_> = asked.leads.iter().map(|seen| self.assign(seen, &command, actor)).collect();
        let ended: Vec<_> = stream::iter(each).buffered(PARALLEL).collect().await;
        let mut answer = AssignedMany { assigned: Vec::new(), refused: Vec::new() };
        for end in ended {
            match end {
                Ok(lead) => answer.assigned.push(row(&lead, actor)),
                Err(not_assigned) => answer.refused.push(*not_assigned),
            }
        }
        json(&answer)
    }

    async fn assign(
        &self,
        seen: &SeenLead,
        command: &Command,
        actor: &Actor,
    ) -> Result<Lead, Box<NotAssigned>> {
        let read = self.leads.get(&seen.id).await.or_fail();
        let lead = read.map_err(|problem| refusal(seen, problem, None, actor))?;
        let Some(mut lead) = lead.filter(|lead| lead.is_readable_by(actor)) else {
            return Err(refusal(seen, not_found(), None, actor));
        };
        if lead.version != seen.version {
            return Err(overtaken(seen, Some(&lead), actor));
        }
        if let Err(why) = lead.apply(command, actor, self.clock.now()) {
            return Err(refusal(seen, refused(why), Some(&lead), actor));
        }
        match self.leads.commit(&lead).await.or_fail() {
            Ok(Commit::Done) => Ok(lead),
            Ok(Commit::Conflict(current)) => Err(overtaken(seen, current.as_deref(), actor)),
            // Whether it is written is not known, so nothing is said of how the lead stands.
            Err(problem) => Err(refusal(seen, problem, None, actor)),
        }
    }
}

fn row(lead: &Lead, actor: &Actor) -> LeadItem {
    LeadItem::new(&LeadSummary::from(lead), actor.role.side())
}

/// Somebody was faster: the lead as it is now, and the last thing that happened to it.
fn overtaken(seen: &SeenLead, current: Option<&Lead>, actor: &Actor) -> Box<NotAssigned> {
    let Some(lead) = current.filter(|lead| lead.is_readable_by(actor)) else {
        return refusal(seen, not_found(), None, actor);
    };
    // Whoever assigns leads may know what was paid.
    let changed = lead.timeline.last().map(|event| TimelineEntry::new(event, true));
    let refusal = refusal(seen, Problem::new(ProblemCode::VersionConflict), Some(lead), actor);
    Box::new(NotAssigned { changed, ..*refusal })
}

fn refusal(seen: &SeenLead, problem: Problem, current: Option<&Lead>, actor: &Actor) -> Box<NotAssigned> {
    Box::new(NotAssigned {
        id: seen.id.clone(),
        code: problem.code,
        guard: problem.guard.map(|guard| guard_code(guard).to_owned()),
        current: current.map(|lead| row(lead, actor)),
        changed: None,
    })
}
