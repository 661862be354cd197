use std::array;

use fixedbitset::FixedBitSet;
use guildhall_domain::country::Country;
use guildhall_domain::directory::{DirectoryFilter, PriceBand, RatingFloor};
use guildhall_domain::profile::Availability;
use guildhall_domain::taxonomy::{Category, Industry, Service, SpokenLanguage, Tier};

use crate::choice::Choice;
use crate::sets::Sets;

/// How many results each choice gives: the choice alone in its group, with the text and the other groups as
/// they are. So a count is what one gets by choosing it instead of what is chosen beside it.
///
/// Every choice of a group is here, also those that give none; of countries, all in which anybody works.
/// Categories and services are one group.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "each field is the group it is named after")]
pub struct Facets {
    pub categories: Vec<(Category, usize)>,
    pub services: Vec<(Service, usize)>,
    pub countries: Vec<(Country, usize)>,
    pub languages: Vec<(SpokenLanguage, usize)>,
    pub industries: Vec<(Industry, usize)>,
    pub prices: Vec<(PriceBand, usize)>,
    pub ratings: Vec<(RatingFloor, usize)>,
    pub tiers: Vec<(Tier, usize)>,
    pub availability: Vec<(Availability, usize)>,
}

/// Groups of choices: any within a group, all groups together.
#[derive(Debug, Clone, Copy)]
enum Group {
    Services,
    Countries,
    Languages,
    Industries,
    Prices,
    Ratings,
    Tiers,
    Availability,
}

const GROUPS: usize = 8;

/// A filter over the sets.
pub(crate) struct Narrowed {
    /// What passes all groups.
    pub(crate) all: FixedBitSet,
    /// What passes all groups but one, for each.
    but: [FixedBitSet; GROUPS],
}

impl Narrowed {
    /// Narrows those found to those who pass.
    pub(crate) fn new(found: &FixedBitSet, filter: &DirectoryFilter, sets: &Sets) -> Self {
        let chosen = chosen(filter);
        let passing = chosen.map(|choices| union(&choices, sets));
        let meet = |left_out: Option<usize>| {
            let mut met = found.clone();
            let others = passing.iter().enumerate().filter(|(group, _)| Some(*group) != left_out);
            others.filter_map(|(_, set)| set.as_ref()).for_each(|set| met.intersect_with(set));
            met
        };
        let all = meet(None);
        // A group in which nothing is chosen narrows nothing, so leaving it out changes nothing.
        let but =
            array::from_fn(|group| if passing[group].is_some() { meet(Some(group)) } else { all.clone() });
        Self { all, but }
    }

    /// Counts every choice.
    pub(crate) fn count(&self, sets: &Sets) -> Facets {
        Facets {
            categories: self.group(Group::Services, sets, Category::ALL, Choice::Category),
            services: self.group(Group::Services, sets, Service::ALL, Choice::Service),
            countries: self.group(Group::Countries, sets, &sets.countries(), Choice::Country),
            languages: self.group(Group::Languages, sets, SpokenLanguage::ALL, Choice::Language),
            industries: self.group(Group::Industries, sets, Industry::ALL, Choice::Industry),
            prices: self.group(Group::Prices, sets, PriceBand::ALL, Choice::Price),
            ratings: self.group(Group::Ratings, sets, RatingFloor::ALL, Choice::Rating),
            tiers: self.group(Group::Tiers, sets, Tier::ALL, Choice::Tier),
            availability: self.group(Group::Availability, sets, &Availability::ALL, Choice::Availability),
        }
    }

    fn group<T: Copy>(
        &self,
        group: Group,
        sets: &Sets,
        all: &[T],
        choice: impl Fn(T) -> Choice,
    ) -> Vec<(T, usize)> {
        let others = &self.but[group as usize];
        all.iter().map(|one| (*one, others.intersection_count(sets.of(choice(*one))))).collect()
    }
}

/// The choices of each group, in the order of [`Group`].
fn chosen(filter: &DirectoryFilter) -> [Vec<Choice>; GROUPS] {
    let of = |group| match group {
        Group::Services => {
            let categories = filter.categories.iter().copied().map(Choice::Category);
            categories.chain(filter.services.iter().copied().map(Choice::Service)).collect()
        }
        Group::Countries => filter.countries.iter().copied().map(Choice::Country).collect(),
        Group::Languages => filter.languages.iter().copied().map(Choice::Language).collect(),
        Group::Industries => filter.industries.iter().copied().map(Choice::Industry).collect(),
        Group::Prices => filter.prices.iter().copied().map(Choice::Price).collect(),
        Group::Ratings => filter.ratings.iter().copied().map(Choice::Rating).collect(),
        Group::Tiers => filter.tiers.iter().copied().map(Choice::Tier).collect(),
        Group::Availability => filter.availability.iter().copied().map(Choice::Availability).collect(),
    };
    [
        Group::Services,
        Group::Countries,
        Group::Languages,
        Group::Industries,
        Group::Prices,
        Group::Ratings,
        Group::Tiers,
        Group::Availability,
    ]
    .map(of)
}

/// Everybody who has any of the choices; `None` if nothing is chosen.
fn union(choices: &[Choice], sets: &Sets) -> Option<FixedBitSet> {
    let (first, others) = choices.split_first()?;
    let mut union = sets.of(*first).clone();
    others.iter().for_each(|choice| union.union_with(sets.of(*choice)));
    Some(union)
}
