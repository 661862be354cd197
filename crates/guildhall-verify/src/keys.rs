//! Signatures, and the keys that they are checked by.

#[cfg(feature = "program")]
use aws_lc_rs::signature::{ED25519, UnparsedPublicKey};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use guildhall_domain::lead::chain::canonical;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::Signed;

/// A public key, as Guildhall publishes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key(Vec<u8>);

/// A text that holds no keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("there are no keys in this: it should be what /api/v1/receipt-keys answers")]
pub struct KeysError;

/// The keys that an answer of `/api/v1/receipt-keys` holds.
///
/// # Errors
/// When it holds none.
pub fn keys_in(answer: &Value) -> Result<Vec<Key>, KeysError> {
    let keys = answer.get("keys").and_then(Value::as_array).ok_or(KeysError)?;
    let keys: Option<Vec<_>> = keys.iter().map(key_of).collect();
    keys.filter(|keys| !keys.is_empty()).ok_or(KeysError)
}

fn key_of(key: &Value) -> Option<Key> {
    let is_ours = key.get("algorithm").and_then(Value::as_str) == Some("Ed25519");
    let public = key.get("public").and_then(Value::as_str).filter(|_| is_ours)?;
    URL_SAFE_NO_PAD.decode(public).ok().filter(|bytes| bytes.len() == 32).map(Key)
}

/// Who a receipt says signed what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    key: Key,
    message: String,
    signature: Vec<u8>,
}

impl Claim {
    /// What a receipt says; `None` if something of it is missing, or the key is not named as it should be.
    pub(crate) fn of(receipt: &Value) -> Option<Self> {
        let key = receipt.get("key").and_then(key_of)?;
        let id: String = Sha256::digest(&key.0).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let is_named_rightly = receipt.pointer("/key/id").and_then(Value::as_str) == Some(&id);
        let signature = receipt.get("signature").and_then(Value::as_str).filter(|_| is_named_rightly)?;
        let signature = URL_SAFE_NO_PAD.decode(signature).ok()?;
        let mut unsigned = receipt.clone();
        if let Some(members) = unsigned.as_object_mut() {
            members.remove("signature");
        }
        Some(Self { key, message: canonical(&unsigned), signature })
    }

    /// The 32 bytes of the public key, for Ed25519.
    #[must_use]
    pub fn public_key(&self) -> &[u8] {
        &self.key.0
    }

    /// What was signed.
    #[must_use]
    pub fn message(&self) -> &[u8] {
        self.message.as_bytes()
    }

    /// The signature.
    #[must_use]
    pub fn signature(&self) -> &[u8] {
        &self.signature
    }

    /// Whether the key signed exactly this.
    #[cfg(feature = "program")]
    pub(crate) fn is_good(&self) -> bool {
        UnparsedPublicKey::new(&ED25519, self.public_key()).verify(self.message(), &self.signature).is_ok()
    }
}

impl Signed {
    /// What a signature shows that was found good or not, or could not be checked.
    pub(crate) fn of(claim: Option<&Claim>, is_good: Option<bool>, known: Option<&[Key]>) -> Self {
        let Some(claim) = claim else { return Self::Wrongly };
        match (is_good, known) {
            (None, _) => Self::Unchecked,
            (Some(false), _) => Self::Wrongly,
            (Some(true), None) => Self::BySomebody,
            (Some(true), Some(known)) if known.contains(&claim.key) => Self::ByGuildhall,
            (Some(true), Some(_)) => Self::ByAnother,
        }
    }
}
