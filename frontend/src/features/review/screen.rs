use std::sync::Arc;

use guildhall_contract::inquiries::{InquiryDetails, InquiryQuery};
use guildhall_contract::profile::PublicProfile;
use guildhall_contract::reviews::OwnReview;
use guildhall_domain::actor::Role;
use guildhall_domain::inquiry::InquiryStatus;
use guildhall_domain::taxonomy::Service;
use guildhall_pages::address::root;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use wasm_bindgen_futures::spawn_local;

use super::form::{ReviewForm, new_form};
use super::written::Written;
use crate::api::{Api, ApiError, directory, inquiries, reviews};
use crate::auth::{Auth, Session, SignInError};
use crate::browser;
use crate::features::directory::PageWaiting;
use crate::features::form::Restored;
use crate::i18n::{language, texts};
use crate::layout::{Crumb, Crumbs, NotFound, explain};
use crate::remote::{Remote, Stage};
use crate::ui::{Button, EmptyState, ErrorSummary, Failure, Icon, Kind, LinkButton, PageTitle, Sign};

/// What is known of the partner and of what the merchant had to do with it.
#[derive(Debug, Clone, PartialEq)]
struct Known {
    profile: PublicProfile,
    standing: Standing,
}

#[derive(Debug, Clone, PartialEq)]
enum Standing {
    /// Nobody is signed in, or no merchant.
    NotMerchant(bool),
    /// The partner has not said that it worked for this merchant.
    NotEligible,
    /// It may be written, about this inquiry.
    Open(Box<InquiryDetails>),
    /// It was written.
    Written(OwnReview),
}

/// `/directory/<handle>/review`, with the inquiry that led to the work in `?inquiry=`.
#[component]
pub(in crate::features) fn ReviewScreen(handle: String) -> impl IntoView {
    let api = expect_context::<Api>();
    let auth = expect_context::<Auth>();
    let person = Memo::new(move |_| auth.session().get().map(|session| Session { ends_at: 0.0, ..session }));
    let query = use_query_map();
    let named = query.with_untracked(|query| query.get("inquiry"));
    let remote = Remote::<Arc<Known>>::new(move || {
        let (handle, named, person) = (handle.clone(), named.clone(), person.get());
        async move {
            let (profile, standing) = futures::join!(
                directory::profile(api, &handle),
                standing(api, &handle, named, person.as_ref())
            );
            Ok(Arc::new(Known { profile: profile?, standing: standing? }))
        }
    });
    move || match remote.stage() {
        Stage::Loading => view! { <PageWaiting /> }.into_any(),
        Stage::Ready(known) => {
            let known = Arc::unwrap_or_clone(known);
            view! { <Page known=known person=person.get_untracked() /> }.into_any()
        }
        Stage::Failed(ApiError::NotFound) => view! { <NotFound /> }.into_any(),
        Stage::Failed(error) => {
            let retry = Callback::new(move |()| remote.reload());
            view! { <Failure title=texts::review::failed error=error retry=retry /> }.into_any()
        }
    }
}

async fn standing(
    api: Api,
    handle: &str,
    named: Option<String>,
    person: Option<&Session>,
) -> Result<Standing, ApiError> {
    match person {
        None => return Ok(Standing::NotMerchant(false)),
        Some(session) if session.role != Role::Merchant => return Ok(Standing::NotMerchant(true)),
        Some(_) => {}
    }
    let id = match named {
        Some(id) => Some(id),
        None => worked_on(api, handle).await?,
    };
    let Some(id) = id else { return Ok(Standing::NotEligible) };
    let inquiry = match inquiries::details(api, &id).await {
        Err(ApiError::NotFound) => return Ok(Standing::NotEligible),
        inquiry => inquiry?,
    };
    if inquiry.item.handle != handle {
        return Ok(Standing::NotEligible);
    }
    if let Some(review) = &inquiry.review {
        match reviews::own(api, &review.to_string()).await {
            Err(ApiError::NotFound) => {}
            review => return review.map(Standing::Written),
        }
    }
    Ok(if inquiry.may_review { Standing::Open(Box::new(inquiry)) } else { Standing::NotEligible })
}

/// The latest inquiry to this partner that led to work.
async fn worked_on(api: Api, handle: &str) -> Result<Option<String>, ApiError> {
    let query = InquiryQuery { limit: 100, ..InquiryQuery::default() };
    let page = inquiries::list(api, &query).await?;
    let mut mine: Vec<_> = page.items.into_iter().filter(|item| item.handle == handle).collect();
    mine.sort_by_key(|item| item.status != InquiryStatus::WorkedOn);
    Ok(mine.first().map(|item| item.id.to_string()))
}

