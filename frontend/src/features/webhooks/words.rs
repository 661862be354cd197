//! What is said of endpoints and deliveries, and why something was refused.

use guildhall_contract::fields::FieldError;
use guildhall_contract::problem::ProblemCode;
use guildhall_contract::webhooks::{WEBHOOK_URL, WebhookDelivery, WebhookEntry};
use guildhall_domain::webhook::{HookState, HookTopic};
use leptos::prelude::*;

use crate::api::ApiError;
use crate::features::form::fault_words;
use crate::features::not_done::not_done;
use crate::i18n::{texts, words};
use crate::ui::{Icon, Sign};

/// What it tells of.
pub(super) fn topic_word(topic: Option<HookTopic>) -> &'static str {
    topic.map_or_else(texts::webhooks::test_event, |topic| words(&topic.words()))
}

/// The host and port, which people know an endpoint by.
pub(super) fn host(entry: &WebhookEntry) -> String {
    let rest = entry.url.split_once("://").map_or(entry.url.as_str(), |(_, rest)| rest);
    rest.split(['/', '?']).next().unwrap_or_default().to_owned()
}

/// Whether an endpoint is told of things, and why not.
pub(super) fn standing(entry: &WebhookEntry) -> impl IntoView + use<> {
    let stopped = entry.stopped;
    let (code, sign) = match stopped {
        None => ("awarded", Sign::Check),
        Some(_) => ("not_eligible", Sign::Alert),
    };
    view! {
        <span class="status" data-status=code>
            <Icon sign=sign />
            {move || stopped.map_or_else(texts::webhooks::on, |why| words(&why.words()))}
        </span>
    }
}

/// How a delivery stands, and what the last attempt came to.
pub(super) fn state(delivery: &WebhookDelivery) -> impl IntoView + use<> {
    let state = delivery.state;
    let (code, sign) = match state {
        HookState::Waiting => ("submitted", Sign::Clock),
        HookState::Delivered => ("awarded", Sign::Check),
        HookState::Failed | HookState::Dropped => ("not_eligible", Sign::Alert),
    };
    let last = delivery.attempts.last().cloned();
    let why = move || {
        let last = last.as_ref()?;
        let status = last.status.map(|status| texts::webhooks::status(&status.to_string()));
        let failure = last.failure.map(|failure| words(&failure.words()).to_owned());
        let said: Vec<_> = failure.into_iter().chain(status).collect();
        Some(said.join(" · "))
    };
    view! {
        <span>
            <span class="status" data-status=code>
                <Icon sign=sign />
                {move || words(&state.words())}
            </span>
            <span class="second">{why}</span>
        </span>
    }
}

/// What is wrong with a field.
pub(super) fn wrong(error: &FieldError) -> String {
    fault_words(error, |field| {
        if field == WEBHOOK_URL.name {
            texts::webhooks::url_needed()
        } else {
            texts::webhooks::topics_needed()
        }
    })
}

/// Why it was not done, and what to do.
pub(super) fn refused(error: &ApiError) -> String {
    let told = error.problem().and_then(|problem| match problem.code {
        ProblemCode::WebhooksFull => Some(texts::webhooks::full()),
        ProblemCode::VersionConflict => Some(texts::webhooks::overtaken()),
        ProblemCode::NotNow => Some(texts::webhooks::is_off()),
        ProblemCode::NotFound => Some(texts::webhooks::gone()),
        _ => None,
    });
    told.map_or_else(|| not_done(error), str::to_owned)
}
