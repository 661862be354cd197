use guildhall_pages::i18n::texts as public;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::auth::{Auth, Session, SignInError};
use crate::browser;
use crate::features::marketplace::ExistingJobsLink;
use crate::i18n::texts;
use crate::layout::{UserMenu, explain};
use crate::ui::Button;

/// Who is signed in, with the way to their own pages; or the way to sign in, which comes back here.
#[component]
pub(super) fn Account() -> impl IntoView {
    let auth = expect_context::<Auth>();
    let person = Memo::new(move |_| auth.session().get().map(|session| Session { ends_at: 0.0, ..session }));
    move || match person.get() {
        Some(session) => view! {
            <ExistingJobsLink role=session.role />
            <a class="button" href="/">
                {texts::directory::your_pages}
            </a>
            <UserMenu session=session />
        }
        .into_any(),
        None => view! { <LogIn /> }.into_any(),
    }
}

#[component]
fn LogIn() -> impl IntoView {
    let auth = expect_context::<Auth>();
    let failed = RwSignal::new(None::<SignInError>);
    let go = move |()| {
        spawn_local(async move { failed.set(auth.sign_in(&browser::here()).await.err()) });
    };
    view! {
        <Button on_press=Callback::new(go)>{public::frame::log_in}</Button>
        {move || failed.get().map(|error| view! { <p role="alert">{move || explain(error)}</p> })}
    }
}
