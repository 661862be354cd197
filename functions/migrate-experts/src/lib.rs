//! Takes over profiles, jobs and conversations of the Experts Marketplace, batch by batch, and takes a run back, for
//! administrators.
//!
//! Each record is judged and written on its own: a bad one is told of and the rest goes in. What a record says stands
//! beside it as a hash, so the same again writes nothing, and whoever loses the connection sends the batch again. A
//! profile that its partner has worked on is the partner's, whatever comes later.

mod allot;
mod batch;
mod judge;
mod mapping;
mod rehearsal;
mod roll_back;
mod runs;
mod write;

use std::sync::Arc;
use std::time::Duration;

use guildhall_contract::migrations::LEASE_SECONDS;
use guildhall_domain::actor::{Actor, Role, Stamp};
use guildhall_domain::clock::Clock;
use guildhall_domain::migration::RunId;
use guildhall_http::{
    Body, Handler, Problem, ProblemCode, Request, Response, caller, json, not_found, path_parameter,
    route_key,
};
use guildhall_store::{Marketplace, MerchantKey, Migrations, Table};

/// Takes over what the marketplace exported.
pub struct MigrateExperts {
    migrations: Migrations,
    records: Marketplace,
    merchants: MerchantKey,
    clock: Arc<dyn Clock>,
}

/// How long a run is held for whoever works at it.
const LEASE: Duration = Duration::from_secs(LEASE_SECONDS.unsigned_abs());

impl MigrateExperts {
    /// Writes to this table, in this clock's time; merchants are hidden by this key.
    #[must_use]
    pub fn new(table: Table, clock: Arc<dyn Clock>, merchants: MerchantKey) -> Self {
        Self {
            migrations: Migrations::new(table.clone()),
            records: Marketplace::new(table),
            merchants,
            clock,
        }
    }

    fn stamp(&self, actor: &Actor) -> Stamp {
        Stamp { by: actor.signature(), at: self.clock.now() }
    }
}

impl Handler for MigrateExperts {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        let actor = caller(&request)?.actor;
        if actor.role != Role::ProgramAdmin {
            return Err(Problem::new(ProblemCode::Forbidden));
        }
        match route_key(&request) {
            "GET /api/v1/migrations" => self.list(&request).await,
            "POST /api/v1/migrations" => self.begin(&request, &actor).await,
            "POST /api/v1/migrations/rehearsal" => self.rehearse(&request, &actor).await,
            "GET /api/v1/migrations/{id}" => json(&self.show(run_of(&request)?).await?),
            "GET /api/v1/migrations/{id}/bad-records" => self.bad_records(&request).await,
            "POST /api/v1/migrations/{id}/records" => self.take_batch(&request, &actor).await,
            "POST /api/v1/migrations/{id}/finish" => self.finish(&request, &actor).await,
            "POST /api/v1/migrations/{id}/roll-back" => {
                json(&self.roll_back(run_of(&request)?, &actor).await?)
            }
            _ => Err(not_found()),
        }
    }
}

/// The run that the path names. What is none is not found.
fn run_of(request: &Request) -> Result<RunId, Problem> {
    path_parameter(request, "id").and_then(|id| id.parse().ok()).ok_or_else(not_found)
}
