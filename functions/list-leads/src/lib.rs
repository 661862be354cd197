//! Answers lists of leads, single leads, similar ones, exports of the current filter, and the roster.
//!
//! A list costs one query however it is searched, filtered, sorted or paged: the rows are in memory,
//! kept in step with the table (see `guildhall_store::view`).

mod scope;
mod similar;

use std::sync::Arc;

use guildhall_contract::leads::{LeadDetails, LeadItem, LeadPage, Roster};
use guildhall_contract::query::{LeadQuery, read_lead_query};
use guildhall_contract::sheets::{LEAD_COLUMNS, lead_cells};
use guildhall_domain::actor::Actor;
use guildhall_domain::audit::{ExportedList, of_export};
use guildhall_domain::clock::Clock;
use guildhall_domain::ids::LeadId;
use guildhall_domain::lead::Lead;
use guildhall_domain::lead::listing::{LeadRow, Reader};
use guildhall_domain::listing::{Start, page};
use guildhall_http::{
    Body, Caller, Handler, OrFail, Problem, ProblemCode, Request, Response, caller, json, not_found,
    path_parameter, query_pairs, route_key, spreadsheet, tagged, take_mark,
};
use guildhall_store::{Audit, CursorKey, Leads, Micros, RosterCache, Scope, Table, Views};

use crate::scope::Sight;

/// The most memory that views may hold; a Lambda of 1 GB keeps ample room for the requests themselves.
const VIEW_BYTES: usize = 256 * 1024 * 1024;

/// Reads leads.
pub struct ListLeads {
    leads: Leads,
    views: Views<LeadRow>,
    roster: RosterCache,
    audit: Audit,
    cursors: CursorKey,
    clock: Arc<dyn Clock>,
}

impl ListLeads {
    /// Reads from this table, in this clock's time; cursors are sealed with this key.
    #[must_use]
    pub fn new(table: Table, cursors: CursorKey, clock: Arc<dyn Clock>) -> Self {
        Self {
            leads: Leads::new(table.clone()),
            views: Views::<LeadRow>::new(table.clone(), VIEW_BYTES),
            roster: RosterCache::new(table.clone()),
            audit: Audit::new(table),
            cursors,
            clock,
        }
    }

    async fn list(&self, request: &Request, caller: &Caller) -> Result<Response<Body>, Problem> {
        let sight = Sight::of(caller)?;
        let query = read_query(request)?;
        let scope = Scope::new(&sight.owner(), &query.order, &query.filter);
        let start = match &query.cursor {
            Some(cursor) => self
                .cursors
                .open::<LeadId>(&scope, cursor)
                .map_err(|_| Problem::new(ProblemCode::InvalidCursor))?,
            None => Start::First,
        };
        let snapshot = self.views.read(&sight.list()).await.or_fail()?;
        let visible = || snapshot.iter().filter(|row| sight.covers(&row.lead));
        let (rows, counts) = query.filter.narrow(visible(), &self.reader(caller));
        let page = page(rows, &query.order, &start, query.limit);
        json(&LeadPage {
            items: page.rows.iter().map(|row| LeadItem::new(&row.lead, sight.side())).collect(),
            total: page.total,
            offset: page.offset,
            next: page.next.map(|start| self.cursors.seal(&scope, &start)),
            previous: page.previous.map(|start| self.cursors.seal(&scope, &start)),
            counts: counts.into(),
            representatives: scope::representatives(visible()),
            complete_since: sight.complete_since(),
        })
    }

    /// Who reads, and when: some piles depend on it.
    fn reader(&self, caller: &Caller) -> Reader {
        Reader { id: caller.actor.id.clone(), side: caller.actor.role.side(), now: self.clock.now() }
    }

    async fn export(&self, request: &Request, caller: &Caller) -> Result<Response<Body>, Problem> {
        let sight = Sight::of(caller)?;
        let mut pairs = query_pairs(request);
        let mark = take_mark(&mut pairs)?;
        let query = read_pairs(&pairs)?;
        let snapshot = self.views.read(&sight.list()).await.or_fail()?;
        let visible = snapshot.iter().filter(|row| sight.covers(&row.lead));
        let (mut rows, _) = query.filter.narrow(visible, &self.reader(caller));
        rows.sort_unstable_by(|left, right| query.order.compare(*left, *right));
        // The log comes first: better an entry about something that then failed than none about what was done.
        let number = Micros::now().0.unsigned_abs();
        let entry = of_export(&caller.actor, ExportedList::Leads, rows.len(), number, self.clock.now());
        if let Some(entry) = entry {
            self.audit.keep(&entry).await.or_fail()?;
        }
        let rows = rows.iter().map(|row| lead_cells(row, sight.side()));
        spreadsheet("leads.csv", mark, LEAD_COLUMNS, rows)
    }

    async fn details(&self, request: &Request, caller: &Caller) -> Result<Response<Body>, Problem> {
        let lead = self.readable(request, &caller.actor).await?;
        let representative = self.roster.of(&lead).await.or_fail()?;
        let details = LeadDetails::new(&lead, representative.as_ref(), &caller.actor, caller.sees_money);
        tagged(&details, lead.version)
    }

    /// The lead that the path names, for somebody who may know of it.
    async fn readable(&self, request: &Request, actor: &Actor) -> Result<Lead, Problem> {
        let id: LeadId =
            path_parameter(request, "lead_id").and_then(|id| id.parse().ok()).ok_or_else(not_found)?;
        let lead = self.leads.get(&id).await.or_fail()?;
        lead.filter(|lead| lead.is_readable_by(actor)).ok_or_else(not_found)
    }

    async fn representatives(&self, caller: &Caller) -> Result<Response<Body>, Problem> {
        if !caller.actor.role.reads_roster() {
            return Err(Problem::new(ProblemCode::Forbidden));
        }
        let mut items = self.roster.get().await.or_fail()?.to_vec();
        items.sort_by(|left, right| left.name.cmp(&right.name));
        json(&Roster { items })
    }
}

impl Handler for ListLeads {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        let caller = caller(&request)?;
        match route_key(&request) {
            "GET /api/v1/leads" => self.list(&request, &caller).await,
            "GET /api/v1/leads.csv" => self.export(&request, &caller).await,
            "GET /api/v1/leads/{lead_id}" => self.details(&request, &caller).await,
            "GET /api/v1/leads/{lead_id}/similar" => self.similar(&request, &caller).await,
            "GET /api/v1/representatives" => self.representatives(&caller).await,
            _ => Err(not_found()),
        }
    }
}

fn read_query(request: &Request) -> Result<LeadQuery, Problem> {
    read_pairs(&query_pairs(request))
}

fn read_pairs(pairs: &[(String, String)]) -> Result<LeadQuery, Problem> {
    read_lead_query(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()))).map_err(Problem::query)
}
