//! A file that was sent along, which lies where the marketplace kept it.

/// A file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct File {
    /// What it is called: the end of its address.
    pub(super) name: String,
    /// Where it is; none for what is no address of the web, which nobody should follow.
    pub(super) href: Option<String>,
}

impl File {
    /// The files of a message.
    pub(super) fn all(urls: &[String]) -> Vec<Self> {
        urls.iter().map(|url| Self::at(url)).collect()
    }

    fn at(url: &str) -> Self {
        let is_web = url.starts_with("https://") || url.starts_with("http://");
        let path = url.split(['?', '#']).next().unwrap_or(url).trim_end_matches('/');
        let name = path.rsplit('/').next().filter(|name| !name.is_empty()).unwrap_or(url);
        Self { name: name.to_owned(), href: is_web.then(|| url.to_owned()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_called_by_the_end_of_its_address() {
        let file = File::at("https://files.example/a/Brief%20v2.pdf?signature=x#page");
        assert_eq!(file.name, "Brief%20v2.pdf");
        assert_eq!(file.href.as_deref(), Some("https://files.example/a/Brief%20v2.pdf?signature=x#page"));
    }

    #[test]
    fn only_addresses_of_the_web_are_followed() {
        for url in ["javascript:alert(1)", "data:text/html,x", "brief.pdf", ""] {
            assert_eq!(File::at(url).href, None, "{url}");
        }
    }
}
