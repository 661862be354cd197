use guildhall_contract::clearance::{ClearanceAnswer, ClearanceBody, MERCHANT, Named, read_clearance};
use guildhall_contract::fields::FieldError;
use guildhall_domain::personal::Personal;
use leptos::prelude::*;
use serde_json::{Map, Value};
use wasm_bindgen_futures::spawn_local;

use super::answer::AnswerCard;
use crate::api::{Api, ApiError, leads};
use crate::auth::Session;
use crate::browser;
use crate::features::form::fault_words;
use crate::features::leads::refusal_words;
use crate::format;
use crate::i18n::texts;
use crate::layout::{Crumb, Crumbs, PageHead, Refused};
use crate::ui::{Button, EmptyState, Kind, LinkButton, Notice, PageTitle, Sign, TextField, Tone};

/// What was asked, and what was answered.
#[derive(Clone, PartialEq)]
pub(super) struct Answered {
    /// As it was typed.
    pub(super) typed: String,
    /// As it was read.
    pub(super) named: Named,
    /// What is known of it.
    pub(super) answer: ClearanceAnswer,
}

/// `/referrals/check`. What is asked stands in no address and in no log.
#[component]
pub fn CheckPage() -> impl IntoView {
    let session = expect_context::<Session>();
    if !session.role.reads_referrals() {
        return view! { <Refused /> }.into_any();
    }
    let crumbs =
        vec![Crumb::link(texts::frame::referrals, "/referrals/leads"), Crumb::here(texts::lead_check::nav)];
    let body = match session.role.submits_leads() {
        true => view! { <Check /> }.into_any(),
        false => view! {
            <div class="card">
                <EmptyState
                    sign=Sign::Users
                    title=texts::submit::not_for_role
                    text=texts::lead_check::viewers
                >
                    <LinkButton href="/referrals/leads">{texts::lead_check::to_leads}</LinkButton>
                </EmptyState>
            </div>
        }
        .into_any(),
    };
    view! {
        <PageTitle title=texts::lead_check::nav />
        <Crumbs crumbs=crumbs />
        <PageHead title=texts::lead_check::title text=texts::lead_check::about />
        {body}
    }
    .into_any()
}

#[component]
fn Check() -> impl IntoView {
    let api = expect_context::<Api>();
    let merchant = RwSignal::new(String::new());
    let fault = RwSignal::new(None::<FieldError>);
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<(ApiError, f64)>);
    let answered = RwSignal::new(None::<Answered>);
    // What was wrong with it need not be wrong with what is typed now.
    Effect::new(move |before: Option<String>| {
        let now = merchant.get();
        if before.is_some_and(|before| before != now) {
            fault.set(None);
        }
        now
    });
    let refuse = move |errors: Vec<FieldError>| {
        fault.set(errors.into_iter().next());
        browser::focus_id_soon(MERCHANT.name);
    };
    let ask = move |typed: String, named: Named| {
        busy.set(true);
        spawn_local(async move {
            let body = ClearanceBody { merchant: Personal::new(typed.clone()) };
            let answer = leads::clearance(api, &body).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(answer) => {
                    answered.set(Some(Answered { typed, named, answer }));
                    browser::focus_id_soon("answer-title");
                }
                Err(ApiError::Invalid(problem)) if !problem.errors.is_empty() => refuse(problem.errors),
                Err(error) => failure.set(Some((error, browser::now_ms()))),
            }
        });
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        failure.set(None);
        answered.set(None);
        let typed = merchant.with_untracked(|text| text.trim().to_owned());
        let body = Map::from_iter([(MERCHANT.name.to_owned(), Value::from(typed.as_str()))]);
        match read_clearance(&body) {
            Ok(named) => ask(typed, named),
            Err(errors) => refuse(errors),
        }
    };
    let error = Signal::derive(move || {
        fault.get().map(|fault| fault_words(&fault, |_| texts::lead_check::merchant_needed()))
    });
    let failed = move || {
        let (error, at) = failure.get()?;
        Some(view! {
            <Notice tone=Tone::Danger>
                <p>{move || failure_words(&error, at)}</p>
            </Notice>
        })
    };
    view! {
        <div class="form-page check">
            <form class="form" novalidate on:submit=submit>
                <TextField
                    id=MERCHANT.name
                    label=texts::lead_check::merchant
                    value=merchant
                    hint=Some(texts::lead_check::merchant_hint.into())
                    limit=MERCHANT.kind.max_length()
                    error=error
                />
                {failed}
                <div class="form__actions">
                    <Button
                        kind=Kind::Primary
                        submit=true
                        busy=busy
                        busy_label=texts::lead_check::checking
                    >
                        {texts::lead_check::check}
                    </Button>
                    <span class="move">{texts::lead_check::logged}</span>
                </div>
            </form>
            {move || answered.get().map(|answered| view! { <AnswerCard answered=answered /> })}
        </div>
    }
}

/// Why there is no answer; for too many questions, when the next one is possible.
fn failure_words(error: &ApiError, at: f64) -> String {
    match error {
        ApiError::TooMany { wait: Some(seconds), .. } => {
            texts::lead_check::limited(&format::time_of_day(at + f64::from(*seconds) * 1_000.0))
        }
        ApiError::TooMany { wait: None, .. } => texts::lead_check::limited_later().to_owned(),
        error => format!("{} {}", texts::lead_check::not_checked(), refusal_words(error)),
    }
}
