//! A partner organisation.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::ids::OrgId;
use crate::personal::Personal;

/// How the programme stands to an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum OrgStanding {
    /// Its people do what their roles allow.
    Good,
    /// They read, and write nothing.
    Suspended,
}

impl OrgStanding {
    /// The word on the wire and in tokens.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Suspended => "suspended",
        }
    }
}

/// A partner organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    /// Its id, which stays.
    pub id: OrgId,
    /// What it is called.
    pub name: String,
    /// The day it joined the programme.
    pub since: NaiveDate,
    /// How the programme stands to it.
    pub standing: OrgStanding,
    /// Why it is suspended, for whoever it is; `None` while it is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Personal>,
}
