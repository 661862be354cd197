//! Answers the records of the Experts Marketplace: to partners all of theirs, for good; to merchants their own jobs, until
//! the marketplace is closed to them. No object of the directory is among the answers, which all say that this is
//! deprecated.

mod merchant;
mod notice;
mod partner;

use std::sync::Arc;

use guildhall_domain::clock::Clock;
use guildhall_domain::cutover::ExistingJobs;
use guildhall_domain::marketplace::listing::{ConversationRow, JobRow};
use guildhall_http::{
    Body, Handler, OrFail, Problem, ProblemCode, Request, Response, caller, not_found, route_key,
};
use guildhall_store::{
    CursorKey, CutoverCache, Marketplace, Members, MerchantKey, PartnerProfiles, Scope, Table, Views,
};
use serde::de::DeserializeOwned;

/// The most memory that the views of jobs may hold.
const JOB_BYTES: usize = 96 * 1024 * 1024;
/// The most memory that the views of conversations may hold.
const CONVERSATION_BYTES: usize = 32 * 1024 * 1024;

/// Reads the records of the marketplace.
pub struct ShowMarketplace {
    records: Marketplace,
    jobs: Views<JobRow>,
    conversations: Views<ConversationRow>,
    members: Members,
    profiles: PartnerProfiles,
    cutover: CutoverCache,
    clock: Arc<dyn Clock>,
    cursors: CursorKey,
    merchants: MerchantKey,
    marketplace: String,
}

impl ShowMarketplace {
    /// Reads from this table, in this clock's time. Cursors are sealed with this key and merchants hidden by that one;
    /// `marketplace` is where the marketplace itself is.
    #[must_use]
    pub fn new(
        table: Table,
        clock: Arc<dyn Clock>,
        cursors: CursorKey,
        merchants: MerchantKey,
        marketplace: String,
    ) -> Self {
        Self {
            records: Marketplace::new(table.clone()),
            jobs: Views::new(table.clone(), JOB_BYTES),
            conversations: Views::new(table.clone(), CONVERSATION_BYTES),
            members: Members::new(table.clone()),
            profiles: PartnerProfiles::new(table.clone()),
            cutover: CutoverCache::new(table),
            clock,
            cursors,
            merchants,
            marketplace,
        }
    }

    async fn route(&self, request: &Request) -> Result<Response<Body>, Problem> {
        let caller = caller(request)?;
        match route_key(request) {
            "GET /api/v1/marketplace/jobs" => self.list_jobs(request, partner::of(&caller)?).await,
            "GET /api/v1/marketplace/jobs/{job_id}" => self.job(request, partner::of(&caller)?).await,
            "GET /api/v1/marketplace/conversations" => {
                self.list_conversations(request, partner::of(&caller)?).await
            }
            "GET /api/v1/marketplace/conversations/{conversation_id}" => {
                self.conversation(request, partner::of(&caller)?).await
            }
            "GET /api/v1/marketplace/customers" => self.list_customers(request, partner::of(&caller)?).await,
            "GET /api/v1/marketplace/own-jobs" => {
                // A question that makes no sense is told so, whatever the day.
                let query = merchant::query(request)?;
                self.let_merchants_in().await?;
                self.list_own_jobs(&query, &merchant::of(&caller)?).await
            }
            "GET /api/v1/marketplace/own-jobs/{own_job_id}" => {
                self.let_merchants_in().await?;
                self.own_job(request, &merchant::of(&caller)?).await
            }
            _ => Err(not_found()),
        }
    }

    /// Whether merchants may still look: for everybody alike, so that nobody learns who had a job.
    async fn let_merchants_in(&self) -> Result<(), Problem> {
        match self.cutover.behaviour(self.clock.now()).await.or_fail()?.existing_jobs {
            ExistingJobs::Marketplace | ExistingJobs::InsideDirectory => Ok(()),
            ExistingJobs::Nowhere => Err(closed()),
        }
    }

    /// Jobs are not asked for here and never were: in the marketplace as long as it takes any, and then nowhere.
    async fn ask_for_job(&self) -> Result<Response<Body>, Problem> {
        if self.cutover.behaviour(self.clock.now()).await.or_fail()?.new_jobs {
            return Ok(notice::onward(&self.marketplace));
        }
        Err(closed())
    }

    /// Where a page starts.
    fn start<Id: DeserializeOwned>(
        &self,
        scope: &Scope,
        cursor: Option<&str>,
    ) -> Result<guildhall_domain::listing::Start<Id>, Problem> {
        match cursor {
            Some(cursor) => {
                self.cursors.open(scope, cursor).map_err(|_| Problem::new(ProblemCode::InvalidCursor))
            }
            None => Ok(guildhall_domain::listing::Start::First),
        }
    }
}

impl Handler for ShowMarketplace {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        if route_key(&request) == "POST /api/v1/marketplace/jobs" {
            return self.ask_for_job().await;
        }
        let response = self.route(&request).await?;
        Ok(notice::deprecated(response, &self.cutover.get().await.or_fail()?))
    }
}

fn closed() -> Problem {
    Problem::new(ProblemCode::MarketplaceClosed)
}
