//! The information that was asked for, corrections and withdrawals. All are said about the version that was seen: somebody who
//! answers a question must have read that question, and not the one after it.

use guildhall_contract::lead_work::{read_correction, read_information, read_withdrawal};
use guildhall_domain::lead::{Command, CommandKind, Lead, Refusal};
use guildhall_domain::policy;
use guildhall_http::{
    Body, Caller, OrFail, Problem, ProblemCode, Request, Response, if_match, json_object, not_found, refused,
    tagged,
};
use guildhall_store::Commit;

use crate::{ContactRep, contact};

impl ContactRep {
    pub(crate) async fn inform(&self, request: &Request, caller: &Caller) -> Result<Response<Body>, Problem> {
        let (lead, seen) = self.opened(request, caller, CommandKind::ProvideInformation).await?;
        let body = json_object(request)?;
        // What may be in the body depends on what was asked, so the version comes before its fields.
        self.check_seen(&lead, seen, caller).await?;
        let Some(asked) = &lead.information else {
            return Err(refused(Refusal::InvalidTransition { allowed: lead.allowed(&caller.actor) }));
        };
        let read = read_information(&body, &lead.form, &asked.fields);
        let (form, note) = read.map_err(Problem::fields)?;
        let command = Command::ProvideInformation { form: Box::new(form), note };
        self.respond(lead, &command, request, caller).await
    }

    pub(crate) async fn correct(
        &self,
        request: &Request,
        caller: &Caller,
    ) -> Result<Response<Body>, Problem> {
        let (lead, seen) = self.opened(request, caller, CommandKind::CorrectDetails).await?;
        let body = json_object(request)?;
        // A correction is of what was seen.
        self.check_seen(&lead, seen, caller).await?;
        let (form, note) = read_correction(&body, &lead.form).map_err(Problem::fields)?;
        let command = Command::CorrectDetails { form: Box::new(form), note, imported: false };
        self.respond(lead, &command, request, caller).await
    }

    pub(crate) async fn withdraw(
        &self,
        request: &Request,
        caller: &Caller,
    ) -> Result<Response<Body>, Problem> {
        let (lead, seen) = self.opened(request, caller, CommandKind::Withdraw).await?;
        let reason = read_withdrawal(&json_object(request)?).map_err(Problem::fields)?;
        self.check_seen(&lead, seen, caller).await?;
        self.respond(lead, &Command::Withdraw { reason }, request, caller).await
    }

    /// The lead, for somebody who may ever do this with one, and the version that they saw.
    async fn opened(
        &self,
        request: &Request,
        caller: &Caller,
        kind: CommandKind,
    ) -> Result<(Lead, u64), Problem> {
        let lead = self.readable(request, &caller.actor).await?;
        if !policy::may_ever(kind, caller.actor.role) {
            return Err(Problem::new(ProblemCode::Forbidden));
        }
        caller.check_standing()?;
        Ok((lead, if_match(request)?))
    }

    async fn respond(
        &self,
        mut lead: Lead,
        command: &Command,
        request: &Request,
        caller: &Caller,
    ) -> Result<Response<Body>, Problem> {
        let actor = &caller.actor;
        lead.apply(command, actor, self.clock.now()).map_err(refused)?;
        if let Some(contact) = contact(request, caller) {
            lead.note_correspondent(&actor.id, contact);
        }
        match self.leads.commit(&lead).await.or_fail()? {
            Commit::Done => tagged(&self.details(&lead, caller).await?, lead.version),
            Commit::Conflict(Some(current)) => Err(self.conflict(&current, caller).await),
            Commit::Conflict(None) => Err(not_found()),
        }
    }

    async fn check_seen(&self, lead: &Lead, seen: u64, caller: &Caller) -> Result<(), Problem> {
        if seen == lead.version { Ok(()) } else { Err(self.conflict(lead, caller).await) }
    }

    /// Somebody was faster: the partner is shown what became of the lead.
    async fn conflict(&self, lead: &Lead, caller: &Caller) -> Problem {
        match self.details(lead, caller).await {
            Ok(details) => {
                Problem { current: Some(Box::new(details)), ..Problem::new(ProblemCode::VersionConflict) }
            }
            Err(problem) => problem,
        }
    }
}
