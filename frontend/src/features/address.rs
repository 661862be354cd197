//! What a list shows, kept in the address: so it can be shared, and the back button restores it.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

/// How a kind of query is read from an address and written to one.
pub(super) struct Form<Q> {
    /// The page.
    pub path: &'static str,
    /// Reads pairs; what makes no sense is left out, so an old link still shows something.
    pub read: fn(&[(String, String)]) -> Q,
    /// Writes `a=1&b=2`.
    pub write: fn(&Q) -> String,
    /// Goes back to the first page.
    pub to_first_page: fn(&mut Q),
}

type Navigate = Box<dyn Fn(&str, bool)>;

/// The query of the address, and the way to change it.
pub(super) struct Address<Q: Send + Sync + 'static> {
    form: &'static Form<Q>,
    /// What the address asks for.
    pub query: Memo<Q>,
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
    pub(super) fn follow(form: &'static Form<Q>) -> Self {
        let map = use_query_map();
        let query = Memo::new(move |_| {
            let pairs: Vec<(String, String)> = map.with(|map| {
                map.into_iter().map(|(name, value)| (name.to_string(), value.to_owned())).collect()
            });
            (form.read)(&pairs)
        });
        let navigate = use_navigate();
        let navigate: Navigate = Box::new(move |href, replace| {
            navigate(href, NavigateOptions { replace, scroll: false, ..Default::default() });
        });
        Self { form, query, navigate: StoredValue::new_local(navigate) }
    }

    /// The address of the first page of a changed query.
    pub(super) fn href(self, change: impl FnOnce(&mut Q)) -> String {
        let mut query = self.query.get();
        (self.form.to_first_page)(&mut query);
        self.written(&mut query, change)
    }

    /// The address of another page of the same query.
    pub(super) fn page_href(self, change: impl FnOnce(&mut Q)) -> String {
        self.written(&mut self.query.get(), change)
    }

    fn written(self, query: &mut Q, change: impl FnOnce(&mut Q)) -> String {
        change(query);
        match (self.form.write)(query) {
            written if written.is_empty() => self.form.path.to_owned(),
            written => format!("{}?{written}", self.form.path),
        }
    }

    /// Goes to the first page of a changed query.
    pub(super) fn change(self, change: impl FnOnce(&mut Q)) {
        self.go(change, false);
    }

    /// As [`Self::change`], in place of the present entry of the history.
    pub(super) fn refine(self, change: impl FnOnce(&mut Q)) {
        self.go(change, true);
    }

    fn go(self, change: impl FnOnce(&mut Q), replace: bool) {
        let href = untrack(|| self.href(change));
        self.navigate.with_value(|navigate| navigate(&href, replace));
    }
}
