//! The customers whose jobs go on.

use guildhall_contract::moving::{CustomerGoingOn, GoingOnPage, read_going_on_query};
use guildhall_domain::listing::{Start, page};
use guildhall_domain::marketplace::MarketplaceId;
use guildhall_domain::migration::GoingOn;
use guildhall_http::{
    Body, Caller, OrFail, Organisation, Problem, ProblemCode, Request, Response, json, not_found, query_pairs,
};
use guildhall_store::Scope;

use crate::MyMove;

impl MyMove {
    /// A page of them, each with its tick.
    pub(crate) async fn customers(
        &self,
        request: &Request,
        caller: &Caller,
        organisation: &Organisation,
    ) -> Result<Response<Body>, Problem> {
        let pairs = query_pairs(request);
        let query = read_going_on_query(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())))
            .map_err(Problem::query)?;
        let scope = Scope::new(&format!("move:{}:{}", organisation.id, caller.actor.id), &query.order, &());
        let start = match &query.cursor {
            Some(cursor) => self
                .cursors
                .open::<MarketplaceId>(&scope, cursor)
                .map_err(|_| Problem::new(ProblemCode::InvalidCursor))?,
            None => Start::First,
        };
        let customers = self.going_on(organisation).await?;
        let notes = self.moves.notes(&organisation.id).await.or_fail()?;
        let contacted = notes.map(|kept| kept.value.contacted).unwrap_or_default();
        let page = page(customers.iter().collect(), &query.order, &start, query.limit);
        let item = |row: &&GoingOn| CustomerGoingOn::new(row, contacted.get(&row.shop.id).cloned());
        json(&GoingOnPage {
            items: page.rows.iter().map(item).collect(),
            total: page.total,
            offset: page.offset,
            next: page.next.map(|start| self.cursors.seal(&scope, &start)),
            previous: page.previous.map(|start| self.cursors.seal(&scope, &start)),
        })
    }

    /// Refuses whoever is no customer whose jobs go on.
    pub(crate) async fn known_customer(
        &self,
        organisation: &Organisation,
        shop: &MarketplaceId,
    ) -> Result<(), Problem> {
        let customers = self.going_on(organisation).await?;
        let is_known = customers.iter().any(|customer| customer.shop.id == *shop);
        if is_known { Ok(()) } else { Err(not_found()) }
    }

    async fn going_on(&self, organisation: &Organisation) -> Result<Vec<GoingOn>, Problem> {
        let closing = self.cutover.get().await.or_fail()?.dates().closed_from;
        let jobs = self.jobs.read(&organisation.id).await.or_fail()?;
        Ok(GoingOn::gather(jobs.iter().map(|row| &row.job), closing))
    }
}
