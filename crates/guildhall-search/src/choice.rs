use guildhall_domain::country::{self, Country};
use guildhall_domain::directory::{DirectoryRow, PriceBand, RatingFloor};
use guildhall_domain::policy::{Language, Words};
use guildhall_domain::profile::Availability;
use guildhall_domain::taxonomy::{Category, Industry, Service, SpokenLanguage, Tier};

/// Something that partners are told apart by: a choice of a filter, and what some words mean. The index
/// keeps the set of partners of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Choice {
    Category(Category),
    Service(Service),
    /// Where a partner is, or also works.
    Country(Country),
    /// Where a partner is. No filter, but the rank asks for it.
    Home(Country),
    Language(SpokenLanguage),
    Industry(Industry),
    Price(PriceBand),
    Rating(RatingFloor),
    Tier(Tier),
    Availability(Availability),
}

impl Choice {
    /// Calls with every choice that fits a partner; with some of them more than once.
    pub(crate) fn each_of(row: &DirectoryRow, mut each: impl FnMut(Self)) {
        for offer in &row.services {
            each(Self::Service(offer.service));
            each(Self::Category(offer.service.category()));
        }
        each(Self::Home(row.country));
        each(Self::Country(row.country));
        row.supported_countries.iter().for_each(|country| each(Self::Country(*country)));
        row.languages.iter().for_each(|language| each(Self::Language(*language)));
        row.industries.iter().for_each(|industry| each(Self::Industry(*industry)));
        each(Self::Price(row.price_band()));
        let average = row.ratings.average();
        let reached = |floor: &&RatingFloor| average >= Some(floor.hundredths());
        RatingFloor::ALL.iter().filter(reached).for_each(|floor| each(Self::Rating(*floor)));
        each(Self::Tier(row.standing.tier));
        each(Self::Availability(row.availability));
    }

    /// The choices that words lead to, with their names in each language.
    pub(crate) fn with_names() -> impl Iterator<Item = (Self, [&'static str; 3])> {
        let texts = |words: Words| Language::ALL.map(|language| words.text(language));
        let services = Service::ALL.iter().map(move |one| (Self::Service(*one), texts(one.words())));
        let categories = Category::ALL.iter().map(move |one| (Self::Category(*one), texts(one.words())));
        let industries = Industry::ALL.iter().map(move |one| (Self::Industry(*one), texts(one.words())));
        let names = |country| Language::ALL.map(|language| country::name(country, language));
        let countries = Country::all().map(move |country| (Self::Country(country), names(country)));
        services.chain(categories).chain(industries).chain(countries)
    }

    /// The choice that a line of the synonyms names.
    pub(crate) fn by_name(group: &str, slug: &str) -> Option<Self> {
        match group {
            "service" => Service::by_slug(slug).map(Self::Service),
            "category" => Category::by_slug(slug).map(Self::Category),
            "industry" => Industry::by_slug(slug).map(Self::Industry),
            "country" => slug.parse().ok().map(Self::Country),
            _ => None,
        }
    }
}
