//! The sales desk: where the team as a whole is reached when nobody in particular is.

use serde::{Deserialize, Serialize};

use crate::personal::{Contact, Personal};
use crate::policy::Language;

/// The desk as it stands beside the roster.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Desk {
    /// The team's address for leads that wait too long; `None` for none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub escalation_address: Option<Personal>,
    /// The language to write to it in.
    #[serde(default)]
    pub language: Language,
}

impl Desk {
    /// Where to write to the team, if it wants to be written to.
    #[must_use]
    pub fn contact(&self) -> Option<Contact> {
        let email = self.escalation_address.clone()?;
        Some(Contact { email, language: self.language })
    }
}
