//! The sales team, for its managers.

use guildhall_contract::sales::{DeskEntry, RosterEntry, RoutingAnswer, SalesTeam};
use guildhall_domain::ids::UserId;
use guildhall_domain::lead::Product;
use serde_json::{Map, Value};

use super::{Api, ApiError, Call};
use crate::browser;

/// The whole team.
///
/// # Errors
/// As [`Api::call`].
pub async fn team(api: Api) -> Result<SalesTeam, ApiError> {
    api.get("/sales/desk".to_owned()).await
}

/// Saves a representative over the revision that was seen; `None` adds one.
///
/// # Errors
/// As [`Api::call`].
pub async fn save(
    api: Api,
    id: &UserId,
    body: &Map<String, Value>,
    seen: Option<u64>,
) -> Result<RosterEntry, ApiError> {
    let id = String::from(js_sys::encode_uri_component(id.as_str()));
    let call = Call::put(format!("/sales/representatives/{id}"), body);
    let call = match seen {
        Some(seen) => call.seen(seen),
        None => call.with("if-none-match", "*"),
    };
    api.call(call).await?.read()
}

/// Saves the desk over the revision that was seen; 0 is none.
///
/// # Errors
/// As [`Api::call`].
pub async fn save_desk(api: Api, body: &Map<String, Value>, seen: u64) -> Result<DeskEntry, ApiError> {
    api.call(Call::put("/sales/desk", body).seen(seen)).await?.read()
}

/// Who would get a new lead.
///
/// # Errors
/// As [`Api::call`].
pub async fn routing(api: Api, product: Product, country: &str) -> Result<RoutingAnswer, ApiError> {
    let query = browser::query(&[("product", product.code()), ("country", country)]);
    api.get(format!("/sales/routing?{query}")).await
}
