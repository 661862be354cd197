//! The key that receipts are signed with, and those before it.

use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use guildhall_contract::receipts::{ALGORITHM, Receipt, ReceiptKey, ReceiptKeys};
use guildhall_domain::lead::chain::canonical;
use sha2::{Digest, Sha256};

/// Why there is no key.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The secret makes none.
    #[error("the secret of the receipts makes no key")]
    Secret,
    /// A key from before is not 32 bytes in base64url.
    #[error("a former key of the receipts is not 32 bytes in base64url")]
    Former,
}

/// Signs receipts.
pub struct Signer {
    pair: Ed25519KeyPair,
    keys: Vec<ReceiptKey>,
}

impl Signer {
    /// The key of a secret of any length. `former` are the public keys of earlier secrets, in base64url, separated by
    /// commas.
    ///
    /// # Errors
    /// When one of them is none.
    pub fn from_secret(secret: &[u8], former: &str) -> Result<Self, KeyError> {
        let seed = Sha256::new().chain_update(b"guildhall receipts\0").chain_update(secret).finalize();
        let pair = Ed25519KeyPair::from_seed_unchecked(&seed).map_err(|_| KeyError::Secret)?;
        let mut keys = vec![described(pair.public_key().as_ref())];
        for text in former.split(',').map(str::trim).filter(|text| !text.is_empty()) {
            let public = URL_SAFE_NO_PAD.decode(text).ok().filter(|public| public.len() == 32);
            keys.push(described(&public.ok_or(KeyError::Former)?));
        }
        Ok(Self { pair, keys })
    }

    /// The key in use.
    pub(crate) fn key(&self) -> ReceiptKey {
        described(self.pair.public_key().as_ref())
    }

    /// All keys, the one in use first.
    pub(crate) fn keys(&self) -> ReceiptKeys {
        ReceiptKeys { keys: self.keys.clone() }
    }

    /// Signs a receipt that has no signature yet.
    ///
    /// # Errors
    /// Never for receipts, which JSON can always hold.
    pub(crate) fn sign(&self, mut receipt: Receipt) -> Result<Receipt, serde_json::Error> {
        let text = canonical(&serde_json::to_value(&receipt)?);
        receipt.signature = URL_SAFE_NO_PAD.encode(self.pair.sign(text.as_bytes()));
        Ok(receipt)
    }
}

fn described(public: &[u8]) -> ReceiptKey {
    let digest = Sha256::digest(public);
    ReceiptKey {
        id: digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect(),
        algorithm: ALGORITHM.to_owned(),
        public: URL_SAFE_NO_PAD.encode(public),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_has_one_key_and_former_keys_are_told_of() {
        let first = Signer::from_secret(b"first", "").unwrap();
        assert_eq!(first.key(), Signer::from_secret(b"first", "").unwrap().key());
        let second = Signer::from_secret(b"second", &format!("{}, ", first.key().public)).unwrap();
        assert_eq!(second.keys().keys, [second.key(), first.key()]);
        assert!(matches!(Signer::from_secret(b"third", "short"), Err(KeyError::Former)));
    }
}
