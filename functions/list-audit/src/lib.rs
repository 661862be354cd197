//! Answers the audit log of a month, and all of its current filter as CSV, to administrators.

mod choices;
mod export;

use std::sync::Arc;

use guildhall_contract::audit::{AuditPage, AuditQuery, act_counts, read_audit_query};
use guildhall_domain::actor::{Actor, Role};
use guildhall_domain::audit::listing::AuditRow;
use guildhall_domain::audit::{AuditId, ExportedList, Month, of_export};
use guildhall_domain::clock::Clock;
use guildhall_domain::listing::{Start, page};
use guildhall_http::{
    Body, Handler, OrFail, Problem, ProblemCode, Request, Response, caller, json, not_found, query_pairs,
    route_key, take_mark,
};
use guildhall_store::{Audit, CursorKey, Micros, Scope, Table, Views};

/// The most memory that views may hold.
const VIEW_BYTES: usize = 128 * 1024 * 1024;

/// Reads the audit log.
pub struct ListAudit {
    views: Views<AuditRow>,
    audit: Audit,
    clock: Arc<dyn Clock>,
    cursors: CursorKey,
}

impl ListAudit {
    /// Reads from this table, in this clock's time; cursors are sealed with this key.
    #[must_use]
    pub fn new(table: Table, clock: Arc<dyn Clock>, cursors: CursorKey) -> Self {
        Self { views: Views::new(table.clone(), VIEW_BYTES), audit: Audit::new(table), clock, cursors }
    }

    async fn list(&self, request: &Request, actor: &Actor) -> Result<Response<Body>, Problem> {
        let query = read_query(request)?;
        let present = Month::of(self.clock.now());
        let month = query.month.unwrap_or(present);
        let scope = Scope::new(&format!("audit:{month}:{}", actor.id), &query.order, &query.filter);
        let start = match &query.cursor {
            Some(cursor) => self
                .cursors
                .open::<AuditId>(&scope, cursor)
                .map_err(|_| Problem::new(ProblemCode::InvalidCursor))?,
            None => Start::First,
        };
        let snapshot = self.views.read(&month).await.or_fail()?;
        let (rows, counts) = query.filter.narrow(snapshot.iter());
        let page = page(rows, &query.order, &start, query.limit);
        json(&AuditPage {
            month,
            present,
            items: page.rows.iter().map(|row| row.entry.clone()).collect(),
            total: page.total,
            offset: page.offset,
            next: page.next.map(|start| self.cursors.seal(&scope, &start)),
            previous: page.previous.map(|start| self.cursors.seal(&scope, &start)),
            counts: act_counts(&counts),
            people: choices::people(snapshot.iter()),
            organisations: choices::organisations(snapshot.iter()),
        })
    }

    async fn export(&self, request: &Request, actor: &Actor) -> Result<Response<Body>, Problem> {
        let mut pairs = query_pairs(request);
        let mark = take_mark(&mut pairs)?;
        let query = read_pairs(&pairs)?;
        let month = query.month.unwrap_or_else(|| Month::of(self.clock.now()));
        let snapshot = self.views.read(&month).await.or_fail()?;
        let (mut rows, _) = query.filter.narrow(snapshot.iter());
        rows.sort_unstable_by(|left, right| query.order.compare(*left, *right));
        // The log comes first: better an entry about something that then failed than none about what was done.
        let number = Micros::now().0.unsigned_abs();
        let entry = of_export(actor, ExportedList::AuditLog, rows.len(), number, self.clock.now());
        if let Some(entry) = entry {
            self.audit.keep(&entry).await.or_fail()?;
        }
        export::csv(month, mark, &rows)
    }
}

impl Handler for ListAudit {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        let actor = caller(&request)?.actor;
        if actor.role != Role::ProgramAdmin {
            return Err(Problem::new(ProblemCode::Forbidden));
        }
        match route_key(&request) {
            "GET /api/v1/audit" => self.list(&request, &actor).await,
            "GET /api/v1/audit.csv" => self.export(&request, &actor).await,
            _ => Err(not_found()),
        }
    }
}

fn read_query(request: &Request) -> Result<AuditQuery, Problem> {
    read_pairs(&query_pairs(request))
}

fn read_pairs(pairs: &[(String, String)]) -> Result<AuditQuery, Problem> {
    read_audit_query(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())))
        .map_err(Problem::query)
}
