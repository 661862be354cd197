//! What is kept of a person, and of an organisation, for mail.

use serde::{Deserialize, Serialize};

use super::{Contact, Preferences};
use crate::actor::Role;
use crate::ids::{OrgId, UserId};
use crate::personal::Personal;

/// Somebody who once said what they want by mail, as the token described them that day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The token's `sub`.
    pub id: UserId,
    /// Their name.
    pub name: Personal,
    /// Where they are reached; `None` if the token said nothing of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Personal>,
    /// What they may do.
    pub role: Role,
    /// Their partner organisation, on the partners' side.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub org: Option<OrgId>,
    /// What they want.
    pub preferences: Preferences,
}

impl Person {
    /// Where to write to them, if that is known.
    #[must_use]
    pub fn contact(&self) -> Option<Contact> {
        let email = self.email.clone()?;
        Some(Contact { email, language: self.preferences.language })
    }
}

/// Where an organisation gets mail about all of its leads.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeadMail {
    /// The address and the language to write in; `None` for no such mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Contact>,
}
