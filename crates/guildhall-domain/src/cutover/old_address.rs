//! The addresses of the Experts Marketplace, and what stands in their place in the directory.

use crate::profile::Handle;
use crate::taxonomy::{Category, Service};

/// What all of them begin with.
const ROOT: &str = "experts";
/// How long one may be that is followed beyond its beginning.
const LONGEST: usize = 1000;

/// What an old address was about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OldAddress {
    /// The opening page.
    Home,
    /// A category of services that there still is.
    Category(Category),
    /// A service that there still is.
    Service(Service),
    /// An expert. Whether they are listed is not said.
    Expert(Handle),
    /// Anything else.
    Other,
}

impl OldAddress {
    /// What a path was about; `None` for one that was none of the marketplace's.
    #[must_use]
    pub fn at(path: &str) -> Option<Self> {
        let mut segments = path.trim_matches('/').split('/');
        if segments.next() != Some(ROOT) {
            return None;
        }
        let rest: Vec<&str> = segments.collect();
        Some(match rest[..] {
            [] => Self::Home,
            ["services", .., last] => Self::offered(last),
            [name] => match Self::offered(name) {
                Self::Other => name.parse().map_or(Self::Other, Self::Expert),
                offered => offered,
            },
            _ => Self::Other,
        })
    }

    fn offered(slug: &str) -> Self {
        let service = Service::by_slug(slug).map(Self::Service);
        service.or_else(|| Category::by_slug(slug).map(Self::Category)).unwrap_or(Self::Other)
    }

    /// The path in the directory that stands in its place.
    #[must_use]
    pub fn in_directory(&self) -> String {
        match self {
            Self::Home => "/directory".to_owned(),
            Self::Category(category) => format!("/directory/services/{}", category.slug()),
            Self::Service(service) => {
                format!("/directory/services/{}/{}", service.category().slug(), service.slug())
            }
            Self::Expert(handle) => format!("/directory/{}", handle.as_str()),
            Self::Other => "/directory/search".to_owned(),
        }
    }
}

/// The address in the marketplace itself. What could lead anywhere else is left out.
#[must_use]
pub fn in_marketplace(base: &str, path: &str) -> String {
    let base = base.trim_end_matches('/');
    let rest = path.trim_matches('/').strip_prefix(ROOT).unwrap_or_default().trim_matches('/');
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    let is_name =
        |segment: &str| !segment.is_empty() && !segment.starts_with('.') && segment.bytes().all(plain);
    if !rest.is_empty() && rest.len() <= LONGEST && rest.split('/').all(is_name) {
        format!("{base}/{rest}")
    } else {
        base.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("/experts", "/directory")]
    #[case("/experts/", "/directory")]
    #[case("/experts/services/email-marketing", "/directory/services/marketing-and-sales/email-marketing")]
    #[case("/experts/services/marketing-and-sales", "/directory/services/marketing-and-sales")]
    #[case(
        "/experts/services/old-category/email-marketing",
        "/directory/services/marketing-and-sales/email-marketing"
    )]
    #[case("/experts/email-marketing", "/directory/services/marketing-and-sales/email-marketing")]
    #[case("/experts/services/fortune-telling", "/directory/search")]
    #[case("/experts/services", "/directory/search")]
    #[case("/experts/norrsken", "/directory/norrsken")]
    #[case("/experts/norrsken/reviews", "/directory/search")]
    #[case("/experts/NORRSKEN", "/directory/search")]
    #[case("/experts/../admin", "/directory/search")]
    #[case("/experts//evil.example", "/directory/search")]
    fn every_old_address_has_a_place_in_the_directory(#[case] old: &str, #[case] new: &str) {
        assert_eq!(OldAddress::at(old).unwrap().in_directory(), new);
    }

    #[test]
    fn other_addresses_are_none_of_the_marketplaces() {
        for path in ["/expertise", "/directory", "/", "", "/api/experts", "https://experts.example/experts"] {
            assert_eq!(OldAddress::at(path), None, "{path}");
        }
    }

    #[rstest]
    #[case("/experts", "https://old.example/experts")]
    #[case("/experts/norrsken", "https://old.example/experts/norrsken")]
    #[case("/experts/services/seo/", "https://old.example/experts/services/seo")]
    #[case("/experts/../admin", "https://old.example/experts")]
    #[case("/experts//evil.example", "https://old.example/experts/evil.example")]
    #[case("/experts/@evil.example", "https://old.example/experts")]
    #[case("/experts/a?b=c", "https://old.example/experts")]
    #[case("/experts/a\r\nset-cookie: x", "https://old.example/experts")]
    fn no_old_address_leads_anywhere_but_to_the_marketplace(#[case] path: &str, #[case] there: &str) {
        assert_eq!(in_marketplace("https://old.example/experts/", path), there);
    }
}
