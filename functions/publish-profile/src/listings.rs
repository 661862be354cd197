//! Who stands in which list, in which order: what pages of several partners show.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use guildhall_contract::directory::{DirectoryPage, FacetCount, Facets, PartnerCard};
use guildhall_domain::country::Country;
use guildhall_domain::directory::{DirectoryRow, PAGE_SIZE};
use guildhall_domain::taxonomy::{Category, Service};

/// Every partner that is listed, in the default order of a visitor who named no country and typed nothing.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ranked {
    rows: Vec<Arc<DirectoryRow>>,
    counts: Facets,
}

impl Ranked {
    pub(crate) fn new(mut rows: Vec<Arc<DirectoryRow>>) -> Self {
        rows.sort_by_cached_key(|row| (Reverse(row.facts().base()), row.handle.as_str().to_owned()));
        let counts = counts(&rows);
        Self { rows, counts }
    }

    /// Every partner, best first.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &DirectoryRow> {
        self.rows.iter().map(|row| &**row)
    }

    /// The first page of everybody.
    pub(crate) fn everybody(&self) -> DirectoryPage {
        self.page(|_| true)
    }

    /// The first page of those who offer a service of a category.
    pub(crate) fn in_category(&self, category: Category) -> DirectoryPage {
        self.page(|row| offers_in(row, category))
    }

    /// The first page of those who offer a service.
    pub(crate) fn offering(&self, service: Service) -> DirectoryPage {
        self.page(|row| row.offers(service))
    }

    fn page(&self, fits: impl Fn(&DirectoryRow) -> bool) -> DirectoryPage {
        let mut total = 0;
        let mut items = Vec::with_capacity(PAGE_SIZE);
        for row in self.rows().filter(|row| fits(row)) {
            total += 1;
            if items.len() < PAGE_SIZE {
                items.push(PartnerCard::from(row));
            }
        }
        DirectoryPage {
            items,
            total,
            page: 1,
            pages: total.div_ceil(PAGE_SIZE).max(1),
            facets: self.counts.clone(),
            ignored: Vec::new(),
            some_words_only: false,
        }
    }
}

fn offers_in(row: &DirectoryRow, category: Category) -> bool {
    row.services.iter().any(|offer| offer.service.category() == category)
}

/// The counts that pages show: by category, by service, by country.
fn counts(rows: &[Arc<DirectoryRow>]) -> Facets {
    let count = |choice: &str, fits: &dyn Fn(&DirectoryRow) -> bool| FacetCount {
        choice: choice.to_owned(),
        count: rows.iter().filter(|row| fits(row)).count(),
    };
    let category = |category: &Category| count(category.slug(), &|row| offers_in(row, *category));
    let service = |service: &Service| count(service.slug(), &|row| row.offers(*service));
    let mut countries: BTreeMap<Country, usize> = BTreeMap::new();
    for row in rows {
        for country in [row.country].iter().chain(&row.supported_countries) {
            *countries.entry(*country).or_default() += 1;
        }
    }
    Facets {
        category: Category::ALL.iter().map(category).collect(),
        service: Service::ALL.iter().map(service).collect(),
        country: countries
            .into_iter()
            .map(|(country, count)| FacetCount { choice: country.code().to_owned(), count })
            .collect(),
        ..Facets::default()
    }
}
