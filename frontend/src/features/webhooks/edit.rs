//! The dialog in which an endpoint is added or changed. A new one's secret is shown in it at the end, this once.

use std::collections::BTreeSet;

use guildhall_contract::fields::FieldError;
use guildhall_contract::webhooks::{WEBHOOK_URL, WebhookBody, WebhookChangeBody, WebhookEntry, read_webhook};
use guildhall_domain::webhook::{Allowed, HookTopic};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::secret::Secret;
use super::words::{refused, topic_word, wrong};
use crate::api::{Api, ApiError, webhooks};
use crate::browser;
use crate::i18n::texts;
use crate::ui::{Button, Dialog, Kind, Notice, TextField, Toasts, Tone};

const URL_ID: &str = "webhook-url";
const TOPICS_ID: &str = "webhook-topics";

/// What is being added or changed.
#[derive(Clone, Copy)]
pub(super) struct Editing {
    open: RwSignal<bool>,
    /// The endpoint as it was seen with the version of its list; nothing for a further one.
    of: RwSignal<Option<(WebhookEntry, u64)>>,
    reload: Callback<()>,
}

impl Editing {
    pub(super) fn new(reload: Callback<()>) -> Self {
        Self { open: RwSignal::new(false), of: RwSignal::new(None), reload }
    }

    pub(super) fn add(self) {
        self.of.set(None);
        self.open.set(true);
    }

    pub(super) fn change(self, entry: WebhookEntry, version: u64) {
        self.of.set(Some((entry, version)));
        self.open.set(true);
    }
}

#[component]
pub(super) fn Edit(editing: Editing) -> impl IntoView {
    let title = move || {
        editing.of.with(|of| if of.is_some() { texts::webhooks::change() } else { texts::webhooks::add() })
    };
    view! {
        <Dialog open=editing.open id="webhook" title=title>
            <Asking editing=editing />
        </Dialog>
    }
}

#[component]
fn Asking(editing: Editing) -> impl IntoView {
    let secret = RwSignal::new(None::<String>);
    move || match secret.get() {
        None => view! { <Fields editing=editing secret=secret /> }.into_any(),
        Some(secret) => view! {
            <div class="dialog__body">
                <Secret secret=secret />
            </div>
            <div class="dialog__actions">
                <Button kind=Kind::Primary on_press=Callback::new(move |()| editing.open.set(false))>
                    {texts::webhooks::kept}
                </Button>
            </div>
        }
        .into_any(),
    }
}

#[component]
fn Fields(editing: Editing, secret: RwSignal<Option<String>>) -> impl IntoView {
    let (api, toasts) = (expect_context::<Api>(), expect_context::<Toasts>());
    let of = editing.of.get_untracked();
    let (url, topics) = match &of {
        Some((entry, _)) => (entry.url.clone(), entry.topics.clone()),
        None => (String::new(), BTreeSet::new()),
    };
    let (url, topics) = (RwSignal::new(url), RwSignal::new(topics));
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<ApiError>));
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let of = StoredValue::new(of);
    let error_at = move |name: &'static str| {
        Signal::derive(move || {
            let place = format!("/{name}");
            errors.with(|errors| errors.iter().find(|error| error.is_within(&place)).map(wrong))
        })
    };
    let (url_error, topics_error) = (error_at("url"), error_at("topics"));
    let refuse = move |found: Vec<FieldError>| {
        let first = if found.iter().any(|error| error.is_within("/url")) { URL_ID } else { TOPICS_ID };
        errors.set(found);
        browser::focus_id_soon(first);
    };
    let finish = move |error: ApiError| match error {
        ApiError::Invalid(problem) if !problem.errors.is_empty() => refuse(problem.errors),
        error => failure.set(Some(error)),
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        failure.set(None);
        let body = WebhookBody { url: url.get_untracked().trim().to_owned(), topics: topics.get_untracked() };
        if let Err(found) = check(&body) {
            return refuse(found);
        }
        errors.set(Vec::new());
        busy.set(true);
        spawn_local(async move {
            let answer = match of.get_value() {
                None => webhooks::add(api, &body).await.map(|made| Some(made.secret)),
                Some((entry, seen)) => {
                    let WebhookBody { url, topics } = body;
                    let body = WebhookChangeBody { url, topics, enabled: entry.enabled };
                    webhooks::save(api, entry.id, &body, seen).await.map(|_| None)
                }
            };
            let is_closed = busy.try_set(false).is_some();
            if answer.is_ok() {
                editing.reload.run(());
            }
            match answer {
                _ if is_closed => {}
                Ok(Some(made)) => secret.set(Some(made)),
                Ok(None) => {
                    editing.open.set(false);
                    toasts.say(untrack(texts::webhooks::saved));
                }
                Err(error) => finish(error),
            }
        });
    };
    let failed = move || {
        failure
            .get()
            .map(|error| view! { <Notice tone=Tone::Danger><p>{move || refused(&error)}</p></Notice> })
    };
    view! {
        <form novalidate on:submit=submit>
            <div class="dialog__body">
                <TextField
                    id=URL_ID
                    label=texts::webhooks::address
                    value=url
                    inputmode=Some("url")
                    limit=WEBHOOK_URL.kind.max_length()
                    hint=Some(texts::webhooks::address_hint.into())
                    error=url_error
                />
                <TopicBoxes topics=topics error=topics_error />
                {failed}
            </div>
            <div class="dialog__actions">
                <Button on_press=Callback::new(move |()| editing.open.set(false))>{texts::submit::cancel}</Button>
                <Button kind=Kind::Primary submit=true busy=busy busy_label=texts::profile::saving>
                    {texts::webhooks::save}
                </Button>
            </div>
        </form>
    }
}

/// What an endpoint is to be told of.
#[component]
fn TopicBoxes(topics: RwSignal<BTreeSet<HookTopic>>, error: Signal<Option<String>>) -> impl IntoView {
    let boxes = HookTopic::ALL.iter().copied().map(|topic| {
        let choose = move |event| {
            let wanted = event_target_checked(&event);
            topics.update(|topics| {
                if wanted {
                    topics.insert(topic);
                } else {
                    topics.remove(&topic);
                }
            });
        };
        view! {
            <label class="option">
                <input
                    type="checkbox"
                    value=topic.slug()
                    prop:checked=move || topics.with(|topics| topics.contains(&topic))
                    on:change=choose
                />
                <span>{move || topic_word(Some(topic))}</span>
            </label>
        }
    });
    view! {
        <fieldset
            class="field"
            id=TOPICS_ID
            tabindex="-1"
            aria-describedby=move || error.with(Option::is_some).then_some("webhook-topics-error")
            data-error=move || error.with(Option::is_some).then_some("")
        >
            <legend class="field__label">{texts::webhooks::topics}</legend>
            {move || {
                error.get().map(|error| view! { <p class="field__error" id="webhook-topics-error">{error}</p> })
            }}
            <div class="options">{boxes.collect_view()}</div>
        </fieldset>
    }
}

/// What the service would say. Whether it lets somebody through explicitly is not known here, so it has the last word on
/// the address.
fn check(body: &WebhookBody) -> Result<(), Vec<FieldError>> {
    let written = serde_json::to_value(body).ok().and_then(|body| body.as_object().cloned());
    let errors = read_webhook(&written.unwrap_or_default(), &Allowed::nobody()).err().unwrap_or_default();
    let errors: Vec<_> = errors.into_iter().filter(|error| !is_about_the_place(error)).collect();
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}

fn is_about_the_place(error: &FieldError) -> bool {
    error.params.contains_key("fault")
}
