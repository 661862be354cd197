//! A token, and all those of an organisation.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Scope, SecretDigest};
use crate::actor::Signature;
use crate::ids::ApiTokenId;
use crate::limit::Limit;

/// The most tokens that an organisation has at a time, expired ones among them.
pub const MOST_TOKENS: usize = 20;

/// How often a token may be used: two minutes' worth at once, and one call a second in the long run.
pub const CALLS: Limit = Limit { scope: "token", burst: 120, interval: 1 };

/// A token as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApiToken {
    /// Its public id.
    pub id: ApiTokenId,
    /// What its owners call it. It stands under whatever the token does.
    pub name: String,
    /// What it may be used for; never empty.
    pub scopes: BTreeSet<Scope>,
    /// What its secret is recognised by.
    pub digest: SecretDigest,
    /// Who made it.
    pub created_by: Signature,
    /// When, by the business clock.
    pub created_at: DateTime<Utc>,
    /// From when on it is good for nothing, by the business clock; `None` if it does not expire.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<DateTime<Utc>>,
}

impl ApiToken {
    /// Whether its time is over.
    #[must_use]
    pub fn has_expired(&self, now: DateTime<Utc>) -> bool {
        self.expires_at.is_some_and(|at| at <= now)
    }
}

/// The tokens of an organisation. One that was revoked is not among them: whoever presents it presents nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApiTokens(Vec<ApiToken>);

/// There are as many tokens as there may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an organisation has at most {MOST_TOKENS} tokens")]
pub struct TokensFull;

impl ApiTokens {
    /// Every one, the oldest first.
    #[must_use]
    pub fn all(&self) -> &[ApiToken] {
        &self.0
    }

    /// One by its id.
    #[must_use]
    pub fn find(&self, id: &ApiTokenId) -> Option<&ApiToken> {
        self.0.iter().find(|token| token.id == *id)
    }

    /// With one more.
    ///
    /// # Errors
    /// When there is no place for it.
    pub fn with(mut self, token: ApiToken) -> Result<Self, TokensFull> {
        if self.0.len() >= MOST_TOKENS {
            return Err(TokensFull);
        }
        self.0.push(token);
        Ok(self)
    }

    /// Without one; `None` if it is not among them.
    #[must_use]
    pub fn without(mut self, id: &ApiTokenId) -> Option<Self> {
        let place = self.0.iter().position(|token| token.id == *id)?;
        self.0.remove(place);
        Some(self)
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use uuid::Uuid;

    use super::*;
    use crate::actor::Role;

    fn token(number: u128) -> ApiToken {
        let created_at: DateTime<Utc> = "2026-11-22T09:00:00Z".parse().unwrap();
        ApiToken {
            id: ApiTokenId::from_parts("acme".parse().unwrap(), Uuid::from_u128(number)),
            name: "CRM".to_owned(),
            scopes: [Scope::LeadsRead].into(),
            digest: SecretDigest::new([0; 32]),
            created_by: Signature {
                id: "u-1".parse().unwrap(),
                name: "Anna".to_owned(),
                role: Role::PartnerOwner,
            },
            created_at,
            expires_at: Some(created_at + TimeDelta::days(30)),
        }
    }

    #[test]
    fn there_are_twenty_and_no_more() {
        let full = (0..20).try_fold(ApiTokens::default(), |tokens, number| tokens.with(token(number)));
        let full = full.unwrap();
        assert_eq!(full.clone().with(token(20)), Err(TokensFull));
        let id = token(3).id;
        let fewer = full.without(&id).unwrap();
        assert_eq!(fewer.find(&id), None);
        assert!(fewer.clone().without(&id).is_none(), "it is gone already");
        assert!(fewer.with(token(20)).is_ok());
    }

    #[test]
    fn a_token_is_good_until_the_very_moment() {
        let token = token(1);
        let end = token.expires_at.unwrap();
        assert!(!token.has_expired(end - TimeDelta::microseconds(1)));
        assert!(token.has_expired(end));
        assert!(!ApiToken { expires_at: None, ..token }.has_expired(end + TimeDelta::days(10_000)));
    }

    #[test]
    fn tokens_read_back_as_written() {
        let tokens = ApiTokens::default().with(token(1)).unwrap();
        let written = serde_json::to_string(&tokens).unwrap();
        assert_eq!(serde_json::from_str::<ApiTokens>(&written).unwrap(), tokens);
        assert!(written.contains("leads:read") && !written.contains("ghp_"), "{written}");
    }
}
