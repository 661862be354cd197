//! The sign-in of the one-machine system: an OpenID Connect provider of the form that Cognito has,
//! with authorization code and PKCE, where you choose who you are instead of typing a password.

mod authorize;
mod chooser;
mod claims;
mod codes;
mod discovery;
mod keys;
mod logout;
mod request;
mod sessions;
mod texts;
mod token;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};
use chrono::{DateTime, Utc};
use serde_json::Value;

pub(crate) use codes::challenge_of;
pub(crate) use keys::{OwnKey, SigningKey};
pub(crate) use sessions::Sessions;
pub(crate) use texts::Language;

use codes::Codes;

/// What the sign-in knows.
pub(crate) struct SignIn {
    /// As `http://127.0.0.1:8080`.
    origin: String,
    key: Arc<SigningKey>,
    codes: Codes,
    sessions: Sessions,
}

impl SignIn {
    pub(crate) fn new(origin: &str, key: Arc<SigningKey>, sessions: Sessions) -> Self {
        Self { origin: origin.to_owned(), key, codes: Codes::default(), sessions }
    }

    /// The issuer of every token.
    pub(crate) fn issuer(&self) -> String {
        format!("{}/auth", self.origin)
    }

    /// Signs claims of the caller's choice with the key in use.
    pub(crate) fn sign(&self, claims: &Value) -> String {
        self.key.sign(claims)
    }
}

/// The routes of the sign-in.
pub(crate) fn routes(sign_in: Arc<SignIn>) -> Router {
    Router::new()
        .route("/auth/.well-known/openid-configuration", get(discovery::configuration))
        .route("/auth/jwks.json", get(discovery::keys))
        .route("/auth/authorize", get(authorize::show).post(authorize::choose))
        .route("/auth/sign-in.css", get(chooser::stylesheet))
        .route("/auth/token", post(token::exchange))
        .route("/auth/revoke", post(token::revoke))
        .route("/auth/logout", get(logout::leave))
        .with_state(sign_in)
}

/// Tokens, codes and sessions live by the machine's clock: moving the business clock signs nobody out.
fn machine_time() -> DateTime<Utc> {
    std::time::SystemTime::now().into()
}
