//! Tokens for programs of a partner, as its owners see, make and revoke them.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use guildhall_domain::api_token::{ApiToken, ApiTokens, MOST_TOKENS, Scope};
use guildhall_domain::ids::ApiTokenId;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::fields::{FieldCode, FieldError, FieldKind, FieldRule, Need, Reader};

/// What a token is called.
pub const TOKEN_NAME: FieldRule =
    FieldRule { name: "name", kind: FieldKind::Line { max: 60 }, need: Need::Required };

/// The last day on which a token is good.
pub const TOKEN_EXPIRY: FieldRule =
    FieldRule { name: "expires_on", kind: FieldKind::Line { max: 10 }, need: Need::Optional };

/// What a token may be used for.
pub const TOKEN_SCOPES: &str = "scopes";

/// The tokens of an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ApiTokenList {
    /// The newest first, expired ones among them.
    pub tokens: Vec<ApiTokenEntry>,
    /// How many there may be.
    pub places: usize,
    /// Whether the caller may make another one: not while the organisation is suspended.
    pub may_create: bool,
}

/// A token, without what it is presented with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ApiTokenEntry {
    /// Its id, which its text begins with.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: ApiTokenId,
    /// What it is called.
    pub name: String,
    /// What it may be used for.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<Scope>))]
    pub scopes: Vec<Scope>,
    /// Who made it.
    pub created_by: String,
    /// When.
    pub created_at: DateTime<Utc>,
    /// From when on it is good for nothing; `null` if it does not expire.
    pub expires_at: Option<DateTime<Utc>>,
    /// Whether its time is over.
    pub has_expired: bool,
    /// When it was used last; `null` if it was not for more than a year.
    pub used_at: Option<DateTime<Utc>>,
}

/// A token to make.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewApiTokenBody {
    /// What to call it; it stands under whatever the token does. 60 characters.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 60))]
    pub name: String,
    /// What it may be used for: at least one.
    #[cfg_attr(feature = "openapi", schema(min_items = 1))]
    pub scopes: Vec<Scope>,
    /// The last day on which it is good, as `YYYY-MM-DD` (UTC); it does not expire if that is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_on: Option<NaiveDate>,
}

/// A token that was just made.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CreatedApiToken {
    /// The token.
    pub token: ApiTokenEntry,
    /// What it is presented with, as `Authorization: Bearer ghp_...`. It is not kept and cannot be shown again.
    pub secret: String,
}

/// Shows nothing of the secret.
impl std::fmt::Debug for CreatedApiToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CreatedApiToken").field("token", &self.token).finish_non_exhaustive()
    }
}

impl ApiTokenEntry {
    /// A token as it stands at a moment.
    #[must_use]
    pub fn new(token: &ApiToken, used_at: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Self {
        Self {
            id: token.id.clone(),
            name: token.name.clone(),
            scopes: token.scopes.iter().copied().collect(),
            created_by: token.created_by.name.clone(),
            created_at: token.created_at,
            expires_at: token.expires_at,
            has_expired: token.has_expired(now),
            used_at,
        }
    }
}

impl ApiTokenList {
    /// The tokens as they stand at a moment.
    #[must_use]
    pub fn new(
        tokens: &ApiTokens,
        used: &HashMap<ApiTokenId, DateTime<Utc>>,
        may_create: bool,
        now: DateTime<Utc>,
    ) -> Self {
        let entry = |token: &ApiToken| ApiTokenEntry::new(token, used.get(&token.id).copied(), now);
        Self { tokens: tokens.all().iter().rev().map(entry).collect(), places: MOST_TOKENS, may_create }
    }
}

impl NewApiTokenBody {
    /// From when on it is good for nothing: the day after its last one begins then.
    #[must_use]
    pub fn expires_at(&self) -> Option<DateTime<Utc>> {
        let after = self.expires_on.and_then(|day| day.succ_opt());
        after.map(|day| day.and_time(NaiveTime::MIN).and_utc())
    }
}

/// Reads a token to make.
///
/// # Errors
/// Everything that is wrong with it, one entry per field.
pub fn read_new_api_token(
    body: &Map<String, Value>,
    now: DateTime<Utc>,
) -> Result<NewApiTokenBody, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let name = reader.text(&TOKEN_NAME);
    let scopes = reader.choices(TOKEN_SCOPES, Scope::ALL.len(), FieldCode::ChoiceUnknown, Scope::by_slug);
    let expires_on = reader.text(&TOKEN_EXPIRY).map(|text| read_expiry(&text, now));
    if expires_on == Some(None) {
        let today = now.date_naive();
        reader.refuse(FieldError::field(TOKEN_EXPIRY.name, FieldCode::DateInvalid).with("min", today));
    }
    let errors = reader.finish();
    let names_none = scopes.is_empty() && !errors.iter().any(|error| error.is_within("/scopes"));
    let none = names_none.then(|| FieldError::field(TOKEN_SCOPES, FieldCode::Required));
    let errors: Vec<_> = errors.into_iter().chain(none).collect();
    match name {
        Some(name) if errors.is_empty() => {
            Ok(NewApiTokenBody { name, scopes, expires_on: expires_on.flatten() })
        }
        _ => Err(errors),
    }
}

