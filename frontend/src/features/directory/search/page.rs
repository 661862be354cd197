use std::sync::Arc;

use guildhall_contract::directory::Facets as Counts;
use leptos::prelude::*;

use super::address::FORM;
use super::facets::Facets;
use super::finder::Finder;
use super::results::Results;
use super::{SearchAddress, Shared, country};
use crate::api::{Api, ApiError, directory};
use crate::browser;
use crate::features::directory::waiting::CardsWaiting;
use crate::i18n::texts;
use crate::remote::{Remote, Stage};
use crate::ui::{Failure, PageTitle};

/// What the screen shows below the search.
#[derive(Clone, PartialEq)]
enum View {
    Loading,
    Failed(ApiError),
    Results,
}

/// `/directory/search`.
#[component]
pub(in crate::features::directory) fn SearchScreen() -> impl IntoView {
    let api = expect_context::<Api>();
    let address = SearchAddress::follow(&FORM);
    country::take_up(address);
    let remote = Remote::<Shared>::new(move || {
        // Why a partner stands where it does is asked for at once: it is little, and then needs no waiting.
        let mut search = address.query.with(|asked| asked.search.clone());
        search.explain = true;
        async move { directory::search(api, &search).await.map(Arc::new) }
    });
    let page = Memo::new(move |_| remote.ready());
    let first = Memo::new(move |before: Option<&Option<Counts>>| {
        before.cloned().flatten().or_else(|| page.with(|page| page.as_ref().map(|page| page.facets.clone())))
    });
    let view = Memo::new(move |_| match remote.stage() {
        Stage::Loading => View::Loading,
        Stage::Failed(error) => View::Failed(error),
        Stage::Ready(_) => View::Results,
    });
    go_to_the_top_of_another_page(address);
    let content = move || match view.get() {
        View::Loading => view! { <CardsWaiting /> }.into_any(),
        View::Failed(error) => {
            let retry = Callback::new(move |()| remote.reload());
            view! {
                <div class="card">
                    <Failure title=texts::directory::failed error=error retry=retry />
                </div>
            }
            .into_any()
        }
        View::Results => view! { <Results address=address page=page busy=remote.is_busy() /> }.into_any(),
    };
    view! {
        <PageTitle title=texts::directory::title />
        <section class="hero" data-brief="" aria-labelledby="title">
            <h1 id="title" tabindex="-1">
                {texts::directory::title}
            </h1>
            <Finder address=address />
        </section>
        <div class="results">
            {move || {
                first.get().map(|first| view! { <Facets address=address first=first page=page /> })
            }}
            {content}
        </div>
    }
}

fn go_to_the_top_of_another_page(address: SearchAddress) {
    Effect::new(move |before: Option<usize>| {
        let page = address.query.with(|asked| asked.search.query.page);
        if before.is_some_and(|before| before != page) && page > 1 {
            browser::focus_id_soon("results-title");
        }
        page
    });
}
