//! Merchants are known by their addresses, which may stand in no key. So there is a hash in their place that takes a
//! secret to make.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use guildhall_domain::organisation::plain_address;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256, Sha512};

use crate::keys;

/// Hides merchants.
#[derive(Clone)]
pub struct MerchantKey(Hmac<Sha256>);

impl MerchantKey {
    /// A key from a secret of any length.
    #[must_use]
    pub fn from_secret(secret: &[u8]) -> Self {
        // As long as a block of the hash, which is what a key is stretched or cut to.
        Self(<Hmac<Sha256> as KeyInit>::new(&Sha512::digest(secret)))
    }

    /// The owner partition of the jobs of whoever has this address.
    #[must_use]
    pub fn jobs_by(&self, email: &str) -> String {
        let mut mac = self.0.clone();
        // Customers are hidden by the same secret, and must not be known by the same hash.
        mac.update(b"merchant\n");
        mac.update(plain_address(email).as_bytes());
        keys::jobs_by(&URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes()))
    }
}

impl std::fmt::Debug for MerchantKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MerchantKey")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_does_not_show_and_is_found_with_the_same_secret_only() {
        let key = MerchantKey::from_secret(b"secret");
        let place = key.jobs_by("anna@shop.example");
        assert!(!place.contains("anna"), "{place}");
        assert_eq!(place, MerchantKey::from_secret(b"secret").jobs_by(" Anna@Shop.example"));
        assert_ne!(place, MerchantKey::from_secret(b"else").jobs_by("anna@shop.example"));
        assert_ne!(place, key.jobs_by("joanna@shop.example"));
        // Another domain, which anybody may register.
        assert_ne!(place, key.jobs_by("anna@shóp.example"));
    }
}
