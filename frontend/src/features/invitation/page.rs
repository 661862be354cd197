use guildhall_contract::members::OwnInvitation;
use guildhall_domain::organisation::InvitationState;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::accept::{Open, Stuck};
use super::states::{closed, come, not_yours};
use crate::api::{Api, ApiError, members};
use crate::i18n::texts;
use crate::layout::{Crumb, Crumbs, PageHead};
use crate::remote::{Remote, Stage};
use crate::ui::{Bone, Failure, PageTitle, Skeleton};

/// `/invitations/:id`, for whoever is signed in.
#[component]
pub fn InvitationPage() -> impl IntoView {
    let api = expect_context::<Api>();
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id").unwrap_or_default()));
    let remote = Remote::<OwnInvitation>::new(move || {
        let id = id.get();
        async move { members::invitation(api, &id).await }
    });
    let stuck = Stuck::provide();
    let content = move || stuck.shown().unwrap_or_else(|| staged(remote));
    view! {
        <PageTitle title=texts::invitation::invitation />
        <Crumbs crumbs=vec![Crumb::here(texts::invitation::invitation)] />
        <PageHead title=texts::invitation::invitation />
        {content}
    }
}

fn staged(remote: Remote<OwnInvitation>) -> AnyView {
    match remote.stage() {
        Stage::Loading => view! { <Loading /> }.into_any(),
        Stage::Failed(ApiError::NotFound) => not_yours(),
        Stage::Failed(error) => {
            let retry = Callback::new(move |()| remote.reload());
            view! {
                <div class="card">
                    <Failure title=texts::invitation::failed error=error retry=retry />
                </div>
            }
            .into_any()
        }
        Stage::Ready(invitation) => match invitation.state {
            InvitationState::Open => view! { <Open invitation=invitation remote=remote /> }.into_any(),
            InvitationState::Accepted => come(&invitation),
            InvitationState::Withdrawn | InvitationState::Expired => closed(&invitation),
        },
    }
}

/// The shape of the card while it loads.
#[component]
fn Loading() -> impl IntoView {
    let line = || view! { <Skeleton bone=Bone::Line /> };
    view! {
        <div class="late" aria-busy="true">
            <p class="visually-hidden" role="status">
                {texts::invitation::loading}
            </p>
            <div class="card" aria-hidden="true">
                <div class="card__body stack">{(0..3).map(|_| line()).collect_view()}</div>
            </div>
        </div>
    }
}
