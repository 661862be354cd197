//! How a token is spelt, and how its secret is compared.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::ids::ApiTokenId;

/// What every token begins with, so that it is recognised where it should not be: in a repository, in a log.
const PREFIX: &str = "ghp_";
/// The hexadecimal digits of a secret: 256 bits, which nobody tries out.
const DIGITS: usize = 64;

/// The secret of a token: 64 hexadecimal digits of chance. Never kept, and never shown by `Debug`.
#[derive(Clone)]
pub struct Secret(String);

/// The SHA-256 of a secret. A secret is chance and as long as the digest, so there is nothing to gain from a slow one.
#[derive(Clone, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SecretDigest([u8; 32]);

/// A token as somebody presents it: `ghp_<id>_<secret>`.
#[derive(Debug, Clone)]
pub struct Presented {
    /// Which one it claims to be. Public: it stands in keys and logs.
    pub id: ApiTokenId,
    /// What is to prove it.
    pub secret: Secret,
}

/// A text that is no token. It does not say what is wrong with it, so that nothing of it reaches a log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not a token")]
pub struct NotAToken;

impl Secret {
    /// The secret of these bytes, which somebody must have drawn by chance.
    #[must_use]
    pub fn from_chance(bytes: [u8; 32]) -> Self {
        Self(hexadecimal(&bytes))
    }

    /// Its digits, for whoever hashes them.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

impl SecretDigest {
    /// A digest.
    #[must_use]
    pub fn new(digest: [u8; 32]) -> Self {
        Self(digest)
    }
}

impl fmt::Debug for SecretDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretDigest")
    }
}

/// Takes as long for digests that differ in the first byte as for those that differ in the last.
impl PartialEq for SecretDigest {
    fn eq(&self, other: &Self) -> bool {
        let differs = self.0.iter().zip(&other.0).fold(0, |differs, (one, other)| differs | (one ^ other));
        std::hint::black_box(differs) == 0
    }
}

impl TryFrom<String> for SecretDigest {
    type Error = NotAToken;

    fn try_from(text: String) -> Result<Self, NotAToken> {
        let mut digest = [0; 32];
        if text.len() != 2 * digest.len() || !is_hexadecimal(&text) {
            return Err(NotAToken);
        }
        for (byte, place) in digest.iter_mut().zip((0..text.len()).step_by(2)) {
            let digits = text.get(place..place + 2).ok_or(NotAToken)?;
            *byte = u8::from_str_radix(digits, 16).map_err(|_| NotAToken)?;
        }
        Ok(Self(digest))
    }
}

impl From<SecretDigest> for String {
    fn from(digest: SecretDigest) -> Self {
        hexadecimal(&digest.0)
    }
}

impl Presented {
    /// The token as its owner writes it down. Besides the header of a request this is the only place where it is whole.
    #[must_use]
    pub fn spelt(&self) -> String {
        format!("{PREFIX}{}_{}", self.id, self.secret.0)
    }
}

impl FromStr for Presented {
    type Err = NotAToken;

    fn from_str(text: &str) -> Result<Self, NotAToken> {
        // No id holds an underscore.
        let (id, secret) =
            text.strip_prefix(PREFIX).and_then(|rest| rest.split_once('_')).ok_or(NotAToken)?;
        if secret.len() != DIGITS || !is_hexadecimal(secret) {
            return Err(NotAToken);
        }
        Ok(Self { id: id.parse().map_err(|_| NotAToken)?, secret: Secret(secret.to_owned()) })
    }
}

fn is_hexadecimal(text: &str) -> bool {
    text.bytes().all(|digit| digit.is_ascii_digit() || (b'a'..=b'f').contains(&digit))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn presented() -> Presented {
        let id = ApiTokenId::from_parts("acme-studio".parse().unwrap(), Uuid::from_u128(7));
        Presented { id, secret: Secret::from_chance([0xab; 32]) }
    }

    #[test]
    fn a_token_reads_back_as_it_is_spelt() {
        let token = presented();
        let spelt = token.spelt();
        assert!(spelt.starts_with("ghp_acme-studio.0000"), "{spelt}");
        let read: Presented = spelt.parse().unwrap();
        assert_eq!((&read.id, read.secret.as_str()), (&token.id, token.secret.as_str()));
    }

    #[test]
    fn anything_else_is_no_token() {
        let spelt = presented().spelt();
        let others = [
            String::new(),
            "ghp_".to_owned(),
            spelt.replace("ghp_", ""),
            spelt.replace("ghp_", "GHP_"),
            spelt.replace("acme-studio.", ""),
            spelt.replace("ab", "AB"),
            format!("{spelt}0"),
            format!(" {spelt}"),
            format!("{spelt},{spelt}"),
            spelt.trim_end_matches('b').to_owned(),
            "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln".to_owned(),
        ];
        for other in others {
            assert!(other.parse::<Presented>().is_err(), "{other}");
        }
    }

    #[test]
    fn nothing_secret_is_shown() {
        let shown = format!("{:?} {:?}", presented(), SecretDigest::new([0xab; 32]));
        assert!(!shown.contains("abab") && !shown.contains("171"), "{shown}");
    }

    #[test]
    fn digests_are_equal_or_not_and_read_back() {
        let digest = SecretDigest::new([7; 32]);
        for place in 0..32 {
            let mut other = [7; 32];
            other[place] ^= 0x80;
            assert_ne!(digest, SecretDigest::new(other), "{place}");
        }
        let written = serde_json::to_string(&digest).unwrap();
        assert_eq!(serde_json::from_str::<SecretDigest>(&written).unwrap(), digest);
        for damaged in ["\"\"", "\"07\"", &written.replace("07", "0g")] {
            assert!(serde_json::from_str::<SecretDigest>(damaged).is_err(), "{damaged}");
        }
    }
}
