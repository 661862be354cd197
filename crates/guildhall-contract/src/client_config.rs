//! `/config.json`: what the application must know before it can sign anybody in. In AWS the deployment writes it beside
//! the application; on one machine the server answers with it.

use serde::{Deserialize, Serialize};

/// Where sign-in and API are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClientConfig {
    /// The identifier under which the sign-in knows the application.
    pub client_id: String,
    /// Where a person signs in.
    pub authorize_url: String,
    /// Where a code becomes tokens.
    pub token_url: String,
    /// Where a refresh token is given up.
    pub revoke_url: String,
    /// Where a person signs out.
    pub logout_url: String,
    /// Where the API begins, on the application's own origin: `/api/v1`.
    pub api: String,
}
