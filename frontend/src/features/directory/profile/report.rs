use guildhall_contract::fields::FieldKind;
use guildhall_contract::problem::ProblemCode;
use guildhall_contract::reviews::REPORT_NOTE;
use guildhall_domain::review::ReportReason;
use leptos::prelude::*;
use serde_json::{Map, Value};
use wasm_bindgen_futures::spawn_local;

use crate::api::{Api, ApiError, reviews};
use crate::browser;
use crate::i18n::{texts, words};
use crate::ui::{Button, Dialog, Kind, Notice, SelectField, TextAreaField, Toasts, Tone};

/// The review that is being reported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::features) struct Reported {
    /// Its id.
    pub id: String,
    /// Who wrote it.
    pub company: String,
}

/// Asks what is wrong with a review, and tells the programme.
#[component]
pub(in crate::features) fn Report(of: RwSignal<Option<Reported>>) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move || open.set(of.with(Option::is_some)));
    Effect::new(move |was: Option<bool>| {
        let open = open.get();
        if was == Some(true) && !open {
            of.set(None);
        }
        open
    });
    let title = move || {
        of.with(|of| of.as_ref().map(|of| texts::directory::report_of(&of.company)).unwrap_or_default())
    };
    view! {
        <Dialog open=open id="report" title=title>
            <Questions of=of open=open />
        </Dialog>
    }
}

#[component]
fn Questions(of: RwSignal<Option<Reported>>, open: RwSignal<bool>) -> impl IntoView {
    let api = expect_context::<Api>();
    let toasts = expect_context::<Toasts>();
    let (reason, note) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let asked = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<ApiError>);
    let reason_error = Signal::derive(move || {
        (asked.get() && reason.with(String::is_empty))
            .then(|| texts::directory::report_reason_needed().to_owned())
    });
    let reasons = || {
        let option = |reason: &ReportReason| (reason.slug().to_owned(), words(&reason.words()).to_owned());
        ReportReason::ALL.iter().map(option).collect::<Vec<_>>()
    };
    let limit = match REPORT_NOTE.kind {
        FieldKind::Paragraph { max } => max,
        _ => 1_000,
    };
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        asked.set(true);
        let Some(of) = of.get_untracked() else { return };
        if busy.get_untracked() {
            return;
        }
        if reason.with_untracked(String::is_empty) {
            browser::focus_id_soon("report-reason");
            return;
        }
        busy.set(true);
        failure.set(None);
        let mut body = Map::new();
        body.insert("reason".to_owned(), Value::from(reason.get_untracked()));
        body.insert("note".to_owned(), Value::from(note.get_untracked()));
        spawn_local(async move {
            let answer = reviews::report(api, &of.id, &body).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(()) => {
                    open.set(false);
                    toasts.say(texts::directory::report_sent());
                }
                Err(error) => failure.set(Some(error)),
            }
        });
    };
    view! {
        <form novalidate on:submit=send>
            <div class="dialog__body">
                <p>{texts::directory::report_text}</p>
                <SelectField
                    id="report-reason"
                    label=texts::directory::report_reason
                    value=reason
                    options=Signal::derive(reasons)
                    hint=None
                    error=reason_error
                />
                <TextAreaField
                    id="report-note"
                    label=texts::directory::report_note
                    value=note
                    limit=limit
                    hint=None
                    optional=true
                />
                {move || {
                    failure
                        .get()
                        .map(|error| view! { <Notice tone=Tone::Danger>{move || explained(&error)}</Notice> })
                }}
            </div>
            <div class="dialog__actions">
                <Button kind=Kind::Primary submit=true busy=busy busy_label=texts::directory::report_sending>
                    {texts::directory::report_send}
                </Button>
            </div>
        </form>
    }
}

fn explained(error: &ApiError) -> &'static str {
    match error.problem() {
        Some(problem) if problem.code == ProblemCode::AlreadyReported => texts::directory::report_already(),
        _ => error.explanation(),
    }
}
