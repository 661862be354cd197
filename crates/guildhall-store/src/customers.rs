//! Merchants who are customers already. Of each there is nothing but a hash that takes a secret to make: whether
//! somebody is among them can be asked, who they are cannot be read.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256, Sha512};

use crate::item::{Draft, kind};
use crate::keys::Key;
use crate::{StoreError, Table};

/// Hides customers.
#[derive(Clone)]
pub struct CustomerKey(Hmac<Sha256>);

impl CustomerKey {
    /// A key from a secret of any length.
    #[must_use]
    pub fn from_secret(secret: &[u8]) -> Self {
        // As long as a block of the hash, which is what a key is stretched or cut to.
        Self(<Hmac<Sha256> as KeyInit>::new(&Sha512::digest(secret)))
    }

    /// Where a customer stands.
    fn place_of(&self, merchant: &str) -> Key {
        let mut mac = self.0.clone();
        mac.update(b"customer\n");
        mac.update(merchant.as_bytes());
        Key::customer(&URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes()))
    }
}

impl std::fmt::Debug for CustomerKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CustomerKey")
    }
}

/// The customers of the table.
#[derive(Debug, Clone)]
pub struct Customers {
    table: Table,
    key: CustomerKey,
}

impl Customers {
    /// The customers of a table, hidden by this key.
    #[must_use]
    pub fn new(table: Table, key: CustomerKey) -> Self {
        Self { table, key }
    }

    /// Adds customers: registrable domains or folded addresses. Whoever is there already stays as they are.
    ///
    /// # Errors
    /// When the table does not answer, or does not take all of it in time.
    pub async fn put_many(&self, merchants: &[String]) -> Result<(), StoreError> {
        let mut places: Vec<_> = merchants.iter().map(|merchant| self.key.place_of(merchant)).collect();
        // The table refuses to be told of one item twice in a call.
        places.sort_by(|one, other| one.pk.cmp(&other.pk));
        places.dedup();
        let items = places.iter().map(|place| Draft::new(place, kind::CUSTOMER).finish());
        self.table.put_many(items.collect()).await
    }

    /// Whether any of these is a customer: registrable domains or folded addresses, a hundred at most. One call.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn knows(&self, merchants: &[String]) -> Result<bool, StoreError> {
        let mut places: Vec<_> = merchants.iter().map(|merchant| self.key.place_of(merchant)).collect();
        places.dedup();
        if places.is_empty() {
            return Ok(false);
        }
        Ok(!self.table.get_many(&places.iter().collect::<Vec<_>>()).await?.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_customer_does_not_show_in_its_key_and_is_found_with_the_same_secret_only() {
        let key = CustomerKey::from_secret(b"secret");
        let place = key.place_of("acme.com");
        assert!(!place.pk.contains("acme"), "{}", place.pk);
        assert_eq!(place, CustomerKey::from_secret(b"secret").place_of("acme.com"));
        assert_ne!(place, CustomerKey::from_secret(b"else").place_of("acme.com"));
        assert_ne!(place, key.place_of("acme.se"));
    }
}
