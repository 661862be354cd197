//! Says in each token who somebody is.
//!
//! Cognito calls this before it makes a token, at each sign-in and each renewal (trigger `PreTokenGeneration`,
//! version 2). What somebody may do follows from their membership in the table and from nothing else: their own
//! attributes are theirs to write. Whoever has no membership is a merchant. When the table does not answer there is
//! no token, rather than one that says less, or more, than is true.

mod claims;
mod person;

use guildhall_domain::organisation::House;
use guildhall_store::{Members, StoreError, Table};
use serde_json::{Value, json};

pub use claims::Claims;
pub use person::Person;

/// Makes the claims of tokens.
#[derive(Debug, Clone)]
pub struct TokenClaims {
    members: Members,
}

/// Why there is no token. Nothing in it is personal.
#[derive(Debug, thiserror::Error)]
pub enum ClaimsError {
    /// What Cognito handed over names nobody.
    #[error("the event names no person")]
    NoPerson,
    /// A membership of an organisation that is not there.
    #[error("the organisation {0} of a membership is not in the table")]
    NoOrganisation(String),
    /// The table does not answer, or an item is damaged.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl TokenClaims {
    /// Reads this table.
    #[must_use]
    pub fn new(table: Table) -> Self {
        Self { members: Members::new(table) }
    }

    /// Cognito's event with the claims in its response: those of the access token, which the API believes, and of
    /// the ID token, which is for the application's eyes.
    ///
    /// # Errors
    /// When there is to be no token.
    pub async fn answer(&self, mut event: Value) -> Result<Value, ClaimsError> {
        let person = Person::read(&event["request"]["userAttributes"]).ok_or(ClaimsError::NoPerson)?;
        let claims = self.claims(&person).await?.write();
        let generation = json!({ "claimsToAddOrOverride": claims });
        event["response"] = json!({
            "claimsAndScopeOverrideDetails": {
                "accessTokenGeneration": generation,
                "idTokenGeneration": generation,
            },
        });
        Ok(event)
    }

    /// What a token says of somebody: one read, and one more for partners.
    ///
    /// # Errors
    /// When that cannot be found out.
    pub async fn claims(&self, person: &Person) -> Result<Claims, ClaimsError> {
        let membership = self.members.membership(&person.id).await?.map(|kept| kept.value);
        let organisation = match membership.as_ref().map(|membership| &membership.house) {
            Some(House::Organisation(org)) => {
                let found = self.members.organisation(org).await?;
                Some(found.ok_or_else(|| ClaimsError::NoOrganisation(org.to_string()))?.value)
            }
            Some(House::Staff) | None => None,
        };
        Ok(Claims::new(person, membership, organisation))
    }
}
