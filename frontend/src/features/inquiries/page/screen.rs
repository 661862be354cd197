use std::sync::Arc;

use guildhall_domain::actor::Side;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::SharedInquiry;
use super::contact::{contact, off_platform, turn};
use super::form::filled_in;
use super::marks::Marks;
use super::timeline::timeline;
use super::undelivered::undelivered;
use crate::api::{Api, ApiError, received};
use crate::auth::Session;
use crate::features::inquiries::badge::{Flags, InquiryBadge};
use crate::i18n::{texts, words};
use crate::layout::{Crumb, Crumbs, PageHead, Refused};
use crate::remote::{Remote, Stage};
use crate::ui::{Bone, EmptyState, ExactTime, Failure, Kind, LinkButton, PageTitle, Sign, Skeleton};

/// What the page shows.
#[derive(Clone, PartialEq)]
enum View {
    Loading,
    NotFound,
    Failed(ApiError),
    Inquiry,
}

/// `/inquiries/:id`, for partners.
#[component]
pub fn InquiryPage() -> impl IntoView {
    if expect_context::<Session>().role.side() != Side::Partner {
        return view! { <Refused /> }.into_any();
    }
    let api = expect_context::<Api>();
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id").unwrap_or_default()));
    let remote = Remote::<SharedInquiry>::new(move || {
        let id = id.get();
        async move { received::details(api, &id).await.map(Arc::new) }
    });
    let inquiry = Memo::new(move |_| remote.ready());
    let view = Memo::new(move |_| match remote.stage() {
        Stage::Loading => View::Loading,
        Stage::Failed(ApiError::NotFound) => View::NotFound,
        Stage::Failed(error) => View::Failed(error),
        Stage::Ready(_) => View::Inquiry,
    });
    let title = Memo::new(move |_| match (view.get(), inquiry.get()) {
        (View::NotFound, _) => texts::inquiries::not_found_title().to_owned(),
        (_, Some(inquiry)) => inquiry.item.company.clone(),
        (_, None) => texts::inquiries::inquiry().to_owned(),
    });
    let content = move || match view.get() {
        View::Loading => view! { <Loading /> }.into_any(),
        View::NotFound => view! { <Missing /> }.into_any(),
        View::Failed(error) => {
            let retry = Callback::new(move |()| remote.reload());
            view! {
                <div class="card">
                    <Failure title=texts::inquiries::failed_one error=error retry=retry />
                </div>
            }
            .into_any()
        }
        View::Inquiry => view! { <Whole inquiry=inquiry remote=remote /> }.into_any(),
    };
    view! {
        <PageTitle title=move || title.get() />
        <Crumbs crumbs=vec![
            Crumb::here(texts::profile::directory),
            Crumb::link(texts::inquiries::inquiries, "/inquiries"),
            Crumb::here(move || title.get()),
        ] />
        <Head inquiry=inquiry title=title />
        {content}
    }
    .into_any()
}

/// The head of the page. Its heading stays while the rest loads, and so keeps the focus.
#[component]
fn Head(inquiry: Memo<Option<SharedInquiry>>, title: Memo<String>) -> impl IntoView {
    let beside = move || {
        let inquiry = inquiry.get()?;
        let item = &inquiry.item;
        Some(view! {
            <InquiryBadge status=item.status large=true />
            <Flags is_repeat=item.is_repeat delivery=item.delivery />
        })
    };
    let below = move || {
        let inquiry = inquiry.get()?;
        let (service, at) = (inquiry.item.service, inquiry.item.sent_at);
        Some(view! {
            <ul class="page-head__meta">
                <li>{move || words(&service.words())}</li>
                <li>{texts::inquiries::sent} " " <ExactTime at=at /></li>
            </ul>
        })
    };
    view! { <PageHead title=move || title.get() beside=beside.into_any() below=below.into_any() /> }
}

#[component]
fn Whole(inquiry: Memo<Option<SharedInquiry>>, remote: Remote<SharedInquiry>) -> impl IntoView {
    move || {
        let inquiry = inquiry.get()?;
        Some(view! {
            {undelivered(&inquiry, remote)}
            <div class="lead-grid">
                <section class="next" data-area="now" aria-labelledby="goal-title">
                    <div class="next__body">
                        <h2 id="goal-title">{texts::inquiries::goal}</h2>
                        <p class="goal">{inquiry.form.goal.as_str().to_owned()}</p>
                    </div>
                    <Marks inquiry=inquiry.clone() remote=remote />
                </section>
                {timeline(&inquiry)}
                <aside class="stack" data-area="rep" aria-label=texts::inquiries::beside>
                    {contact(&inquiry)}
                    {turn(&inquiry)}
                    {off_platform()}
                </aside>
                {filled_in(&inquiry)}
            </div>
        })
    }
}

/// One page for an inquiry that is not there and one that belongs to somebody else.
#[component]
fn Missing() -> impl IntoView {
    view! {
        <div class="card">
            <EmptyState
                sign=Sign::Search
                title=texts::inquiries::not_found_heading
                text=texts::inquiries::not_found_text
            >
                <LinkButton href="/inquiries" kind=Kind::Primary>
                    {texts::inquiries::to_list}
                </LinkButton>
            </EmptyState>
        </div>
    }
}

/// The shape of the page while it loads.
#[component]
fn Loading() -> impl IntoView {
    let lines = |count: usize| {
        let line = || view! { <Skeleton bone=Bone::Line /> };
        view! { <div class="card__body stack">{(0..count).map(|_| line()).collect_view()}</div> }
    };
    view! {
        <div class="late stack" aria-busy="true">
            <p class="visually-hidden" role="status">
                {texts::inquiries::loading_one}
            </p>
            <div class="lead-grid" aria-hidden="true">
                <div class="card" data-area="now">{lines(4)}</div>
                <div class="card" data-area="time">{lines(4)}</div>
                <div class="card" data-area="rep">{lines(4)}</div>
            </div>
        </div>
    }
}
