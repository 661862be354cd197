//! Finds what is kept of a person and erases it, for administrators. Each request does a piece and says where to go
//! on; the address stays in bodies and sealed cursors.

use std::sync::Arc;

use guildhall_contract::privacy::{Erasure, ErasurePage, Finding, FindingPage, read_privacy};
use guildhall_domain::actor::{Actor, Role};
use guildhall_domain::audit::{AuditAct, of_privacy};
use guildhall_domain::clock::Clock;
use guildhall_domain::privacy::Subject;
use guildhall_http::{
    Body, Handler, OrFail, Problem, ProblemCode, Request, Response, caller, json, json_object, not_found,
    route_key,
};
use guildhall_store::{Audit, CursorKey, Held, Micros, Privacy, Pseudonyms, Scope, Search, Step, Table};

/// Finds and erases.
pub struct ErasePerson {
    privacy: Privacy,
    audit: Audit,
    clock: Arc<dyn Clock>,
    cursors: CursorKey,
    pseudonyms: Pseudonyms,
}

/// What is asked for.
#[derive(Debug, Clone, Copy)]
enum Wish {
    Find,
    Erase,
}

impl Wish {
    fn act(self) -> AuditAct {
        match self {
            Self::Find => AuditAct::PersonSearched,
            Self::Erase => AuditAct::PersonErased,
        }
    }
}

impl ErasePerson {
    /// Works on this table, in this clock's time; the secret seals cursors and makes the pseudonyms of the log.
    #[must_use]
    pub fn new(table: Table, clock: Arc<dyn Clock>, secret: &[u8]) -> Self {
        Self {
            privacy: Privacy::new(table.clone()),
            audit: Audit::new(table),
            clock,
            cursors: CursorKey::from_secret(secret),
            pseudonyms: Pseudonyms::from_secret(secret),
        }
    }

    async fn find(&self, request: &Request, actor: &Actor) -> Result<Response<Body>, Problem> {
        let (subject, scope, search) = self.begin(request, actor, Wish::Find).await?;
        let step = self.privacy.find(&subject, search).await.or_fail()?;
        let next = self.sealed(&scope, &step);
        let found = step.held.into_iter().map(finding).collect();
        json(&FindingPage { scanned: step.scanned, found, next })
    }

    async fn erase(&self, request: &Request, actor: &Actor) -> Result<Response<Body>, Problem> {
        let (subject, scope, search) = self.begin(request, actor, Wish::Erase).await?;
        let step = self.privacy.erase(&subject, search).await.or_fail()?;
        let next = self.sealed(&scope, &step);
        let erased = step.held.into_iter().map(erasure).collect();
        json(&ErasurePage { scanned: step.scanned, erased, next })
    }

    /// Reads a request, and notes in the log that one was begun.
    async fn begin(
        &self,
        request: &Request,
        actor: &Actor,
        wish: Wish,
    ) -> Result<(Subject, Scope, Search), Problem> {
        let (subject, cursor) = read_privacy(&json_object(request)?).map_err(Problem::fields)?;
        let scope = Scope::new(&format!("privacy:{}", actor.id), &wish.act(), &subject.as_str());
        if let Some(cursor) = cursor {
            let search = self.cursors.open_state(&scope, &cursor);
            let search = search.map_err(|_| Problem::new(ProblemCode::InvalidCursor))?;
            return Ok((subject, scope, search));
        }
        // The log comes first: better an entry about something that then failed than none about what was done.
        let (pseudonym, number) = (self.pseudonyms.of(&subject), Micros::now().0.unsigned_abs());
        let entry = of_privacy(actor, wish.act(), pseudonym, number, self.clock.now());
        self.audit.keep(&entry).await.or_fail()?;
        Ok((subject, scope, Search::default()))
    }

    fn sealed(&self, scope: &Scope, step: &Step) -> Option<String> {
        step.next.as_ref().map(|search| self.cursors.seal_state(scope, search))
    }
}

impl Handler for ErasePerson {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        let actor = caller(&request)?.actor;
        if actor.role != Role::ProgramAdmin {
            return Err(Problem::new(ProblemCode::Forbidden));
        }
        match route_key(&request) {
            "POST /api/v1/privacy/find" => self.find(&request, &actor).await,
            "POST /api/v1/privacy/erase" => self.erase(&request, &actor).await,
            _ => Err(not_found()),
        }
    }
}

fn finding(held: Held) -> Finding {
    Finding {
        kind: held.holding,
        id: held.id,
        about: held.about,
        tie: held.tie,
        on_erasure: held.fate,
        data: held.data,
    }
}

fn erasure(held: Held) -> Erasure {
    Erasure { kind: held.holding, id: held.id, about: held.about, how: held.fate }
}
