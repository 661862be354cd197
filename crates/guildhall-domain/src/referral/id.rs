//! What a referral record is called.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::Source;
use crate::ids::{LeadId, OrgId};

/// The longest name within a record's id.
const LONGEST_NAME: usize = 64;

/// Names a record within its organisation: `lead:<32 hexadecimal digits>`, `store:<name>`, `affiliate:<code>`, or
/// `<source>:<name>` for the sources that came later.
///
/// A record from a lead has the lead's own key, so no lead can ever have two.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ReferralId(String);

/// A text that names no record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a referral id")]
pub struct InvalidReferralId;

impl ReferralId {
    /// The record of a lead.
    #[must_use]
    pub fn of_lead(lead: &LeadId) -> Self {
        Self(format!("lead:{}", lead.key().simple()))
    }

    /// The record of this name from a source that is no lead.
    ///
    /// # Errors
    /// When the name is empty, longer than 64 characters, or has others than `a-z`, `0-9` and `-`.
    pub fn named(source: &Source, name: &str) -> Result<Self, InvalidReferralId> {
        let kind = match source {
            Source::PlusLead | Source::PosLead => return Err(InvalidReferralId),
            Source::StoreCreated => "store",
            Source::Affiliate => "affiliate",
            Source::Other(code) => code.as_str(),
        };
        format!("{kind}:{name}").parse()
    }

    /// The id's text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What comes after the source: the lead's key, or the name of the store.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.split_once(':').map_or("", |(_, name)| name)
    }

    /// The lead of an organisation whose record it is, if it is one of a lead.
    #[must_use]
    pub fn lead_of(&self, org: &OrgId) -> Option<LeadId> {
        let key = uuid::Uuid::try_parse(self.0.strip_prefix("lead:")?).ok()?;
        Some(LeadId::from_parts(org.clone(), key))
    }

    /// Whether it is the record of a lead.
    #[must_use]
    pub fn is_of_lead(&self) -> bool {
        self.0.starts_with("lead:")
    }
}

impl FromStr for ReferralId {
    type Err = InvalidReferralId;

    fn from_str(text: &str) -> Result<Self, InvalidReferralId> {
        let (kind, name) = text.split_once(':').ok_or(InvalidReferralId)?;
        let known =
            matches!(kind, "lead" | "store" | "affiliate") || matches!(kind.parse(), Ok(Source::Other(_)));
        let fits = (1..=LONGEST_NAME).contains(&name.len())
            && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if known && fits { Ok(Self(text.to_owned())) } else { Err(InvalidReferralId) }
    }
}

impl TryFrom<String> for ReferralId {
    type Error = InvalidReferralId;

    fn try_from(text: String) -> Result<Self, InvalidReferralId> {
        text.parse()
    }
}

impl From<ReferralId> for String {
    fn from(id: ReferralId) -> Self {
        id.0
    }
}

impl fmt::Display for ReferralId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
