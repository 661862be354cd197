//! Webhooks of an organisation: its endpoints, and what was delivered to them.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use guildhall_domain::webhook::{
    Allowed, HookAttempt, HookDelivery, HookDeliveryId, HookId, HookState, HookStop, HookTopic, MOST, Target,
    Webhook, Webhooks,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::fields::{FieldCode, FieldError, FieldKind, FieldRule, Need, Reader};

/// How many deliveries a page of the log has.
pub const DELIVERIES_PAGE: usize = 25;

/// The address of an endpoint.
pub const WEBHOOK_URL: FieldRule = FieldRule {
    name: "url",
    kind: FieldKind::Line { max: guildhall_domain::webhook::URL_MAX },
    need: Need::Required,
};
const TOPICS: &str = "topics";
const ENABLED: FieldRule = FieldRule { name: "enabled", kind: FieldKind::Flag, need: Need::Optional };

/// The endpoints of an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WebhookList {
    /// The endpoints, oldest first.
    pub webhooks: Vec<WebhookEntry>,
    /// How many there may be.
    pub places: usize,
    /// One more with every change of any of them, for `If-Match`; 0 if there never was one.
    pub version: u64,
}

/// An endpoint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WebhookEntry {
    /// Its id: 32 hexadecimal digits.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: HookId,
    /// Where deliveries are posted to.
    pub url: String,
    /// What it is told of.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<HookTopic>))]
    pub topics: BTreeSet<HookTopic>,
    /// Whether it is told of anything.
    pub enabled: bool,
    /// Why not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stopped: Option<HookStop>,
    /// Since when there is it.
    pub created_at: DateTime<Utc>,
}

/// A further endpoint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WebhookBody {
    /// Where deliveries are posted to: `https`, port 443 or 8443, a host of the public internet.
    #[cfg_attr(feature = "openapi", schema(max_length = 500))]
    pub url: String,
    /// What it is to be told of; one at least.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<HookTopic>, min_items = 1))]
    pub topics: BTreeSet<HookTopic>,
}

/// An endpoint as it is to be from now on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WebhookChangeBody {
    /// Where deliveries are posted to.
    #[cfg_attr(feature = "openapi", schema(max_length = 500))]
    pub url: String,
    /// What it is to be told of; one at least.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<HookTopic>, min_items = 1))]
    pub topics: BTreeSet<HookTopic>,
    /// Whether it is to be told of anything; not, if it is left out.
    #[serde(default)]
    pub enabled: bool,
}

/// A further endpoint with its secret, which nobody is ever shown again.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewWebhook {
    /// The endpoint.
    pub webhook: WebhookEntry,
    /// What its deliveries are signed with.
    pub secret: String,
    /// The version of the list that it is in now.
    pub version: u64,
}

impl std::fmt::Debug for NewWebhook {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewWebhook").field("id", &self.webhook.id).finish_non_exhaustive()
    }
}

/// A page of what was delivered to an endpoint, the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WebhookDeliveries {
    /// The deliveries.
    pub deliveries: Vec<WebhookDelivery>,
    /// What to give as `before` for the next page; nothing on the last one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub next: Option<HookDeliveryId>,
}

/// Something that is delivered to an endpoint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WebhookDelivery {
    /// Its id, which receivers know it by.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: HookDeliveryId,
    /// What it tells of; nothing for a test.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<HookTopic>,
    /// When that happened.
    pub occurred_at: DateTime<Utc>,
    /// How it stands.
    pub state: HookState,
    /// When it is tried next, while it waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_at: Option<DateTime<Utc>>,
    /// The last attempts, oldest first.
    pub attempts: Vec<HookAttempt>,
    /// What is sent, byte for byte.
    pub body: String,
}

impl WebhookList {
    /// The endpoints at a revision.
    #[must_use]
    pub fn new(hooks: Webhooks, version: u64) -> Self {
        let webhooks = hooks.hooks.into_iter().map(WebhookEntry::from).collect();
        Self { webhooks, places: MOST, version }
    }
}

impl From<Webhook> for WebhookEntry {
    fn from(hook: Webhook) -> Self {
        let Webhook { id, url, topics, secret: _, created_at, stopped } = hook;
        Self { id, url, topics, enabled: stopped.is_none(), stopped, created_at }
    }
}

