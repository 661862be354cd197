//! An address that several people share, and the language to write to it in: of an organisation's leads, of the
//! sales desk.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use guildhall_contract::fields::{FieldError, FieldKind, FieldRule, Need};
use guildhall_contract::problem::CurrentState;
use guildhall_contract::settings::LANGUAGES;
use guildhall_domain::policy::Language;
use leptos::prelude::*;
use serde_json::{Map, Value};
use wasm_bindgen_futures::spawn_local;

use super::form::{Answers, Form, Spec, json};
use super::not_done::not_done;
use crate::api::{Api, ApiError};
use crate::auth::Session;
use crate::format;
use crate::i18n::{Text, own_name, texts};
use crate::ui::{Button, ErrorSummary, Notice, SelectField, Size, TextField, Toasts, Tone};

type Saving = Pin<Box<dyn Future<Output = Result<Shared, ApiError>>>>;

/// The address as it is saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shared {
    /// The address; `None` for none.
    pub address: Option<String>,
    /// The language to write to it in.
    pub language: Language,
    /// The revision.
    pub version: u64,
}

/// Looks a body over as the server does.
type Check = fn(&Map<String, Value>) -> Result<(), Vec<FieldError>>;

/// Which address it is: its words, its rule, and the way to save it.
pub(crate) struct Purpose {
    /// The address on the wire, and the id of its control.
    pub rule: FieldRule,
    /// What is asked.
    pub label: Text,
    /// How to answer.
    pub hint: Text,
    /// What the language is asked with.
    pub language: Text,
    /// The word on the button.
    pub save: Text,
    /// What is said when it is saved.
    pub saved: Text,
    /// Somebody saved another address.
    pub conflict: fn(&str) -> String,
    /// Somebody took the address away.
    pub conflict_none: Text,
    /// The contract's own check.
    pub check: Check,
    /// Saves it over the revision that was seen.
    pub put: fn(Api, Map<String, Value>, u64) -> Saving,
    /// How it stands, of a conflict.
    pub current: fn(&CurrentState) -> Option<Shared>,
}

/// The form of a shared address.
#[component]
pub(crate) fn SharedAddress(purpose: &'static Purpose, shared: Shared) -> impl IntoView {
    let (api, toasts) = (expect_context::<Api>(), expect_context::<Toasts>());
    let form = new_form(purpose, &shared);
    let kept = RwSignal::new(shared);
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<ApiError>));
    let overtaken = RwSignal::new(false);
    let done = move |answer: Result<Shared, ApiError>| match answer {
        Ok(shared) => {
            form.start_over();
            fill(form, purpose, &shared);
            kept.set(shared);
            toasts.say((purpose.saved)());
        }
        Err(ApiError::Invalid(problem)) if !problem.errors.is_empty() => form.refuse(problem.errors),
        Err(error) => match current(purpose, &error) {
            Some(current) => {
                kept.set(current);
                overtaken.set(true);
            }
            None => failure.set(Some(error)),
        },
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        failure.set(None);
        overtaken.set(false);
        let Some(body) = form.submit() else { return };
        let seen = kept.with_untracked(|kept| kept.version);
        busy.set(true);
        spawn_local(async move {
            let answer = (purpose.put)(api, body, seen).await;
            // Nothing is left to show when the page is gone; the draft remains.
            if busy.try_set(false).is_none() {
                done(answer);
            }
        });
    };
    view! {
        <ErrorSummary errors=form.refused() attempt=form.attempt() />
        // The one field is judged when it is sent and not when it is left: an error that appeared between the press
        // and the release of the button right below would move the button away from under the pointer.
        <form class="form" novalidate on:submit=submit>
            {move || overtaken.get().then(|| conflict(purpose, &kept.get()))}
            {move || failure.get().map(|error| view! { <Notice tone=Tone::Danger>{move || not_done(&error)}</Notice> })}
            <TextField
                id=purpose.rule.name
                label=purpose.label
                value=form.text(purpose.rule.name)
                inputmode=Some("email")
                limit=purpose.rule.kind.max_length()
                hint=Some(purpose.hint.into())
                error=form.error(purpose.rule.name)
                optional=true
            />
            <SelectField
                id="language"
                label=purpose.language
                value=form.text("language")
                options=Signal::derive(languages)
                hint=None
                error=form.error("language")
                short=true
            />
            <div class="form__actions">
                <Button size=Size::Large submit=true busy=busy busy_label=texts::settings::saving>
                    {purpose.save}
                </Button>
                <span class="move">
                    {move || form.kept_at().get().map(|at| texts::team::kept(&format::time_of_day(at)))}
                </span>
            </div>
        </form>
    }
}

/// The interface's languages, each by its own name.
pub(crate) fn languages() -> Vec<(String, String)> {
    let named = |language: Language| (language.tag().to_owned(), own_name(language).to_owned());
    Language::ALL.map(named).to_vec()
}

/// The form, as its draft left it or else as it is saved. A draft belongs to the revision that it was begun on.
fn new_form(purpose: &'static Purpose, shared: &Shared) -> Form {
    let user = expect_context::<Session>().user_id;
    let rules = vec![
        purpose.rule,
        FieldRule { name: "language", kind: FieldKind::Choice(LANGUAGES), need: Need::Required },
    ];
    let asked = rules.clone();
    let assemble = move |answers: &Answers| {
        let mut body = json(&asked, answers);
        // Leaving it empty is how it is taken away, and that has to be said.
        body.entry(purpose.rule.name).or_insert(Value::Null);
        body
    };
    let required = |_: &str| texts::submit::answer_needed();
    let spec = Spec { rules, assemble: Arc::new(assemble), check: purpose.check, required };
    let form = Form::new(spec, format!("guildhall.draft.{}.{}.{user}", purpose.rule.name, shared.version));
    if form.restored_at().with_untracked(Option::is_none) {
        fill(form, purpose, shared);
    }
    form
}

fn fill(form: Form, purpose: &Purpose, shared: &Shared) {
    form.text(purpose.rule.name).set(shared.address.clone().unwrap_or_default());
    form.text("language").set(shared.language.tag().to_owned());
}

fn current(purpose: &Purpose, error: &ApiError) -> Option<Shared> {
    match error {
        ApiError::Conflict(problem) => (purpose.current)(problem.current_state.as_deref()?),
        _ => None,
    }
}

fn conflict(purpose: &'static Purpose, now: &Shared) -> AnyView {
    let address = now.address.clone();
    let words = move || match &address {
        Some(address) => (purpose.conflict)(address),
        None => (purpose.conflict_none)().to_owned(),
    };
    view! { <Notice tone=Tone::Danger>{words}</Notice> }.into_any()
}
