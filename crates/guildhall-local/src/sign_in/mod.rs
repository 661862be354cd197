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
mod users;

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};
use chrono::{DateTime, Utc};
use serde_json::Value;
use token_claims::TokenClaims;

pub(crate) use codes::challenge_of;
pub(crate) use keys::{OwnKey, SigningKey};
pub(crate) use sessions::Sessions;
pub(crate) use texts::Language;
pub(crate) use users::Users;

use crate::CLIENT_ID;

use codes::Codes;

/// What the sign-in knows.
pub(crate) struct SignIn {
    /// As `http://127.0.0.1:8080`.
    origin: String,
    key: Arc<SigningKey>,
    codes: Codes,
    sessions: Sessions,
    users: Users,
    /// The function that Cognito asks before it makes a token.
    claims: TokenClaims,
}

impl SignIn {
    pub(crate) fn new(
        origin: &str,
        key: Arc<SigningKey>,
        sessions: Sessions,
        users: Users,
        claims: TokenClaims,
    ) -> Self {
        Self { origin: origin.to_owned(), key, codes: Codes::default(), sessions, users, claims }
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

/// The names under which the template knows its user pool and its client, with this sign-in in their place.
pub(crate) fn in_the_template(issuer: &str) -> BTreeMap<&'static str, String> {
    BTreeMap::from([("Users.ProviderURL", issuer.to_owned()), ("WebClient", CLIENT_ID.to_owned())])
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
