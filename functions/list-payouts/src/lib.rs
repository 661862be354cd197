//! What partners were paid and will be paid, for those of them who see it, and where their organisation is paid.

mod details;
mod standing;

use std::sync::Arc;

use guildhall_contract::payouts::{PayoutItem, PayoutPage, PayoutQuery, read_payout_query};
use guildhall_domain::clock::Clock;
use guildhall_domain::listing::{Start, page};
use guildhall_domain::money::Currency;
use guildhall_domain::payout::Period;
use guildhall_domain::payout::listing::PayoutRow;
use guildhall_http::{
    Body, Caller, Handler, OrFail, Organisation, Problem, ProblemCode, Request, Response, caller, json,
    not_found, query_pairs, route_key,
};
use guildhall_store::{CursorKey, Ledger, Payouts, Scope, Table};

use crate::standing::Standing;

/// Answers payouts.
pub struct ListPayouts {
    payouts: Payouts,
    ledger: Ledger,
    clock: Arc<dyn Clock>,
    cursors: CursorKey,
}

impl ListPayouts {
    /// Reads from this table, in this clock's time; cursors are sealed with this key.
    #[must_use]
    pub fn new(table: Table, clock: Arc<dyn Clock>, cursors: CursorKey) -> Self {
        Self { payouts: Payouts::new(table.clone()), ledger: Ledger::new(table), clock, cursors }
    }

    async fn list(&self, request: &Request, organisation: &Organisation) -> Result<Response<Body>, Problem> {
        let query = read_query(request)?;
        let scope = Scope::new(&format!("payouts:{}", organisation.id), &query.order, &());
        let start = match &query.cursor {
            Some(cursor) => self
                .cursors
                .open::<(Period, Currency)>(&scope, cursor)
                .map_err(|_| Problem::new(ProblemCode::InvalidCursor))?,
            None => Start::First,
        };
        let standing = self.standing(organisation).await?;
        let rows: Vec<_> = standing.payouts.iter().cloned().map(PayoutRow::from).collect();
        let page = page(rows.iter().collect(), &query.order, &start, query.limit);
        json(&PayoutPage {
            accounts: standing.accounts()?,
            upcoming: standing.upcoming()?,
            has_details: standing.has_details,
            items: page.rows.iter().map(|row| PayoutItem::from(&row.payout)).collect(),
            total: page.total,
            offset: page.offset,
            next: page.next.map(|start| self.cursors.seal(&scope, &start)),
            previous: page.previous.map(|start| self.cursors.seal(&scope, &start)),
        })
    }

    /// All that is known of an organisation's money. It is little: two payouts a month and currency.
    async fn standing(&self, organisation: &Organisation) -> Result<Standing, Problem> {
        let org = &organisation.id;
        let (accounts, payouts, runs, details) = tokio::try_join!(
            self.ledger.accounts_of(org),
            self.payouts.of_org(org),
            self.payouts.runs(),
            self.payouts.details(org),
        )
        .or_fail()?;
        let finished = runs.iter().filter(|run| run.value.outcome.is_some());
        Ok(Standing {
            accounts,
            payouts,
            last_run: finished.map(|run| run.value.period).max(),
            has_details: details.is_some(),
            is_suspended: organisation.suspended,
            now: self.clock.now(),
        })
    }
}

impl Handler for ListPayouts {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        let caller = caller(&request)?;
        let organisation = may_read(&caller)?;
        match route_key(&request) {
            "GET /api/v1/payouts" => self.list(&request, organisation).await,
            "GET /api/v1/payouts/details" => self.details(&caller, &organisation.id).await,
            "PUT /api/v1/payouts/details" => self.put_details(&request, &caller, &organisation.id).await,
            _ => Err(not_found()),
        }
    }
}

fn may_read(caller: &Caller) -> Result<&Organisation, Problem> {
    let organisation = caller.organisation.as_ref().filter(|_| caller.sees_money);
    organisation.ok_or_else(|| Problem::new(ProblemCode::Forbidden))
}

fn read_query(request: &Request) -> Result<PayoutQuery, Problem> {
    let pairs = query_pairs(request);
    read_payout_query(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())))
        .map_err(Problem::query)
}
