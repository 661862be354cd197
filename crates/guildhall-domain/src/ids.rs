//! Identifiers. They never carry personal data, since they travel in keys, URLs and logs.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What is wrong with an identifier's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// Empty, or longer than 32 (organisation) or 64 (user) characters.
    #[error("an identifier has the wrong length")]
    Length,
    /// A character outside the allowed set.
    #[error("an identifier holds a character that it may not")]
    Character,
    /// An id of an organisation's thing without the organisation or without its 32 hexadecimal digits.
    #[error("such an id is an organisation, a dot and 32 hexadecimal digits")]
    ScopedForm,
}

/// A partner organisation: 1 to 32 of `a-z`, `0-9`, `-`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct OrgId(String);

impl OrgId {
    /// The identifier's text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for OrgId {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        if text.is_empty() || text.len() > 32 {
            return Err(IdError::Length);
        }
        if !text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
            return Err(IdError::Character);
        }
        Ok(Self(text.to_owned()))
    }
}

/// A signed-in person, as the token's `sub`: 1 to 64 of `A-Z`, `a-z`, `0-9`, `-`, `_`, `:`.
/// A representative's user id is also the representative's id.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct UserId(String);

impl UserId {
    /// The identifier's text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The actor behind what Guildhall does by itself.
    #[must_use]
    pub fn system() -> Self {
        Self("system".to_owned())
    }
}

impl FromStr for UserId {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        if text.is_empty() || text.len() > 64 {
            return Err(IdError::Length);
        }
        if !text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b':')) {
            return Err(IdError::Character);
        }
        Ok(Self(text.to_owned()))
    }
}

/// A lead, written `<organisation>.<32 hexadecimal digits>`.
///
/// It names its organisation so that whoever may read the lead finds it with one read; it grants
/// nothing, since access is decided from the token alone.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LeadId {
    org: OrgId,
    key: Uuid,
}

/// The namespace of lead ids, so that no other derived id can equal one.
const LEAD_NAMESPACE: Uuid = Uuid::from_u128(0x6f0d_2c7e_51b4_4a9b_9d0e_1b7c_3a5f_8e42);

impl LeadId {
    /// The id that a submission gets: the same organisation and idempotency key give the same id,
    /// so that a repeated submission meets the first one at its own key.
    #[must_use]
    pub fn derive(org: &OrgId, idempotency_key: &str) -> Self {
        let name = format!("{org}\n{idempotency_key}");
        Self { org: org.clone(), key: Uuid::new_v5(&LEAD_NAMESPACE, name.as_bytes()) }
    }
}

/// An inquiry, written `<the partner's organisation>.<32 hexadecimal digits>`, like a [`LeadId`].
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct InquiryId {
    org: OrgId,
    key: Uuid,
}

/// A review, written `<the partner's organisation>.<32 hexadecimal digits>`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ReviewId {
    org: OrgId,
    key: Uuid,
}

/// A key to the API, written `<the partner's organisation>.<32 hexadecimal digits>`. It is no secret, and is nobody's proof.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ApiTokenId {
    org: OrgId,
    key: Uuid,
}

impl ApiTokenId {
    /// As whom a token acts: nobody who signs in has such an id.
    ///
    /// # Errors
    /// Never: such an id is within the bounds of a user's.
    pub fn user(&self) -> Result<UserId, IdError> {
        format!("token:{}", self.key.simple()).parse()
    }
}

const INQUIRY_NAMESPACE: Uuid = Uuid::from_u128(0x2b9e_44d1_7c0f_4e58_8a63_90d2_f1c7_5b16);
const REVIEW_NAMESPACE: Uuid = Uuid::from_u128(0xc417_0a9d_3e2b_4f71_b5d8_6e0f_12a4_9c83);

impl InquiryId {
    /// The id that an inquiry gets: the same partner, sender and idempotency key give the same id.
    #[must_use]
    pub fn derive(org: &OrgId, merchant: &UserId, idempotency_key: &str) -> Self {
        let name = format!("{org}\n{merchant}\n{idempotency_key}");
        Self { org: org.clone(), key: Uuid::new_v5(&INQUIRY_NAMESPACE, name.as_bytes()) }
    }
}

impl ReviewId {
    /// The id of a merchant's review of a partner: there can be only one.
    #[must_use]
    pub fn derive(org: &OrgId, merchant: &UserId) -> Self {
        let name = format!("{org}\n{merchant}");
        Self { org: org.clone(), key: Uuid::new_v5(&REVIEW_NAMESPACE, name.as_bytes()) }
    }
}

/// What ids of an organisation's things have in common.
macro_rules! scoped_id {
    ($name:ident) => {
        impl $name {
            /// Puts an id together from its parts.
            #[must_use]
            pub fn from_parts(org: OrgId, key: Uuid) -> Self {
                Self { org, key }
            }

            /// The organisation that it belongs to.
            #[must_use]
            pub fn org(&self) -> &OrgId {
                &self.org
            }

            /// The part that is unique within the organisation.
            #[must_use]
            pub fn key(&self) -> Uuid {
                self.key
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                let (org, key) = text.rsplit_once('.').ok_or(IdError::ScopedForm)?;
                // One spelling per id: Uuid itself would also take hyphens, braces and capitals.
                if key.len() != 32 || !key.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)) {
                    return Err(IdError::ScopedForm);
                }
                let key = Uuid::parse_str(key).map_err(|_| IdError::ScopedForm)?;
                Ok(Self { org: org.parse()?, key })
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}.{}", self.org, self.key.simple())
            }
        }
    };
}

scoped_id!(LeadId);
scoped_id!(InquiryId);
scoped_id!(ReviewId);
scoped_id!(ApiTokenId);

macro_rules! text_id {
    ($name:ident) => {
        impl TryFrom<String> for $name {
            type Error = IdError;
            fn try_from(text: String) -> Result<Self, IdError> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.to_string()
            }
        }
    };
}

macro_rules! plain_display {
    ($name:ident) => {
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

text_id!(OrgId);
text_id!(UserId);
text_id!(LeadId);
text_id!(InquiryId);
text_id!(ReviewId);
text_id!(ApiTokenId);
plain_display!(OrgId);
plain_display!(UserId);

#[cfg(test)]
mod tests {
    use super::*;

    fn org(text: &str) -> OrgId {
        text.parse().unwrap()
    }

    #[test]
    fn a_lead_id_reads_back_as_written() {
        let id = LeadId::derive(&org("acme-studio"), "key-1");
        assert_eq!(id.to_string().parse::<LeadId>().unwrap(), id);
    }

    #[test]
    fn the_same_key_gives_the_same_lead_within_one_organisation_only() {
        let first = LeadId::derive(&org("a"), "key");
        assert_eq!(first, LeadId::derive(&org("a"), "key"));
        assert_ne!(first.key(), LeadId::derive(&org("b"), "key").key());
        assert_ne!(first.key(), LeadId::derive(&org("a"), "other").key());
    }

    #[test]
    fn a_lead_id_has_one_spelling() {
        for text in [
            "",
            "acme",
            "acme.",
            ".0123456789abcdef0123456789abcdef",
            "acme.0123456789ABCDEF0123456789ABCDEF",
            "acme.01234567-89ab-cdef-0123-456789abcdef",
            "Acme.0123456789abcdef0123456789abcdef",
            "acme.0123456789abcdef0123456789abcdef0",
        ] {
            assert!(text.parse::<LeadId>().is_err(), "{text}");
        }
    }
}