#[component]
fn Page(known: Known, person: Option<Session>) -> impl IntoView {
    let Known { profile, standing } = known;
    let standing = RwSignal::new(standing);
    let name = StoredValue::new(profile.name.clone());
    let title = move || texts::review::title(&name.get_value());
    let handle = profile.handle.clone();
    let back = move || format!("{}/{handle}", root(language()));
    let profile = StoredValue::new(profile);
    let content = move || match standing.get() {
        Standing::NotMerchant(signed_in) => view! { <NotMerchant signed_in=signed_in /> }.into_any(),
        Standing::NotEligible => not_eligible(&profile.with_value(|profile| profile.handle.clone())),
        Standing::Written(review) => view! { <Written review=review partner=name.get_value() /> }.into_any(),
        Standing::Open(inquiry) => {
            let user_id = person.as_ref().map(|person| person.user_id.clone()).unwrap_or_default();
            let sent = Callback::new(move |review| {
                standing.set(Standing::Written(review));
                browser::focus_for_reading_soon("main h1");
            });
            open(&profile.get_value(), &inquiry, &user_id, sent)
        }
    };
    view! {
        <PageTitle title=title />
        <Crumbs crumbs=vec![
            Crumb::link(texts::directory::title, move || root(language())),
            Crumb::link(name.get_value(), back),
            Crumb::here(texts::review::crumb),
        ] />
        <div class="two" data-form="">
            <div class="form-page">
                <div class="page-head__text">
                    <h1 tabindex="-1">{title}</h1>
                    <p>{texts::review::about}</p>
                </div>
                {content}
            </div>
            <Aside />
        </div>
    }
}

fn open(
    profile: &PublicProfile,
    inquiry: &InquiryDetails,
    user_id: &str,
    sent: Callback<OwnReview>,
) -> AnyView {
    let asked_for = inquiry.item.service;
    let mut services: Vec<Service> = profile.services.iter().map(|offer| offer.service).collect();
    if !services.contains(&asked_for) {
        services.insert(0, asked_for);
    }
    let form = new_form(&profile.handle, user_id, &inquiry.item.id.to_string(), asked_for);
    view! {
        <ErrorSummary errors=form.refused() attempt=form.attempt() />
        <Restored form=form />
        <ReviewForm form=form handle=profile.handle.clone() services=services on_sent=sent />
    }
    .into_any()
}

fn not_eligible(handle: &str) -> AnyView {
    let handle = handle.to_owned();
    let text = texts::review::not_eligible_text;
    view! {
        <div class="card">
            <EmptyState sign=Sign::Info title=texts::review::not_eligible_title text=text>
                <LinkButton href="/inquiries">{texts::inquiry::your_inquiries}</LinkButton>
                <LinkButton href=move || {
                    format!("{}/{handle}", root(language()))
                }>{texts::inquiry::back_to_profile}</LinkButton>
            </EmptyState>
        </div>
    }
    .into_any()
}

#[component]
fn NotMerchant(signed_in: bool) -> impl IntoView {
    let auth = expect_context::<Auth>();
    let failed = RwSignal::new(None::<SignInError>);
    let go = move |()| {
        spawn_local(async move { failed.set(auth.sign_in(&browser::here()).await.err()) });
    };
    let text = if signed_in { texts::review::merchants_only } else { texts::review::sign_in_text };
    view! {
        <div class="card">
            <EmptyState sign=Sign::User title=texts::review::sign_in_title text=text>
                {(!signed_in)
                    .then(|| {
                        view! {
                            <Button kind=Kind::Primary on_press=Callback::new(go)>
                                {texts::auth::sign_in}
                            </Button>
                        }
                    })}
            </EmptyState>
            {move || failed.get().map(|error| view! { <p role="alert">{move || explain(error)}</p> })}
        </div>
    }
}

/// What happens with a review.
#[component]
fn Aside() -> impl IntoView {
    let step = |sign: Sign, text: fn() -> &'static str| {
        view! {
            <li>
                <span class="timeline__mark">
                    <Icon sign=sign />
                </span>
                <p>{text}</p>
            </li>
        }
    };
    view! {
        <aside class="stack sticky" aria-label=texts::review::what_happens>
            <section class="card" aria-labelledby="happens-title">
                <div class="card__head">
                    <h2 id="happens-title">{texts::review::what_happens}</h2>
                </div>
                <div class="card__body">
                    <ol class="timeline">
                        {step(Sign::Check, texts::review::happens_locked)}
                        {step(Sign::Clock, texts::review::happens_held)}
                        {step(Sign::Users, texts::review::happens_reply)}
                    </ol>
                </div>
            </section>
        </aside>
    }
}
