//! The dates of the move from the Experts Marketplace: everybody may know them, administrators change them.

use std::sync::Arc;

use guildhall_contract::cutover::{CutoverView, read_cutover};
use guildhall_contract::problem::CurrentState;
use guildhall_domain::actor::{Role, Stamp};
use guildhall_domain::clock::Clock;
use guildhall_domain::cutover::Cutover;
use guildhall_http::{
    Body, Handler, OrFail, Problem, ProblemCode, Request, Response, caller, if_match, json_object, not_found,
    route_key, tagged,
};
use guildhall_store::{CutoverSettings, Kept, KeptPut, Table};

/// Keeps the dates.
pub struct ManageCutover {
    settings: CutoverSettings,
    clock: Arc<dyn Clock>,
}

impl ManageCutover {
    /// Writes to this table, in this clock's time.
    #[must_use]
    pub fn new(table: Table, clock: Arc<dyn Clock>) -> Self {
        Self { settings: CutoverSettings::new(table), clock }
    }

    async fn show(&self) -> Result<Response<Body>, Problem> {
        self.answer(self.settings.get().await.or_fail()?)
    }

    async fn save(&self, request: &Request) -> Result<Response<Body>, Problem> {
        let caller = caller(request)?;
        if caller.actor.role != Role::ProgramAdmin {
            return Err(Problem::new(ProblemCode::Forbidden));
        }
        let seen = if_match(request)?;
        let cutover = read_cutover(&json_object(request)?).map_err(Problem::fields)?;
        let stamp = Stamp { by: caller.actor.signature(), at: self.clock.now() };
        match self.settings.keep(Kept::after(seen, cutover, stamp)).await.or_fail()? {
            KeptPut::Done(kept) => self.answer(Some(*kept)),
            KeptPut::Conflict(current) => {
                Err(Problem::overtaken(CurrentState::Cutover(self.view(current.map(|kept| *kept)))))
            }
        }
    }

    fn answer(&self, kept: Option<Kept<Cutover>>) -> Result<Response<Body>, Problem> {
        let view = self.view(kept);
        tagged(&view, view.version)
    }

    /// Who changed the dates is for the audit log to say, and for administrators to read.
    fn view(&self, kept: Option<Kept<Cutover>>) -> CutoverView {
        let (cutover, revision) = kept.map_or_else(Default::default, |kept| (kept.value, kept.revision));
        CutoverView::new(cutover, revision, self.clock.now())
    }
}

impl Handler for ManageCutover {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        match route_key(&request) {
            "GET /api/v1/cutover" => self.show().await,
            "PUT /api/v1/cutover" => self.save(&request).await,
            _ => Err(not_found()),
        }
    }
}