impl From<HookDelivery> for WebhookDelivery {
    fn from(delivery: HookDelivery) -> Self {
        let HookDelivery { id, topic, occurred_at, body, state, due_at, attempts, .. } = delivery;
        Self { id, topic, occurred_at, state, due_at, attempts, body }
    }
}

/// Reads a further endpoint; `allowed` are hosts that are let through whatever they are.
///
/// # Errors
/// Everything that is wrong with it, one entry per field.
pub fn read_webhook(body: &Map<String, Value>, allowed: &Allowed) -> Result<WebhookBody, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let (url, topics) = place_and_topics(&mut reader, allowed);
    let errors = reader.finish();
    match url {
        Some(url) if errors.is_empty() => Ok(WebhookBody { url, topics }),
        _ => Err(errors),
    }
}

/// Reads an endpoint as it is to be from now on.
///
/// # Errors
/// As [`read_webhook`].
pub fn read_webhook_change(
    body: &Map<String, Value>,
    allowed: &Allowed,
) -> Result<WebhookChangeBody, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let (url, topics) = place_and_topics(&mut reader, allowed);
    let enabled = reader.flag(&ENABLED);
    let errors = reader.finish();
    match url {
        Some(url) if errors.is_empty() => Ok(WebhookChangeBody { url, topics, enabled }),
        _ => Err(errors),
    }
}

fn place_and_topics(reader: &mut Reader<'_>, allowed: &Allowed) -> (Option<String>, BTreeSet<HookTopic>) {
    let url = reader.text(&WEBHOOK_URL);
    if let Some(Err(fault)) = url.as_deref().map(|url| Target::read(url, allowed)) {
        let error = FieldError::field(WEBHOOK_URL.name, FieldCode::EndpointInvalid);
        reader.refuse(error.with("fault", fault.code()));
    }
    let place = reader.pointer(TOPICS);
    let mut is_faulty = false;
    let topics = reader.list(TOPICS, HookTopic::ALL.len(), |value, place| {
        let topic = value.as_str().and_then(HookTopic::by_slug);
        is_faulty |= topic.is_none();
        topic.ok_or_else(|| vec![FieldError::at(place, FieldCode::ChoiceUnknown).with("allowed", offered())])
    });
    let is_list = reader.raw(TOPICS).is_none_or(|value| value.is_array() || value.is_null());
    let is_short =
        reader.raw(TOPICS).and_then(Value::as_array).is_none_or(|list| list.len() <= HookTopic::ALL.len());
    if topics.is_empty() && is_list && is_short && !is_faulty {
        reader.refuse(FieldError::at(place, FieldCode::Required));
    }
    (url, topics.into_iter().collect())
}

fn offered() -> String {
    HookTopic::ALL.iter().map(|topic| topic.slug()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn errors(body: &Value) -> Vec<(String, FieldCode)> {
        let read = read_webhook(body.as_object().unwrap(), &Allowed::nobody());
        let errors = read.err().unwrap_or_default();
        errors.into_iter().map(|error| (error.pointer.unwrap_or_default(), error.code)).collect()
    }

    #[test]
    fn an_endpoint_is_an_address_and_what_it_is_told_of() {
        let body = json!({ "url": "https://hooks.acme.com/a", "topics": ["lead.decided", "lead.decided"] });
        let read = read_webhook(body.as_object().unwrap(), &Allowed::nobody()).unwrap();
        assert_eq!(read.url, "https://hooks.acme.com/a");
        assert_eq!(read.topics, BTreeSet::from([HookTopic::LeadDecided]));
    }

    #[test]
    fn what_is_wrong_is_said_with_the_reason() {
        let at = |pointer: &str, code| (pointer.to_owned(), code);
        assert_eq!(
            errors(&json!({ "url": "https://127.0.0.1/", "topics": ["all"], "secret": "mine" })),
            [
                at("/url", FieldCode::EndpointInvalid),
                at("/topics/0", FieldCode::ChoiceUnknown),
                at("/secret", FieldCode::Unknown)
            ]
        );
        assert_eq!(errors(&json!({})), [at("/url", FieldCode::Required), at("/topics", FieldCode::Required)]);
        assert_eq!(
            errors(&json!({ "url": "https://acme.com", "topics": [] })),
            [at("/topics", FieldCode::Required)]
        );
        let body = json!({ "url": "https://10.0.0.1", "topics": ["lead.decided"] });
        let error = read_webhook(body.as_object().unwrap(), &Allowed::nobody()).unwrap_err().remove(0);
        assert_eq!(error.params["fault"], "private");
    }
}
