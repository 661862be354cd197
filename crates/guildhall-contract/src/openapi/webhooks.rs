//! Webhooks.

use crate::webhooks::{
    NewWebhook, WebhookBody, WebhookChangeBody, WebhookDeliveries, WebhookDelivery, WebhookList,
};
use guildhall_domain::webhook::HookPayload;

/// The endpoints of one's organisation: for owners
#[utoipa::path(
    get, path = "/api/v1/organisation/webhooks", tag = "webhooks", operation_id = "list_webhooks", security(("bearer" = [])),
    responses((status = 200, description = "The endpoints; `ETag` holds the version of the list", body = WebhookList))
)]
pub(super) fn list_webhooks() {}

/// Add an endpoint: for owners
///
/// The answer holds the secret that deliveries are signed with, and nothing else ever will. Each delivery is a `POST` of
/// JSON with the headers `Guildhall-Delivery` (its id, the same for every attempt), `Guildhall-Topic` and
/// `Guildhall-Signature: t=<seconds>,v1=<hex>`, where `v1` is HMAC-SHA-256 of `<seconds>.<body>` with the secret as key.
/// Compare it in constant time, and refuse what is older than five minutes. Anything but a 2xx within 10 seconds is
/// tried again after 1 and 5 minutes, half an hour, 2, 6, 12 and 24 hours. After 20 failures in a row over a day or
/// more, the endpoint is switched off.
#[utoipa::path(
    post, path = "/api/v1/organisation/webhooks", tag = "webhooks", operation_id = "add_webhook", security(("bearer" = [])),
    request_body = WebhookBody,
    responses((status = 201, description = "The endpoint and its secret", body = NewWebhook))
)]
pub(super) fn add_webhook() {}

/// Change an endpoint, or switch it on or off: for owners
#[utoipa::path(
    put, path = "/api/v1/organisation/webhooks/{webhook_id}", tag = "webhooks", operation_id = "change_webhook", security(("bearer" = [])),
    params(
        ("webhook_id" = String, Path, description = "The endpoint's id"),
        ("If-Match" = String, Header, description = "The version of the list that was seen")
    ),
    request_body = WebhookChangeBody,
    responses((status = 200, description = "The endpoints as they are now", body = WebhookList))
)]
pub(super) fn change_webhook() {}

/// Remove an endpoint: for owners
#[utoipa::path(
    post, path = "/api/v1/organisation/webhooks/{webhook_id}/remove", tag = "webhooks", operation_id = "remove_webhook", security(("bearer" = [])),
    params(("webhook_id" = String, Path, description = "The endpoint's id")),
    responses((status = 204, description = "It is told of nothing any more"))
)]
pub(super) fn remove_webhook() {}

/// Send a test to an endpoint: for owners
///
/// It is sent within a minute or so; the log says what became of it. Thirty at once, then one a minute, together with
/// what is sent once more.
#[utoipa::path(
    post, path = "/api/v1/organisation/webhooks/{webhook_id}/test", tag = "webhooks", operation_id = "test_webhook", security(("bearer" = [])),
    params(("webhook_id" = String, Path, description = "The endpoint's id")),
    responses((status = 200, description = "The delivery, which waits", body = WebhookDelivery))
)]
pub(super) fn test_webhook() {}

/// What was delivered to an endpoint in the last 30 days, the newest first: for owners
#[utoipa::path(
    get, path = "/api/v1/organisation/webhooks/{webhook_id}/deliveries", tag = "webhooks", operation_id = "list_webhook_deliveries", security(("bearer" = [])),
    params(
        ("webhook_id" = String, Path, description = "The endpoint's id"),
        ("before" = Option<String>, Query, description = "What the page before gave as `next`")
    ),
    responses((status = 200, description = "25 deliveries", body = WebhookDeliveries))
)]
pub(super) fn list_webhook_deliveries() {}

/// Send a delivery once more: for owners
///
/// The same bytes under the same id, signed anew.
#[utoipa::path(
    post, path = "/api/v1/organisation/webhooks/{webhook_id}/deliveries/{delivery_id}/replay", tag = "webhooks", operation_id = "replay_webhook_delivery", security(("bearer" = [])),
    params(
        ("webhook_id" = String, Path, description = "The endpoint's id"),
        ("delivery_id" = String, Path, description = "The delivery's id")
    ),
    responses((status = 200, description = "The delivery, which waits", body = WebhookDelivery))
)]
pub(super) fn replay_webhook_delivery() {}

/// What is posted to endpoints; no operation of this API names it.
pub(super) type Payload = HookPayload;
