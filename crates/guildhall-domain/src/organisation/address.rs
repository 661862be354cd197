//! Which addresses are the same one.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The namespace of marks, so that no other derived id can equal one.
const NAMESPACE: Uuid = Uuid::from_u128(0x8a41_d3f6_0b7e_4c25_93ae_1f60_7d58_c2b9);

/// What stands for an e-mail address where only sameness matters: the roll of a house knows by it who is invited
/// or there already, and keeps no address of anybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AddressMark(Uuid);

impl AddressMark {
    /// The mark of an address, however its letters are written.
    #[must_use]
    pub fn of(address: &str) -> Self {
        Self(Uuid::new_v5(&NAMESPACE, plain_address(address).as_bytes()))
    }
}

/// Whether two addresses are one. Only case is let go: an accent makes another mailbox.
#[must_use]
pub fn is_same_address(one: &str, other: &str) -> bool {
    plain_address(one) == plain_address(other)
}

/// What two addresses that are one have in common.
#[must_use]
pub fn plain_address(address: &str) -> String {
    address.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_makes_no_second_address_and_an_accent_does() {
        assert!(is_same_address(" Anna@Acme.example", "anna@acme.example"));
        assert_eq!(AddressMark::of("ANNA@acme.example"), AddressMark::of("anna@acme.example "));
        assert!(!is_same_address("åke@acme.example", "ake@acme.example"));
        assert_ne!(AddressMark::of("åke@acme.example"), AddressMark::of("ake@acme.example"));
    }
}
