//! What the tokens say of somebody, in the form that Cognito gives them: its own claims, and those that the function
//! behind the sign-in adds.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::users::User;
use crate::{CLIENT_ID, random};

/// How long access and ID tokens hold, in seconds.
pub(super) const LIFETIME: i64 = 3600;

/// What Cognito asks the function before it makes tokens. All attributes are texts there.
pub(super) fn event(user: &User) -> Value {
    json!({
        "version": "2",
        "triggerSource": "TokenGeneration_HostedAuth",
        "userName": user.id,
        "callerContext": { "clientId": CLIENT_ID },
        "request": {
            "userAttributes": {
                "sub": user.id, "name": user.name, "email": user.email, "email_verified": "true",
            },
            "scopes": ["openid"],
        },
        "response": { "claimsAndScopeOverrideDetails": null },
    })
}

/// The tokens of one sign-in.
pub(super) struct Tokens<'a> {
    pub(super) user: &'a User,
    pub(super) issuer: &'a str,
    pub(super) now: DateTime<Utc>,
    /// The event as the function gave it back.
    pub(super) generated: &'a Value,
}

impl Tokens<'_> {
    /// The access token: what the API accepts. Of a person's attributes it holds only what the function adds.
    pub(super) fn access(&self) -> Value {
        let mut claims = self.common("access");
        claims["client_id"] = json!(CLIENT_ID);
        claims["scope"] = json!("openid");
        self.add(claims, "accessTokenGeneration")
    }

    /// The ID token: who signed in, for the client's own eyes.
    pub(super) fn id(&self, nonce: Option<&str>) -> Value {
        let mut claims = self.common("id");
        claims["aud"] = json!(CLIENT_ID);
        claims["name"] = json!(self.user.name);
        claims["email"] = json!(self.user.email);
        claims["email_verified"] = json!(true);
        if let Some(nonce) = nonce {
            claims["nonce"] = json!(nonce);
        }
        self.add(claims, "idTokenGeneration")
    }

    fn common(&self, token_use: &str) -> Value {
        json!({
            "iss": self.issuer,
            "sub": self.user.id,
            "token_use": token_use,
            "auth_time": self.now.timestamp(),
            "iat": self.now.timestamp(),
            "exp": self.now.timestamp() + LIFETIME,
            "jti": random::token(),
        })
    }

    fn add(&self, mut claims: Value, token: &str) -> Value {
        let details = &self.generated["response"]["claimsAndScopeOverrideDetails"][token];
        for (name, value) in details["claimsToAddOrOverride"].as_object().into_iter().flatten() {
            claims[name] = value.clone();
        }
        claims
    }
}
