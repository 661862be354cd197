//! A partner's move from the marketplace.

use guildhall_contract::moving::{
    GoingOnPage, GoingOnQuery, MoveAction, Moving, ToolsEntry, write_going_on_query,
};
use serde_json::{Map, Value};

use super::{Api, ApiError, Call};
use crate::browser;

/// How far one's organisation is.
///
/// # Errors
/// As [`Api::call`].
pub async fn show(api: Api) -> Result<Moving, ApiError> {
    api.get("/move".to_owned()).await
}

/// A page of the customers whose jobs go on.
///
/// # Errors
/// As [`Api::call`].
pub async fn customers(api: Api, query: &GoingOnQuery) -> Result<GoingOnPage, ApiError> {
    api.get(format!("/move/customers?{}", written(query))).await
}

/// Saves the tools over the revision that was seen; 0 is none.
///
/// # Errors
/// As [`Api::call`].
pub async fn save_tools(api: Api, body: &Map<String, Value>, seen: u64) -> Result<ToolsEntry, ApiError> {
    api.call(Call::put("/move/tools", body).seen(seen)).await?.read()
}

/// Ticks something off, or takes a tick back.
///
/// # Errors
/// As [`Api::call`].
pub async fn act(api: Api, action: &MoveAction) -> Result<Moving, ApiError> {
    api.call(Call::post("/move/actions", action)).await?.read()
}

/// The query of an address or of a request.
#[must_use]
pub fn written(query: &GoingOnQuery) -> String {
    let pairs = write_going_on_query(query);
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
    browser::query(&pairs)
}
