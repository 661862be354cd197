//! What stands for a person in the audit log.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use guildhall_domain::privacy::Subject;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256, Sha512};

/// Bytes of a pseudonym: enough to tell any two people apart.
const BYTES: usize = 16;

/// Makes pseudonyms: whoever has the address and the secret can tell that a request was about them, and nobody can read
/// the address back.
#[derive(Clone)]
pub struct Pseudonyms(Hmac<Sha256>);

impl Pseudonyms {
    /// Pseudonyms from a secret of any length. With another secret, one person has another one.
    #[must_use]
    pub fn from_secret(secret: &[u8]) -> Self {
        // As long as a block of the hash, which is what a key is stretched or cut to.
        Self(<Hmac<Sha256> as KeyInit>::new(&Sha512::digest(secret)))
    }

    /// What stands for a person.
    #[must_use]
    pub fn of(&self, subject: &Subject) -> String {
        let mut mac = self.0.clone();
        mac.update(b"person\n");
        mac.update(subject.as_str().as_bytes());
        URL_SAFE_NO_PAD.encode(&mac.finalize().into_bytes()[..BYTES])
    }
}

impl std::fmt::Debug for Pseudonyms {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Pseudonyms")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_person_has_one_pseudonym_that_takes_the_secret_to_make() {
        let (ours, theirs) = (Pseudonyms::from_secret(b"ours"), Pseudonyms::from_secret(b"theirs"));
        let anna = Subject::new("anna@shop.example");
        assert_eq!(ours.of(&anna), ours.of(&Subject::new(" Anna@Shop.Example ")));
        assert_ne!(ours.of(&anna), ours.of(&Subject::new("olle@shop.example")));
        assert_ne!(ours.of(&anna), theirs.of(&anna));
        assert!(!ours.of(&anna).contains("anna"));
    }
}
