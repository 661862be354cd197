//! The secrets that deliveries are signed with. They are shown once and then only used, so they are kept sealed.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use guildhall_domain::ids::OrgId;
use guildhall_domain::webhook::HookId;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::{CursorKey, Scope, StoreError};

/// What every secret begins with, so that scanners of code know it.
const PREFIX: &str = "whsec_";

/// What an endpoint's deliveries are signed with. `Debug` shows nothing of it.
#[derive(Clone, PartialEq, Eq)]
pub struct HookSecret(String);

impl HookSecret {
    /// A secret by chance, from the operating system's generator.
    ///
    /// # Errors
    /// When the machine gives no random numbers.
    pub fn draw() -> Result<Self, StoreError> {
        Ok(Self(format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(drawn::<32>()?))))
    }

    /// The text that is shown to whoever made the endpoint, once.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// The signature of a body at a moment (seconds since 1970), in hexadecimal digits: HMAC-SHA-256 of
    /// `<seconds>.<body>` with the whole text of the secret as its key.
    #[must_use]
    pub fn sign(&self, seconds: i64, body: &str) -> String {
        let Ok(mut mac) = <Hmac<Sha256> as KeyInit>::new_from_slice(self.0.as_bytes()) else {
            // A key of this sort may have any length.
            return String::new();
        };
        mac.update(format!("{seconds}.{body}").as_bytes());
        mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

impl fmt::Debug for HookSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HookSecret")
    }
}

/// An endpoint's id by chance.
///
/// # Errors
/// When the machine gives no random numbers.
pub(super) fn draw_id() -> Result<HookId, StoreError> {
    Ok(HookId::from_chance(u128::from_be_bytes(drawn()?)))
}

fn drawn<const N: usize>() -> Result<[u8; N], StoreError> {
    let mut bytes = [0; N];
    let drawn = aws_lc_rs::rand::fill(&mut bytes);
    drawn.map_err(|_| StoreError::Unwritable("the machine gives no random numbers".to_owned()))?;
    Ok(bytes)
}

/// Seals the secrets of endpoints. A secret opens at the endpoint that it was sealed for and nowhere else.
#[derive(Debug, Clone)]
pub struct HookKey(CursorKey);

impl HookKey {
    /// A key from a secret of any length.
    #[must_use]
    pub fn from_secret(secret: &[u8]) -> Self {
        // Even with the same secret a cursor is no sealed secret: it is bound to another scope.
        Self(CursorKey::from_secret(secret))
    }

    /// Seals a secret for an endpoint.
    #[must_use]
    pub fn seal(&self, org: &OrgId, hook: HookId, secret: &HookSecret) -> String {
        self.0.seal_state(&scope(org, hook), &secret.0)
    }

    /// Opens what was sealed for an endpoint; `None` if it was sealed with another key, or for another one.
    #[must_use]
    pub fn open(&self, org: &OrgId, hook: HookId, sealed: &str) -> Option<HookSecret> {
        self.0.open_state(&scope(org, hook), sealed).ok().map(HookSecret)
    }
}

fn scope(org: &OrgId, hook: HookId) -> Scope {
    Scope::new("webhook secret", &org.as_str(), &hook.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_opens_where_it_was_sealed_for_and_nowhere_else() {
        let (acme, other): (OrgId, OrgId) = ("acme".parse().unwrap(), "other".parse().unwrap());
        let (one, two) = (HookId::from_chance(1), HookId::from_chance(2));
        let key = HookKey::from_secret(b"secret");
        let secret = HookSecret::draw().unwrap();
        assert_ne!(secret, HookSecret::draw().unwrap());
        let sealed = key.seal(&acme, one, &secret);
        assert!(!sealed.contains(secret.reveal()));
        assert_eq!(key.open(&acme, one, &sealed), Some(secret.clone()));
        assert_eq!(key.open(&acme, two, &sealed), None);
        assert_eq!(key.open(&other, one, &sealed), None);
        assert_eq!(HookKey::from_secret(b"else").open(&acme, one, &sealed), None);
        assert_eq!(format!("{secret:?}"), "HookSecret");
    }

    #[test]
    fn a_signature_is_what_any_other_program_comes_to() {
        // printf '1790000000.{"a":1}' | openssl dgst -sha256 -hmac whsec_test
        let secret = HookSecret("whsec_test".to_owned());
        assert_eq!(
            secret.sign(1_790_000_000, "{\"a\":1}"),
            "f08690bbaaecbd1607eb9af71f092a9f7054e2b83f8b9d6a0690744d24fc6059"
        );
    }
}
