//! Referral records, the ledger and payouts in the stream.

use guildhall_domain::payout::Payout;
use guildhall_domain::referral::{LedgerEntry, ReferralRecord};

use super::Image;
use crate::StoreError;
use crate::item::{read_entry, read_payout, read_referral};

/// The referral record of an image.
///
/// # Errors
/// When the image is none of a record, or damaged.
pub fn referral(image: &Image) -> Result<ReferralRecord, StoreError> {
    read_referral(image.reader())
}

/// The ledger's entry of an image.
///
/// # Errors
/// When the image is none of an entry, or damaged.
pub fn ledger_entry(image: &Image) -> Result<LedgerEntry, StoreError> {
    read_entry(image.reader())
}

/// The payout of an image.
///
/// # Errors
/// When the image is none of a payout, or damaged.
pub fn payout(image: &Image) -> Result<Payout, StoreError> {
    read_payout(image.reader())
}
