//! Renaming, suspending and reinstating: an organisation is saved whole, over the revision that was seen.

use std::sync::Arc;

use guildhall_contract::organisations::{
    ORGANISATION_NAME, OrganisationDetails, OrganisationEntry, SUSPENSION_REASON, read_organisation,
};
use guildhall_contract::problem::CurrentState;
use guildhall_domain::organisation::OrgStanding;
use leptos::prelude::*;
use serde_json::{Map, Value};
use wasm_bindgen_futures::spawn_local;

use super::standing::standing_word;
use crate::api::{Api, ApiError, organisations};
use crate::auth::Session;
use crate::browser;
use crate::features::form::{Answers, Form, Spec, json};
use crate::features::members::not_kept;
use crate::i18n::{Text, texts};
use crate::remote::Remote;
use crate::ui::{Button, Dialog, Kind, Notice, TextAreaField, TextField, Toasts, Tone};

/// What is changed of an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    Rename,
    Suspend,
    Restore,
}

impl Change {
    fn title(self) -> Text {
        match self {
            Self::Rename => texts::organisations::rename_title,
            Self::Suspend => texts::organisations::suspend_title,
            Self::Restore => texts::organisations::restore_title,
        }
    }

    fn word(self) -> Text {
        match self {
            Self::Rename => texts::organisations::rename,
            Self::Suspend => texts::organisations::suspend,
            Self::Restore => texts::organisations::restore,
        }
    }

    fn effect(self) -> Text {
        match self {
            Self::Rename => texts::organisations::rename_text,
            Self::Suspend => texts::organisations::suspend_text,
            Self::Restore => texts::organisations::restore_text,
        }
    }

    fn done(self) -> fn(&str) -> String {
        match self {
            Self::Rename => texts::organisations::renamed,
            Self::Suspend => texts::organisations::suspended_toast,
            Self::Restore => texts::organisations::restored,
        }
    }

    fn code(self) -> &'static str {
        match self {
            Self::Rename => "rename",
            Self::Suspend => "suspend",
            Self::Restore => "restore",
        }
    }

    /// The organisation as it is to be, from what was typed and what is there.
    fn assemble(self, answers: &Answers, entry: &OrganisationEntry) -> Map<String, Value> {
        let rules = match self {
            Self::Rename => &[ORGANISATION_NAME][..],
            Self::Suspend => &[SUSPENSION_REASON][..],
            Self::Restore => &[][..],
        };
        let mut body = json(rules, answers);
        if self != Self::Rename {
            body.insert("name".to_owned(), Value::from(entry.name.as_str()));
        }
        let standing = match self {
            Self::Rename => entry.standing,
            Self::Suspend => OrgStanding::Suspended,
            Self::Restore => OrgStanding::Good,
        };
        body.insert("standing".to_owned(), Value::from(standing.code()));
        if let (Self::Rename, Some(reason)) = (self, &entry.reason) {
            body.insert("reason".to_owned(), Value::from(reason.as_str()));
        }
        body
    }
}

/// What is being changed of which organisation.
#[derive(Clone, Copy)]
pub(super) struct Changing {
    open: RwSignal<bool>,
    what: RwSignal<Option<(Change, OrganisationEntry)>>,
    remote: Remote<OrganisationDetails>,
}

impl Changing {
    pub(super) fn new(remote: Remote<OrganisationDetails>) -> Self {
        Self { open: RwSignal::new(false), what: RwSignal::new(None), remote }
    }

    pub(super) fn begin(self, change: Change, entry: OrganisationEntry) {
        self.what.set(Some((change, entry)));
        self.open.set(true);
    }
}

/// The dialog of whatever was begun.
#[component]
pub(super) fn ChangeDialog(changing: Changing) -> impl IntoView {
    let title = move || changing.what.with(|what| what.as_ref().map_or("", |(change, _)| change.title()()));
    let content = move || {
        let (change, entry) = changing.what.get_untracked()?;
        Some(view! { <Ask change=change entry=entry changing=changing /> })
    };
    view! {
        <Dialog open=changing.open id="organisation-change" title=title>
            {content()}
        </Dialog>
    }
}

