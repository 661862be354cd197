//! What the tokens say of a person, in the form that Cognito gives them.

use chrono::{DateTime, Utc};
use guildhall_domain::actor::Role;
use serde_json::{Value, json};

use crate::people::Person;
use crate::{CLIENT_ID, random};

/// How long access and ID tokens hold, in seconds.
pub(super) const LIFETIME: i64 = 3600;

/// The access token: what the API accepts.
pub(super) fn access(person: &Person, issuer: &str, now: DateTime<Utc>) -> Value {
    let mut claims = common(person, issuer, "access", now);
    claims["client_id"] = json!(CLIENT_ID);
    claims["scope"] = json!("openid");
    claims
}

/// The ID token: who signed in, for the client's own eyes.
pub(super) fn id(person: &Person, issuer: &str, nonce: Option<&str>, now: DateTime<Utc>) -> Value {
    let mut claims = common(person, issuer, "id", now);
    claims["aud"] = json!(CLIENT_ID);
    claims["email_verified"] = json!(true);
    if let Some(nonce) = nonce {
        claims["nonce"] = json!(nonce);
    }
    claims
}

fn common(person: &Person, issuer: &str, token_use: &str, now: DateTime<Utc>) -> Value {
    let mut claims = json!({
        "iss": issuer,
        "sub": person.id,
        "token_use": token_use,
        "auth_time": now.timestamp(),
        "iat": now.timestamp(),
        "exp": now.timestamp() + LIFETIME,
        "jti": random::token(),
        "name": person.name,
        "email": person.email,
        "guildhall_role": role(person.role),
    });
    if let Some(organisation) = person.organisation {
        claims["guildhall_org"] = json!(organisation.id);
        claims["guildhall_org_name"] = json!(organisation.name);
        claims["guildhall_org_since"] = json!(organisation.since);
        claims["guildhall_org_standing"] = json!(organisation.standing);
    }
    claims
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Merchant => "merchant",
        Role::PartnerViewer => "partner_viewer",
        Role::PartnerMember => "partner_member",
        Role::PartnerOwner => "partner_owner",
        Role::Rep => "rep",
        Role::SalesManager => "sales_manager",
        Role::ProgramAdmin => "program_admin",
        Role::System => "system",
    }
}
