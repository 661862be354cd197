//! Where sign-in and API are, told by the server that serves the application.

use gloo_net::http::Request;
use serde::Deserialize;

/// `/config.json`.
#[derive(Debug, Clone, Deserialize)]
pub struct Config {
    /// The identifier under which the sign-in knows this application.
    pub client_id: String,
    /// Where a person signs in.
    pub authorize_url: String,
    /// Where a code becomes tokens.
    pub token_url: String,
    /// Where a person signs out.
    pub logout_url: String,
    /// Where the API begins.
    pub api: String,
}

impl Config {
    /// Asks the server.
    ///
    /// # Errors
    /// When it cannot be reached, or answers something else.
    pub async fn load() -> Result<Self, gloo_net::Error> {
        Request::get("/config.json").send().await?.json().await
    }
}
