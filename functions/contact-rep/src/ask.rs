//! A question to the representative, or a request for sales support: told once however often the request is
//! repeated.

use guildhall_contract::contact::{ContactRequest, read_contact_request};
use guildhall_domain::actor::Actor;
use guildhall_domain::lead::{Command, CommandKind, EventKind, Lead};
use guildhall_domain::notice::Contact;
use guildhall_domain::policy;
use guildhall_http::{
    Body, Caller, OrFail, Problem, ProblemCode, Request, Response, idempotency_key, json_object, not_found,
    refused, tagged,
};
use guildhall_store::Commit;

use crate::{ContactRep, contact};

/// How often the event is tried again when somebody else changes the lead at the same time.
const ATTEMPTS: u32 = 5;

/// What this route writes.
const WRITTEN: [CommandKind; 2] = [CommandKind::AskRepresentative, CommandKind::RequestSupport];

impl ContactRep {
    pub(crate) async fn ask(&self, request: &Request, caller: &Caller) -> Result<Response<Body>, Problem> {
        let actor = &caller.actor;
        let lead = self.readable(request, actor).await?;
        // Whoever may write neither kind is told so, whatever else is wrong with the request.
        if !WRITTEN.iter().any(|kind| policy::may_ever(*kind, actor.role)) {
            return Err(Problem::new(ProblemCode::Forbidden));
        }
        caller.check_standing()?;
        let key = idempotency_key(request)?;
        let asked: ContactRequest = read_contact_request(&json_object(request)?).map_err(Problem::fields)?;
        if !policy::may_ever(asked.kind(), actor.role) {
            return Err(Problem::new(ProblemCode::Forbidden));
        }
        let wanted = Wanted { key, actor, contact: contact(request, caller), command: asked.into() };
        let lead = self.record(lead, &wanted).await?;
        tagged(&self.details(&lead, caller).await?, lead.version)
    }

    /// Adds the event, unless an earlier request with this key has. What is asked does not depend on
    /// the version that the caller saw, so a concurrent change is no conflict for them.
    async fn record(&self, mut lead: Lead, request: &Wanted<'_>) -> Result<Lead, Problem> {
        for _ in 0..ATTEMPTS {
            if let Some(event) = lead.event_of_request(request.key) {
                return if request.is_told_by(&event.kind) {
                    Ok(lead)
                } else {
                    Err(Problem::new(ProblemCode::IdempotencyKeyReused))
                };
            }
            lead.apply(&request.command, request.actor, self.clock.now()).map_err(refused)?;
            lead.mark_request(request.key);
            if let Some(contact) = &request.contact {
                lead.note_correspondent(&request.actor.id, contact.clone());
            }
            match self.leads.commit(&lead).await.or_fail()? {
                Commit::Done => return Ok(lead),
                Commit::Conflict(current) => {
                    lead =
                        *current.filter(|lead| lead.is_readable_by(request.actor)).ok_or_else(not_found)?;
                }
            }
        }
        Err(Problem { retry_after: Some(1), ..Problem::new(ProblemCode::Unavailable) })
    }
}

/// What shall be in the timeline.
struct Wanted<'a> {
    key: &'a str,
    actor: &'a Actor,
    /// Where whoever asks gets mail, if they are of the partner's people.
    contact: Option<Contact>,
    command: Command,
}

impl Wanted<'_> {
    fn is_told_by(&self, event: &EventKind) -> bool {
        match (&self.command, event) {
            (Command::AskRepresentative { message }, EventKind::QuestionAsked { message: told }) => {
                message == told
            }
            (Command::RequestSupport { message }, EventKind::SupportRequested { message: told }) => {
                message == told
            }
            _ => false,
        }
    }
}
