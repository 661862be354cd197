use std::sync::Arc;

use guildhall_contract::inquiries::InquiryReceipt;
use guildhall_contract::inquiry_form::{INQUIRY_FIELDS, InquiryFormTicket, TRAP, read_inquiry_form};
use guildhall_contract::problem::ProblemCode;
use guildhall_pages::address::root;
use leptos::prelude::*;
use serde_json::{Map, Value};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

use super::fields::{Fields, Trap};
use super::outcome::NotSent;
use super::sender::{Sender, leave_ready};
use super::sending::{Outgoing, is_trapped, send};
use super::{ticket, words};
use crate::api::{Api, ApiError};
use crate::auth::{Auth, SignInError};
use crate::features::form::{Form, Spec, json};
use crate::i18n::{language, texts};
use crate::layout::explain;
use crate::ui::{Button, Kind, LinkButton, Notice, Size, Tone};
use crate::{browser, format};

/// The form to a partner, as its draft left it. It is kept per partner and not per person: it may be filled in before
/// anybody is signed in.
pub(super) fn new_form(handle: &str) -> Form {
    let spec = Spec {
        rules: INQUIRY_FIELDS.to_vec(),
        assemble: Arc::new(|answers| json(INQUIRY_FIELDS, answers)),
        check: |body| read_inquiry_form(body).map(drop),
        required: words::required,
    };
    let form = Form::new(spec, format!("guildhall.draft.inquiry.{handle}"));
    if let Some(country) = browser::kept("guildhall.country") {
        fill_in(form, "country", &country);
    }
    form
}

/// Answers what is known already, where nothing was answered.
pub(super) fn fill_in(form: Form, name: &str, answer: &str) {
    let text = form.text(name);
    if text.with_untracked(String::is_empty) {
        text.set(answer.to_owned());
    }
}

/// The form itself: checked by the contract, sent under the draft's key.
#[component]
pub(super) fn InquiryForm(
    /// Its answers.
    form: Form,
    /// The partner.
    handle: String,
    /// What the form needs to be sent.
    ticket: InquiryFormTicket,
    /// Who is about to send.
    sender: Signal<Sender>,
    /// Takes the receipt.
    on_sent: Callback<InquiryReceipt>,
) -> impl IntoView {
    let api = expect_context::<Api>();
    let auth = expect_context::<Auth>();
    let busy = RwSignal::new(false);
    let trap = RwSignal::new(String::new());
    let failure = RwSignal::new(None::<ApiError>);
    let not_signed_in = RwSignal::new(None::<SignInError>);
    let InquiryFormTicket { form_token, partner, services, .. } = ticket;
    let token = StoredValue::new(ticket::settle(&handle, form_token));
    let to = StoredValue::new(handle.clone());

    let failed = move |error: ApiError| match error {
        ApiError::Invalid(problem) if is_trapped(&problem) => {
            trap.set(String::new());
            failure.set(Some(ApiError::Invalid(problem)));
        }
        ApiError::Invalid(problem) if problem.errors.iter().any(|error| shown(error.name())) => {
            form.refuse(problem.errors);
        }
        error => {
            if error.problem().is_some_and(|problem| problem.code == ProblemCode::IdempotencyKeyReused) {
                form.spend_key();
            }
            failure.set(Some(error));
        }
    };
    let send_now = move |mut body: Map<String, Value>| {
        busy.set(true);
        body.insert("language".to_owned(), Value::from(untrack(language).tag()));
        body.insert(TRAP.to_owned(), Value::from(trap.get_untracked()));
        let outgoing = Outgoing { handle: to.get_value(), body, key: form.key(), token: token.get_value() };
        spawn_local(async move {
            let answer = send(api, outgoing).await;
            // Nothing is left to show when the page is gone; the draft remains for an unsent form.
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(receipt) => {
                    form.start_over();
                    to.with_value(|handle| ticket::forget(handle));
                    on_sent.run(receipt);
                }
                Err(error) => failed(error),
            }
        });
    };
    let sign_in = move || {
        to.with_value(|handle| leave_ready(handle));
        spawn_local(async move { not_signed_in.set(auth.sign_in(&browser::here()).await.err()) });
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        failure.set(None);
        let Some(body) = form.submit() else { return };
        match sender.get_untracked() {
            Sender::Merchant { .. } => send_now(body),
            Sender::Visitor | Sender::Other => sign_in(),
        }
    };
    let leave = move |event: web_sys::FocusEvent| {
        let left = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        if let Some(name) = left.and_then(|element| element.get_attribute("name")) {
            form.leave(&name);
        }
    };
    let is_visitor = move || sender.with(|sender| *sender == Sender::Visitor);
    let word = move || if is_visitor() { texts::inquiry::sign_in_to_send() } else { texts::inquiry::send() };
    view! {
        <form class="form" novalidate on:submit=submit on:focusout=leave>
            <Fields form=form partner=partner services=services />
            <Trap value=trap />
            <Notice>
                <p>{texts::inquiry::off_platform}</p>
            </Notice>
            {move || failure.get().map(|error| view! { <NotSent error=error /> })}
            {move || {
                not_signed_in
                    .get()
                    .map(|error| view! { <Notice tone=Tone::Danger>{move || explain(error)}</Notice> })
            }}
            {move || is_visitor().then(|| view! { <p class="muted">{texts::inquiry::sign_in_why}</p> })}
            <div class="form__actions">
                <Button
                    kind=Kind::Primary
                    size=Size::Large
                    submit=true
                    busy=busy
                    busy_label=texts::inquiry::sending
                >
                    {word}
                </Button>
                <LinkButton
                    kind=Kind::Quiet
                    size=Size::Large
                    href=move || format!("{}/{handle}", root(language()))
                >
                    {texts::submit::cancel}
                </LinkButton>
                <span class="move">
                    {move || form.kept_at().get().map(|at| texts::submit::draft_kept(&format::time_of_day(at)))}
                </span>
            </div>
        </form>
    }
}

/// Whether people see the field.
fn shown(name: Option<&str>) -> bool {
    name.is_some_and(|name| INQUIRY_FIELDS.iter().any(|rule| rule.name == name))
}
