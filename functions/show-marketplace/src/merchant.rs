//! What merchants read: the jobs that they asked for, whoever has them. A merchant is known by the address that the sign-in
//! has verified.

use std::collections::{BTreeMap, BTreeSet};

use guildhall_contract::marketplace::{
    JobPartner, OwnJobDetails, OwnJobId, OwnJobItem, OwnJobPage, OwnJobQuery, read_own_job_query,
};
use guildhall_domain::actor::Side;
use guildhall_domain::cutover::{CutoverDate, Visibility};
use guildhall_domain::ids::OrgId;
use guildhall_domain::listing::{Key, Row, page};
use guildhall_domain::marketplace::listing::JobColumn;
use guildhall_domain::marketplace::{Customer, Job, Message};
use guildhall_domain::organisation::is_same_address;
use guildhall_domain::personal::Personal;
use guildhall_http::{
    Body, Caller, OrFail, Problem, ProblemCode, Request, Response, json, not_found, path_parameter,
    query_pairs,
};
use guildhall_store::Scope;

use crate::ShowMarketplace;
use crate::partner::texts;

/// A merchant who asks.
#[derive(Debug)]
pub(crate) struct Merchant<'a> {
    account: &'a str,
    /// Without a verified address nothing is theirs.
    email: Option<&'a Personal>,
}

/// The merchant that a caller is.
pub(crate) fn of(caller: &Caller) -> Result<Merchant<'_>, Problem> {
    match caller.actor.role.side() {
        Side::Merchant => Ok(Merchant { account: caller.actor.id.as_str(), email: caller.email.as_ref() }),
        Side::Partner | Side::Platform => Err(Problem::new(ProblemCode::Forbidden)),
    }
}

/// Which of their jobs somebody asks for.
pub(crate) fn query(request: &Request) -> Result<OwnJobQuery, Problem> {
    read_own_job_query(texts(&query_pairs(request))).map_err(Problem::query)
}

impl Merchant<'_> {
    /// Whether somebody in the marketplace's records is this merchant.
    fn is(&self, customer: &Customer) -> bool {
        match (self.email, &customer.email) {
            (Some(own), Some(email)) => is_same_address(own.as_str(), email.as_str()),
            (Some(_) | None, _) => false,
        }
    }

    fn asked_for(&self, job: &Job) -> bool {
        job.customer.as_ref().is_some_and(|customer| self.is(customer))
    }
}

/// A merchant's job in a list.
struct OwnJobRow {
    id: OwnJobId,
    job: Job,
}

impl Row for OwnJobRow {
    type Id = OwnJobId;
    type Column = JobColumn;

    fn id(&self) -> &OwnJobId {
        &self.id
    }

    fn key(&self, column: JobColumn) -> Key<'_> {
        match column {
            JobColumn::CreatedAt => Key::Number(self.job.created_at.timestamp_micros()),
            JobColumn::LastEventAt => Key::Number(self.job.last_event_at.timestamp_micros()),
        }
    }
}

impl ShowMarketplace {
    pub(crate) async fn list_own_jobs(
        &self,
        query: &OwnJobQuery,
        merchant: &Merchant<'_>,
    ) -> Result<Response<Body>, Problem> {
        let owner = format!("marketplace:own-jobs:{}", merchant.account);
        let scope = Scope::new(&owner, &query.order, &query.filter);
        let start = self.start(&scope, query.cursor.as_deref())?;
        let rows = self.jobs_of(merchant).await?;
        let page = page(rows.iter().collect(), &query.order, &start, query.limit);
        let partners = self.partners(page.rows.iter().map(|row| &row.job.org)).await?;
        let item = |row: &&OwnJobRow| OwnJobItem::new(&row.job, partner_in(&partners, &row.job.org));
        json(&OwnJobPage {
            items: page.rows.iter().map(item).collect(),
            total: page.total,
            offset: page.offset,
            next: page.next.map(|start| self.cursors.seal(&scope, &start)),
            previous: page.previous.map(|start| self.cursors.seal(&scope, &start)),
            closes_at: self.cutover.get().await.or_fail()?.dates().get(CutoverDate::ClosedFrom),
        })
    }

    async fn jobs_of(&self, merchant: &Merchant<'_>) -> Result<Vec<OwnJobRow>, Problem> {
        let Some(email) = merchant.email else { return Ok(Vec::new()) };
        let jobs = self.records.jobs_by(&self.merchants, email.as_str()).await.or_fail()?;
        let own = jobs.into_iter().filter(|job| merchant.asked_for(job));
        let row = |job: Job| OwnJobRow { id: OwnJobId { org: job.org.clone(), job: job.id.clone() }, job };
        Ok(own.map(row).collect())
    }

    pub(crate) async fn own_job(
        &self,
        request: &Request,
        merchant: &Merchant<'_>,
    ) -> Result<Response<Body>, Problem> {
        let id: OwnJobId =
            path_parameter(request, "own_job_id").and_then(|id| id.parse().ok()).ok_or_else(not_found)?;
        let job = self.records.job(&id.org, &id.job).await.or_fail()?;
        let job = job.filter(|job| merchant.asked_for(job)).ok_or_else(not_found)?;
        let messages = self.messages_about(&job, merchant).await?;
        let partners = self.partners([&job.org].into_iter()).await?;
        json(&OwnJobDetails {
            item: OwnJobItem::new(&job, partner_in(&partners, &job.org)),
            requirements: job.requirements,
            messages,
            closes_at: self.cutover.get().await.or_fail()?.dates().get(CutoverDate::ClosedFrom),
        })
    }

    /// What was written about a job, if it was written with this merchant.
    async fn messages_about(&self, job: &Job, merchant: &Merchant<'_>) -> Result<Vec<Message>, Problem> {
        let Some(id) = &job.conversation else { return Ok(Vec::new()) };
        let conversation = self.records.conversation(&job.org, id).await.or_fail()?;
        let theirs = conversation.filter(|conversation| merchant.is(&conversation.customer));
        Ok(theirs.map(|conversation| conversation.messages).unwrap_or_default())
    }

    /// The partners of some jobs, each asked for once.
    async fn partners(
        &self,
        orgs: impl Iterator<Item = &OrgId>,
    ) -> Result<BTreeMap<OrgId, JobPartner>, Problem> {
        let orgs: BTreeSet<_> = orgs.cloned().collect();
        let is_open =
            self.cutover.behaviour(self.clock.now()).await.or_fail()?.directory == Visibility::Public;
        let found = orgs.into_iter().map(async |org| {
            let partner = self.partner(&org, is_open).await?;
            Ok::<_, Problem>((org, partner))
        });
        Ok(futures::future::try_join_all(found).await?.into_iter().collect())
    }

    async fn partner(&self, org: &OrgId, is_open: bool) -> Result<JobPartner, Problem> {
        let (organisation, profile) =
            futures::future::try_join(self.members.organisation(org), self.profiles.get(org))
                .await
                .or_fail()?;
        let name = organisation.map_or_else(|| org.to_string(), |kept| kept.value.name);
        let listed = profile.filter(|profile| is_open && profile.is_public());
        Ok(JobPartner { name, handle: listed.map(|profile| profile.handle.as_str().to_owned()) })
    }
}

fn partner_in(partners: &BTreeMap<OrgId, JobPartner>, org: &OrgId) -> JobPartner {
    let unknown = || JobPartner { name: org.to_string(), handle: None };
    partners.get(org).cloned().unwrap_or_else(unknown)
}
