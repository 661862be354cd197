use std::sync::Arc;

use guildhall_domain::referral::ReferralState;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::SharedReferral;
use super::facts::{facts, terms};
use super::ledger::ledger;
use crate::api::{Api, ApiError, referrals};
use crate::auth::Session;
use crate::features::referrals::history::StateLine;
use crate::i18n::texts;
use crate::layout::{Crumb, Crumbs, PageHead, Refused};
use crate::remote::{Remote, Stage};
use crate::ui::{Bone, EmptyState, Failure, Kind, LinkButton, Notice, PageTitle, Sign, Skeleton, Tone};

/// `/referrals/history/:id`.
#[component]
pub fn ReferralPage() -> impl IntoView {
    if !expect_context::<Session>().role.reads_referrals() {
        return view! { <Refused /> }.into_any();
    }
    let api = expect_context::<Api>();
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id").unwrap_or_default()));
    let remote = Remote::<SharedReferral>::new(move || {
        let id = id.get();
        async move { referrals::details(api, &id).await.map(Arc::new) }
    });
    let stage = Memo::new(move |_| remote.stage());
    let title = Memo::new(move |_| match stage.get() {
        Stage::Ready(referral) => referral.referral.merchant.clone(),
        Stage::Failed(ApiError::NotFound) => texts::referral::not_found_title().to_owned(),
        Stage::Loading | Stage::Failed(_) => texts::referral::referral().to_owned(),
    });
    let state = move || match stage.get() {
        Stage::Ready(referral) => Some(view! { <StateLine state=referral.referral.state /> }),
        Stage::Loading | Stage::Failed(_) => None,
    };
    let content = move || match stage.get() {
        Stage::Loading => view! { <Loading /> }.into_any(),
        Stage::Failed(ApiError::NotFound) => view! { <Missing /> }.into_any(),
        Stage::Failed(error) => {
            let retry = Callback::new(move |()| remote.reload());
            view! {
                <div class="card">
                    <Failure title=texts::referral::failed error=error retry=retry />
                </div>
            }
            .into_any()
        }
        Stage::Ready(referral) => whole(&referral),
    };
    view! {
        <PageTitle title=move || title.get() />
        <Crumbs crumbs=vec![
            Crumb::link(texts::frame::referrals, "/referrals/leads"),
            Crumb::link(texts::frame::referral_history, "/referrals/history"),
            Crumb::here(move || title.get()),
        ] />
        <PageHead title=move || title.get() beside=state.into_any() />
        {content}
    }
    .into_any()
}

fn whole(referral: &SharedReferral) -> AnyView {
    let reversed = referral.referral.state == ReferralState::Reversed;
    view! {
        {reversed
            .then(|| {
                view! {
                    <Notice tone=Tone::Warning>
                        <p>{texts::referral::reversed}</p>
                    </Notice>
                }
            })}
        {facts(referral)}
        {ledger(referral)}
        {terms(referral)}
    }
    .into_any()
}

/// One page for a referral that is not there and one that belongs to somebody else.
#[component]
fn Missing() -> impl IntoView {
    view! {
        <div class="card">
            <EmptyState
                sign=Sign::Search
                title=texts::referral::not_found_title
                text=texts::referral::not_found_text
            >
                <LinkButton href="/referrals/history" kind=Kind::Primary>
                    {texts::referral::to_history}
                </LinkButton>
            </EmptyState>
        </div>
    }
}

#[component]
fn Loading() -> impl IntoView {
    let card = |_| {
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
                {texts::referral::loading}
            </p>
            <div class="stack" aria-hidden="true">
                {[(), ()].map(card).collect_view()}
            </div>
        </div>
    }
}
