//! Trying an event again. It harms nothing, so nobody is asked twice.

use guildhall_contract::platform_events::EventOutcome;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::WaitingEvents;
use crate::api::{Api, ApiError, platform_events};
use crate::browser;
use crate::features::not_done::not_done;
use crate::i18n::texts;
use crate::ui::{Button, Size, Toasts};

#[component]
pub(super) fn Retry(listing: WaitingEvents, key_of_event: String, id: String) -> impl IntoView {
    let api = expect_context::<Api>();
    let toasts = expect_context::<Toasts>();
    let busy = RwSignal::new(false);
    let key = StoredValue::new(key_of_event);
    let go = move |()| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let answer = platform_events::retry(api, &key.get_value()).await;
            if busy.try_set(false).is_some() {
                return;
            }
            let is_over = match answer {
                Ok(recorded) if recorded.outcome == EventOutcome::Waiting => {
                    toasts.say(untrack(texts::platform_events::still_waiting));
                    false
                }
                Ok(_) => {
                    toasts.say(untrack(texts::platform_events::applied));
                    true
                }
                // The schedule was faster: the list shows what holds.
                Err(ApiError::NotFound) => {
                    toasts.say(untrack(texts::platform_events::changed_meanwhile));
                    true
                }
                Err(error) => {
                    toasts.say(untrack(|| not_done(&error)));
                    false
                }
            };
            if is_over {
                listing.reload();
                // The button has gone with its row.
                browser::focus_id_soon("events");
            }
        });
    };
    view! {
        <Button
            size=Size::Small
            busy=busy
            busy_label=texts::platform_events::trying
            on_press=Callback::new(go)
        >
            {texts::platform_events::try_again}
            <span class="visually-hidden">" " {id}</span>
        </Button>
    }
}
