use guildhall_domain::actor::Role;
use guildhall_pages::Brand;
use guildhall_pages::address::root;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use wasm_bindgen_futures::spawn_local;

use super::choosers::{LanguageChooser, ThemeChooser};
use crate::auth::{Auth, SignInError};
use crate::i18n::{language, texts};
use crate::ui::{Button, Icon, Kind, LinkButton, Notice, PageTitle, Sign, Size, Tone};

/// `/`: where their work is for who is signed in, the landing page for everybody else.
#[component]
pub fn Home() -> impl IntoView {
    let auth = expect_context::<Auth>();
    let navigate = use_navigate();
    Effect::new(move || {
        if let Some(session) = auth.session().get() {
            navigate(start_of(session.role), NavigateOptions { replace: true, ..Default::default() });
        }
    });
    move || auth.session().get().is_none().then(|| view! { <Landing return_to="/".to_owned() /> })
}

fn start_of(role: Role) -> &'static str {
    match role {
        Role::Merchant => "/inquiries",
        Role::Rep => "/referrals/leads?queue=mine&sort=due_at&direction=asc",
        Role::PartnerViewer | Role::PartnerMember | Role::PartnerOwner => "/home",
        Role::SalesManager | Role::ProgramAdmin | Role::System => "/referrals/leads",
    }
}

type Point = (Sign, fn() -> &'static str);

/// What Guildhall is, and the way in.
#[component]
pub(super) fn Landing(
    /// Where to after signing in.
    return_to: String,
) -> impl IntoView {
    let points: [Point; 3] = [
        (Sign::Plus, texts::landing::submit),
        (Sign::Lead, texts::landing::follow),
        (Sign::History, texts::landing::history),
    ];
    let point = |(sign, text): Point| {
        view! {
            <li>
                <Icon sign=sign />
                <span>{text}</span>
            </li>
        }
    };
    view! {
        <PageTitle title=texts::auth::sign_in />
        <Doorway>
            <h1 tabindex="-1">{texts::landing::title}</h1>
            <p>{texts::landing::lead}</p>
            <ul class="landing__points">{points.map(point).collect_view()}</ul>
            <div class="cluster">
                <SignInButton return_to=return_to />
                <LinkButton href=move || root(language()) size=Size::Large>
                    {texts::directory::title}
                </LinkButton>
            </div>
        </Doorway>
    }
}

/// The frame of pages before sign-in.
#[component]
pub(super) fn Doorway(
    /// The page.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="landing">
            <header class="top">
                <Brand href="/" />
                <div class="top__end">
                    <LanguageChooser />
                    <ThemeChooser />
                </div>
            </header>
            <main id="main" tabindex="-1">
                {children()}
            </main>
        </div>
    }
}

/// Goes to the sign-in, and says why if it cannot.
#[component]
pub fn SignInButton(
    /// Where to after signing in.
    return_to: String,
) -> impl IntoView {
    let auth = expect_context::<Auth>();
    let failed = RwSignal::new(None::<SignInError>);
    let go = move |()| {
        let return_to = return_to.clone();
        spawn_local(async move { failed.set(auth.sign_in(&return_to).await.err()) });
    };
    view! {
        {move || {
            failed.get().map(|error| view! { <Notice tone=Tone::Danger>{move || explain(error)}</Notice> })
        }}
        <Button kind=Kind::Primary size=Size::Large on_press=Callback::new(go)>
            {texts::auth::sign_in}
        </Button>
    }
}

/// Why somebody is not signed in, as a sentence.
pub fn explain(error: SignInError) -> &'static str {
    match error {
        SignInError::Unsupported => texts::auth::unsupported(),
        SignInError::Unreachable => texts::auth::unreachable(),
        SignInError::Refused => texts::auth::refused(),
        SignInError::Forgotten => texts::auth::forgotten(),
        SignInError::Mismatch => texts::auth::mismatch(),
    }
}