/// A day that is not over. Only one spelling is read: `2026-1-1` and `+02026-01-01` are not.
fn read_expiry(text: &str, now: DateTime<Utc>) -> Option<NaiveDate> {
    let day: NaiveDate = text.parse().ok()?;
    (day.to_string() == text && day >= now.date_naive()).then_some(day)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(body: Value) -> Result<NewApiTokenBody, Vec<(String, FieldCode)>> {
        let now = "2026-11-22T09:00:00Z".parse().unwrap();
        read_new_api_token(body.as_object().unwrap(), now).map_err(|errors| {
            errors.into_iter().map(|error| (error.pointer.unwrap_or_default(), error.code)).collect()
        })
    }

    fn at(pointer: &str, code: FieldCode) -> (String, FieldCode) {
        (pointer.to_owned(), code)
    }

    #[test]
    fn a_token_has_a_name_and_is_for_something() {
        let body = read(json!({ "name": " CRM ", "scopes": ["leads:read", "leads:read", "leads:write"] }));
        let body = body.unwrap();
        assert_eq!((body.name.as_str(), body.scopes), ("CRM", vec![Scope::LeadsRead, Scope::LeadsWrite]));
        let wrong = json!({ "name": "", "scopes": [], "org": "other" });
        assert_eq!(
            read(wrong).unwrap_err(),
            [
                at("/name", FieldCode::Required),
                at("/org", FieldCode::Unknown),
                at("/scopes", FieldCode::Required)
            ]
        );
        let wrong = json!({ "name": "a", "scopes": ["leads:read", "members:write"] });
        assert_eq!(read(wrong).unwrap_err(), [at("/scopes/1", FieldCode::ChoiceUnknown)]);
        let wrong = json!({ "name": "a", "scopes": "leads:read" });
        assert_eq!(read(wrong).unwrap_err(), [at("/scopes", FieldCode::WrongKind)]);
        let wrong = json!({ "name": "a", "scopes": vec!["leads:read"; Scope::ALL.len() + 1] });
        assert_eq!(read(wrong).unwrap_err(), [at("/scopes", FieldCode::TooMany)]);
    }

    #[test]
    fn it_is_good_until_its_last_day_is_over() {
        let with = |day: &str| read(json!({ "name": "a", "scopes": ["leads:read"], "expires_on": day }));
        let body = with("2026-11-22").unwrap();
        assert_eq!(body.expires_at(), Some("2026-11-23T00:00:00Z".parse().unwrap()));
        assert_eq!(with("").unwrap().expires_at(), None);
        for day in ["2026-11-21", "soon", "2026-11-31", "22/11/2026", "2026-1-1"] {
            assert_eq!(with(day).unwrap_err(), [at("/expires_on", FieldCode::DateInvalid)], "{day}");
        }
    }

    #[test]
    fn what_a_token_is_presented_with_is_not_shown() {
        let now: DateTime<Utc> = "2026-11-22T09:00:00Z".parse().unwrap();
        let token = ApiTokenEntry {
            id: "acme.00000000000000000000000000000001".parse().unwrap(),
            name: "CRM".to_owned(),
            scopes: vec![Scope::LeadsRead],
            created_by: "Anna".to_owned(),
            created_at: now,
            expires_at: None,
            has_expired: false,
            used_at: None,
        };
        let shown = format!("{:?}", CreatedApiToken { token, secret: "ghp_x".to_owned() });
        assert!(!shown.contains("ghp_"), "{shown}");
    }
}
