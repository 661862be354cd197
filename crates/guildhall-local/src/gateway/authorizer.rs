//! The JWT authorizer, with the checks that API Gateway makes: signature, issuer, audience, times.
//!
//! As in AWS, an ID token for the same client passes here; that a bearer must be an access token is
//! checked by the functions' own edge.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use http::{HeaderMap, header};
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode, decode_header};
use serde_json::{Map, Value};

use super::template::Issuer;

/// The public keys that tokens are verified with, by key id.
pub(crate) trait KeySet: Send + Sync {
    /// The key with this id.
    fn key(&self, kid: &str) -> Option<&DecodingKey>;
}

/// Why a request is not let through; the words are API Gateway's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Denied {
    #[error("no bearer token")]
    Missing,
    #[error("the token is malformed, unsigned, or signed with an unknown key")]
    Signature,
    #[error("the token has expired or is not valid yet")]
    Time,
    #[error("the token is from another issuer")]
    Issuer,
    #[error("the token is for another audience")]
    Audience,
}

/// What a verified token says, as API Gateway hands it to a function.
pub(crate) type Claims = HashMap<String, String>;

/// Verifies bearer tokens against a set of keys.
pub(crate) struct TokenVerifier {
    keys: Box<dyn KeySet>,
}

impl TokenVerifier {
    pub(crate) fn new(keys: impl KeySet + 'static) -> Self {
        Self { keys: Box::new(keys) }
    }

    /// The claims of the request's token, if it holds.
    pub(crate) fn verify(
        &self,
        headers: &HeaderMap,
        authorizer: &Issuer,
        now: DateTime<Utc>,
    ) -> Result<Claims, Denied> {
        let token = bearer(headers)?;
        let claims = self.signed_claims(token)?;
        check_times(&claims, now.timestamp())?;
        if claims.get("iss").and_then(Value::as_str) != Some(&authorizer.issuer) {
            return Err(Denied::Issuer);
        }
        check_audience(&claims, &authorizer.audience)?;
        Ok(claims.iter().map(|(name, value)| (name.clone(), as_text(value))).collect())
    }

    fn signed_claims(&self, token: &str) -> Result<Map<String, Value>, Denied> {
        // The algorithm is ours to choose, never the token's: `none` and HMAC stop here.
        let kid = decode_header(token).ok().and_then(|header| header.kid).ok_or(Denied::Signature)?;
        let key = self.keys.key(&kid).ok_or(Denied::Signature)?;
        let mut validation = Validation::new(Algorithm::RS256);
        validation.required_spec_claims.clear();
        (validation.validate_exp, validation.validate_aud) = (false, false);
        decode(token, key, &validation).map(|token| token.claims).map_err(|_| Denied::Signature)
    }
}

fn bearer(headers: &HeaderMap) -> Result<&str, Denied> {
    let value = headers.get(header::AUTHORIZATION).ok_or(Denied::Missing)?;
    let value = value.to_str().map_err(|_| Denied::Signature)?.trim();
    // API Gateway takes the token with or without the scheme.
    let token = match value.split_once(' ') {
        None => value,
        Some((scheme, token)) if scheme.eq_ignore_ascii_case("bearer") => token.trim(),
        Some(_) => return Err(Denied::Missing),
    };
    if token.is_empty() { Err(Denied::Missing) } else { Ok(token) }
}

fn check_times(claims: &Map<String, Value>, now: i64) -> Result<(), Denied> {
    let time = |name| claims.get(name).and_then(Value::as_i64);
    let expires = time("exp").ok_or(Denied::Time)?;
    let begins = [time("nbf"), time("iat")].into_iter().flatten().all(|begin| begin <= now);
    if now < expires && begins { Ok(()) } else { Err(Denied::Time) }
}

/// `aud` decides; a token without one, as Cognito's access tokens are, is judged by `client_id`.
fn check_audience(claims: &Map<String, Value>, audience: &[String]) -> Result<(), Denied> {
    let is_meant = |value: &Value| value.as_str().is_some_and(|name| audience.iter().any(|a| a == name));
    let meant = match claims.get("aud") {
        Some(Value::Array(values)) => values.iter().any(is_meant),
        Some(value) => is_meant(value),
        None => claims.get("client_id").is_some_and(is_meant),
    };
    if meant { Ok(()) } else { Err(Denied::Audience) }
}

/// Every claim becomes text; a list becomes `[a b]`, which is why the claims of Guildhall are single.
fn as_text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(values) => {
            let texts: Vec<_> = values.iter().map(as_text).collect();
            format!("[{}]", texts.join(" "))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => value.to_string(),
    }
}
