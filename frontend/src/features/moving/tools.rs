//! The tools of the partner's own: to communicate with, and to invoice with.

use guildhall_contract::moving::{COMMUNICATION, INVOICING, ToolsEntry, read_tools};
use guildhall_contract::problem::CurrentState;
use leptos::prelude::*;
use serde_json::{Map, Value};
use wasm_bindgen_futures::spawn_local;

use super::MoveDesk;
use crate::api::{Api, ApiError, moving};
use crate::browser;
use crate::features::form::fault_words;
use crate::features::not_done::not_done;
use crate::format;
use crate::i18n::texts;
use crate::ui::{Button, Notice, TextField, Toasts, Tone};

/// The form as it stands.
#[derive(Clone, Copy)]
struct Form {
    move_desk: MoveDesk,
    /// What is saved, as far as is known.
    kept: RwSignal<ToolsEntry>,
    communication: RwSignal<String>,
    invoicing: RwSignal<String>,
    is_busy: RwSignal<bool>,
    is_overtaken: RwSignal<bool>,
    failure: RwSignal<Option<ApiError>>,
    api: Api,
    toasts: Toasts,
}

impl Form {
    fn body(self) -> Map<String, Value> {
        [(COMMUNICATION.name, self.communication), (INVOICING.name, self.invoicing)]
            .map(|(name, value)| (name.to_owned(), Value::String(value.get_untracked())))
            .into_iter()
            .collect()
    }

    fn submit(self) {
        let body = self.body();
        if self.is_busy.get_untracked() || read_tools(&body).is_err() {
            return;
        }
        self.failure.set(None);
        self.is_overtaken.set(false);
        self.is_busy.set(true);
        let seen = self.kept.with_untracked(|kept| kept.version);
        spawn_local(async move {
            let answer = moving::save_tools(self.api, &body, seen).await;
            // Nothing is left to show when the page is gone.
            if self.is_busy.try_set(false).is_none() {
                self.take(answer);
            }
        });
    }

    fn take(self, answer: Result<ToolsEntry, ApiError>) {
        match answer {
            Ok(entry) => {
                self.kept.set(entry);
                self.toasts.say(untrack(texts::moving::tools_saved));
                self.move_desk.remote.reload();
            }
            Err(error) => match newer(&error) {
                Some(entry) => {
                    self.kept.set(entry);
                    self.is_overtaken.set(true);
                    browser::focus_id_soon("tools-overtaken");
                }
                None => self.failure.set(Some(error)),
            },
        }
    }

    /// What is wrong with a field while it is typed: only its length can be.
    fn error(self, name: &'static str) -> Signal<Option<String>> {
        let value = if name == COMMUNICATION.name { self.communication } else { self.invoicing };
        Signal::derive(move || {
            let typed: Map<_, _> = [(name.to_owned(), Value::String(value.get()))].into_iter().collect();
            let faults = read_tools(&typed).err()?;
            faults.first().map(|fault| fault_words(fault, |_| texts::moving::tools_text()))
        })
    }
}

/// How it stands, if somebody was faster.
fn newer(error: &ApiError) -> Option<ToolsEntry> {
    let ApiError::Conflict(problem) = error else { return None };
    let Some(CurrentState::Tools(entry)) = problem.current_state.as_deref() else { return None };
    Some(entry.clone())
}

/// The two tools, with the way to save them for whoever may.
#[component]
pub(super) fn ToolsCard(desk: MoveDesk, entry: ToolsEntry, may_note: bool) -> impl IntoView {
    let text = |text: &str| RwSignal::new(text.to_owned());
    let form = Form {
        move_desk: desk,
        communication: text(entry.communication.as_str()),
        invoicing: text(entry.invoicing.as_str()),
        kept: RwSignal::new(entry),
        is_busy: RwSignal::new(false),
        is_overtaken: RwSignal::new(false),
        failure: RwSignal::new(None),
        api: expect_context(),
        toasts: expect_context(),
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        form.submit();
    };
    let changed = move || {
        let stamp = form.kept.with(|kept| kept.changed.clone())?;
        let line = texts::moving::tools_changed(&format::date_and_time(stamp.at), &stamp.by.name);
        Some(view! { <p class="muted">{line}</p> })
    };
    let fields = move || {
        view! {
            <form class="form" novalidate on:submit=submit>
                {move || form.is_overtaken.get().then(|| overtaken(form))}
                {move || {
                    form.failure
                        .get()
                        .map(|error| view! { <Notice tone=Tone::Danger>{move || not_done(&error)}</Notice> })
                }}
                <TextField
                    id=COMMUNICATION.name
                    label=texts::moving::communication
                    value=form.communication
                    hint=Some(texts::moving::communication_hint.into())
                    limit=COMMUNICATION.kind.max_length()
                    error=form.error(COMMUNICATION.name)
                    optional=true
                />
                <TextField
                    id=INVOICING.name
                    label=texts::moving::invoicing
                    value=form.invoicing
                    hint=Some(texts::moving::invoicing_hint.into())
                    limit=INVOICING.kind.max_length()
                    error=form.error(INVOICING.name)
                    optional=true
                />
                <div class="form__actions">
                    <Button submit=true busy=form.is_busy busy_label=texts::settings::saving>
                        {texts::moving::tools_save}
                    </Button>
                </div>
                {changed}
            </form>
        }
    };
    view! {
        <section class="card" id="tools" tabindex="-1" aria-labelledby="tools-title">
            <div class="card__head">
                <h2 id="tools-title">{texts::moving::tools}</h2>
            </div>
            <div class="card__body stack">
                <p class="muted">{texts::moving::tools_text}</p>
                {if may_note { fields().into_any() } else { named(form).into_any() }}
            </div>
        </section>
    }
}

/// For those who only read.
fn named(form: Form) -> impl IntoView {
    let said = |value: RwSignal<String>| {
        move || {
            value.with(
                |text| if text.is_empty() { texts::moving::none_named().to_owned() } else { text.clone() },
            )
        }
    };
    view! {
        <dl class="facts">
            <div>
                <dt>{texts::moving::communication}</dt>
                <dd>{said(form.communication)}</dd>
            </div>
            <div>
                <dt>{texts::moving::invoicing}</dt>
                <dd>{said(form.invoicing)}</dd>
            </div>
        </dl>
    }
}

/// Somebody else noted other tools meanwhile; what was typed stands beside what they noted.
fn overtaken(form: Form) -> AnyView {
    let theirs = move || {
        form.kept
            .with(|kept| texts::moving::tools_overtaken(kept.communication.as_str(), kept.invoicing.as_str()))
    };
    view! {
        <div id="tools-overtaken" tabindex="-1">
            <Notice tone=Tone::Warning>{theirs}</Notice>
        </div>
    }
    .into_any()
}
