//! What the list shows, in the address.

use crate::browser;
use crate::features::address::Form;

/// What is searched for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Asked {
    /// Part of a name; empty shows all.
    pub text: String,
}

pub(super) static FORM: Form<Asked> = Form { path: "/organisations", read, write, to_first_page: |_| {} };

fn read(pairs: &[(String, String)]) -> Asked {
    let text = pairs.iter().find(|(name, _)| name == "q").map(|(_, text)| text.trim().to_owned());
    Asked { text: text.unwrap_or_default() }
}

fn write(asked: &Asked) -> String {
    if asked.text.is_empty() { String::new() } else { browser::query(&[("q", &asked.text)]) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_nothing_shows_all() {
        let pair = |name: &str, text: &str| [(name.to_owned(), text.to_owned())];
        assert_eq!(read(&pair("q", " norr ")).text, "norr");
        assert_eq!(read(&pair("page", "2")), Asked::default());
    }
}
