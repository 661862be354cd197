//! Tokens for programs, and the description of the API that they ask.

use guildhall_contract::api_tokens::{ApiTokenList, CreatedApiToken, NewApiTokenBody};
use guildhall_domain::ids::ApiTokenId;
use serde_json::{Map, Value};

use super::{Api, ApiError, Call};

const TOKENS: &str = "/organisation/tokens";

/// The organisation's tokens.
///
/// # Errors
/// As [`Api::call`].
pub async fn list(api: Api) -> Result<ApiTokenList, ApiError> {
    api.get(TOKENS.to_owned()).await
}

/// Makes a token. The answer is the only one that holds what it is presented with.
///
/// # Errors
/// As [`Api::call`].
pub async fn create(api: Api, body: &NewApiTokenBody) -> Result<CreatedApiToken, ApiError> {
    api.call(Call::post(TOKENS, body)).await?.read()
}

/// Revokes a token.
///
/// # Errors
/// As [`Api::call`].
pub async fn revoke(api: Api, id: &ApiTokenId) -> Result<(), ApiError> {
    api.call(Call::post(format!("{TOKENS}/{id}/revoke"), &Map::new())).await.map(drop)
}

/// The API's own description (OpenAPI).
///
/// # Errors
/// As [`Api::call`].
pub async fn description(api: Api) -> Result<Value, ApiError> {
    api.call(Call::public("/openapi.json")).await?.read()
}
