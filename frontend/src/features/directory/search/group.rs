//! The groups of choices that narrow the directory. Every choice goes by its word in the address, so that one way of
//! showing, ticking and clearing serves all groups.

use guildhall_contract::directory::{FacetCount, Facets};
use guildhall_contract::directory_query::{DirectorySearch, read_directory_query, write_directory_query};
use guildhall_domain::directory::{DirectoryFilter, PriceBand, RatingFloor};
use guildhall_domain::policy::Words;
use guildhall_domain::taxonomy::{Category, Industry, Service, SpokenLanguage, Tier};
use guildhall_pages::i18n::texts as public;

use crate::format;
use crate::i18n::{texts, words};

/// A group of choices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Group {
    Availability,
    Category,
    Service,
    Country,
    Price,
    Rating,
    Language,
    Industry,
    Tier,
}

impl Group {
    /// All of them, as they are offered. Services stand under the categories: they are one group to the search.
    pub(super) const ALL: [Self; 9] = [
        Self::Availability,
        Self::Category,
        Self::Service,
        Self::Country,
        Self::Price,
        Self::Rating,
        Self::Language,
        Self::Industry,
        Self::Tier,
    ];

    /// Its parameter in the address.
    pub(super) fn parameter(self) -> &'static str {
        match self {
            Self::Availability => "availability",
            Self::Category => "category",
            Self::Service => "service",
            Self::Country => "country",
            Self::Price => "price",
            Self::Rating => "rating",
            Self::Language => "language",
            Self::Industry => "industry",
            Self::Tier => "tier",
        }
    }

    /// What it is about.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Availability => texts::directory::availability(),
            Self::Category | Self::Service => texts::directory::service(),
            Self::Country => texts::directory::country(),
            Self::Price => texts::directory::price(),
            Self::Rating => texts::directory::rating(),
            Self::Language => texts::directory::language(),
            Self::Industry => texts::directory::industry(),
            Self::Tier => texts::directory::tier(),
        }
    }

    /// How many choices are shown before more are asked for.
    pub(super) fn shown(self) -> usize {
        match self {
            Self::Service => 0,
            Self::Country | Self::Language | Self::Industry => 5,
            Self::Availability | Self::Category | Self::Price | Self::Rating | Self::Tier => usize::MAX,
        }
    }

    /// Whether the most frequent choices come first; the others have an order of their own.
    pub(super) fn most_first(self) -> bool {
        match self {
            Self::Country | Self::Language | Self::Industry => true,
            Self::Availability | Self::Category | Self::Service | Self::Price | Self::Rating | Self::Tier => {
                false
            }
        }
    }

    /// Its choices with their counts.
    pub(super) fn counts(self, facets: &Facets) -> &[FacetCount] {
        match self {
            Self::Availability => &facets.availability,
            Self::Category => &facets.category,
            Self::Service => &facets.service,
            Self::Country => &facets.country,
            Self::Price => &facets.price,
            Self::Rating => &facets.rating,
            Self::Language => &facets.language,
            Self::Industry => &facets.industry,
            Self::Tier => &facets.tier,
        }
    }

    /// What people call a choice.
    pub(super) fn name(self, code: &str) -> String {
        let said = |found: Option<Words>| found.map(|found| words(&found).to_owned());
        let name = match self {
            Self::Availability if code == "open" => Some(public::partner::open().to_owned()),
            Self::Availability => Some(public::partner::booked().to_owned()),
            Self::Category => said(Category::by_slug(code).map(Category::words)),
            Self::Service => said(Service::by_slug(code).map(Service::words)),
            Self::Country => code.parse().ok().map(format::country),
            Self::Price => said(PriceBand::by_slug(code).map(PriceBand::words)),
            Self::Rating => said(RatingFloor::by_slug(code).map(RatingFloor::words)),
            Self::Language => said(SpokenLanguage::by_slug(code).map(SpokenLanguage::words)).map(capital),
            Self::Industry => said(Industry::by_slug(code).map(Industry::words)),
            Self::Tier => said(Tier::by_slug(code).map(Tier::words)),
        };
        name.unwrap_or_else(|| code.to_owned())
    }

    /// What of it is chosen, as it stands in the address.
    pub(super) fn chosen(self, filter: &DirectoryFilter) -> Vec<String> {
        let written = write_directory_query(&searching(filter));
        let found = written.into_iter().find(|(name, _)| *name == self.parameter());
        found.map(|(_, choices)| choices.split(',').map(str::to_owned).collect()).unwrap_or_default()
    }

    /// Chooses what was not chosen, and the other way round.
    pub(super) fn toggle(self, filter: &mut DirectoryFilter, code: &str) {
        let mut chosen = self.chosen(filter);
        match chosen.iter().position(|known| known == code) {
            Some(place) => drop(chosen.remove(place)),
            None => chosen.push(code.to_owned()),
        }
        let mut pairs = write_directory_query(&searching(filter));
        pairs.retain(|(name, _)| *name != self.parameter());
        pairs.push((self.parameter(), chosen.join(",")));
        let pairs = pairs.iter().map(|(name, value)| (*name, value.as_str()));
        *filter = read_directory_query(pairs).0.query.filter;
    }
}

/// Everything that is chosen, in the order of the groups.
pub(super) fn all_chosen(filter: &DirectoryFilter) -> Vec<(Group, String)> {
    let of = |group: Group| group.chosen(filter).into_iter().map(move |code| (group, code));
    Group::ALL.into_iter().flat_map(of).collect()
}

fn searching(filter: &DirectoryFilter) -> DirectorySearch {
    let mut search = DirectorySearch::default();
    search.query.filter = filter.clone();
    search
}

/// Languages are written small inside a sentence, in some languages; here each stands alone.
fn capital(name: String) -> String {
    let mut letters = name.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_ticked_and_unticked_by_its_word() {
        let mut filter = DirectoryFilter::default();
        Group::Service.toggle(&mut filter, "email-marketing");
        Group::Service.toggle(&mut filter, "tax-setup");
        Group::Rating.toggle(&mut filter, "4.5");
        assert_eq!(filter.services, [Service::EmailMarketing, Service::TaxSetup]);
        assert_eq!(all_chosen(&filter).len(), 3);
        Group::Service.toggle(&mut filter, "email-marketing");
        assert_eq!(Group::Service.chosen(&filter), ["tax-setup"]);
        assert_eq!(filter.ratings, [RatingFloor::FourAndAHalf]);
    }

    #[test]
    fn every_group_reads_what_it_writes() {
        let first = |group: Group| match group {
            Group::Availability => "open",
            Group::Category => Category::ALL[0].slug(),
            Group::Service => Service::ALL[0].slug(),
            Group::Country => "SE",
            Group::Price => PriceBand::ALL[0].slug(),
            Group::Rating => RatingFloor::ALL[0].slug(),
            Group::Language => SpokenLanguage::ALL[0].slug(),
            Group::Industry => Industry::ALL[0].slug(),
            Group::Tier => Tier::ALL[0].slug(),
        };
        let mut filter = DirectoryFilter::default();
        for group in Group::ALL {
            group.toggle(&mut filter, first(group));
            assert_eq!(group.chosen(&filter), [first(group)], "{group:?}");
        }
        assert_eq!(all_chosen(&filter).len(), Group::ALL.len());
    }
}
