//! The name of a run that moves profiles and records over.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A run: 32 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RunId(Uuid);

/// A text that is not the id of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the id of a run is 32 hexadecimal digits")]
pub struct InvalidRunId;

impl RunId {
    /// An id of these bytes, which somebody must have drawn by chance.
    #[must_use]
    pub fn from_chance(bytes: u128) -> Self {
        Self(Uuid::from_u128(bytes))
    }
}

impl fmt::Display for RunId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.simple())
    }
}

impl FromStr for RunId {
    type Err = InvalidRunId;

    fn from_str(text: &str) -> Result<Self, InvalidRunId> {
        // One spelling per id: Uuid itself would also take hyphens, braces and capitals.
        if text.len() != 32 || !text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)) {
            return Err(InvalidRunId);
        }
        Uuid::try_parse(text).map(Self).map_err(|_| InvalidRunId)
    }
}

impl TryFrom<String> for RunId {
    type Error = InvalidRunId;

    fn try_from(text: String) -> Result<Self, InvalidRunId> {
        text.parse()
    }
}

impl From<RunId> for String {
    fn from(id: RunId) -> Self {
        id.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_has_one_spelling() {
        let id = RunId::from_chance(7);
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!("00000000-0000-0000-0000-000000000007".parse::<RunId>(), Err(InvalidRunId));
        assert_eq!("0000000000000000000000000000000A".parse::<RunId>(), Err(InvalidRunId));
    }
}
