use guildhall_domain::policy::Language;

use crate::address::Place;

/// Where the site is: what links that leave it (canonical, Open Graph, the map of the site) begin with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site(String);

impl Site {
    /// The site at an address such as `https://guildhall.example`.
    #[must_use]
    pub fn new(url: &str) -> Self {
        Self(url.trim_end_matches('/').to_owned())
    }

    /// The whole address of a path.
    #[must_use]
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }

    /// The whole address of a page.
    #[must_use]
    pub fn address(&self, place: &Place, language: Language) -> String {
        self.absolute(&place.path(language))
    }
}
