//! Recognises the tokens of programs: called by API Gateway before each request on the routes for programs (a Lambda
//! authorizer with simple responses), and never remembered there, so what was revoked is refused from the next request on.
//!
//! It says who asks, from the table as it stands: the token's scopes and the organisation's standing. What follows from
//! them is the handlers' edge to decide, which knows the routes (`guildhall_http::caller`). Whatever is wrong with a
//! token is answered alike: unknown, revoked, expired, and known with another secret. When the table does not answer
//! nobody is let through.

use std::sync::Arc;

use guildhall_domain::api_token::Presented;
use guildhall_domain::clock::Clock;
use guildhall_domain::organisation::OrgStanding;
use guildhall_http::{Organisation, TokenContext};
use guildhall_store::{ApiTokenStore, StoreError, Table, Use};
use serde::Deserialize;
use serde_json::{Value, json};
use tracing::info;

/// The scheme that a token is presented under.
const SCHEME: &str = "bearer";

/// What API Gateway asks (payload format 2.0). The rest of the request is of no concern here.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Asked {
    /// The values of the headers that the template names: `Authorization` alone.
    #[serde(default)]
    identity_source: Vec<String>,
}

/// Recognises tokens.
#[derive(Clone)]
pub struct AuthorizeToken {
    tokens: ApiTokenStore,
    clock: Arc<dyn Clock>,
}

impl AuthorizeToken {
    /// Reads this table, in this clock's time.
    #[must_use]
    pub fn new(table: Table, clock: Arc<dyn Clock>) -> Self {
        Self { tokens: ApiTokenStore::new(table), clock }
    }

    /// Whether the request may go on, and who asks.
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged: API Gateway then answers 500.
    pub async fn answer(&self, event: &Value) -> Result<Value, StoreError> {
        let asked = Asked::deserialize(event).unwrap_or(Asked { identity_source: Vec::new() });
        let context = match presented(&asked.identity_source) {
            Some(presented) => self.context(&presented).await?,
            None => None,
        };
        Ok(match context {
            Some(context) => json!({ "isAuthorized": true, "context": context.write() }),
            None => json!({ "isAuthorized": false }),
        })
    }

    async fn context(&self, presented: &Presented) -> Result<Option<TokenContext>, StoreError> {
        let now = self.clock.now();
        let known = self.tokens.recognise(presented).await?;
        let Some(known) = known.filter(|known| !known.token.has_expired(now)) else {
            // The id is public; of what was to prove it nothing is written anywhere.
            info!(token = %presented.id, "refused");
            return Ok(None);
        };
        // Counted once it is known whose it is: whoever only knows the id cannot use anything up.
        let wait = match self.tokens.count(&known, now).await? {
            Use::Counted => None,
            Use::Wait(seconds) => Some(seconds),
        };
        let (token, organisation) = (known.token, known.organisation);
        Ok(Some(TokenContext {
            id: token.id,
            name: token.name,
            scopes: token.scopes,
            organisation: Organisation {
                suspended: organisation.standing != OrgStanding::Good,
                since: Some(organisation.since),
                id: organisation.id,
                name: organisation.name,
            },
            wait,
        }))
    }
}

/// What is presented: one header with the scheme and a token, and nothing else. Two headers come joined by a comma,
/// which no token holds.
fn presented(source: &[String]) -> Option<Presented> {
    let [header] = source else { return None };
    let (scheme, token) = header.trim().split_once(' ')?;
    if !scheme.eq_ignore_ascii_case(SCHEME) {
        return None;
    }
    token.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKEN: &str = "ghp_acme.00000000000000000000000000000007_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    #[test]
    fn one_header_with_one_token_is_read() {
        for header in [format!("Bearer {TOKEN}"), format!("bearer  {TOKEN} ")] {
            assert!(presented(&[header]).is_some());
        }
        let bearer = format!("Bearer {TOKEN}");
        for source in [
            vec![],
            vec![TOKEN.to_owned()],
            vec![format!("Basic {TOKEN}")],
            vec![format!("{bearer},{bearer}")],
            vec![bearer.clone(), bearer],
            vec!["Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln".to_owned()],
        ] {
            assert!(presented(&source).is_none(), "{source:?}");
        }
    }
}
