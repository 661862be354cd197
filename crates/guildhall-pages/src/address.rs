//! Where each page is: `/directory/…` in English, `/sv/directory/…` and `/vi/directory/…` in the other two.

use guildhall_domain::policy::Language;
use guildhall_domain::profile::Handle;
use guildhall_domain::taxonomy::{Category, Service};

/// A public page that has a file of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The opening page.
    Home,
    /// A category of services.
    Category(Category),
    /// A service.
    Service(Service),
    /// A partner's own page.
    Profile(Handle),
    /// What the order of partners counts.
    HowRankingWorks,
    /// Who may review, and what becomes of it.
    ReviewPolicy,
    /// How partners move over from the marketplace.
    Moving,
    /// What a profile is made of.
    AboutProfiles,
}

impl Place {
    /// The path, without the site.
    #[must_use]
    pub fn path(&self, language: Language) -> String {
        let root = root(language);
        match self {
            Self::Home => root,
            Self::Category(category) => format!("{root}/services/{}", category.slug()),
            Self::Service(service) => {
                format!("{root}/services/{}/{}", service.category().slug(), service.slug())
            }
            Self::Profile(handle) => format!("{root}/{}", handle.as_str()),
            Self::HowRankingWorks => format!("{root}/how-ranking-works"),
            Self::ReviewPolicy => format!("{root}/review-policy"),
            Self::Moving => format!("{root}/moving"),
            Self::AboutProfiles => format!("{root}/about-profiles"),
        }
    }

    /// The page at a path, and its language; nothing if no page can be there. Whether a partner of that name is
    /// published is not said.
    #[must_use]
    pub fn at(path: &str) -> Option<(Language, Self)> {
        let (language, rest) = split(path)?;
        let place = match rest.trim_matches('/').split('/').collect::<Vec<_>>()[..] {
            [""] => Self::Home,
            ["how-ranking-works"] => Self::HowRankingWorks,
            ["review-policy"] => Self::ReviewPolicy,
            ["moving"] => Self::Moving,
            ["about-profiles"] => Self::AboutProfiles,
            ["services", category] => Self::Category(Category::by_slug(category)?),
            ["services", category, service] => {
                let category = Category::by_slug(category)?;
                Self::Service(Service::by_slug(service).filter(|service| service.category() == category)?)
            }
            [handle] => Self::Profile(handle.parse().ok()?),
            _ => return None,
        };
        Some((language, place))
    }
}

/// `/directory`, `/sv/directory`, `/vi/directory`.
#[must_use]
pub fn root(language: Language) -> String {
    match language {
        Language::En => "/directory".to_owned(),
        Language::Sv | Language::Vi => format!("/{}/directory", language.tag()),
    }
}

/// A path in English, with or without a query, in another language.
#[must_use]
pub fn in_language(english: &str, language: Language) -> String {
    match english.strip_prefix("/directory") {
        Some(rest) => format!("{}{rest}", root(language)),
        None => english.to_owned(),
    }
}

/// The search, where the application is needed. The query begins behind the question mark and may be empty.
#[must_use]
pub fn search(language: Language, query: &str) -> String {
    let root = root(language);
    if query.is_empty() { format!("{root}/search") } else { format!("{root}/search?{query}") }
}

/// The form in which a merchant writes to a partner.
#[must_use]
pub fn contact(language: Language, handle: &Handle) -> String {
    format!("{}/{}/contact", root(language), handle.as_str())
}

/// The language of a path below a directory, and what follows the directory.
fn split(path: &str) -> Option<(Language, &str)> {
    Language::ALL.into_iter().find_map(|language| {
        let rest = path.strip_prefix(&root(language))?;
        (rest.is_empty() || rest.starts_with('/')).then_some((language, rest))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_found_where_it_says_it_is() {
        let handle: Handle = "atelje-almgren".parse().expect("a handle");
        let mut places = vec![
            Place::Home,
            Place::HowRankingWorks,
            Place::ReviewPolicy,
            Place::Moving,
            Place::AboutProfiles,
            Place::Profile(handle),
        ];
        places.extend(Category::ALL.iter().copied().map(Place::Category));
        places.extend(Service::ALL.iter().copied().map(Place::Service));
        for place in places {
            for language in Language::ALL {
                assert_eq!(Place::at(&place.path(language)), Some((language, place.clone())));
            }
        }
    }

    #[test]
    fn english_stands_at_the_top_and_a_service_below_its_category() {
        let service = Place::Service(Service::EmailMarketing);
        assert_eq!(service.path(Language::En), "/directory/services/marketing-and-sales/email-marketing");
        assert_eq!(Place::Home.path(Language::Vi), "/vi/directory");
    }

    #[test]
    fn a_page_keeps_its_query_in_another_language() {
        assert_eq!(in_language("/directory/search?q=seo", Language::Sv), "/sv/directory/search?q=seo");
        assert_eq!(in_language("/directory", Language::En), "/directory");
    }

    #[test]
    fn where_no_page_can_be_there_is_none() {
        for path in [
            "/directorys",
            "/directory/search",
            "/directory/services",
            "/directory/services/store-setup/email-marketing",
            "/directory/a/contact",
            "/de/directory",
            "/directory/Not-A-Handle",
        ] {
            assert_eq!(Place::at(path), None, "{path}");
        }
    }
}
