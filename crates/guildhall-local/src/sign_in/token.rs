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
use super::users::User;
use super::{SignIn, claims, machine_time};
use crate::config::json_answer;
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
    match tokens(&sign_in, form).await {
        Ok(tokens) => json_answer(StatusCode::OK, &tokens),
        Err(refusal) => refuse(refusal),
    }
}

async fn tokens(sign_in: &SignIn, form: Result<Form<Fields>, FormRejection>) -> Result<Value, Refusal> {
    let fields = fields(form)?;
    match fields.grant_type.as_deref() {
        Some("authorization_code") => by_code(sign_in, &fields).await,
        Some("refresh_token") => by_refresh_token(sign_in, &fields).await,
        _ => Err(("unsupported_grant_type", "grant_type must be authorization_code or refresh_token")),
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

async fn by_code(sign_in: &SignIn, fields: &Fields) -> Result<Value, Refusal> {
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
    let mut answer = signed(sign_in, &grant.user, grant.nonce.as_deref()).await?;
    let refresh_token = sign_in.sessions.begin(&session, &grant.user.id, now);
    answer["refresh_token"] = json!(refresh_token);
    Ok(answer)
}

async fn by_refresh_token(sign_in: &SignIn, fields: &Fields) -> Result<Value, Refusal> {
    let token = fields.refresh_token.as_deref().ok_or(("invalid_request", "refresh_token is missing"))?;
    let renewed = sign_in.sessions.refresh(token, machine_time());
    let renewed = renewed.and_then(|(person, next)| Some((sign_in.users.find(&person)?, next)));
    let (user, next) = renewed.ok_or(("invalid_grant", "the refresh token is unknown, used or expired"))?;
    let mut answer = signed(sign_in, &user, None).await?;
    answer["refresh_token"] = json!(next);
    Ok(answer)
}

/// The tokens of somebody, with what the function behind the sign-in says of them; without its answer there are none.
async fn signed(sign_in: &SignIn, user: &User, nonce: Option<&str>) -> Result<Value, Refusal> {
    let (issuer, now) = (sign_in.issuer(), machine_time());
    let generated = sign_in.claims.answer(claims::event(user)).await.map_err(|error| {
        tracing::error!(%error, "there are no claims, so there is no token");
        ("temporarily_unavailable", "nobody knows what to say of this person")
    })?;
    let tokens = claims::Tokens { user, issuer: &issuer, now, generated: &generated };
    Ok(json!({
        "token_type": "Bearer",
        "expires_in": claims::LIFETIME,
        "scope": "openid",
        "access_token": sign_in.sign(&tokens.access()),
        "id_token": sign_in.sign(&tokens.id(nonce)),
    }))
}

fn refuse((error, description): Refusal) -> Response {
    let body = json!({ "error": error, "error_description": description });
    json_answer(StatusCode::BAD_REQUEST, &body)
}
