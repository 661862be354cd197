use std::sync::Arc;

use guildhall_contract::fields::FieldRule;
use guildhall_contract::problem::ProblemCode;
use guildhall_contract::reviews::{COMMUNICATION, OwnReview, QUALITY, SERVICE, TEXT, read_review};
use guildhall_domain::taxonomy::Service;
use guildhall_pages::address::root;
use leptos::prelude::*;
use leptos::text_prop::TextProp;
use serde_json::Value;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

use super::stars::StarsField;
use crate::api::{Api, ApiError, reviews};
use crate::features::form::{Answers, Form, Spec, json};
use crate::format;
use crate::i18n::{language, texts, words};
use crate::ui::{Button, Kind, LinkButton, Notice, SelectField, Size, TextAreaField, Tone};

const RULES: [FieldRule; 4] = [SERVICE, QUALITY, COMMUNICATION, TEXT];

/// The form of a review, as its draft left it.
pub(super) fn new_form(handle: &str, user_id: &str, inquiry: &str, service: Service) -> Form {
    let inquiry = inquiry.to_owned();
    let assemble = move |answers: &Answers| {
        let mut body = json(&RULES, answers);
        body.insert("inquiry".to_owned(), Value::from(inquiry.as_str()));
        body
    };
    let spec = Spec {
        rules: RULES.to_vec(),
        assemble: Arc::new(assemble),
        check: |body| read_review(body).map(drop),
        required,
    };
    let form = Form::new(spec, format!("guildhall.draft.review.{handle}.{user_id}"));
    let asked_for = form.text("service");
    if asked_for.with_untracked(String::is_empty) {
        asked_for.set(service.slug().to_owned());
    }
    form
}

fn required(name: &str) -> &'static str {
    match name {
        "service" => texts::review::service_needed(),
        "quality" => texts::review::quality_needed(),
        "communication" => texts::review::communication_needed(),
        _ => texts::review::text_needed(),
    }
}

/// The form itself.
#[component]
pub(super) fn ReviewForm(
    /// Its answers.
    form: Form,
    /// The partner.
    handle: String,
    /// What the partner does, and what was asked for.
    services: Vec<Service>,
    /// Takes the review once it is sent.
    on_sent: Callback<OwnReview>,
) -> impl IntoView {
    let api = expect_context::<Api>();
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<ApiError>);
    let to = StoredValue::new(handle.clone());
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        failure.set(None);
        let Some(body) = form.submit() else { return };
        busy.set(true);
        spawn_local(async move {
            let handle = to.get_value();
            let answer = reviews::write(api, &handle, &body).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(review) => {
                    form.start_over();
                    on_sent.run(review);
                }
                Err(ApiError::Invalid(problem)) if !problem.errors.is_empty() => form.refuse(problem.errors),
                Err(error) => failure.set(Some(error)),
            }
        });
    };
    let leave = move |event: web_sys::FocusEvent| {
        let left = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        if let Some(name) = left.and_then(|element| element.get_attribute("name")) {
            form.leave(&name);
        }
    };
    let services = move || {
        let option = |service: &Service| (service.slug().to_owned(), words(&service.words()).to_owned());
        services.iter().map(option).collect::<Vec<_>>()
    };
    view! {
        <form class="form" novalidate on:submit=submit on:focusout=leave>
            <div class="form__section">
                <SelectField
                    id="service"
                    label=texts::review::service
                    value=form.text("service")
                    options=Signal::derive(services)
                    hint=None
                    error=form.error("service")
                />
                <StarsField
                    id="quality"
                    label=guildhall_pages::i18n::texts::reviews::quality
                    hint=texts::review::quality_hint
                    value=form.text("quality")
                    error=form.error("quality")
                />
                <StarsField
                    id="communication"
                    label=guildhall_pages::i18n::texts::reviews::communication
                    hint=texts::review::communication_hint
                    value=form.text("communication")
                    error=form.error("communication")
                />
                <TextAreaField
                    id="text"
                    label=texts::review::text
                    value=form.text("text")
                    limit=TEXT.kind.max_length().unwrap_or(2_000)
                    hint=Some(TextProp::from(texts::review::text_hint))
                    error=form.error("text")
                />
            </div>
            {move || failure.get().map(|error| view! { <NotSent error=error /> })}
            <div class="form__actions">
                <Button
                    kind=Kind::Primary
                    size=Size::Large
                    submit=true
                    busy=busy
                    busy_label=texts::inquiry::sending
                >
                    {texts::review::send}
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

#[component]
fn NotSent(error: ApiError) -> impl IntoView {
    view! {
        <Notice tone=Tone::Danger>
            <p>{move || explanation(&error)}</p>
        </Notice>
    }
}

fn explanation(error: &ApiError) -> String {
    let text = match (error, error.problem().map(|problem| problem.code)) {
        (_, Some(ProblemCode::ReviewNotEligible)) => texts::review::not_eligible_text(),
        (_, Some(ProblemCode::ReviewExists)) => texts::review::exists(),
        (ApiError::TooMany { .. }, _) => texts::inquiry::failed_too_many_later(),
        (ApiError::Offline, _) => texts::submit::failed_offline(),
        (ApiError::Timeout, _) => texts::review::failed_timeout(),
        (ApiError::Unauthorised, _) => texts::submit::failed_unauthorised(),
        (error, _) => match error.request_id() {
            Some(id) => {
                return format!("{} {}.", texts::review::failed_other(), texts::ui::request_number(id));
            }
            None => texts::review::failed_other(),
        },
    };
    text.to_owned()
}
