//! Where in the application a mail leads.

use guildhall_domain::ids::InquiryId;
use guildhall_domain::policy::Language;
use guildhall_domain::profile::Handle;

use crate::SetupError;

/// The address of the application, as `https://guildhall.example`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site(String);

impl Site {
    /// The application at this address.
    #[must_use]
    pub fn new(address: &str) -> Self {
        Self(address.trim_end_matches('/').to_owned())
    }

    /// The application that the environment names: `SITE_URL`.
    ///
    /// # Errors
    /// When it is not set.
    pub fn from_env() -> Result<Self, SetupError> {
        std::env::var("SITE_URL").map(|address| Self::new(&address)).map_err(|_| SetupError::NoSite)
    }

    /// An inquiry in the partner's dashboard.
    pub(crate) fn inquiry(&self, id: &InquiryId) -> String {
        format!("{}/inquiries/{id}", self.0)
    }

    /// A public profile, in the reader's language.
    pub(crate) fn profile(&self, handle: &Handle, language: Language) -> String {
        let folder = match language {
            Language::En => String::new(),
            Language::Sv | Language::Vi => format!("/{}", language.tag()),
        };
        format!("{}{folder}/directory/{}", self.0, handle.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_english_profiles_have_no_folder_of_their_own() {
        let site = Site::new("https://guildhall.example/");
        let handle: Handle = "norrsken".parse().unwrap();
        assert_eq!(site.profile(&handle, Language::En), "https://guildhall.example/directory/norrsken");
        assert_eq!(site.profile(&handle, Language::Vi), "https://guildhall.example/vi/directory/norrsken");
    }
}
