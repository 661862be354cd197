//! Makes archives of all that is kept for an organisation: one ZIP with each list as JSON and as CSV, and a manifest by
//! which it can be checked. Each request writes a piece and says where to go on.
//!
//! [`restore`] brings an archive into an installation that has nothing of its organisation.

mod job;
mod maker;
mod marketplace;
mod part;
mod profile;
#[cfg(feature = "restore")]
pub mod restore;
mod tables;
mod zip_writer;

use std::sync::Arc;

use guildhall_contract::archives::{ArchiveProgress, read_continue_archive};
use guildhall_domain::archive::{ArchiveList, ArchivedOrganisation};
use guildhall_domain::clock::Clock;
use guildhall_http::{
    Body, Caller, Handler, OrFail, Problem, ProblemCode, Request, Response, caller, json, json_object,
    not_found, route_key,
};
use guildhall_shelf::Shelf;
use guildhall_store::{CursorKey, Scope, Table};

use crate::job::{Handle, Job};
use crate::maker::Maker;

/// Makes archives.
pub struct MakeArchive {
    maker: Maker,
    archives: CursorKey,
    clock: Arc<dyn Clock>,
}

impl MakeArchive {
    /// Reads from this table, in this clock's time, and writes to this shelf; what an archive in the making is known by
    /// is sealed with this key.
    #[must_use]
    pub fn new(table: Table, archives: CursorKey, shelf: Shelf, clock: Arc<dyn Clock>) -> Self {
        Self { maker: Maker::new(&table, shelf), archives, clock }
    }

    async fn begin(&self, caller: &Caller, of: ArchivedOrganisation) -> Result<Response<Body>, Problem> {
        let (handle, job) = self.maker.begin(chance()?, of, self.clock.now()).await?;
        self.answer(caller, &handle, &job).await
    }

    async fn go_on(&self, request: &Request, caller: &Caller) -> Result<Response<Body>, Problem> {
        let archive = read_continue_archive(&json_object(request)?).map_err(Problem::fields)?;
        // What is somebody else's does not exist.
        let handle: Handle = self.archives.open_state(&scope(caller), &archive).map_err(|_| not_found())?;
        let (handle, job) = self.maker.go_on(&handle, &caller.actor, self.clock.now()).await?;
        self.answer(caller, &handle, &job).await
    }

    async fn answer(&self, caller: &Caller, handle: &Handle, job: &Job) -> Result<Response<Body>, Problem> {
        let link = match job.is_whole {
            true => Some(self.maker.shelf.link(&handle.file(), self.clock.now()).await.or_fail()?),
            false => None,
        };
        json(&ArchiveProgress {
            archive: self.archives.seal_state(&scope(caller), handle),
            lists: ArchiveList::ALL.len(),
            lists_done: job.lists_done(),
            list: job.list,
            records: job.records(),
            bytes: job.zip.bytes(),
            link,
        })
    }
}

impl Handler for MakeArchive {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        let caller = caller(&request)?;
        let organisation = organisation(&caller)?;
        match route_key(&request) {
            "POST /api/v1/archives" => self.begin(&caller, organisation).await,
            "POST /api/v1/archives/continue" => self.go_on(&request, &caller).await,
            _ => Err(not_found()),
        }
    }
}

/// Whose archive the caller may make. It names what was earned, so it is for nobody who may not see that.
fn organisation(caller: &Caller) -> Result<ArchivedOrganisation, Problem> {
    let may = caller.actor.role.manages_organisation() && caller.sees_money;
    let organisation = caller.organisation.as_ref().filter(|_| may);
    let organisation = organisation.ok_or_else(|| Problem::new(ProblemCode::Forbidden))?;
    Ok(ArchivedOrganisation { id: organisation.id.clone(), name: organisation.name.clone() })
}

/// An archive is its maker's, in the organisation and role that they have.
fn scope(caller: &Caller) -> Scope {
    let org = caller.actor.org.as_ref().map(ToString::to_string).unwrap_or_default();
    Scope::new(&format!("archive:{}", caller.actor.id), &caller.actor.role, &org)
}

/// 128 random bits in hexadecimal digits.
fn chance() -> Result<String, Problem> {
    let mut bytes = [0; 16];
    let drawn = aws_lc_rs::rand::fill(&mut bytes);
    drawn.map_err(|_| Problem::new(ProblemCode::Internal))?;
    Ok(format!("{:032x}", u128::from_be_bytes(bytes)))
}
