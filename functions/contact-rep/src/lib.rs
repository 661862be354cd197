//! Takes a question to the representative, or a request for sales support. Both are events of the
//! lead, told once however often the request is repeated.

use std::sync::Arc;

use guildhall_contract::contact::{ContactRequest, read_contact_request};
use guildhall_contract::leads::LeadDetails;
use guildhall_domain::actor::Actor;
use guildhall_domain::clock::Clock;
use guildhall_domain::ids::LeadId;
use guildhall_domain::lead::{Command, CommandKind, EventKind, Lead};
use guildhall_domain::notice::Contact;
use guildhall_domain::policy;
use guildhall_http::{
    Body, Caller, Handler, OrFail, Problem, ProblemCode, Request, Response, caller, idempotency_key,
    json_object, language, not_found, path_parameter, refused, tagged,
};
use guildhall_store::{Commit, Leads, RosterCache, Table};

/// How often the event is tried again when somebody else changes the lead at the same time.
const ATTEMPTS: u32 = 5;

/// What this function writes.
const WRITTEN: [CommandKind; 2] = [CommandKind::AskRepresentative, CommandKind::RequestSupport];

/// Writes questions and support requests.
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

    async fn details(&self, lead: &Lead, actor: &Actor) -> Result<LeadDetails, Problem> {
        let representative = match &lead.representative {
            Some(reference) => self.roster.find(&reference.id).await.or_fail()?,
            None => None,
        };
        Ok(LeadDetails::new(lead, representative.as_ref(), actor))
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

impl Handler for ContactRep {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        let Caller { actor, email, organisation } = caller(&request)?;
        let contact = email.filter(|_| organisation.is_some());
        let contact = contact.map(|email| Contact { email, language: language(&request) });
        let id: LeadId =
            path_parameter(&request, "lead_id").and_then(|id| id.parse().ok()).ok_or_else(not_found)?;
        let lead = self.leads.get(&id).await.or_fail()?;
        let lead = lead.filter(|lead| lead.is_readable_by(&actor)).ok_or_else(not_found)?;
        // Whoever may write neither kind is told so, whatever else is wrong with the request.
        if !WRITTEN.iter().any(|kind| policy::may_ever(*kind, actor.role)) {
            return Err(Problem::new(ProblemCode::Forbidden));
        }
        let key = idempotency_key(&request)?;
        let asked: ContactRequest = read_contact_request(&json_object(&request)?).map_err(Problem::fields)?;
        if !policy::may_ever(asked.kind(), actor.role) {
            return Err(Problem::new(ProblemCode::Forbidden));
        }
        let wanted = Wanted { key, actor: &actor, contact, command: asked.into() };
        let lead = self.record(lead, &wanted).await?;
        tagged(&self.details(&lead, &actor).await?, lead.version)
    }
}
