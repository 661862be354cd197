//! Managers keep the roster of representatives, and the desk: who is there, what each covers, and where a lead
//! goes that nobody covers.

use std::sync::Arc;

use chrono_tz::Tz;
use guildhall_contract::problem::CurrentState;
use guildhall_contract::sales::{
    DeskEntry, RosterEntry, RoutingAnswer, SalesTeam, read_desk, read_representative, read_routing_query,
};
use guildhall_domain::actor::{Role, Stamp};
use guildhall_domain::clock::Clock;
use guildhall_domain::desk::Desk;
use guildhall_domain::ids::UserId;
use guildhall_domain::representative::{Representative, coverage};
use guildhall_http::{
    Body, Caller, Handler, OrFail, Problem, ProblemCode, Request, Response, caller, if_match, json,
    json_object, not_found, path_parameter, query_pairs, route_key, seen_or_new, tagged,
};
use guildhall_store::{Kept, KeptPut, Roster, Table};

/// Keeps the sales team.
pub struct ManageSales {
    roster: Roster,
    clock: Arc<dyn Clock>,
}

impl ManageSales {
    /// Writes to this table, in this clock's time.
    #[must_use]
    pub fn new(table: Table, clock: Arc<dyn Clock>) -> Self {
        Self { roster: Roster::new(table), clock }
    }

    async fn show(&self) -> Result<Response<Body>, Problem> {
        let team = self.roster.team().await.or_fail()?;
        let mut representatives: Vec<_> = team.representatives.into_iter().map(entry).collect();
        representatives.sort_by(|one, other| {
            let key =
                |entry: &RosterEntry| (entry.representative.name.clone(), entry.representative.id.clone());
            key(one).cmp(&key(other))
        });
        json(&SalesTeam { representatives, desk: desk_entry(team.desk) })
    }

    async fn route(&self, request: &Request) -> Result<Response<Body>, Problem> {
        let pairs = query_pairs(request);
        let pairs = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let (product, country) = read_routing_query(pairs).map_err(Problem::query)?;
        let team = self.roster.team().await.or_fail()?;
        let roster: Vec<_> = team.representatives.into_iter().map(|kept| kept.value).collect();
        json(&RoutingAnswer::new(product, country, &coverage(&roster, product, country)))
    }

    async fn save(&self, request: &Request, caller: &Caller) -> Result<Response<Body>, Problem> {
        let id = path_parameter(request, "representative_id").and_then(|id| id.parse::<UserId>().ok());
        // Guildhall acts under an id of its own, and nobody else may.
        let id = id.filter(|id| *id != UserId::system()).ok_or_else(not_found)?;
        let seen = seen_or_new(request)?;
        let body = json_object(request)?;
        let representative =
            read_representative(id, &body, |zone| zone.parse::<Tz>().is_ok()).map_err(Problem::fields)?;
        let kept = Kept::after(seen, representative, self.stamp(caller));
        match self.roster.keep(kept).await.or_fail()? {
            KeptPut::Done(kept) => {
                let revision = kept.revision;
                tagged(&entry(*kept), revision)
            }
            KeptPut::Conflict(Some(current)) => {
                Err(Problem::overtaken(CurrentState::Representative(entry(*current))))
            }
            KeptPut::Conflict(None) => Err(not_found()),
        }
    }

    async fn save_desk(&self, request: &Request, caller: &Caller) -> Result<Response<Body>, Problem> {
        let seen = if_match(request)?;
        let desk = read_desk(&json_object(request)?).map_err(Problem::fields)?;
        match self.roster.keep_desk(Kept::after(seen, desk, self.stamp(caller))).await.or_fail()? {
            KeptPut::Done(kept) => {
                let revision = kept.revision;
                tagged(&desk_entry(Some(*kept)), revision)
            }
            KeptPut::Conflict(current) => {
                let current = desk_entry(current.map(|kept| *kept));
                Err(Problem::overtaken(CurrentState::Desk(current)))
            }
        }
    }

    fn stamp(&self, caller: &Caller) -> Stamp {
        Stamp { by: caller.actor.signature(), at: self.clock.now() }
    }
}

impl Handler for ManageSales {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        let caller = caller(&request)?;
        if caller.actor.role != Role::SalesManager {
            return Err(Problem::new(ProblemCode::Forbidden));
        }
        match route_key(&request) {
            "GET /api/v1/sales/desk" => self.show().await,
            "GET /api/v1/sales/routing" => self.route(&request).await,
            "PUT /api/v1/sales/representatives/{representative_id}" => self.save(&request, &caller).await,
            "PUT /api/v1/sales/desk" => self.save_desk(&request, &caller).await,
            _ => Err(not_found()),
        }
    }
}

fn entry(kept: Kept<Representative>) -> RosterEntry {
    RosterEntry { representative: kept.value, changed: kept.changed, version: kept.revision }
}

fn desk_entry(kept: Option<Kept<Desk>>) -> DeskEntry {
    match kept {
        Some(kept) => DeskEntry::new(kept.value, kept.changed, kept.revision),
        None => DeskEntry::new(Desk::default(), None, 0),
    }
}
