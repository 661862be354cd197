//! Runs: which there are, how one is begun, and how it is left.

use guildhall_contract::fields::{FieldCode, FieldError};
use guildhall_contract::migrations::{
    BATCHES_MAX, BadRecordPage, MigrationItem, MigrationPage, RecordAnswer, read_begin, read_finish,
};
use guildhall_contract::problem::CurrentState;
use guildhall_domain::actor::{Actor, Stamp};
use guildhall_domain::migration::{MigrationRun, RunId, RunState};
use guildhall_http::{
    Body, OrFail, Problem, ProblemCode, Request, Response, content_hash, created, json, json_object,
    not_found, query_pairs,
};
use guildhall_store::{Holding, Kept, KeptPut, Micros};

use crate::{LEASE, MigrateExperts, run_of};

/// How many runs are on a page.
const PAGE: usize = 20;
/// The records of how many batches are on a page of what was refused.
const BAD_BATCHES: usize = 10;

impl MigrateExperts {
    /// The runs, newest first.
    pub(crate) async fn list(&self, request: &Request) -> Result<Response<Body>, Problem> {
        let before = parameter(request, "before", FieldCode::IdInvalid, |text| text.parse::<RunId>().ok())?;
        let stretch = self.migrations.runs(before, PAGE).await.or_fail()?;
        let newest = self.migrations.newest().await.or_fail()?.map(|run| run.value.id);
        let held = self.migrations.held().await.or_fail()?;
        let last = stretch.runs.last().map(|run| run.value.id).filter(|_| stretch.has_more);
        // The last page may have nothing behind it but what says which run is held.
        let has_more = match last {
            Some(last) => !self.migrations.runs(Some(last), 1).await.or_fail()?.runs.is_empty(),
            None => false,
        };
        let items = stretch.runs.into_iter().map(|run| shown(run.value, newest, held)).collect();
        json(&MigrationPage { items, next: last.filter(|_| has_more) })
    }

    /// Begins a run, unless another one is under way.
    pub(crate) async fn begin(&self, request: &Request, actor: &Actor) -> Result<Response<Body>, Problem> {
        let files = read_begin(&json_object(request)?).map_err(Problem::fields)?;
        let newest = self.migrations.newest().await.or_fail()?;
        // What is half taken back would stand between the two for good.
        if let Some(half) = newest.filter(|run| run.value.state == RunState::RollingBack) {
            return Err(self.under_way(half.value.id).await);
        }
        let chance =
            content_hash(&actor.id)?.get(..16).and_then(|digits| u64::from_str_radix(digits, 16).ok());
        let id = MigrationRun::id_at(Micros::now().0.unsigned_abs(), chance.unwrap_or_default());
        let stamp = self.stamp(actor);
        let run = Kept::after(0, MigrationRun::begin(id, stamp.clone(), files), stamp);
        match self.migrations.begin(run.clone(), LEASE).await.or_fail()? {
            Holding::Done => {
                created(&shown(run.value, Some(id), Some(id)), &format!("/api/v1/migrations/{id}"))
            }
            Holding::Other(other) => Err(self.under_way(other).await),
        }
    }

    /// How a run stands.
    pub(crate) async fn show(&self, id: RunId) -> Result<MigrationItem, Problem> {
        let run = self.migrations.run(id).await.or_fail()?.ok_or_else(not_found)?;
        let newest = self.migrations.newest().await.or_fail()?.map(|run| run.value.id);
        let held = self.migrations.held().await.or_fail()?;
        Ok(shown(run.value, newest, held))
    }

    /// The records that a run refused, some batches at a time.
    pub(crate) async fn bad_records(&self, request: &Request) -> Result<Response<Body>, Problem> {
        let id = run_of(request)?;
        let after = parameter(request, "after", FieldCode::WrongKind, |text| {
            text.parse::<u32>().ok().filter(|batch| *batch <= BATCHES_MAX)
        })?;
        self.migrations.run(id).await.or_fail()?.ok_or_else(not_found)?;
        let (batches, has_more) =
            self.migrations.bad::<RecordAnswer>(id, after, BAD_BATCHES).await.or_fail()?;
        let next = batches.last().map(|batch| batch.batch).filter(|_| has_more);
        let items = batches.into_iter().flat_map(|batch| batch.records).collect();
        json(&BadRecordPage { items, next })
    }

