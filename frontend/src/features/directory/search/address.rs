//! `/directory/search?…`: the same words in the address as in the request.

use guildhall_contract::directory::Ignored;
use guildhall_contract::directory_query::{DirectorySearch, read_directory_query};

use crate::api::directory::written;
use crate::features::address::Form;

/// What the address asks for, and what of it means nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Asked {
    /// What is searched.
    pub search: DirectorySearch,
    /// What is left out.
    pub ignored: Vec<Ignored>,
}

pub(super) static FORM: Form<Asked> = Form {
    path: "",
    read,
    write: |asked| written(&asked.search),
    to_first_page: |asked| asked.search.query.page = 1,
};

fn read(pairs: &[(String, String)]) -> Asked {
    let pairs = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let (search, ignored) = read_directory_query(pairs);
    Asked { search, ignored }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_nothing_is_left_out_and_told() {
        let pairs = [("q", "seo"), ("service", "juggling"), ("page", "2")];
        let asked = read(&pairs.map(|(name, value)| (name.to_owned(), value.to_owned())));
        assert_eq!((asked.search.query.text.as_str(), asked.search.query.page), ("seo", 2));
        assert_eq!(asked.ignored.len(), 1);
        assert_eq!(asked.ignored[0].value, "juggling");
    }
}
