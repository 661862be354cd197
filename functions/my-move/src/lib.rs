//! A partner's move from the marketplace: the tasks and where each stands, the tools that the partner notes, the
//! customers to contact, and the review of the migrated profile.

mod customers;
mod facts;
mod note;
mod review;

use std::sync::Arc;

use guildhall_contract::moving::{MoveAction, ToolsEntry, read_move_action, read_tools};
use guildhall_contract::problem::CurrentState;
use guildhall_domain::clock::Clock;
use guildhall_domain::marketplace::listing::JobRow;
use guildhall_domain::migration::{MoveNote, MoveNotes};
use guildhall_http::{
    Body, Caller, Handler, Organisation, Problem, ProblemCode, Request, Response, caller, if_match, json,
    json_object, not_found, route_key, tagged,
};
use guildhall_store::{CursorKey, CutoverCache, Moves, PartnerProfiles, Table, Views};

use note::{may_note, tools_entry};

/// The most memory that lists of jobs may hold.
const VIEW_BYTES: usize = 64 * 1024 * 1024;

/// Keeps a partner's move.
pub struct MyMove {
    moves: Moves,
    profiles: PartnerProfiles,
    jobs: Views<JobRow>,
    cutover: CutoverCache,
    clock: Arc<dyn Clock>,
    cursors: CursorKey,
}

impl MyMove {
    /// Writes to this table, in this clock's time; cursors are sealed with this key.
    #[must_use]
    pub fn new(table: Table, clock: Arc<dyn Clock>, cursors: CursorKey) -> Self {
        Self {
            moves: Moves::new(table.clone()),
            profiles: PartnerProfiles::new(table.clone()),
            jobs: Views::new(table.clone(), VIEW_BYTES),
            cutover: CutoverCache::new(table),
            clock,
            cursors,
        }
    }

    async fn show(&self, caller: &Caller, organisation: &Organisation) -> Result<Response<Body>, Problem> {
        json(&self.moving(caller, organisation).await?)
    }

    async fn save_tools(
        &self,
        request: &Request,
        caller: &Caller,
        organisation: &Organisation,
    ) -> Result<Response<Body>, Problem> {
        let seen = if_match(request)?;
        let tools = read_tools(&json_object(request)?).map_err(Problem::fields)?;
        // Whoever says the same again, as after an answer that was lost, is told that it is done.
        let is_current =
            |notes: &MoveNotes| notes.tools_revision == seen || (seen > 0 && notes.tools == tools);
        let noted = self.note(caller, organisation, MoveNote::Tools(tools.clone()), &is_current).await?;
        let entry: ToolsEntry = tools_entry(&noted.notes);
        if noted.is_stale {
            return Err(Problem::overtaken(CurrentState::Tools(entry)));
        }
        tagged(&entry, entry.version)
    }

    async fn act(
        &self,
        request: &Request,
        caller: &Caller,
        organisation: &Organisation,
    ) -> Result<Response<Body>, Problem> {
        let action = read_move_action(&json_object(request)?).map_err(Problem::fields)?;
        if let MoveAction::MarkContacted { shop, contacted: true } = &action {
            self.known_customer(organisation, shop).await?;
        }
        match action.into_note() {
            Ok(note) => drop(self.note(caller, organisation, note, &|_| true).await?),
            Err(field) => self.review(caller, organisation, field).await?,
        }
        self.show(caller, organisation).await
    }
}

impl Handler for MyMove {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        let caller = caller(&request)?;
        let organisation =
            caller.organisation.as_ref().ok_or_else(|| Problem::new(ProblemCode::Forbidden))?;
        match route_key(&request) {
            "GET /api/v1/move" => self.show(&caller, organisation).await,
            "GET /api/v1/move/customers" => self.customers(&request, &caller, organisation).await,
            "PUT /api/v1/move/tools" => {
                may_write(&caller, organisation)?;
                self.save_tools(&request, &caller, organisation).await
            }
            "POST /api/v1/move/actions" => {
                may_write(&caller, organisation)?;
                self.act(&request, &caller, organisation).await
            }
            _ => Err(not_found()),
        }
    }
}

fn may_write(caller: &Caller, organisation: &Organisation) -> Result<(), Problem> {
    if organisation.suspended {
        return Err(Problem::new(ProblemCode::OrganisationSuspended));
    }
    if !may_note(caller, organisation) {
        return Err(Problem::new(ProblemCode::Forbidden));
    }
    Ok(())
}
