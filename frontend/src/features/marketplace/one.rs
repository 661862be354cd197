//! The page of one record: loaded by the id in its address, and the same for partner and merchant.

use std::future::Future;
use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use crate::api::{Api, ApiError};
use crate::i18n::{Text, texts};
use crate::layout::{Crumb, Crumbs, PageHead};
use crate::remote::{Remote, Stage};
use crate::ui::{Bone, EmptyState, Failure, Kind, LinkButton, PageTitle, Sign, Skeleton};

/// What tells the page of one kind of record from another's.
pub(super) struct OneWords<T> {
    /// The list that it stands in: its name and its address.
    pub(super) list: (Text, &'static str),
    /// What the page is called until the record is here.
    pub(super) name: Text,
    /// What it is called then.
    pub(super) title: fn(&T) -> String,
    /// *Loading the job*.
    pub(super) loading: Text,
    /// That it could not be loaded.
    pub(super) failed: Text,
    /// That there is none: the title of the page, and the sentence on it.
    pub(super) missing: (Text, Text),
    /// The way back.
    pub(super) to_list: Text,
}

impl<T> Clone for OneWords<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for OneWords<T> {}

/// What the page shows.
#[derive(Clone, PartialEq)]
enum View {
    Loading,
    NotFound,
    Failed(ApiError),
    Record,
}

/// The page of one record. Its heading stays while the rest loads, and so keeps the focus.
#[component]
pub(super) fn One<T, F>(
    /// Its words.
    words: OneWords<T>,
    /// Asks for it.
    load: fn(Api, String) -> F,
    /// What stands beside its heading.
    beside: fn(&T) -> AnyView,
    /// The record.
    content: fn(&T) -> AnyView,
    /// What stands here instead after some failures.
    #[prop(default = |_| None)]
    instead: fn(&ApiError) -> Option<AnyView>,
) -> impl IntoView
where
    T: PartialEq + Send + Sync + 'static,
    F: Future<Output = Result<T, ApiError>> + 'static,
{
    let api = expect_context::<Api>();
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id").unwrap_or_default()));
    let remote = Remote::<Arc<T>>::new(move || {
        let answer = load(api, id.get());
        async move { answer.await.map(Arc::new) }
    });
    let record = Memo::new(move |_| remote.ready());
    let view = Memo::new(move |_| match remote.stage() {
        Stage::Loading => View::Loading,
        Stage::Failed(ApiError::NotFound) => View::NotFound,
        Stage::Failed(error) => View::Failed(error),
        Stage::Ready(_) => View::Record,
    });
    let title = Memo::new(move |_| match (view.get(), record.get()) {
        (View::NotFound, _) => (words.missing.0)().to_owned(),
        (_, Some(record)) => (words.title)(&record),
        (_, None) => (words.name)().to_owned(),
    });
    let shown = move || match view.get() {
        View::Loading => view! { <Loading words=words /> }.into_any(),
        View::NotFound => view! { <Missing words=words /> }.into_any(),
        View::Failed(error) => instead(&error).unwrap_or_else(|| {
            let retry = Callback::new(move |()| remote.reload());
            view! {
                <div class="card">
                    <Failure title=words.failed error=error retry=retry />
                </div>
            }
            .into_any()
        }),
        View::Record => (move || record.get().map(|record| content(&record))).into_any(),
    };
    let beside = move || record.get().map(|record| beside(&record));
    let below = move || record.get().map(|_| view! { <p>{texts::records::read_only}</p> });
    let (list, href) = words.list;
    view! {
        <PageTitle title=move || title.get() />
        <Crumbs crumbs=vec![Crumb::link(list, href), Crumb::here(move || title.get())] />
        <PageHead title=move || title.get() beside=beside.into_any() below=below.into_any() />
        {shown}
    }
}

/// One page for a record that is not there and one that belongs to somebody else.
#[component]
fn Missing<T: 'static>(words: OneWords<T>) -> impl IntoView {
    let (heading, text) = words.missing;
    view! {
        <div class="card">
            <EmptyState sign=Sign::Search title=heading text=text>
                <LinkButton href=words.list.1 kind=Kind::Primary>
                    {words.to_list}
                </LinkButton>
            </EmptyState>
        </div>
    }
}

/// The shape of the page while it loads.
#[component]
fn Loading<T: 'static>(words: OneWords<T>) -> impl IntoView {
    let lines = |count: usize| {
        let line = || view! { <Skeleton bone=Bone::Line /> };
        view! { <div class="card__body stack">{(0..count).map(|_| line()).collect_view()}</div> }
    };
    view! {
        <div class="late stack" aria-busy="true">
            <p class="visually-hidden" role="status">
                {words.loading}
            </p>
            <div class="lead-grid" aria-hidden="true">
                <div class="card" data-area="now">{lines(4)}</div>
                <div class="card" data-area="time">{lines(6)}</div>
                <div class="card" data-area="rep">{lines(4)}</div>
            </div>
        </div>
    }
}
