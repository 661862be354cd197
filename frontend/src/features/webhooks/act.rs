//! What can be done with an endpoint, asked about once more where it cannot be undone.

use guildhall_contract::webhooks::{WebhookChangeBody, WebhookEntry};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use wasm_bindgen_futures::spawn_local;

use super::words::{host, refused};
use crate::api::{Api, ApiError, webhooks};
use crate::i18n::texts;
use crate::ui::{Button, Dialog, Kind, Notice, Toasts, Tone};

/// Sends a test, or switches an endpoint on or off; failures stand beside the buttons.
#[component]
pub(super) fn Acts(
    entry: WebhookEntry,
    version: u64,
    reload: Callback<()>,
    change: Callback<()>,
    removing: RwSignal<bool>,
) -> impl IntoView {
    let (api, toasts) = (expect_context::<Api>(), expect_context::<Toasts>());
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<ApiError>));
    let (id, is_on) = (entry.id, entry.enabled);
    let entry = StoredValue::new(entry);
    let done = move |answer: Result<&'static str, ApiError>| {
        if busy.try_set(false).is_some() {
            return;
        }
        match answer {
            Ok(said) => {
                toasts.say(said);
                reload.run(());
            }
            Err(error) => failure.set(Some(error)),
        }
    };
    let begin = move || {
        let is_free = !busy.get_untracked();
        if is_free {
            busy.set(true);
            failure.set(None);
        }
        is_free
    };
    let test = move |()| {
        if begin() {
            spawn_local(async move {
                let answer = webhooks::test(api, id).await;
                done(answer.map(|_| untrack(texts::webhooks::test_sent)));
            });
        }
    };
    let switch = move |()| {
        if begin() {
            spawn_local(async move {
                let WebhookEntry { url, topics, enabled, .. } = entry.get_value();
                let body = WebhookChangeBody { url, topics, enabled: !enabled };
                let answer = webhooks::save(api, id, &body, version).await;
                let said = if enabled { texts::webhooks::switched_off } else { texts::webhooks::switched_on };
                done(answer.map(|_| untrack(said)));
            });
        }
    };
    let failed = move || {
        failure
            .get()
            .map(|error| view! { <Notice tone=Tone::Danger><p>{move || refused(&error)}</p></Notice> })
    };
    let test = is_on.then(|| {
        view! {
            <Button kind=Kind::Primary on_press=Callback::new(test)>
                {texts::webhooks::test}
            </Button>
        }
    });
    let word = if is_on { texts::webhooks::switch_off } else { texts::webhooks::switch_on };
    view! {
        <div class="cluster">
            {test} <Button on_press=change>{texts::webhooks::change}</Button>
            <Button on_press=Callback::new(switch)>{word}</Button>
            <Button on_press=Callback::new(move |()| removing.set(true))>{texts::webhooks::remove}</Button>
        </div>
        {failed}
    }
}

/// Asks before an endpoint is removed.
#[component]
pub(super) fn Remove(entry: WebhookEntry, open: RwSignal<bool>) -> impl IntoView {
    let entry = StoredValue::new(entry);
    view! {
        <Dialog open=open id="webhook-remove" title=texts::webhooks::remove_title>
            <Ask entry=entry.get_value() open=open />
        </Dialog>
    }
}

#[component]
fn Ask(entry: WebhookEntry, open: RwSignal<bool>) -> impl IntoView {
    let (api, toasts) = (expect_context::<Api>(), expect_context::<Toasts>());
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<ApiError>));
    let navigate = use_navigate();
    let (id, name) = (entry.id, host(&entry));
    let go = move |()| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failure.set(None);
        let navigate = navigate.clone();
        spawn_local(async move {
            let answer = webhooks::remove(api, id).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(()) => {
                    toasts.say(untrack(texts::webhooks::removed));
                    navigate("/webhooks", NavigateOptions { replace: true, ..Default::default() });
                }
                Err(error) => failure.set(Some(error)),
            }
        });
    };
    let failed = move || {
        failure
            .get()
            .map(|error| view! { <Notice tone=Tone::Danger><p>{move || refused(&error)}</p></Notice> })
    };
    view! {
        <div class="dialog__body">
            <p>{move || texts::webhooks::remove_text(&name)}</p>
            {failed}
        </div>
        <div class="dialog__actions">
            <Button on_press=Callback::new(move |()| open.set(false))>{texts::submit::cancel}</Button>
            <Button kind=Kind::Danger busy=busy busy_label=texts::profile::saving on_press=Callback::new(go)>
                {texts::webhooks::remove}
            </Button>
        </div>
    }
}
