use std::future::Future;
use std::sync::Arc;

use leptos::prelude::*;

use super::{ListPage, ListQuery, Wording};
use crate::api::{Api, ApiError};
use crate::features::address::{Address, Form};
use crate::remote::{Remote, Stage};

/// A list that follows the address.
pub struct Listing<Q: ListQuery, P: ListPage> {
    /// What is asked of it.
    pub address: Address<Q>,
    /// The page that is here, also while the next one is on its way.
    pub page: Memo<Option<Arc<P>>>,
    /// What it says.
    pub wording: Wording<Q::Column>,
    remote: Remote<Arc<P>>,
}

impl<Q: ListQuery, P: ListPage> Clone for Listing<Q, P> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Q: ListQuery, P: ListPage> Copy for Listing<Q, P> {}

impl<Q: ListQuery, P: ListPage> Listing<Q, P> {
    /// Follows the address of the page that this is called in, and loads what it asks for.
    pub fn follow<F>(
        form: &'static Form<Q>,
        wording: Wording<Q::Column>,
        load: impl Fn(Api, Q) -> F + 'static,
    ) -> Self
    where
        F: Future<Output = Result<P, ApiError>> + 'static,
    {
        let api = expect_context::<Api>();
        let address = Address::follow(form);
        let remote = Remote::<Arc<P>>::new(move || {
            let answer = load(api, address.query.get());
            async move { answer.await.map(Arc::new) }
        });
        let page = Memo::new(move |_| remote.ready());
        Self { address, page, wording, remote }
    }

    /// Where the loading stands.
    pub fn stage(self) -> Stage<Arc<P>> {
        self.remote.stage()
    }

    /// Whether a newer page is on its way.
    pub fn is_busy(self) -> Signal<bool> {
        self.remote.is_busy()
    }

    /// What the page on show says beside its rows, such as what can be filtered by; nothing before the first one is here.
    pub fn said<T>(self, of: impl Fn(&P) -> &Vec<T> + Send + Sync + 'static) -> Signal<Vec<T>>
    where
        T: Clone + Send + Sync + 'static,
    {
        let page = self.page;
        Signal::derive(move || {
            page.with(|page| page.as_ref().map(|page| of(page).clone()).unwrap_or_default())
        })
    }

    /// Loads the page again.
    pub fn reload(self) {
        self.remote.reload();
    }
}
