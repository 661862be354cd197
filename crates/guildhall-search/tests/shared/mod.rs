//! Rows to search.
#![allow(dead_code, reason = "not every suite needs all of it")]

use std::sync::Arc;

use chrono::NaiveDate;
use guildhall_domain::country::Country;
use guildhall_domain::directory::{DirectoryQuery, DirectoryRow};
use guildhall_domain::profile::{Availability, Price, ServiceOffer, Standing};
use guildhall_domain::review::{Ratings, Stars};
use guildhall_domain::taxonomy::{Service, SpokenLanguage, Tier};
use guildhall_search::Results;

/// A partner of which nothing is known but its handle.
pub(crate) fn partner(handle: &str) -> DirectoryRow {
    DirectoryRow {
        handle: handle.parse().expect("a handle"),
        org: "acme".parse().expect("an organisation"),
        name: "Zzyzx".to_owned(),
        tagline: String::new(),
        bio: String::new(),
        city: String::new(),
        country: country("FJ"),
        supported_countries: Vec::new(),
        languages: vec![SpokenLanguage::English],
        industries: Vec::new(),
        services: Vec::new(),
        availability: Availability::Open,
        standing: Standing {
            tier: Tier::Registered,
            partner_since: NaiveDate::from_ymd_opt(2024, 1, 1).expect("a day"),
            referrals_year: 0,
        },
        ratings: Ratings::default(),
        completeness: 50,
        version: 1,
    }
}

pub(crate) fn country(code: &str) -> Country {
    code.parse().expect("a country")
}

pub(crate) fn offer(service: Service) -> ServiceOffer {
    ServiceOffer { service, featured: false, price: Price::Contact, description: String::new() }
}

pub(crate) fn rated(stars: &[u8]) -> Ratings {
    let stars = stars.iter().map(|stars| Stars::try_from(*stars).expect("stars"));
    stars.map(|stars| (stars, stars)).collect()
}

pub(crate) fn text(text: &str) -> DirectoryQuery {
    DirectoryQuery { text: text.to_owned(), ..DirectoryQuery::default() }
}

pub(crate) fn handles(results: &Results) -> Vec<&str> {
    results.hits.iter().map(|hit| hit.row.handle.as_str()).collect()
}

pub(crate) fn shared(rows: &[DirectoryRow]) -> impl Iterator<Item = Arc<DirectoryRow>> {
    rows.iter().cloned().map(Arc::new)
}
