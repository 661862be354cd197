use leptos::prelude::*;
use leptos_router::components::Outlet;

use super::invited::{Invited, is_invitation};
use super::landing::Landing;
use super::side_nav::SideNav;
use super::sign_in_again::SignInAgain;
use super::skip_link::SkipLink;
use super::top_bar::TopBar;
use crate::auth::{Auth, Session};
use crate::browser;

/// The dashboard's frame around the routes inside it. Signed out, it is the landing page, which
/// brings people back here.
#[component]
pub fn Frame() -> impl IntoView {
    let auth = expect_context::<Auth>();
    // Renewed tokens are the same person: the page must not be built anew for them.
    let person = Memo::new(move |_| auth.session().get().map(|session| Session { ends_at: 0.0, ..session }));
    move || match person.get() {
        Some(session) => signed_in(session).into_any(),
        None => match browser::here() {
            here if is_invitation(&here) => view! { <Invited return_to=here /> }.into_any(),
            here => view! { <Landing return_to=here /> }.into_any(),
        },
    }
}

fn signed_in(session: Session) -> impl IntoView {
    provide_context(session.clone());
    view! {
        <SkipLink />
        <div class="app">
            <TopBar session=session.clone() />
            <SideNav session=session />
            <main class="main" id="main" tabindex="-1">
                <Outlet />
            </main>
        </div>
        <SignInAgain />
    }
}
