use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{AuditAct, Month, SubjectKind};
use crate::actor::{Role, Signature};
use crate::ids::OrgId;
use crate::money::Money;
use crate::personal::Personal;
use crate::policy::{Promise, ReasonCode};
use crate::profile::Handle;
use crate::representative::RepRef;
use crate::review::RemovalReason;
use crate::taxonomy::Tier;

/// The namespace of the ids of entries, so that no other derived id can equal one.
const NAMESPACE: Uuid = Uuid::from_u128(0x5e1c_90b3_2d7f_4a86_b1f4_77c2_0e9d_6a35);

/// An entry's id: 32 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AuditId(Uuid);

/// A text that is not the id of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the id of an entry is 32 hexadecimal digits")]
pub struct AuditIdError;

impl AuditId {
    /// The id of the entry about one event of one thing: the same two always give the same id.
    #[must_use]
    pub fn derive(subject: &AuditSubject, event: u64) -> Self {
        let name = format!("{}\n{}\n{event}", subject.kind.slug(), subject.id);
        Self(Uuid::new_v5(&NAMESPACE, name.as_bytes()))
    }
}

impl fmt::Display for AuditId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.simple())
    }
}

impl FromStr for AuditId {
    type Err = AuditIdError;

    fn from_str(text: &str) -> Result<Self, AuditIdError> {
        if text.len() != 32 {
            return Err(AuditIdError);
        }
        Uuid::try_parse(text).map(Self).map_err(|_| AuditIdError)
    }
}

impl TryFrom<String> for AuditId {
    type Error = AuditIdError;

    fn try_from(text: String) -> Result<Self, AuditIdError> {
        text.parse()
    }
}

impl From<AuditId> for String {
    fn from(id: AuditId) -> Self {
        id.to_string()
    }
}

/// What an act was about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AuditSubject {
    /// What sort of thing.
    pub kind: SubjectKind,
    /// Its id, as in addresses: of a lead or review the id, of a profile the handle, of a representative the
    /// user id.
    pub id: String,
    /// What people called it then; empty if it has no name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
}

/// The partner organisation that an act concerned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AuditOrganisation {
    /// Its id.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: OrgId,
    /// The name it had then, if what was acted on says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The handle of its profile, if what was acted on says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub handle: Option<Handle>,
}

/// What else there is to know of an act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum AuditDetail {
    /// Why a lead is not eligible.
    Reason {
        /// From the closed list.
        reason: ReasonCode,
    },
    /// Why a review was removed.
    Removal {
        /// From the closed list.
        reason: RemovalReason,
    },
    /// To whom a lead was given.
    Representative {
        /// Whose it was.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        previous: Option<RepRef>,
        /// Whose it is.
        representative: RepRef,
    },
    /// Which promise was broken.
    Promise {
        /// What was promised.
        promise: Promise,
    },
    /// What was paid.
    Amount {
        /// How much.
        amount: Money,
    },
    /// How a tier changed.
    Tier {
        /// What it was.
        from: Tier,
        /// What it is.
        to: Tier,
    },
    /// What somebody may do.
    Role {
        /// What they might before.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<Role>,
        /// What they may now, or are asked to come for.
        to: Role,
        /// Whether they see what the organisation earns, where that changed or is offered.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        financials: Option<bool>,
    },
    /// Something with a code of its own, as what a check came to or which topic a mail has.
    Code {
        /// The code.
        code: String,
    },
}

impl AuditDetail {
    /// The detail in one line of codes and names, for a spreadsheet.
    #[must_use]
    pub fn line(&self) -> String {
        match self {
            Self::Reason { reason } => reason.reason().id.to_owned(),
            Self::Removal { reason } => reason.slug().to_owned(),
            Self::Representative { previous, representative } => match previous {
                Some(previous) => format!("{} > {}", previous.name, representative.name),
                None => representative.name.clone(),
            },
            Self::Promise { promise } => promise.code().to_owned(),
            Self::Amount { amount } => format!("{} {}", amount.minor, amount.currency),
            Self::Tier { from, to } => format!("{} > {}", from.slug(), to.slug()),
            Self::Role { from, to, financials } => {
                let roles = match from {
                    Some(from) => format!("{} > {}", from.code(), to.code()),
                    None => to.code().to_owned(),
                };
                match financials {
                    Some(true) => format!("{roles}, financials"),
                    Some(false) => format!("{roles}, no financials"),
                    None => roles,
                }
            }
            Self::Code { code } => code.clone(),
        }
    }
}

/// One entry of the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AuditEntry {
    /// Its id.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: AuditId,
    /// When it was done, in business time.
    pub at: DateTime<Utc>,
    /// Who did it.
    pub by: Signature,
    /// What was done.
    pub act: AuditAct,
    /// To what.
    pub subject: AuditSubject,
    /// Which organisation it concerned, if it concerned one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<AuditOrganisation>,
    /// What else there is to know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<AuditDetail>,
    /// What whoever did it wrote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub note: Option<Personal>,
}

impl AuditEntry {
    /// The entry without what it says of the person whom it is about: the name, and what was written. Who did what to
    /// which thing stays.
    #[must_use]
    pub fn blanked(self) -> Self {
        let subject = AuditSubject { name: String::new(), ..self.subject };
        Self { subject, note: None, ..self }
    }

    /// The month that it is kept in.
    #[must_use]
    pub fn month(&self) -> Month {
        Month::of(self.at)
    }
}
