//! Which screen stands at an address below the directory.

use guildhall_domain::policy::Language;
use guildhall_pages::address::{Place, root};

/// A screen of the directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Screen {
    /// A page that may also be a file.
    Page(Place),
    /// The search.
    Search,
    /// The form to a partner.
    Contact(String),
    /// The form of a review of a partner.
    Review(String),
    /// No page can be here.
    Missing,
}

/// The language of an address below the directory, the same address in English, and the screen there; nothing
/// elsewhere.
pub(super) fn at(path: &str) -> Option<(Language, String, Screen)> {
    let (language, rest) = Language::ALL.into_iter().find_map(|language| {
        let rest = path.strip_prefix(&root(language))?;
        (rest.is_empty() || rest.starts_with('/')).then_some((language, rest))
    })?;
    let screen = match rest.trim_matches('/').split('/').collect::<Vec<_>>()[..] {
        ["search"] => Screen::Search,
        [handle, "contact"] => Screen::Contact(handle.to_owned()),
        [handle, "review"] => Screen::Review(handle.to_owned()),
        _ => Place::at(path).map_or(Screen::Missing, |(_, place)| Screen::Page(place)),
    };
    Some((language, format!("{}{rest}", root(Language::En)), screen))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_screen_is_found_in_every_language() {
        let found = |path: &str| at(path).map(|(language, _, screen)| (language, screen));
        assert_eq!(found("/directory"), Some((Language::En, Screen::Page(Place::Home))));
        assert_eq!(found("/sv/directory/search"), Some((Language::Sv, Screen::Search)));
        assert_eq!(
            found("/vi/directory/kvarnby/contact"),
            Some((Language::Vi, Screen::Contact("kvarnby".to_owned())))
        );
        assert_eq!(
            found("/directory/kvarnby/review"),
            Some((Language::En, Screen::Review("kvarnby".to_owned())))
        );
    }

    #[test]
    fn an_address_leads_to_the_same_page_in_english() {
        assert_eq!(at("/sv/directory/search").map(|(_, here, _)| here).as_deref(), Some("/directory/search"));
    }

    #[test]
    fn where_no_page_can_be_one_is_missing_and_elsewhere_there_is_no_directory() {
        let screen = |path: &str| at(path).map(|(_, _, screen)| screen);
        assert_eq!(screen("/directory/services/juggling"), Some(Screen::Missing));
        assert_eq!(screen("/directories"), None);
        assert_eq!(screen("/inquiries"), None);
    }
}
