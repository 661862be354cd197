//! Signatures, and the keys that they are checked by.

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

/// What the signature of a receipt shows.
pub(crate) fn check(receipt: &Value, known: Option<&[Key]>) -> Signed {
    let Some(key) = receipt.get("key").and_then(key_of) else { return Signed::Wrongly };
    let id: String = Sha256::digest(&key.0).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let is_named_rightly = receipt.pointer("/key/id").and_then(Value::as_str) == Some(&id);
    let signature = receipt.get("signature").and_then(Value::as_str);
    let signature = signature.and_then(|text| URL_SAFE_NO_PAD.decode(text).ok());
    let Some(signature) = signature.filter(|_| is_named_rightly) else { return Signed::Wrongly };
    let mut unsigned = receipt.clone();
    if let Some(members) = unsigned.as_object_mut() {
        members.remove("signature");
    }
    let message = canonical(&unsigned);
    if UnparsedPublicKey::new(&ED25519, &key.0).verify(message.as_bytes(), &signature).is_err() {
        return Signed::Wrongly;
    }
    match known {
        None => Signed::BySomebody,
        Some(known) if known.contains(&key) => Signed::ByGuildhall,
        Some(_) => Signed::ByAnother,
    }
}
