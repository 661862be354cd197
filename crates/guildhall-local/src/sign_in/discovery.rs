//! What a client learns about the provider.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use serde_json::json;

use super::{SignIn, texts};
use crate::config::json_answer;

/// `/.well-known/openid-configuration`.
pub(super) async fn configuration(State(sign_in): State<Arc<SignIn>>) -> Response {
    let issuer = sign_in.issuer();
    let document = json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/authorize"),
        "token_endpoint": format!("{issuer}/token"),
        "revocation_endpoint": format!("{issuer}/revoke"),
        "end_session_endpoint": format!("{issuer}/logout"),
        "jwks_uri": format!("{issuer}/jwks.json"),
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": ["authorization_code", "refresh_token"],
        "code_challenge_methods_supported": ["S256"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "token_endpoint_auth_methods_supported": ["none"],
        "scopes_supported": ["openid"],
        "ui_locales_supported": texts::LANGUAGES,
        "claims_supported": [
            "sub", "name", "email", "guildhall_role", "guildhall_org", "guildhall_org_name",
            "guildhall_org_since", "guildhall_org_standing",
        ],
    });
    json_answer(StatusCode::OK, &document)
}

/// `/jwks.json`.
pub(super) async fn keys(State(sign_in): State<Arc<SignIn>>) -> Response {
    json_answer(StatusCode::OK, &sign_in.key.key_set())
}
