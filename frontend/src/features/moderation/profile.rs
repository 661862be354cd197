use std::sync::Arc;

use guildhall_contract::own_profile::OwnProfile;
use guildhall_domain::actor::Role;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::compare::Compare;
use super::decide::Decide;
use crate::api::{Api, ApiError, moderation};
use crate::auth::Session;
use crate::features::profile::{History, Preview, StateBadge, explained};
use crate::i18n::{language, texts, words};
use crate::layout::{Crumb, Crumbs, PageHead, Refused};
use crate::remote::{Remote, Stage};
use crate::ui::{Bone, EmptyState, Failure, Kind, LinkButton, PageTitle, Sign, Skeleton};

type SharedProfile = Arc<OwnProfile>;

/// `/moderation/profiles/:handle`.
#[component]
pub fn ProfilePage() -> impl IntoView {
    if expect_context::<Session>().role != Role::ProgramAdmin {
        return view! { <Refused /> }.into_any();
    }
    let api = expect_context::<Api>();
    let params = use_params_map();
    let handle = Memo::new(move |_| params.with(|params| params.get("handle").unwrap_or_default()));
    let remote = Remote::<SharedProfile>::new(move || {
        let handle = handle.get();
        async move { moderation::profile(api, &handle).await.map(Arc::new) }
    });
    let own = Memo::new(move |_| remote.ready());
    let title = Memo::new(move |_| match remote.stage() {
        Stage::Failed(ApiError::NotFound) => texts::moderation::not_found_heading().to_owned(),
        Stage::Ready(own) => own.working.name.clone(),
        Stage::Loading | Stage::Failed(_) => texts::moderation::profile().to_owned(),
    });
    let content = move || match remote.stage() {
        Stage::Loading => view! { <Loading /> }.into_any(),
        Stage::Failed(ApiError::NotFound) => view! {
            <div class="card">
                <EmptyState
                    sign=Sign::Search
                    title=texts::moderation::not_found_heading
                    text=texts::moderation::not_found_text
                >
                    <LinkButton href="/moderation" kind=Kind::Primary>
                        {texts::moderation::moderation}
                    </LinkButton>
                </EmptyState>
            </div>
        }
        .into_any(),
        Stage::Failed(error) => {
            let retry = Callback::new(move |()| remote.reload());
            view! {
                <div class="card">
                    <Failure title=texts::moderation::failed_profile error=error retry=retry />
                </div>
            }
            .into_any()
        }
        Stage::Ready(own) => whole(&own, remote),
    };
    let beside = move || own.get().map(|own| view! { <StateBadge own=own large=true /> });
    let below = move || own.get().map(|own| meta(&own));
    view! {
        <PageTitle title=move || title.get() />
        <Crumbs crumbs=vec![
            Crumb::here(texts::profile::directory),
            Crumb::link(texts::moderation::moderation, "/moderation"),
            Crumb::here(move || title.get()),
        ] />
        <PageHead title=move || title.get() beside=beside.into_any() below=below.into_any()>
            {move || own.get().filter(|own| own.is_public).map(|own| public_link(&own))}
        </PageHead>
        {content}
    }
    .into_any()
}

fn meta(own: &SharedProfile) -> AnyView {
    let tier = own.tier;
    view! {
        <ul class="page-head__meta">
            <li>{own.working.handle.clone()}</li>
            <li>{own.org.to_string()}</li>
            <li>{texts::moderation::tier} ": " {move || words(&tier.words())}</li>
        </ul>
    }
    .into_any()
}

fn public_link(own: &SharedProfile) -> AnyView {
    let href = format!("{}/{}", guildhall_pages::address::root(language()), own.working.handle);
    view! {
        <a class="button" href=href rel="external">
            {texts::profile::public_page}
        </a>
    }
    .into_any()
}

fn whole(own: &SharedProfile, remote: Remote<SharedProfile>) -> AnyView {
    let body = own.working.clone();
    // What is to be decided is compared; what is public as it stands is looked at.
    let is_settled = own.published.as_ref().is_some_and(|published| published.content == own.working);
    view! {
        <div class="two">
            <div class="stack">
                <Compare own=own.clone() />
                <details class="disclosure" open=is_settled.then_some("")>
                    <summary>{texts::moderation::preview}</summary>
                    <Preview own=own.clone() body=body />
                </details>
            </div>
            <aside class="stack sticky" aria-label=texts::moderation::decide>
                <section class="card" aria-labelledby="decide-title">
                    <div class="card__head">
                        <h2 id="decide-title" tabindex="-1">
                            {texts::moderation::decide}
                        </h2>
                    </div>
                    <div class="card__body stack">
                        {explained(own)}
                        <Decide own=own.clone() remote=remote />
                    </div>
                </section>
                <History own=own.clone() />
            </aside>
        </div>
    }
    .into_any()
}

/// The shape of the page while it loads.
#[component]
fn Loading() -> impl IntoView {
    let lines = |count: usize| {
        let line = || view! { <Skeleton bone=Bone::Line /> };
        view! { <div class="card__body stack">{(0..count).map(|_| line()).collect_view()}</div> }
    };
    view! {
        <div class="late two" aria-busy="true">
            <p class="visually-hidden" role="status">
                {texts::moderation::loading_profile}
            </p>
            <div class="card" aria-hidden="true">{lines(8)}</div>
            <div class="card" aria-hidden="true">{lines(3)}</div>
        </div>
    }
}
