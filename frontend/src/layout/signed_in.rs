use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use wasm_bindgen_futures::spawn_local;

use super::landing::{Doorway, SignInButton, explain};
use crate::auth::{Auth, SignInError};
use crate::i18n::texts;
use crate::ui::PageTitle;

#[derive(Clone, Copy)]
enum Stage {
    Waiting,
    SecondWindowDone,
    Failed(SignInError),
}

/// `/signed-in`: takes the answer of the sign-in and goes on to where the person wanted to be.
#[component]
pub fn SignedIn() -> impl IntoView {
    let auth = expect_context::<Auth>();
    let navigate = use_navigate();
    let query = use_query_map().get_untracked();
    let stage = RwSignal::new(Stage::Waiting);
    spawn_local(async move {
        if query.get("again").is_some() {
            if let Err(error) = auth.sign_in_from_second_window().await {
                stage.set(Stage::Failed(error));
            }
            return;
        }
        let (Some(code), Some(state)) = (query.get("code"), query.get("state")) else {
            stage.set(Stage::Failed(SignInError::Refused));
            return;
        };
        match auth.finish(&code, &state).await {
            Ok(Some(path)) => navigate(&path, NavigateOptions { replace: true, ..Default::default() }),
            Ok(None) => stage.set(Stage::SecondWindowDone),
            Err(error) => stage.set(Stage::Failed(error)),
        }
    });
    view! {
        <PageTitle title=texts::auth::signing_in />
        <Doorway>
            {move || match stage.get() {
                Stage::Waiting => view! { <h1 role="status">{texts::auth::signing_in}</h1> }.into_any(),
                Stage::SecondWindowDone => {
                    view! { <h1 role="status">{texts::auth::signed_in_close}</h1> }.into_any()
                }
                Stage::Failed(error) => {
                    view! {
                        <h1>{texts::auth::failed_title}</h1>
                        <p role="alert">{move || explain(error)}</p>
                        <SignInButton return_to="/".to_owned() />
                    }
                        .into_any()
                }
            }}
        </Doorway>
    }
}
