//! The ids of invitations, and how an organisation comes to its id.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::ids::OrgId;
use crate::text::fold;

/// The longest id of an organisation.
const ORG_MAX: usize = 32;

/// An invitation's id: 32 hexadecimal digits of chance. It stands in the link that is mailed, says nothing of
/// anybody, and opens nothing: whoever accepts has to be signed in with the invited address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct InvitationId(Uuid);

/// A text that is not the id of an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the id of an invitation is 32 hexadecimal digits")]
pub struct InvitationIdError;

impl InvitationId {
    /// An id of these bytes, which somebody must have drawn by chance.
    #[must_use]
    pub fn from_chance(bytes: u128) -> Self {
        Self(Uuid::from_u128(bytes))
    }
}

impl fmt::Display for InvitationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.simple())
    }
}

impl FromStr for InvitationId {
    type Err = InvitationIdError;

    fn from_str(text: &str) -> Result<Self, InvitationIdError> {
        // One spelling per id: Uuid itself would also take hyphens, braces and capitals.
        if text.len() != 32 || !text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)) {
            return Err(InvitationIdError);
        }
        Uuid::try_parse(text).map(Self).map_err(|_| InvitationIdError)
    }
}

impl TryFrom<String> for InvitationId {
    type Error = InvitationIdError;

    fn try_from(text: String) -> Result<Self, InvitationIdError> {
        text.parse()
    }
}

impl From<InvitationId> for String {
    fn from(id: InvitationId) -> Self {
        id.to_string()
    }
}

/// The id that an organisation of this name gets: its letters and digits without accents, the rest as hyphens.
/// `None` if nothing is left of the name.
#[must_use]
pub fn id_of_name(name: &str) -> Option<OrgId> {
    let mut id = String::new();
    for letter in fold(name).chars() {
        if letter.is_ascii_alphanumeric() {
            id.push(letter.to_ascii_lowercase());
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    id.truncate(ORG_MAX);
    id.trim_end_matches('-').parse().ok()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("Norrsken Commerce AB", Some("norrsken-commerce-ab"))]
    #[case("Sài Gòn Web Studio", Some("sai-gon-web-studio"))]
    #[case("  Åhléns & Söner, HB ", Some("ahlens-soner-hb"))]
    #[case("A name that is longer than an id can be", Some("a-name-that-is-longer-than-an-id"))]
    #[case("東京", None)]
    #[case("--", None)]
    fn an_organisations_id_follows_from_its_name(#[case] name: &str, #[case] id: Option<&str>) {
        assert_eq!(id_of_name(name).as_ref().map(OrgId::as_str), id);
    }

    #[test]
    fn an_invitations_id_has_one_spelling() {
        let id = InvitationId::from_chance(0x0123_4567_89ab_cdef_0123_4567_89ab_cdef);
        assert_eq!(id.to_string().parse(), Ok(id));
        for text in ["", "0123", "0123456789ABCDEF0123456789ABCDEF", "01234567-89ab-cdef-0123-456789abcdef"] {
            assert_eq!(text.parse::<InvitationId>(), Err(InvitationIdError), "{text}");
        }
    }
}
