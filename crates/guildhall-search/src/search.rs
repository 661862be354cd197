use std::sync::Arc;

use fixedbitset::FixedBitSet;
use guildhall_domain::country::Country;
use guildhall_domain::directory::{DirectoryOrder, DirectoryQuery, DirectoryRow};
use guildhall_domain::policy::ranking::{Locality, Share};

use crate::choice::Choice;
use crate::facets::{Facets, Narrowed};
use crate::found::{Answering, Found};
use crate::index::{Index, Listed};
use crate::sets::Sets;

/// One page of results, with the counts of every choice.
#[derive(Debug, Clone)]
pub struct Results {
    /// The page's results, in order; empty beyond the last page.
    pub hits: Vec<Hit>,
    /// How many results there are on all pages.
    pub total: usize,
    /// Which page this is, from 1.
    pub page: usize,
    /// How many pages there are; at least 1.
    pub pages: usize,
    /// How the results answer the text.
    pub answering: Answering,
    /// How many results each choice gives.
    pub facets: Facets,
}

/// A result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The partner.
    pub row: Arc<DirectoryRow>,
    /// Its points for the text.
    pub relevance: u32,
    /// Where it is, seen from the visitor's country.
    pub locality: Locality,
    /// Its points of the default rank in all; whatever the order of the results.
    pub score: u32,
}

impl Hit {
    /// Why this place: every factor's share of the score, to which they sum.
    #[must_use]
    pub fn explain(&self) -> Vec<Share> {
        self.row.facts().shares(self.relevance, self.locality)
    }
}

/// What results are sorted by, as one number: the smaller comes first. The value, turned over, and then the
/// rank of the handle, which no two share.
type Key = u64;

impl Index {
    /// Searches: text, then filters, then the order, then one page of `size`.
    #[must_use]
    pub fn search(&self, query: &DirectoryQuery, size: usize) -> Results {
        let found = Found::new(&query.text, &self.vocabulary, &self.sets);
        let narrowed = Narrowed::new(&found.set, &query.filter, &self.sets);
        let nearness = Nearness::new(&self.sets, query.visitor);

        let keys = narrowed.all.ones().filter_map(|place| {
            let listed = self.listed(place)?;
            let value = match query.order {
                DirectoryOrder::Default => listed.base + found.relevance(place) + nearness.of(place).points(),
                DirectoryOrder::Rating => listed.average,
            };
            Some(key(value, listed))
        });
        let keys: Vec<Key> = keys.collect();
        let total = keys.len();
        let page = query.page.max(1);
        let hit = |key: Key| {
            let place = self.place_of_rank(rank(key))?;
            let listed = self.listed(place)?;
            let (relevance, locality) = (found.relevance(place), nearness.of(place));
            let score = listed.base + relevance + locality.points();
            Some(Hit { row: Arc::clone(&listed.row), relevance, locality, score })
        };
        Results {
            hits: part(keys, (page - 1).saturating_mul(size), size).into_iter().filter_map(hit).collect(),
            total,
            page,
            pages: total.div_ceil(size.max(1)).max(1),
            answering: found.answering,
            facets: narrowed.count(&self.sets),
        }
    }
}

fn key(value: u32, listed: &Listed) -> Key {
    Key::from(u32::MAX - value) << 32 | Key::from(listed.rank)
}

fn rank(key: Key) -> usize {
    usize::try_from(key & Key::from(u32::MAX)).unwrap_or(usize::MAX)
}

/// So many keys from the offset on, in order. Sorts no more than these.
fn part(mut keys: Vec<Key>, offset: usize, size: usize) -> Vec<Key> {
    if offset >= keys.len() {
        return Vec::new();
    }
    if offset > 0 {
        keys.select_nth_unstable(offset);
        keys.drain(..offset);
    }
    if size < keys.len() {
        keys.select_nth_unstable(size);
        keys.truncate(size);
    }
    keys.sort_unstable();
    keys
}

/// Who is near the visitor.
struct Nearness<'a> {
    /// Who is in the visitor's country, and who works there; `None` if the visitor named none.
    sets: Option<(&'a FixedBitSet, &'a FixedBitSet)>,
}

impl<'a> Nearness<'a> {
    fn new(sets: &'a Sets, visitor: Option<Country>) -> Self {
        let near = |country| (sets.of(Choice::Home(country)), sets.of(Choice::Country(country)));
        Self { sets: visitor.map(near) }
    }

    fn of(&self, place: usize) -> Locality {
        match self.sets {
            Some((home, _)) if home.contains(place) => Locality::Local,
            Some((_, works)) if works.contains(place) => Locality::AlsoLocal,
            Some(_) | None => Locality::Elsewhere,
        }
    }
}