    /// Leaves a run, done or not.
    pub(crate) async fn finish(&self, request: &Request, actor: &Actor) -> Result<Response<Body>, Problem> {
        let id = run_of(request)?;
        let state = read_finish(&json_object(request)?).map_err(Problem::fields)?;
        let stamp = self.stamp(actor);
        let run = self.revise(id, &stamp, |run| match run.state {
            there if there == state => Ok(run),
            there if there.takes_batches() => Ok(MigrationRun { state, ..run }),
            _ => Err(Problem::new(ProblemCode::MigrationClosed)),
        });
        run.await?;
        self.migrations.release(id).await.or_fail()?;
        json(&self.show(id).await?)
    }

    /// Holds a run that is the newest, or says who is at another one.
    pub(crate) async fn hold(&self, id: RunId) -> Result<Kept<MigrationRun>, Problem> {
        let run = self.migrations.run(id).await.or_fail()?.ok_or_else(not_found)?;
        let newest = self.migrations.newest().await.or_fail()?;
        if newest.is_none_or(|newest| newest.value.id != id) {
            return Err(Problem::new(ProblemCode::MigrationClosed));
        }
        match self.migrations.hold(id, LEASE).await.or_fail()? {
            Holding::Done => Ok(run),
            Holding::Other(other) => Err(self.under_way(other).await),
        }
    }

    /// Changes a run as it stands now, again if somebody is faster. What changes nothing writes nothing.
    pub(crate) async fn revise(
        &self,
        id: RunId,
        stamp: &Stamp,
        change: impl Fn(MigrationRun) -> Result<MigrationRun, Problem>,
    ) -> Result<MigrationRun, Problem> {
        let mut run = self.migrations.run(id).await.or_fail()?.ok_or_else(not_found)?;
        loop {
            let after = change(run.value.clone())?;
            if after == run.value {
                return Ok(after);
            }
            let after = MigrationRun { touched: stamp.clone(), ..after };
            match self.migrations.put_run(Kept::after(run.revision, after, stamp.clone())).await.or_fail()? {
                KeptPut::Done(run) => return Ok(run.value),
                KeptPut::Conflict(Some(there)) => run = *there,
                KeptPut::Conflict(None) => return Err(not_found()),
            }
        }
    }

    /// That another run is under way, and whose it is.
    async fn under_way(&self, id: RunId) -> Problem {
        match self.show(id).await {
            Ok(item) => Problem {
                current_state: Some(Box::new(CurrentState::Migration(item))),
                ..Problem::new(ProblemCode::MigrationRunning)
            },
            Err(problem) => problem,
        }
    }
}

/// A run beside what only all of them say of it.
fn shown(run: MigrationRun, newest: Option<RunId>, held: Option<RunId>) -> MigrationItem {
    let (is_newest, is_held) = (newest == Some(run.id), held == Some(run.id));
    MigrationItem::new(run, is_held, is_newest)
}

/// The one parameter that a route has; anything else is refused by its name.
fn parameter<T>(
    request: &Request,
    name: &str,
    code: FieldCode,
    read: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>, Problem> {
    let (mut found, mut errors) = (None, Vec::new());
    for (given, value) in query_pairs(request) {
        if given != name || found.is_some() {
            let code = if given == name { FieldCode::Repeated } else { FieldCode::Unknown };
            errors.push(FieldError::parameter(&given, code));
            continue;
        }
        found = read(&value);
        if found.is_none() {
            errors.push(FieldError::parameter(name, code));
        }
    }
    if errors.is_empty() { Ok(found) } else { Err(Problem::query(errors)) }
}
