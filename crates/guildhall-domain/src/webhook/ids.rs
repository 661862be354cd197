//! The ids of endpoints and of what is delivered to them: 32 hexadecimal digits each.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The namespace of what is delivered, so that no other derived id can equal one.
const NAMESPACE: Uuid = Uuid::from_u128(0x0c3e_77a1_9b52_4d0e_8f66_1a2d_c4b9_5e31);

/// An endpoint's id, drawn by chance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct HookId(u128);

/// The id of what is delivered: 16 digits of when it happened, so that ids sort by time, and 16 that follow from what
/// it tells of and to whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct HookDeliveryId(u128);

/// A text that is no such id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an id of a webhook is 32 hexadecimal digits")]
pub struct HookIdError;

impl HookId {
    /// An id of these bytes, which somebody must have drawn by chance.
    #[must_use]
    pub fn from_chance(bytes: u128) -> Self {
        Self(bytes)
    }
}

impl HookDeliveryId {
    /// The id of telling an endpoint of something: the same always gives the same id. `cause` names the committed
    /// write, and nothing else may have that name.
    #[must_use]
    pub fn derive(hook: HookId, cause: &str, at: DateTime<Utc>) -> Self {
        let hash = Uuid::new_v5(&NAMESPACE, format!("{hook}\n{cause}").as_bytes()).as_u128();
        let micros = u128::try_from(at.timestamp_micros()).unwrap_or_default();
        Self(micros << 64 | hash & u128::from(u64::MAX))
    }
}

macro_rules! hex_id {
    ($name:ident) => {
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:032x}", self.0)
            }
        }

        impl FromStr for $name {
            type Err = HookIdError;

            fn from_str(text: &str) -> Result<Self, HookIdError> {
                // One spelling per id: the parser would also take capitals and a plus sign.
                let written = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
                if text.len() != 32 || !text.bytes().all(written) {
                    return Err(HookIdError);
                }
                u128::from_str_radix(text, 16).map(Self).map_err(|_| HookIdError)
            }
        }

        impl TryFrom<String> for $name {
            type Error = HookIdError;

            fn try_from(text: String) -> Result<Self, HookIdError> {
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

hex_id!(HookId);
hex_id!(HookDeliveryId);

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    #[test]
    fn an_id_reads_back_as_written_and_in_one_spelling() {
        let id = HookId::from_chance(7);
        assert_eq!(id.to_string().parse(), Ok(id));
        for text in ["7", "+0000000000000000000000000000007", "0000000000000000000000000000000A"] {
            assert_eq!(text.parse::<HookId>(), Err(HookIdError), "{text}");
        }
    }

    #[test]
    fn the_same_is_told_under_the_same_id_and_ids_sort_by_time() {
        let hook = HookId::from_chance(7);
        let id = HookDeliveryId::derive(hook, "lead acme.1 3", at(1_790_000_000));
        assert_eq!(id, HookDeliveryId::derive(hook, "lead acme.1 3", at(1_790_000_000)));
        assert_ne!(id, HookDeliveryId::derive(HookId::from_chance(8), "lead acme.1 3", at(1_790_000_000)));
        assert_ne!(id, HookDeliveryId::derive(hook, "lead acme.1 4", at(1_790_000_000)));
        let later = HookDeliveryId::derive(hook, "a", at(1_790_000_001));
        assert!(id < later && id.to_string() < later.to_string());
        assert_eq!(id.to_string().parse(), Ok(id));
    }
}
