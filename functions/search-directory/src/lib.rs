//! Searches the public directory: one query keeps the listed profiles in step, the rest happens in memory.

mod engine;

use std::sync::Arc;

use guildhall_contract::directory::{DirectoryPage, FacetCount, Facets, PartnerCard, Rank};
use guildhall_contract::directory_query::read_directory_query;
use guildhall_domain::clock::Clock;
use guildhall_domain::country::Country;
use guildhall_domain::directory::{PriceBand, RatingFloor};
use guildhall_domain::profile::Availability;
use guildhall_domain::taxonomy::{Category, Industry, Service, SpokenLanguage, Tier};
use guildhall_http::{Body, Handler, OrFail, Problem, Request, Response, directory_open, json, query_pairs};
use guildhall_search::{Answering, Hit};
use guildhall_store::{CutoverCache, Table};

use crate::engine::Engine;

/// Searches.
pub struct SearchDirectory {
    engine: Engine,
    cutover: CutoverCache,
    clock: Arc<dyn Clock>,
}

impl SearchDirectory {
    /// Searches the listed profiles of this table, from when on the directory is open by this clock.
    #[must_use]
    pub fn new(table: Table, clock: Arc<dyn Clock>) -> Self {
        Self { cutover: CutoverCache::new(table.clone()), engine: Engine::new(table), clock }
    }
}

impl Handler for SearchDirectory {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        directory_open(self.cutover.behaviour(self.clock.now()).await.or_fail()?)?;
        let pairs = query_pairs(&request);
        let pairs = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let (search, ignored) = read_directory_query(pairs);
        let results = self.engine.search(&search.query).await.or_fail()?;
        json(&DirectoryPage {
            items: results.hits.iter().map(|hit| card(hit, search.explain)).collect(),
            total: results.total,
            page: results.page,
            pages: results.pages,
            facets: counted(&results.facets),
            ignored,
            some_words_only: matches!(results.answering, Answering::MostWords { .. }),
        })
    }
}

fn card(hit: &Hit, explain: bool) -> PartnerCard {
    let rank = explain.then(|| Rank::new(hit.explain()));
    PartnerCard { rank, ..PartnerCard::from(&*hit.row) }
}

fn counted(facets: &guildhall_search::Facets) -> Facets {
    Facets {
        category: counts(&facets.categories, Category::slug),
        service: counts(&facets.services, Service::slug),
        country: counts(&facets.countries, Country::code),
        language: counts(&facets.languages, SpokenLanguage::slug),
        industry: counts(&facets.industries, Industry::slug),
        price: counts(&facets.prices, PriceBand::slug),
        rating: counts(&facets.ratings, RatingFloor::slug),
        tier: counts(&facets.tiers, Tier::slug),
        availability: counts(&facets.availability, Availability::code),
    }
}

fn counts<T: Copy>(counts: &[(T, usize)], name: fn(T) -> &'static str) -> Vec<FacetCount> {
    counts
        .iter()
        .map(|(choice, count)| FacetCount { choice: name(*choice).to_owned(), count: *count })
        .collect()
}
