//! What a list shows, kept in the address: so it can be shared, and the back button restores it.

use guildhall_domain::policy::Language;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate, use_query_map};

/// How a kind of query is read from an address and written to one.
pub struct Form<Q> {
    /// The page; empty for one that has an address in each language, which then stays the one it is shown at.
    pub path: &'static str,
    /// Reads pairs; what makes no sense is left out, so an old link still shows something.
    pub read: fn(&[(String, String)]) -> Q,
    /// Writes `a=1&b=2`.
    pub write: fn(&Q) -> String,
    /// Goes back to the first page.
    pub to_first_page: fn(&mut Q),
}

/// Reads of an address what makes sense: each pair that alone reads well. The rest is left out.
pub fn read_what_fits<Q: Default, E>(
    pairs: &[(String, String)],
    read: impl Fn(&[(&str, &str)]) -> Result<Q, E>,
) -> Q {
    let pairs = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let good: Vec<_> = pairs.filter(|pair| read(&[*pair]).is_ok()).collect();
    read(&good).unwrap_or_default()
}

type Navigate = Box<dyn Fn(&str, bool)>;

/// The query of the address, and the way to change it.
pub struct Address<Q: Send + Sync + 'static> {
    form: &'static Form<Q>,
    /// What the address asks for.
    pub query: Memo<Q>,
    pathname: Memo<String>,
    navigate: StoredValue<Navigate, LocalStorage>,
}

impl<Q: Send + Sync> Clone for Address<Q> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Q: Send + Sync> Copy for Address<Q> {}

impl<Q: Clone + PartialEq + Send + Sync + 'static> Address<Q> {
    /// Follows the address of the page that this is called in.
    pub fn follow(form: &'static Form<Q>) -> Self {
        let map = use_query_map();
        let pathname = use_location().pathname;
        let page = page_of(&pathname.get_untracked());
        let query = Memo::new(move |before: Option<&Q>| {
            // On the way to another page the address is that one's already.
            if let Some(before) = before.filter(|_| pathname.with(|path| page_of(path) != page)) {
                return before.clone();
            }
            let pairs: Vec<(String, String)> = map.with(|map| {
                map.into_iter().map(|(name, value)| (name.to_string(), value.to_owned())).collect()
            });
            (form.read)(&pairs)
        });
        let navigate = use_navigate();
        let navigate: Navigate = Box::new(move |href, replace| {
            navigate(href, NavigateOptions { replace, scroll: false, ..Default::default() });
        });
        Self { form, query, pathname, navigate: StoredValue::new_local(navigate) }
    }

    /// The address of the first page of a changed query.
    pub fn href(self, change: impl FnOnce(&mut Q)) -> String {
        let mut query = self.query.get();
        (self.form.to_first_page)(&mut query);
        self.written(&mut query, change)
    }

    /// The address of another page of the same query.
    pub fn page_href(self, change: impl FnOnce(&mut Q)) -> String {
        self.written(&mut self.query.get(), change)
    }

    fn written(self, query: &mut Q, change: impl FnOnce(&mut Q)) -> String {
        change(query);
        let path = match self.form.path {
            "" => self.pathname.get(),
            path => path.to_owned(),
        };
        match (self.form.write)(query) {
            written if written.is_empty() => path,
            written => format!("{path}?{written}"),
        }
    }

    /// Goes to the first page of a changed query.
    pub fn change(self, change: impl FnOnce(&mut Q)) {
        self.go(change, false);
    }

    /// As [`Self::change`], in place of the present entry of the history.
    pub fn refine(self, change: impl FnOnce(&mut Q)) {
        self.go(change, true);
    }

    /// Puts right what the address says, on the page that it shows and in place of its entry of the history.
    pub fn correct(self, change: impl FnOnce(&mut Q)) {
        let href = untrack(|| self.page_href(change));
        self.navigate.with_value(|navigate| navigate(&href, true));
    }

    fn go(self, change: impl FnOnce(&mut Q), replace: bool) {
        let href = untrack(|| self.href(change));
        self.navigate.with_value(|navigate| navigate(&href, replace));
    }
}

/// What is left of an address when the language in front of it is taken away.
fn page_of(path: &str) -> String {
    let language = Language::ALL.into_iter().find_map(|language| {
        let rest = path.strip_prefix('/')?.strip_prefix(language.tag())?;
        rest.starts_with('/').then_some(rest)
    });
    language.unwrap_or(path).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_the_same_page_in_every_language() {
        assert_eq!(page_of("/sv/directory/search"), "/directory/search");
        assert_eq!(page_of("/directory/search"), "/directory/search");
        assert_eq!(page_of("/svea"), "/svea");
    }
}
