use std::sync::Arc;

use guildhall_contract::own_profile::OwnProfile;
use guildhall_contract::reviews::{PublicReview, ReviewPage};
use guildhall_domain::actor::{Role, Side};
use guildhall_domain::taxonomy::Service;
use leptos::prelude::*;

use super::ReviewsAddress;
use super::address::{FORM, is_narrowed};
use super::card::{ReviewActs, card};
use super::reply::ReplyDialog;
use super::summary::Summary;
use super::toolbar::Toolbar;
use crate::api::{Api, ApiError, own_profile, own_reviews};
use crate::auth::Session;
use crate::features::directory::{Report, Reported};
use crate::format;
use crate::i18n::texts;
use crate::layout::{Crumb, Crumbs, PageHead, Refused};
use crate::remote::{Remote, Stage};
use crate::ui::{Bone, Button, EmptyState, Failure, Kind, LinkButton, PageTitle, Pager, Sign, Skeleton};

/// The own profile with a page of its reviews; nothing where none was begun.
type Found = Option<(Arc<OwnProfile>, Arc<ReviewPage>)>;

/// `/reviews`.
#[component]
pub fn ReviewsPage() -> impl IntoView {
    let session = expect_context::<Session>();
    if session.role.side() != Side::Partner {
        return view! { <Refused /> }.into_any();
    }
    let api = expect_context::<Api>();
    let address = ReviewsAddress::follow(&FORM);
    let remote = Remote::<Found>::new(move || {
        let query = address.query.get();
        async move {
            let own = match own_profile::load(api).await {
                Ok(own) => own,
                Err(ApiError::NotFound) => return Ok(None),
                Err(error) => return Err(error),
            };
            match own_reviews::list(api, &own.working.handle, &query).await {
                Ok(page) => Ok(Some((Arc::new(own), Arc::new(page)))),
                // The world sees nothing of the profile yet, and so none of its reviews.
                Err(ApiError::NotFound) => Ok(None),
                Err(error) => Err(error),
            }
        }
    });
    let replies = session.role == Role::PartnerOwner;
    let content = move || match remote.stage() {
        Stage::Loading => view! { <Loading /> }.into_any(),
        Stage::Failed(error) => {
            let retry = Callback::new(move |()| remote.reload());
            view! {
                <div class="card">
                    <Failure title=texts::reviews::failed error=error retry=retry />
                </div>
            }
            .into_any()
        }
        Stage::Ready(None) => nothing(texts::reviews::no_profile_text),
        Stage::Ready(Some((own, _))) if own.rating.count == 0 => nothing(texts::reviews::none_text),
        Stage::Ready(Some((own, page))) => {
            view! { <List own=own page=page address=address remote=remote replies=replies /> }.into_any()
        }
    };
    let below = view! {
        <ul class="page-head__meta">
            <li>
                <a href="/directory/review-policy" rel="external">
                    {texts::reviews::policy}
                </a>
            </li>
        </ul>
    };
    view! {
        <PageTitle title=texts::reviews::reviews />
        <Crumbs crumbs=vec![Crumb::here(texts::profile::directory), Crumb::here(texts::reviews::reviews)] />
        <PageHead title=texts::reviews::reviews text=texts::reviews::about below=below.into_any() />
        {content}
    }
    .into_any()
}

fn nothing(text: fn() -> &'static str) -> AnyView {
    view! {
        <div class="card">
            <EmptyState sign=Sign::Tier title=texts::reviews::none_title text=text>
                <LinkButton href="/inquiries" kind=Kind::Primary>
                    {texts::inquiries::to_list}
                </LinkButton>
            </EmptyState>
        </div>
    }
    .into_any()
}

#[component]
fn List(
    own: Arc<OwnProfile>,
    page: Arc<ReviewPage>,
    address: ReviewsAddress,
    remote: Remote<Found>,
    replies: bool,
) -> impl IntoView {
    let answering = RwSignal::new(None::<PublicReview>);
    let reporting = RwSignal::new(None::<Reported>);
    let acts = ReviewActs {
        reply: replies.then(|| Callback::new(move |review| answering.set(Some(review)))),
        report: reporting,
    };
    let services: Vec<Service> = own.working.services.iter().map(|offer| offer.service).collect();
    let narrowed = address.query.with_untracked(|query| is_narrowed(&query.filter));
    let clear = move |()| address.change(|query| query.filter = Default::default());
    let cursor = move |cursor: Option<String>| {
        Signal::derive(move || {
            let cursor = cursor.clone()?;
            Some(address.page_href(|query| query.cursor = Some(cursor)))
        })
    };
    let (first, last) = (page.offset + 1, page.offset + page.items.len());
    let total = page.total;
    let showing = move || {
        let [first, last, total] = [first, last, total].map(|n| format::number(n as u64));
        texts::list::showing(&first, &last, &total)
    };
    let list = match page.items.is_empty() && narrowed {
        true => view! {
            <div class="card" role="status">
                <EmptyState sign=Sign::Search title=texts::reviews::no_match text=texts::reviews::no_match_text>
                    <Button on_press=Callback::new(clear)>{texts::reviews::clear_filters}</Button>
                </EmptyState>
            </div>
        }
        .into_any(),
        false => view! {
            <ul class="stack bare">{page.items.iter().map(|review| card(review.clone(), acts)).collect_view()}</ul>
            <div class="spread">
                <p class="muted" role="status">
                    {showing}
                </p>
                <Pager
                    label=texts::reviews::pages
                    previous=cursor(page.previous.clone())
                    next=cursor(page.next.clone())
                />
            </div>
        }
        .into_any(),
    };
    view! {
        <Summary rating=own.rating address=address />
        <section class="stack" aria-labelledby="reviews-title">
            <h2 class="visually-hidden" id="reviews-title">
                {texts::reviews::reviews}
            </h2>
            <Toolbar address=address services=services />
            {list}
        </section>
        <ReplyDialog of=answering on_done=Callback::new(move |()| remote.reload()) />
        <Report of=reporting />
    }
}

/// The shape of the page while it loads.
#[component]
fn Loading() -> impl IntoView {
    let card = || {
        view! {
            <div class="card">
                <div class="card__body stack">
                    <Skeleton bone=Bone::Long />
                    <Skeleton bone=Bone::Line />
                    <Skeleton bone=Bone::Line />
                </div>
            </div>
        }
    };
    view! {
        <div class="late stack" aria-busy="true">
            <p class="visually-hidden" role="status">
                {texts::reviews::loading}
            </p>
            <div class="stack" aria-hidden="true">
                {card()} {card()} {card()}
            </div>
        </div>
    }
}
