//! What partners read: jobs, conversations and customers of their organisation.

use std::collections::BTreeMap;

use guildhall_contract::marketplace::{
    ConversationDetails, ConversationItem, ConversationPage, CustomerItem, CustomerPage, JobDetails, JobItem,
    JobPage, SHOPS_MAX, read_conversation_query, read_customer_query, read_job_query,
};
use guildhall_domain::actor::Side;
use guildhall_domain::cutover::CutoverDate;
use guildhall_domain::ids::OrgId;
use guildhall_domain::listing::page;
use guildhall_domain::marketplace::listing::{JobRow, customers_of};
use guildhall_domain::marketplace::{MarketplaceId, Shop};
use guildhall_domain::text::fold;
use guildhall_http::{
    Body, Caller, OrFail, Problem, ProblemCode, Request, Response, json, not_found, path_parameter,
    query_pairs,
};
use guildhall_store::Scope;

use crate::ShowMarketplace;

/// The organisation that a caller reads for.
pub(crate) fn of(caller: &Caller) -> Result<&OrgId, Problem> {
    match (caller.actor.role.side(), &caller.actor.org) {
        (Side::Partner, Some(org)) => Ok(org),
        (Side::Partner | Side::Merchant | Side::Platform, _) => Err(Problem::new(ProblemCode::Forbidden)),
    }
}

impl ShowMarketplace {
    pub(crate) async fn list_jobs(&self, request: &Request, org: &OrgId) -> Result<Response<Body>, Problem> {
        let pairs = query_pairs(request);
        let query = read_job_query(texts(&pairs)).map_err(Problem::query)?;
        let scope = Scope::new(&format!("marketplace:jobs:{org}"), &query.order, &query.filter);
        let start = self.start(&scope, query.cursor.as_deref())?;
        let snapshot = self.jobs.read(org).await.or_fail()?;
        let page = page(query.filter.narrow(snapshot.iter()), &query.order, &start, query.limit);
        json(&JobPage {
            items: page.rows.iter().map(|row| JobItem::from(&row.job)).collect(),
            total: page.total,
            offset: page.offset,
            next: page.next.map(|start| self.cursors.seal(&scope, &start)),
            previous: page.previous.map(|start| self.cursors.seal(&scope, &start)),
            shops: shops_of(snapshot.iter()),
        })
    }

    pub(crate) async fn job(&self, request: &Request, org: &OrgId) -> Result<Response<Body>, Problem> {
        let id = id_in(request, "job_id")?;
        let job = self.records.job(org, &id).await.or_fail()?.ok_or_else(not_found)?;
        let closing = self.cutover.get().await.or_fail()?.dates().get(CutoverDate::ClosedFrom);
        json(&JobDetails::new(&job, closing))
    }

    pub(crate) async fn list_conversations(
        &self,
        request: &Request,
        org: &OrgId,
    ) -> Result<Response<Body>, Problem> {
        let pairs = query_pairs(request);
        let query = read_conversation_query(texts(&pairs)).map_err(Problem::query)?;
        let scope = Scope::new(&format!("marketplace:conversations:{org}"), &query.order, &query.filter);
        let start = self.start(&scope, query.cursor.as_deref())?;
        let snapshot = self.conversations.read(org).await.or_fail()?;
        let page = page(query.filter.narrow(snapshot.iter()), &query.order, &start, query.limit);
        json(&ConversationPage {
            items: page.rows.iter().map(|row| ConversationItem::from(&row.conversation)).collect(),
            total: page.total,
            offset: page.offset,
            next: page.next.map(|start| self.cursors.seal(&scope, &start)),
            previous: page.previous.map(|start| self.cursors.seal(&scope, &start)),
        })
    }

    pub(crate) async fn conversation(
        &self,
        request: &Request,
        org: &OrgId,
    ) -> Result<Response<Body>, Problem> {
        let id = id_in(request, "conversation_id")?;
        let conversation = self.records.conversation(org, &id).await.or_fail()?.ok_or_else(not_found)?;
        json(&ConversationDetails::from(conversation))
    }

    pub(crate) async fn list_customers(
        &self,
        request: &Request,
        org: &OrgId,
    ) -> Result<Response<Body>, Problem> {
        let pairs = query_pairs(request);
        let query = read_customer_query(texts(&pairs)).map_err(Problem::query)?;
        let scope = Scope::new(&format!("marketplace:customers:{org}"), &query.order, &query.filter);
        let start = self.start(&scope, query.cursor.as_deref())?;
        let (jobs, conversations) =
            futures::future::try_join(self.jobs.read(org), self.conversations.read(org)).await.or_fail()?;
        let customers = customers_of(jobs.iter(), conversations.iter());
        let page = page(query.filter.narrow(customers.iter()), &query.order, &start, query.limit);
        json(&CustomerPage {
            items: page.rows.iter().map(|row| CustomerItem::from(*row)).collect(),
            total: page.total,
            offset: page.offset,
            next: page.next.map(|start| self.cursors.seal(&scope, &start)),
            previous: page.previous.map(|start| self.cursors.seal(&scope, &start)),
        })
    }
}

/// The stores of all jobs, by name.
fn shops_of<'a>(rows: impl Iterator<Item = &'a JobRow>) -> Vec<Shop> {
    let mut shops = BTreeMap::<&MarketplaceId, &JobRow>::new();
    for row in rows {
        // A store that was renamed is called as the newest job calls it.
        let known = shops.entry(&row.job.shop.id).or_insert(row);
        if row.job.created_at > known.job.created_at {
            *known = row;
        }
    }
    let mut shops: Vec<_> = shops.into_values().map(|row| row.job.shop.clone()).collect();
    shops.sort_by_cached_key(|shop| (fold(&shop.name), shop.id.clone()));
    shops.truncate(SHOPS_MAX);
    shops
}

fn id_in(request: &Request, name: &str) -> Result<MarketplaceId, Problem> {
    path_parameter(request, name).and_then(|id| id.parse().ok()).ok_or_else(not_found)
}

pub(crate) fn texts(pairs: &[(String, String)]) -> impl Iterator<Item = (&str, &str)> {
    pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()))
}
