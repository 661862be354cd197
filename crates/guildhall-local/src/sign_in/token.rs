//! The token endpoint: codes and refresh tokens in, tokens out. And its opposite, revocation.

use std::sync::Arc;

use axum::Form;
use axum::extract::State;
use axum::extract::rejection::FormRejection;
use axum::response::Response;
use http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::codes::CodeError;
use super::{SignIn, claims, machine_time};
use crate::config::json_answer;
use crate::people::Person;
use crate::{CLIENT_ID, random};

/// The form as it comes.
#[derive(Default, Deserialize)]
pub(super) struct Fields {
    grant_type: Option<String>,
    client_id: Option<String>,
    code: Option<String>,
    redirect_uri: Option<String>,
    code_verifier: Option<String>,
    refresh_token: Option<String>,
    token: Option<String>,
}

/// An OAuth error code and what it means here.
type Refusal = (&'static str, &'static str);

/// `POST /token`.
pub(super) async fn exchange(
    State(sign_in): State<Arc<SignIn>>,
    form: Result<Form<Fields>, FormRejection>,
) -> Response {
    let tokens = fields(form).and_then(|fields| match fields.grant_type.as_deref() {
        Some("authorization_code") => by_code(&sign_in, &fields),
        Some("refresh_token") => by_refresh_token(&sign_in, &fields),
        _ => Err(("unsupported_grant_type", "grant_type must be authorization_code or refresh_token")),
    });
    match tokens {
        Ok(tokens) => json_answer(StatusCode::OK, &tokens),
        Err(refusal) => refuse(refusal),
    }
}

/// `POST /revoke`: ends the session of a refresh token. An unknown token is no error (RFC 7009).
pub(super) async fn revoke(
    State(sign_in): State<Arc<SignIn>>,
    form: Result<Form<Fields>, FormRejection>,
) -> Response {
    match fields(form).and_then(|fields| fields.token.ok_or(("invalid_request", "token is missing"))) {
        Ok(token) => {
            sign_in.sessions.end_by_token(&token);
            json_answer(StatusCode::OK, &json!({}))
        }
        Err(refusal) => refuse(refusal),
    }
}

fn fields(form: Result<Form<Fields>, FormRejection>) -> Result<Fields, Refusal> {
    let Form(fields) = form.map_err(|_| ("invalid_request", "send a form, each field once"))?;
    if fields.client_id.as_deref() != Some(CLIENT_ID) {
        return Err(("invalid_client", "client_id is not known"));
    }
    Ok(fields)
}

fn by_code(sign_in: &SignIn, fields: &Fields) -> Result<Value, Refusal> {
    let (Some(code), Some(address), Some(verifier)) =
        (&fields.code, &fields.redirect_uri, &fields.code_verifier)
    else {
        return Err(("invalid_request", "code, redirect_uri and code_verifier are needed"));
    };
    let (session, now) = (random::request_id(), machine_time());
    let grant = sign_in.codes.spend(code, address, verifier, &session, now).map_err(|error| {
        if let CodeError::Reused { session } = error {
            sign_in.sessions.end(&session);
        }
        ("invalid_grant", "the code is unknown, used, expired, or another client's")
    })?;
    let refresh_token = sign_in.sessions.begin(&session, grant.person, now);
    let mut answer = tokens(sign_in, grant.person, grant.nonce.as_deref());
    answer["refresh_token"] = json!(refresh_token);
    Ok(answer)
}

fn by_refresh_token(sign_in: &SignIn, fields: &Fields) -> Result<Value, Refusal> {
    let token = fields.refresh_token.as_deref().ok_or(("invalid_request", "refresh_token is missing"))?;
    let (person, next) = sign_in
        .sessions
        .refresh(token, machine_time())
        .ok_or(("invalid_grant", "the refresh token is unknown, used or expired"))?;
    let mut answer = tokens(sign_in, person, None);
    answer["refresh_token"] = json!(next);
    Ok(answer)
}

fn tokens(sign_in: &SignIn, person: &Person, nonce: Option<&str>) -> Value {
    let (issuer, now) = (sign_in.issuer(), machine_time());
    json!({
        "token_type": "Bearer",
        "expires_in": claims::LIFETIME,
        "scope": "openid",
        "access_token": sign_in.sign(&claims::access(person, &issuer, now)),
        "id_token": sign_in.sign(&claims::id(person, &issuer, nonce, now)),
    })
}

fn refuse((error, description): Refusal) -> Response {
    let body = json!({ "error": error, "error_description": description });
    json_answer(StatusCode::BAD_REQUEST, &body)
}
