use guildhall_contract::members::OwnInvitation;
use guildhall_contract::problem::ProblemCode;
use guildhall_domain::actor::{Role, Side};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use wasm_bindgen_futures::spawn_local;

use super::states::{house_of, sign_in_once_more};
use crate::api::{Api, ApiError, members};
use crate::auth::{Auth, Session};
use crate::features::members::{not_kept, role_hint, role_word};
use crate::format;
use crate::i18n::texts;
use crate::remote::Remote;
use crate::ui::{Button, Kind, LinkButton, Notice, Size, Toasts, Tone};

/// An invitation that can be accepted: who invites into what, as what, and what that allows.
#[component]
pub(super) fn Open(invitation: OwnInvitation, remote: Remote<OwnInvitation>) -> impl IntoView {
    let session = expect_context::<Session>();
    let (role, house) = (invitation.role, house_of(&invitation));
    let (by, until) = (invitation.invited_by.clone(), invitation.expires_at);
    let (title_house, email) = (house.clone(), session.email.clone());
    let act = match session.role {
        Role::Merchant => view! { <Accept invitation=invitation remote=remote /> }.into_any(),
        other => elsewhere(other, session.org_name),
    };
    view! {
        <section class="card" aria-labelledby="invitation-title">
            <div class="card__head">
                <h2 id="invitation-title">{move || texts::invitation::into(&title_house)}</h2>
            </div>
            <div class="card__body stack">
                <p>{move || texts::invitation::by(&house, &by, role_word(role))}</p>
                <p>{move || role_hint(role)}</p>
                <p class="muted">{move || texts::invitation::until(&email, &format::date(until))}</p>
                {act}
            </div>
        </section>
    }
}

/// Everybody belongs to one house at most.
fn elsewhere(role: Role, org: Option<String>) -> AnyView {
    let leave = (role.side() == Side::Partner)
        .then(|| view! { <p><LinkButton href="/members">{texts::members::members}</LinkButton></p> });
    let words = move || match &org {
        Some(org) => texts::invitation::elsewhere(org),
        None => texts::invitation::elsewhere_staff().to_owned(),
    };
    view! {
        <Notice tone=Tone::Warning>
            <p>{words}</p>
        </Notice>
        {leave}
    }
    .into_any()
}

#[component]
fn Accept(invitation: OwnInvitation, remote: Remote<OwnInvitation>) -> impl IntoView {
    let api = expect_context::<Api>();
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<ApiError>));
    let (id, house) = (invitation.id, StoredValue::new(house_of(&invitation)));
    let enter = enter();
    let go = move |()| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            match members::accept(api, id).await {
                Ok(_) => enter.run(house.get_value()),
                Err(error) if is_over(&error) => remote.reload(),
                Err(error) => {
                    if busy.try_set(false).is_none() {
                        failure.set(Some(error));
                    }
                }
            }
        });
    };
    let failed = move || {
        failure
            .get()
            .map(|error| view! { <Notice tone=Tone::Danger><p>{move || not_accepted(&error)}</p></Notice> })
    };
    view! {
        {failed}
        <div class="cluster">
            <Button
                kind=Kind::Primary
                size=Size::Large
                busy=busy
                busy_label=texts::invitation::accepting
                on_press=Callback::new(go)
            >
                {texts::invitation::accept}
            </Button>
            <LinkButton href="/" kind=Kind::Quiet size=Size::Large>
                {texts::invitation::not_now}
            </LinkButton>
        </div>
    }
}

/// Goes in to a house, by its name: with a token that says so, to where their work is, with a greeting.
pub(super) fn enter() -> Callback<String> {
    let (auth, toasts) = (expect_context::<Auth>(), expect_context::<Toasts>());
    let navigate = StoredValue::new_local(use_navigate());
    let stuck = expect_context::<Stuck>();
    Callback::new(move |house: String| {
        // The frame is built anew for the new role, and this page with it; what leads on must outlive it.
        let navigate = navigate.with_value(Clone::clone);
        spawn_local(async move {
            if auth.renew().await.is_err() {
                stuck.0.try_set(true);
                return;
            }
            toasts.say(untrack(|| texts::invitation::welcome(&house)));
            navigate("/", NavigateOptions { replace: true, ..Default::default() });
        });
    })
}

/// Whether somebody has come and the sign-in gave no token that says so.
#[derive(Clone, Copy)]
pub(super) struct Stuck(RwSignal<bool>);

impl Stuck {
    pub(super) fn provide() -> Self {
        let stuck = Self(RwSignal::new(false));
        provide_context(stuck);
        stuck
    }

    /// What is said then.
    pub(super) fn shown(self) -> Option<AnyView> {
        self.0.get().then(sign_in_once_more)
    }
}

/// The invitation was answered or taken back while it was read: the page says how it stands.
fn is_over(error: &ApiError) -> bool {
    let closed = error.problem().is_some_and(|problem| problem.code == ProblemCode::InvitationClosed);
    closed || matches!(error, ApiError::NotFound)
}

fn not_accepted(error: &ApiError) -> String {
    match error.problem().map(|problem| problem.code) {
        Some(ProblemCode::MemberAlready) => texts::invitation::member_already().to_owned(),
        _ => not_kept(error),
    }
}
