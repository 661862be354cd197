//! The query of the directory, read by the function and written by the screens. People follow old links and type in
//! address bars, so what means nothing is left out and named, and the rest is answered.

use guildhall_domain::country::Country;
use guildhall_domain::directory::{DirectoryOrder, DirectoryQuery, PriceBand, RatingFloor};
use guildhall_domain::profile::Availability;
use guildhall_domain::taxonomy::{Category, Industry, Service, SpokenLanguage, Tier};

use crate::directory::Ignored;

/// The longest search text that is looked at, in characters.
pub const TEXT_MAX: usize = 200;
/// The last page that is looked for.
pub const PAGE_MAX: usize = 100_000;
/// The most choices of one group that are looked at.
const CHOICES_MAX: usize = 300;
/// The most parts that are named as ignored.
const IGNORED_MAX: usize = 20;

/// What a search asks for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DirectorySearch {
    /// What is searched.
    pub query: DirectoryQuery,
    /// Whether each card says why it stands where it does.
    pub explain: bool,
}

/// Reads a query, and what of it means nothing.
#[must_use]
pub fn read_directory_query<'a>(
    pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> (DirectorySearch, Vec<Ignored>) {
    let mut search = DirectorySearch::default();
    let mut ignored = Ignoring(Vec::new());
    for (name, value) in pairs {
        let query = &mut search.query;
        let filter = &mut query.filter;
        match name {
            "q" => query.text = text(value),
            "category" => filter.categories = ignored.choices(name, value, Category::by_slug),
            "service" => filter.services = ignored.choices(name, value, Service::by_slug),
            "country" => filter.countries = ignored.choices(name, value, country),
            "language" => filter.languages = ignored.choices(name, value, SpokenLanguage::by_slug),
            "industry" => filter.industries = ignored.choices(name, value, Industry::by_slug),
            "price" => filter.prices = ignored.choices(name, value, PriceBand::by_slug),
            "rating" => filter.ratings = ignored.choices(name, value, RatingFloor::by_slug),
            "tier" => filter.tiers = ignored.choices(name, value, Tier::by_slug),
            "availability" => filter.availability = ignored.choices(name, value, availability),
            "sort" => query.order = ignored.one(name, value, DirectoryOrder::by_slug).unwrap_or(query.order),
            "near" => query.visitor = ignored.one(name, value, country),
            "page" => query.page = ignored.one(name, value, page).unwrap_or(1),
            "explain" => search.explain = value == "1",
            _ => ignored.note(name, value),
        }
    }
    (search, ignored.0)
}

/// Writes a query so that [`read_directory_query`] reads the same; what is as by default is left out.
#[must_use]
pub fn write_directory_query(search: &DirectorySearch) -> Vec<(&'static str, String)> {
    let DirectorySearch { query, explain } = search;
    let filter = &query.filter;
    let mut pairs = vec![
        ("q", query.text.clone()),
        ("category", join(&filter.categories, Category::slug)),
        ("service", join(&filter.services, Service::slug)),
        ("country", join(&filter.countries, Country::code)),
        ("language", join(&filter.languages, SpokenLanguage::slug)),
        ("industry", join(&filter.industries, Industry::slug)),
        ("price", join(&filter.prices, PriceBand::slug)),
        ("rating", join(&filter.ratings, RatingFloor::slug)),
        ("tier", join(&filter.tiers, Tier::slug)),
        ("availability", join(&filter.availability, Availability::code)),
        ("near", query.visitor.map(|country| country.code().to_owned()).unwrap_or_default()),
    ];
    if query.order != DirectoryOrder::Default {
        pairs.push(("sort", query.order.slug().to_owned()));
    }
    if query.page != 1 {
        pairs.push(("page", query.page.to_string()));
    }
    if *explain {
        pairs.push(("explain", "1".to_owned()));
    }
    pairs.retain(|(_, value)| !value.is_empty());
    pairs
}

fn join<T: Copy>(choices: &[T], name: impl Fn(T) -> &'static str) -> String {
    choices.iter().map(|choice| name(*choice)).collect::<Vec<_>>().join(",")
}

fn text(value: &str) -> String {
    value.trim().chars().take(TEXT_MAX).collect()
}

fn country(code: &str) -> Option<Country> {
    code.parse().ok()
}

fn availability(code: &str) -> Option<Availability> {
    Availability::ALL.into_iter().find(|choice| choice.code() == code)
}

fn page(value: &str) -> Option<usize> {
    value.parse().ok().filter(|page| (1..=PAGE_MAX).contains(page))
}

struct Ignoring(Vec<Ignored>);

impl Ignoring {
    fn note(&mut self, parameter: &str, value: &str) {
        if self.0.len() < IGNORED_MAX {
            let short = |text: &str| text.chars().take(80).collect();
            self.0.push(Ignored { parameter: short(parameter), value: short(value) });
        }
    }

    fn choices<T: PartialEq>(
        &mut self,
        name: &str,
        value: &str,
        by_name: impl Fn(&str) -> Option<T>,
    ) -> Vec<T> {
        let mut found = Vec::new();
        for part in value.split(',').map(str::trim).filter(|part| !part.is_empty()).take(CHOICES_MAX) {
            match by_name(part) {
                Some(choice) if found.contains(&choice) => {}
                Some(choice) => found.push(choice),
                None => self.note(name, part),
            }
        }
        found
    }

    fn one<T>(&mut self, name: &str, value: &str, by_name: impl Fn(&str) -> Option<T>) -> Option<T> {
        if value.is_empty() {
            return None;
        }
        let found = by_name(value);
        if found.is_none() {
            self.note(name, value);
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use guildhall_domain::directory::DirectoryFilter;

    use super::*;

    #[test]
    fn a_query_reads_back_as_written() {
        let search = DirectorySearch {
            query: DirectoryQuery {
                text: "butiksdesign".to_owned(),
                filter: DirectoryFilter {
                    categories: vec![Category::StoreSetup],
                    services: vec![Service::EmailMarketing, Service::TaxSetup],
                    countries: vec!["SE".parse().unwrap()],
                    languages: vec![SpokenLanguage::BrazilianPortuguese],
                    industries: vec![Industry::FoodAndDrink],
                    prices: vec![PriceBand::To5000],
                    ratings: vec![RatingFloor::FourAndAHalf],
                    tiers: vec![Tier::Plus],
                    availability: vec![Availability::Open],
                },
                order: DirectoryOrder::Rating,
                visitor: Some("VN".parse().unwrap()),
                page: 3,
            },
            explain: true,
        };
        let written = write_directory_query(&search);
        let pairs = written.iter().map(|(name, value)| (*name, value.as_str()));
        assert_eq!(read_directory_query(pairs), (search, Vec::new()));
        assert!(write_directory_query(&DirectorySearch::default()).is_empty());
    }

    #[test]
    fn what_means_nothing_is_left_out_and_named() {
        let pairs = [("service", "tax-setup,juggling"), ("colour", "red"), ("page", "0"), ("near", "XX")];
        let (search, ignored) = read_directory_query(pairs);
        assert_eq!(search.query.filter.services, [Service::TaxSetup]);
        assert_eq!((search.query.page, search.query.visitor), (1, None));
        let named: Vec<_> =
            ignored.iter().map(|part| (part.parameter.as_str(), part.value.as_str())).collect();
        assert_eq!(named, [("service", "juggling"), ("colour", "red"), ("page", "0"), ("near", "XX")]);
    }
}
