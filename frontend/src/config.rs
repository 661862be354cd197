//! Where sign-in and API are, told by the server that serves the application.

use gloo_net::http::Request;
pub use guildhall_contract::client_config::ClientConfig as Config;

/// Asks the server for `/config.json`.
///
/// # Errors
/// When it cannot be reached, or answers something else.
pub async fn load() -> Result<Config, gloo_net::Error> {
    Request::get("/config.json").send().await?.json().await
}
