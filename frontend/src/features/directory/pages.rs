//! The opening page, a category and a service, from the same answer that their files are made of.

use std::sync::Arc;

use guildhall_contract::directory::DirectoryPage;
use guildhall_contract::directory_query::DirectorySearch;
use guildhall_domain::directory::{DirectoryFilter, DirectoryQuery};
use guildhall_domain::taxonomy::{Category, Service};
use guildhall_pages::{CategoryPage, DirectoryHome, Page, ServicePage};
use leptos::prelude::*;

use super::head::Head;
use super::waiting::PageWaiting;
use crate::api::{Api, directory};
use crate::i18n::texts;
use crate::remote::{Remote, Stage};
use crate::ui::Failure;

type Shared = Arc<DirectoryPage>;

/// `/directory`.
#[component]
pub(super) fn HomeScreen() -> impl IntoView {
    loaded(DirectoryFilter::default(), |page| {
        let about = page.clone();
        view! {
            {head(move || described(&Page::Home(&about)))}
            <DirectoryHome page=Arc::unwrap_or_clone(page) />
        }
        .into_any()
    })
}

/// `/directory/services/<category>`.
#[component]
pub(super) fn CategoryScreen(category: Category) -> impl IntoView {
    let filter = DirectoryFilter { categories: vec![category], ..DirectoryFilter::default() };
    loaded(filter, move |page| {
        let about = page.clone();
        view! {
            {head(move || described(&Page::Category(category, &about)))}
            <CategoryPage category=category page=Arc::unwrap_or_clone(page) />
        }
        .into_any()
    })
}

/// `/directory/services/<category>/<service>`.
#[component]
pub(super) fn ServiceScreen(service: Service) -> impl IntoView {
    let filter = DirectoryFilter { services: vec![service], ..DirectoryFilter::default() };
    loaded(filter, move |page| {
        let about = page.clone();
        view! {
            {head(move || described(&Page::Service(service, &about)))}
            <ServicePage service=service page=Arc::unwrap_or_clone(page) />
        }
        .into_any()
    })
}

/// Title and description.
pub(super) fn described(page: &Page<'_>) -> (String, String) {
    (page.title(), page.description())
}

/// The head of a page; it follows the language.
pub(super) fn head(told: impl Fn() -> (String, String) + Send + Sync + 'static) -> impl IntoView {
    let told = Memo::new(move |_| told());
    view! {
        <Head
            title=Signal::derive(move || told.with(|told| told.0.clone()))
            description=Signal::derive(move || told.with(|told| Some(told.1.clone())))
        />
    }
}

fn loaded(filter: DirectoryFilter, show: impl Fn(Shared) -> AnyView + Send + 'static) -> impl IntoView {
    let api = expect_context::<Api>();
    let search =
        DirectorySearch { query: DirectoryQuery { filter, ..DirectoryQuery::default() }, explain: false };
    let remote = Remote::<Shared>::new(move || {
        let search = search.clone();
        async move { directory::search(api, &search).await.map(Arc::new) }
    });
    move || match remote.stage() {
        Stage::Loading => view! { <PageWaiting /> }.into_any(),
        Stage::Ready(page) => show(page),
        Stage::Failed(error) => {
            let retry = Callback::new(move |()| remote.reload());
            view! { <Failure title=texts::directory::failed error=error retry=retry /> }.into_any()
        }
    }
}
