//! Payout runs, for administrators: what one would do, doing it piece by piece, and what it did.
//!
//! A run pays first the leads without sales support whose merchant has paid, so that what they earn is in the accounts,
//! and then the accounts. Every step is a conditional write of its own, so whoever asks again, wherever it broke off and
//! however many ask at once, pays nothing twice.

mod answers;
mod bonuses;
mod piece;
mod report;
mod survey;

use std::sync::Arc;

use guildhall_domain::actor::{Actor, Role};
use guildhall_domain::clock::Clock;
use guildhall_domain::payout::Period;
use guildhall_http::{
    Body, Handler, OrFail, Problem, ProblemCode, Request, Response, caller, json, not_found, path_parameter,
    query_pairs, route_key, take_mark,
};
use guildhall_store::{Audit, CursorKey, Leads, Ledger, Members, Micros, Payouts, PlatformEvents, Table};

/// Makes payout runs.
pub struct RunPayouts {
    payouts: Payouts,
    ledger: Ledger,
    leads: Leads,
    events: PlatformEvents,
    members: Members,
    audit: Audit,
    clock: Arc<dyn Clock>,
    cursors: CursorKey,
}

impl RunPayouts {
    /// Works on this table, in this clock's time; cursors are sealed with this key.
    #[must_use]
    pub fn new(table: Table, clock: Arc<dyn Clock>, cursors: CursorKey) -> Self {
        Self {
            payouts: Payouts::new(table.clone()),
            ledger: Ledger::new(table.clone()),
            leads: Leads::new(table.clone()),
            events: PlatformEvents::new(table.clone()),
            members: Members::new(table.clone()),
            audit: Audit::new(table),
            clock,
            cursors,
        }
    }

    /// The report as CSV, with whole numbers of accounts: whoever pays needs them. So the log says who took it.
    async fn report(&self, request: &Request, actor: &Actor) -> Result<Response<Body>, Problem> {
        let mark = take_mark(&mut query_pairs(request))?;
        let survey = self.survey(period(request)?).await?;
        let number = Micros::now().0.unsigned_abs();
        let entry =
            guildhall_domain::audit::of_payout_report(actor, survey.period.period, number, self.clock.now());
        self.audit.keep(&entry).await.or_fail()?;
        report::csv(&survey, mark)
    }
}

impl Handler for RunPayouts {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        let actor = caller(&request)?.actor;
        if actor.role != Role::ProgramAdmin {
            return Err(Problem::new(ProblemCode::Forbidden));
        }
        match route_key(&request) {
            "GET /api/v1/payout-runs" => self.list(&request).await,
            "GET /api/v1/payout-runs/{period}" => self.show(&request).await,
            "POST /api/v1/payout-runs/{period}" => json(&self.piece(&actor, period(&request)?).await?),
            "GET /api/v1/payout-runs/{period}/report.csv" => self.report(&request, &actor).await,
            _ => Err(not_found()),
        }
    }
}

/// The period that the path names. What is none is not found.
fn period(request: &Request) -> Result<Period, Problem> {
    path_parameter(request, "period").and_then(|text| text.parse().ok()).ok_or_else(not_found)
}
