//! Cursors: where a page starts, sealed for the road.
//!
//! A cursor carries the sort key of a row, which may be a name or an address, and it travels in URLs,
//! which get logged. So it is encrypted, not just signed. It is bound to the list, order and filter that
//! it was made for: a cursor that was altered, or brought to another list, does not open.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Key, KeyInit, Nonce};
use guildhall_domain::listing::Start;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

/// A text that is no cursor of this list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the cursor is damaged or belongs to another list")]
pub struct CursorError;

/// Bytes of a nonce.
const NONCE: usize = 12;
/// Longer texts are no cursors; opening them would only cost time.
const LONGEST: usize = 8192;

/// The list that a cursor belongs to: whose it is, how it is sorted, and what it is narrowed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope([u8; 32]);

impl Scope {
    /// Names a list. `owner` is the organisation, or for the sales team the person too, since what they
    /// see differs.
    #[must_use]
    pub fn new(owner: &str, order: &impl Serialize, filter: &impl Serialize) -> Self {
        // As one JSON array, since texts merely strung together could be cut elsewhere. Order and filter
        // are enums, texts and dates, which JSON can always hold.
        let named = serde_json::to_vec(&(owner, order, filter)).expect("an order and a filter fit JSON");
        Self(Sha256::digest(named).into())
    }
}

/// Seals and opens cursors.
#[derive(Clone)]
pub struct CursorKey {
    cipher: ChaCha20Poly1305,
    nonce_secret: [u8; 32],
}

impl CursorKey {
    /// A key from a secret, of which every process that serves the list must have the same.
    #[must_use]
    pub fn from_secret(secret: &[u8]) -> Self {
        let derive = |label: &[u8]| -> [u8; 32] {
            Sha256::new().chain_update(label).chain_update(secret).finalize().into()
        };
        let cipher = ChaCha20Poly1305::new(&Key::from(derive(b"guildhall cursor cipher\0")));
        Self { cipher, nonce_secret: derive(b"guildhall cursor nonce\0") }
    }

    /// Seals the start of a page.
    #[must_use]
    pub fn seal<Id: Serialize>(&self, scope: &Scope, start: &Start<Id>) -> String {
        self.seal_state(scope, start)
    }

    /// Seals where some long work stands, made of texts, numbers and lists.
    #[must_use]
    pub fn seal_state(&self, scope: &Scope, state: &impl Serialize) -> String {
        let plain = serde_json::to_vec(state).expect("texts and numbers fit JSON");
        let nonce = self.nonce(scope, &plain);
        let payload = Payload { msg: &plain, aad: &scope.0 };
        let sealed = self.cipher.encrypt(&Nonce::from(nonce), payload).expect("a start is below 256 GB");
        URL_SAFE_NO_PAD.encode([&nonce, sealed.as_slice()].concat())
    }

    /// Opens what [`Self::seal`] made for the same list.
    ///
    /// # Errors
    /// When the text was altered, or made for another list, or with another secret.
    pub fn open<Id: DeserializeOwned>(&self, scope: &Scope, text: &str) -> Result<Start<Id>, CursorError> {
        self.open_state(scope, text)
    }

    /// Opens what [`Self::seal_state`] made for the same work.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn open_state<T: DeserializeOwned>(&self, scope: &Scope, text: &str) -> Result<T, CursorError> {
        if text.len() > LONGEST {
            return Err(CursorError);
        }
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| CursorError)?;
        let (nonce, sealed) = bytes.split_first_chunk::<NONCE>().ok_or(CursorError)?;
        let payload = Payload { msg: sealed, aad: &scope.0 };
        let plain = self.cipher.decrypt(&Nonce::from(*nonce), payload).map_err(|_| CursorError)?;
        serde_json::from_slice(&plain).map_err(|_| CursorError)
    }

    /// A nonce derived from what it is used for. Two cursors share one only if they are the same cursor,
    /// which no source of randomness could promise, and the same page always has the same address.
    fn nonce(&self, scope: &Scope, plain: &[u8]) -> [u8; NONCE] {
        let digest = Sha256::new()
            .chain_update(self.nonce_secret)
            .chain_update(scope.0)
            .chain_update(plain)
            .finalize();
        std::array::from_fn(|place| digest[place])
    }
}

impl std::fmt::Debug for CursorKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CursorKey")
    }
}
