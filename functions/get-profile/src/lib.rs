//! Answers public profiles and their reviews. Anybody may ask, so a handle of which nothing is shown, an
//! unknown one and one that is no handle at all are the same 404.

use std::sync::Arc;

use guildhall_contract::profile::PublicProfile;
use guildhall_contract::reviews::{PublicReview, ReviewPage, read_review_query};
use guildhall_domain::clock::Clock;
use guildhall_domain::ids::ReviewId;
use guildhall_domain::listing::{Start, page};
use guildhall_domain::profile::{Handle, PublicCopy};
use guildhall_domain::review::ReviewRow;
use guildhall_http::{
    Body, Handler, OrFail, Problem, ProblemCode, Request, Response, directory_open, json, not_found,
    path_parameter, query_pairs, route_key,
};
use guildhall_store::{CursorKey, CutoverCache, PublicProfiles, Scope, Table, Views};

/// The most memory that lists of reviews may hold.
const VIEW_BYTES: usize = 128 * 1024 * 1024;

/// Reads published profiles.
pub struct GetProfile {
    profiles: PublicProfiles,
    reviews: Views<ReviewRow>,
    cursors: CursorKey,
    cutover: CutoverCache,
    clock: Arc<dyn Clock>,
}

impl GetProfile {
    /// Reads from this table, from when on the directory is open by this clock; cursors are sealed with this key.
    #[must_use]
    pub fn new(table: Table, cursors: CursorKey, clock: Arc<dyn Clock>) -> Self {
        let reviews = Views::new(table.clone(), VIEW_BYTES);
        let cutover = CutoverCache::new(table.clone());
        Self { profiles: PublicProfiles::new(table), reviews, cursors, cutover, clock }
    }

    async fn profile(&self, copy: &PublicCopy) -> Result<Response<Body>, Problem> {
        let content = copy.content.as_ref().ok_or_else(not_found)?;
        json(&PublicProfile::new(&copy.handle, content, copy.standing, copy.ratings))
    }

    async fn reviews(&self, request: &Request, copy: &PublicCopy) -> Result<Response<Body>, Problem> {
        if copy.content.is_none() {
            return Err(not_found());
        }
        let pairs = query_pairs(request);
        let pairs = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let query = read_review_query(pairs).map_err(Problem::query)?;
        let scope = Scope::new(&format!("reviews:{}", copy.org), &query.order, &query.filter);
        let start = match &query.cursor {
            Some(cursor) => self
                .cursors
                .open::<ReviewId>(&scope, cursor)
                .map_err(|_| Problem::new(ProblemCode::InvalidCursor))?,
            None => Start::First,
        };
        let snapshot = self.reviews.read(&copy.org).await.or_fail()?;
        let rows: Vec<_> = snapshot.iter().filter(|row| query.filter.takes(&row.0)).collect();
        let page = page(rows, &query.order, &start, query.limit);
        json(&ReviewPage {
            items: page.rows.iter().filter_map(|row| PublicReview::of(&row.0)).collect(),
            total: page.total,
            offset: page.offset,
            next: page.next.map(|start| self.cursors.seal(&scope, &start)),
            previous: page.previous.map(|start| self.cursors.seal(&scope, &start)),
        })
    }
}

impl Handler for GetProfile {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        directory_open(self.cutover.behaviour(self.clock.now()).await.or_fail()?)?;
        let handle: Handle = path_parameter(&request, "handle")
            .and_then(|handle| handle.parse().ok())
            .ok_or_else(not_found)?;
        let copy = self.profiles.get(&handle).await.or_fail()?.ok_or_else(not_found)?;
        match route_key(&request) {
            "GET /api/v1/profiles/{handle}" => self.profile(&copy).await,
            "GET /api/v1/profiles/{handle}/reviews" => self.reviews(&request, &copy).await,
            _ => Err(not_found()),
        }
    }
}
