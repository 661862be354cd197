//! The public directory as it is answered: cards, counts on every choice, and why a card stands where it does.

use chrono::NaiveDate;
use guildhall_domain::directory::DirectoryRow;
use guildhall_domain::money::Money;
use guildhall_domain::policy::ranking::Share;
use guildhall_domain::profile::Availability;
use guildhall_domain::taxonomy::{Service, Tier};
use serde::{Deserialize, Serialize};

use crate::profile::RatingSummary;

/// A partner on a card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PartnerCard {
    /// The name in the address: `/directory/<handle>`.
    pub handle: String,
    /// The business name.
    pub name: String,
    /// One sentence.
    pub tagline: String,
    /// The main city.
    pub city: String,
    /// The main country, ISO 3166-1 alpha-2.
    pub country: String,
    /// The specialities, or else the first services; at most three.
    pub services: Vec<Service>,
    /// How many services there are in all.
    pub service_count: usize,
    /// The published reviews in figures.
    pub rating: RatingSummary,
    /// The programme's tier.
    pub tier: Tier,
    /// Whether new clients are taken.
    pub availability: Availability,
    /// The least and the most that is named; `null` where prices are on request or in several currencies.
    pub price_range: Option<PriceRange>,
    /// The day it became a partner.
    pub partner_since: NaiveDate,
    /// With `explain=1`: why it stands here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank: Option<Rank>,
}

/// The least and the most that a partner names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PriceRange {
    /// The least.
    pub from: Money,
    /// The most; equal to the least where nothing more is named.
    pub to: Money,
}

/// A score and what it is made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Rank {
    /// The sum of the shares.
    pub score: u32,
    /// Each factor's share.
    pub shares: Vec<Share>,
}

impl Rank {
    /// The rank that these shares make.
    #[must_use]
    pub fn new(shares: Vec<Share>) -> Self {
        Self { score: shares.iter().map(|share| share.points).sum(), shares }
    }
}

impl From<&DirectoryRow> for PartnerCard {
    fn from(row: &DirectoryRow) -> Self {
        Self {
            handle: row.handle.as_str().to_owned(),
            name: row.name.clone(),
            tagline: row.tagline.clone(),
            city: row.city.clone(),
            country: row.country.code().to_owned(),
            services: row.services.iter().take(3).map(|offer| offer.service).collect(),
            service_count: row.services.len(),
            rating: RatingSummary::from(row.ratings),
            tier: row.standing.tier,
            availability: row.availability,
            price_range: row.price_range().map(|(from, to)| PriceRange { from, to }),
            partner_since: row.standing.partner_since,
            rank: None,
        }
    }
}

/// How many partners one gets by choosing this, with the other groups as they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FacetCount {
    /// The choice, as it stands in the query.
    pub choice: String,
    /// How many.
    pub count: usize,
}

/// The counts of every group. A group lists every choice, in the order in which they are offered;
/// countries only where there is a partner.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Facets {
    /// `category`.
    pub category: Vec<FacetCount>,
    /// `service`.
    pub service: Vec<FacetCount>,
    /// `country`.
    pub country: Vec<FacetCount>,
    /// `language`.
    pub language: Vec<FacetCount>,
    /// `industry`.
    pub industry: Vec<FacetCount>,
    /// `price`.
    pub price: Vec<FacetCount>,
    /// `rating`.
    pub rating: Vec<FacetCount>,
    /// `tier`.
    pub tier: Vec<FacetCount>,
    /// `availability`.
    pub availability: Vec<FacetCount>,
}

/// A part of the query that means nothing and was left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Ignored {
    /// The parameter.
    pub parameter: String,
    /// The value, at most 80 characters of it.
    pub value: String,
}

/// A page of results.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DirectoryPage {
    /// The partners of this page, in order.
    pub items: Vec<PartnerCard>,
    /// How many there are on all pages.
    pub total: usize,
    /// This page, from 1.
    pub page: usize,
    /// How many pages there are; at least 1.
    pub pages: usize,
    /// The counts on every choice.
    pub facets: Facets,
    /// What of the query was left out because it means nothing.
    pub ignored: Vec<Ignored>,
    /// Whether no partner answers all words, so that these answer most of them.
    pub some_words_only: bool,
}
