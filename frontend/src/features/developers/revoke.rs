use guildhall_contract::api_tokens::ApiTokenEntry;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::words::not_kept;
use crate::api::{Api, ApiError, api_tokens};
use crate::browser;
use crate::i18n::texts;
use crate::ui::{Button, Dialog, Kind, Notice, Toasts, Tone};

/// A second look before a token is revoked.
#[component]
pub(super) fn Revoke(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The token.
    token: RwSignal<Option<ApiTokenEntry>>,
    /// Loads the tokens anew.
    reload: Callback<()>,
) -> impl IntoView {
    let name = move || token.with(|token| token.as_ref().map(|token| token.name.clone()).unwrap_or_default());
    view! {
        <Dialog open=open id="revoke" title=move || texts::developers::revoke_title(&name())>
            <Asking open=open token=token reload=reload />
        </Dialog>
    }
}

#[component]
fn Asking(
    open: RwSignal<bool>,
    token: RwSignal<Option<ApiTokenEntry>>,
    reload: Callback<()>,
) -> impl IntoView {
    let (api, toasts) = (expect_context::<Api>(), expect_context::<Toasts>());
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<ApiError>));
    let go = move |()| {
        let Some(token) = token.get_untracked().filter(|_| !busy.get_untracked()) else { return };
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let answer = api_tokens::revoke(api, &token.id).await;
            if busy.try_set(false).is_some() {
                return reload.run(());
            }
            match answer {
                // Gone already is as good.
                Ok(()) | Err(ApiError::NotFound) => {
                    open.set(false);
                    toasts.say(untrack(|| texts::developers::revoked(&token.name)));
                    reload.run(());
                    browser::focus_id_soon("tokens");
                }
                Err(error) => failure.set(Some(error)),
            }
        });
    };
    let failed = move || {
        failure
            .get()
            .map(|error| view! { <Notice tone=Tone::Danger><p>{move || not_kept(&error)}</p></Notice> })
    };
    view! {
        <div class="dialog__body">
            <p>{texts::developers::revoke_text}</p>
            {failed}
        </div>
        <div class="dialog__actions">
            <Button on_press=Callback::new(move |()| open.set(false))>{texts::submit::cancel}</Button>
            <Button kind=Kind::Danger busy=busy busy_label=texts::profile::saving on_press=Callback::new(go)>
                {texts::developers::revoke}
            </Button>
        </div>
    }
}