#[component]
fn Ask(change: Change, entry: OrganisationEntry, changing: Changing) -> impl IntoView {
    let (api, toasts) = (expect_context::<Api>(), expect_context::<Toasts>());
    let seen = RwSignal::new(entry);
    let form = new_form(change, seen);
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<ApiError>));
    let overtaken = RwSignal::new(false);
    let done = move |answer: Result<OrganisationEntry, ApiError>| match answer {
        Ok(entry) => {
            form.start_over();
            changing.open.set(false);
            toasts.say(untrack(|| (change.done())(&entry.name)));
            changing.remote.reload();
            browser::focus_id_soon("people");
        }
        Err(ApiError::Invalid(problem)) if !problem.errors.is_empty() => form.refuse(problem.errors),
        Err(error) => match newer(&error) {
            Some(now) => {
                seen.set(now);
                overtaken.set(true);
                changing.remote.reload();
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
        let body = form.submit().and_then(|body| read_organisation(&body).ok());
        let Some(body) = body else { return focus_first_refused(form) };
        busy.set(true);
        spawn_local(async move {
            let (id, version) = seen.with_untracked(|entry| (entry.id.clone(), entry.version));
            let answer = organisations::save(api, &id, &body, version).await;
            if busy.try_set(false).is_none() {
                done(answer);
            }
        });
    };
    let conflict = move || {
        let (name, standing) = seen.with(|entry| (entry.name.clone(), entry.standing));
        let words = move || texts::organisations::overtaken(&name, standing_word(standing));
        overtaken.get().then(|| view! { <Notice tone=Tone::Danger><p>{words}</p></Notice> })
    };
    let failed = move || {
        failure
            .get()
            .map(|error| view! { <Notice tone=Tone::Danger><p>{move || not_kept(&error)}</p></Notice> })
    };
    let kind = if change == Change::Suspend { Kind::Danger } else { Kind::Primary };
    view! {
        <form novalidate on:submit=submit>
            <div class="dialog__body">
                {conflict}
                <p>{change.effect()}</p>
                {field(change, form)}
                {failed}
            </div>
            <div class="dialog__actions">
                <Button on_press=Callback::new(move |()| changing.open.set(false))>{texts::submit::cancel}</Button>
                <Button kind=kind submit=true busy=busy busy_label=texts::profile::saving>
                    {change.word()}
                </Button>
            </div>
        </form>
    }
}

/// What is asked for the change, if anything is.
fn field(change: Change, form: Form) -> AnyView {
    match change {
        Change::Rename => view! {
            <TextField
                id="name"
                label=texts::organisations::name
                value=form.text("name")
                limit=ORGANISATION_NAME.kind.max_length()
                error=form.error("name")
            />
        }
        .into_any(),
        Change::Suspend => view! {
            <TextAreaField
                id="reason"
                label=texts::organisations::reason
                value=form.text("reason")
                limit=SUSPENSION_REASON.kind.max_length().unwrap_or_default()
                hint=Some(texts::organisations::reason_hint.into())
                error=form.error("reason")
            />
        }
        .into_any(),
        Change::Restore => ().into_any(),
    }
}

fn new_form(change: Change, seen: RwSignal<OrganisationEntry>) -> Form {
    let user = expect_context::<Session>().user_id;
    let rules = match change {
        Change::Rename => vec![ORGANISATION_NAME],
        Change::Suspend => vec![SUSPENSION_REASON],
        Change::Restore => Vec::new(),
    };
    let assemble = move |answers: &Answers| seen.with_untracked(|entry| change.assemble(answers, entry));
    let required = |field: &str| match field {
        "name" => texts::organisations::name_needed(),
        _ => texts::organisations::reason_needed(),
    };
    let check = |body: &_| read_organisation(body).map(drop);
    let spec = Spec { rules, assemble: Arc::new(assemble), check, required };
    let id = seen.with_untracked(|entry| entry.id.to_string());
    let form = Form::new(spec, format!("guildhall.draft.organisation.{id}.{}.{user}", change.code()));
    if change == Change::Rename && form.restored_at().with_untracked(Option::is_none) {
        form.text("name").set(seen.with_untracked(|entry| entry.name.clone()));
    }
    form
}

/// How the organisation stands, if somebody was faster.
fn newer(error: &ApiError) -> Option<OrganisationEntry> {
    let ApiError::Conflict(problem) = error else { return None };
    match problem.current_state.as_deref()? {
        CurrentState::Organisation(entry) => Some(entry.clone()),
        CurrentState::Settings(_)
        | CurrentState::LeadAddress(_)
        | CurrentState::Representative(_)
        | CurrentState::Desk(_)
        | CurrentState::Cutover(_)
        | CurrentState::Migration(_)
        | CurrentState::Member(_)
        | CurrentState::PayoutDetails(_)
        | CurrentState::Tools(_) => None,
    }
}

fn focus_first_refused(form: Form) {
    if let Some(field) = form.first_refused() {
        browser::focus_id_soon(&field);
    }
}
