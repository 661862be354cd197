//! Webhooks of one's own organisation.

use guildhall_contract::webhooks::{
    NewWebhook, WebhookBody, WebhookChangeBody, WebhookDeliveries, WebhookDelivery, WebhookList,
};
use guildhall_domain::webhook::{HookDeliveryId, HookId};
use serde_json::Map;

use super::{Api, ApiError, Call};

/// The endpoints.
///
/// # Errors
/// As [`Api::call`].
pub async fn list(api: Api) -> Result<WebhookList, ApiError> {
    api.get("/organisation/webhooks".to_owned()).await
}

/// Adds an endpoint; the answer holds its secret.
///
/// # Errors
/// As [`Api::call`].
pub async fn add(api: Api, body: &WebhookBody) -> Result<NewWebhook, ApiError> {
    api.call(Call::post("/organisation/webhooks", body)).await?.read()
}

/// Changes an endpoint over the version of the list that was seen.
///
/// # Errors
/// As [`Api::call`].
pub async fn save(
    api: Api,
    id: HookId,
    body: &WebhookChangeBody,
    seen: u64,
) -> Result<WebhookList, ApiError> {
    api.call(Call::put(format!("/organisation/webhooks/{id}"), body).seen(seen)).await?.read()
}

/// Removes an endpoint.
///
/// # Errors
/// As [`Api::call`].
pub async fn remove(api: Api, id: HookId) -> Result<(), ApiError> {
    api.call(Call::post(format!("/organisation/webhooks/{id}/remove"), &Map::new())).await.map(drop)
}

/// Has a test sent to an endpoint.
///
/// # Errors
/// As [`Api::call`].
pub async fn test(api: Api, id: HookId) -> Result<WebhookDelivery, ApiError> {
    api.call(Call::post(format!("/organisation/webhooks/{id}/test"), &Map::new())).await?.read()
}

/// What was delivered to an endpoint, before a delivery if one is given.
///
/// # Errors
/// As [`Api::call`].
pub async fn log(
    api: Api,
    id: HookId,
    before: Option<HookDeliveryId>,
) -> Result<WebhookDeliveries, ApiError> {
    let query = before.map(|before| format!("?before={before}")).unwrap_or_default();
    api.get(format!("/organisation/webhooks/{id}/deliveries{query}")).await
}

/// Has a delivery sent once more.
///
/// # Errors
/// As [`Api::call`].
pub async fn replay(api: Api, id: HookId, delivery: HookDeliveryId) -> Result<WebhookDelivery, ApiError> {
    let path = format!("/organisation/webhooks/{id}/deliveries/{delivery}/replay");
    api.call(Call::post(path, &Map::new())).await?.read()
}
