//! What a token says: each claim a single text, since API Gateway hands lists over as one.

use guildhall_domain::actor::Role;
use guildhall_domain::organisation::{Membership, Organisation};
use guildhall_domain::personal::Personal;
use serde_json::{Map, Value};

use crate::Person;

/// What a token says of somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claims {
    /// What they may do.
    pub role: Role,
    /// What they are called.
    pub name: Personal,
    /// Their address, if they have made sure of it: mail is sent there.
    pub email: Option<Personal>,
    /// Their organisation, on the partners' side.
    pub organisation: Option<Organisation>,
    /// Whether they see what it earns and is paid.
    pub financials: bool,
}

impl Claims {
    /// What follows from a membership; without one somebody is a merchant.
    #[must_use]
    pub fn new(person: &Person, membership: Option<Membership>, organisation: Option<Organisation>) -> Self {
        let financials = membership.as_ref().is_some_and(Membership::sees_money);
        let (role, kept_name) = match membership {
            Some(membership) => (membership.role, membership.name),
            None => (Role::Merchant, Personal::default()),
        };
        let name = if person.name.as_str().is_empty() { kept_name } else { person.name.clone() };
        Self { role, name, email: person.email.clone(), organisation, financials }
    }

    /// The claims by their names.
    #[must_use]
    pub fn write(self) -> Map<String, Value> {
        let mut claims = Map::new();
        let mut put = |name: &str, value: &str| claims.insert(name.to_owned(), Value::from(value));
        put("guildhall_role", self.role.code());
        put("name", self.name.as_str());
        if let Some(email) = &self.email {
            put("email", email.as_str());
        }
        if let Some(organisation) = &self.organisation {
            put("guildhall_org", organisation.id.as_str());
            put("guildhall_org_name", &organisation.name);
            put("guildhall_org_since", &organisation.since.to_string());
            put("guildhall_org_standing", organisation.standing.code());
            put("guildhall_financials", if self.financials { "yes" } else { "no" });
        }
        claims
    }
}
