//! The token of an open form: when it was opened, and for which partner, signed. It costs nothing to keep,
//! and tells a machine that posts at once from a person who types.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use guildhall_contract::fields::{FieldCode, FieldError};
use guildhall_domain::inquiry::spam::{FASTEST_SECONDS, SLOWEST_SECONDS};
use guildhall_domain::profile::Handle;
use guildhall_store::Micros;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256, Sha512};

const STAMP: usize = 8;
const SIGNATURE: usize = 32;

/// Signs forms, and hides addresses.
#[derive(Clone)]
pub struct FormKey(Hmac<Sha256>);

impl FormKey {
    /// A key from a secret of any length.
    #[must_use]
    pub fn from_secret(secret: &[u8]) -> Self {
        // As long as a block of the hash, which is what a key is stretched or cut to.
        Self(<Hmac<Sha256> as KeyInit>::new(&Sha512::digest(secret)))
    }

    /// The token of a form that is opened now.
    pub(crate) fn issue(&self, handle: &Handle, now: Micros) -> String {
        let stamp = now.0.to_be_bytes();
        let mut token = stamp.to_vec();
        token.extend_from_slice(&self.sign(&stamp, handle).finalize().into_bytes());
        URL_SAFE_NO_PAD.encode(token)
    }

    /// Whether a form with this token may be sent now.
    pub(crate) fn check(&self, token: &str, handle: &Handle, now: Micros) -> Result<(), FieldError> {
        let refused = |code| FieldError::field("form_token", code);
        let opened = self.opened(token, handle).ok_or_else(|| refused(FieldCode::FormTokenInvalid))?;
        let seconds = (now.0 - opened.0) / 1_000_000;
        if seconds < FASTEST_SECONDS {
            return Err(refused(FieldCode::TooFast).with("seconds", FASTEST_SECONDS - seconds));
        }
        if seconds > SLOWEST_SECONDS {
            return Err(refused(FieldCode::FormExpired));
        }
        Ok(())
    }

    /// A text that stands for another one and does not tell it, not even to whoever tries them all.
    pub(crate) fn hide(&self, text: &str) -> String {
        let mut mac = self.0.clone();
        mac.update(b"hide\n");
        mac.update(text.as_bytes());
        URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes())
    }

    fn opened(&self, token: &str, handle: &Handle) -> Option<Micros> {
        let token = URL_SAFE_NO_PAD.decode(token).ok().filter(|token| token.len() == STAMP + SIGNATURE)?;
        let (stamp, signature) = token.split_at(STAMP);
        self.sign(stamp, handle).verify_slice(signature).ok()?;
        Some(Micros(i64::from_be_bytes(stamp.try_into().ok()?)))
    }

    fn sign(&self, stamp: &[u8], handle: &Handle) -> Hmac<Sha256> {
        let mut mac = self.0.clone();
        mac.update(b"form\n");
        mac.update(stamp);
        mac.update(handle.as_str().as_bytes());
        mac
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Micros = Micros(1_800_000_000_000_000);

    fn after(seconds: i64) -> Micros {
        Micros(NOW.0 + seconds * 1_000_000)
    }

    fn handle(text: &str) -> Handle {
        text.parse().unwrap()
    }

    fn code(result: Result<(), FieldError>) -> Option<FieldCode> {
        result.err().map(|error| error.code)
    }

    #[test]
    fn a_form_may_be_sent_after_a_moment_and_within_a_day() {
        let key = FormKey::from_secret(b"secret");
        let token = key.issue(&handle("acme"), NOW);
        let sent = |seconds| code(key.check(&token, &handle("acme"), after(seconds)));
        assert_eq!(sent(0), Some(FieldCode::TooFast));
        assert_eq!(sent(FASTEST_SECONDS), None);
        assert_eq!(sent(SLOWEST_SECONDS), None);
        assert_eq!(sent(SLOWEST_SECONDS + 1), Some(FieldCode::FormExpired));
    }

    #[test]
    fn a_token_is_good_for_its_own_form_and_key_only() {
        let key = FormKey::from_secret(b"secret");
        let token = key.issue(&handle("acme"), NOW);
        let invalid = Some(FieldCode::FormTokenInvalid);
        assert_eq!(code(key.check(&token, &handle("other"), after(60))), invalid);
        assert_eq!(code(FormKey::from_secret(b"else").check(&token, &handle("acme"), after(60))), invalid);
        let later = FormKey::from_secret(b"secret").issue(&handle("acme"), after(-3_600));
        let forged = format!("{}{}", &later[..10], &token[10..]);
        for damaged in ["", "x", "%%", forged.as_str()] {
            assert_eq!(code(key.check(damaged, &handle("acme"), after(60))), invalid, "{damaged}");
        }
    }

    #[test]
    fn what_is_hidden_stays_the_same_and_does_not_show() {
        let key = FormKey::from_secret(b"secret");
        assert_eq!(key.hide("203.0.113.7"), key.hide("203.0.113.7"));
        assert_ne!(key.hide("203.0.113.7"), FormKey::from_secret(b"else").hide("203.0.113.7"));
    }
}
