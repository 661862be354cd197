//! What has to be known before an inquiry is taken: one call reads all of it.

use chrono::{DateTime, Utc};
use guildhall_domain::ids::{InquiryId, UserId};
use guildhall_domain::inquiry::Inquiry;
use guildhall_domain::inquiry::spam::{PER_ADDRESS, PER_PARTNER, PER_SENDER};

use super::sender::Marker;
use super::{Inquiries, living};
use crate::bucket::{self, Bucket};
use crate::keys::Key;
use crate::{Micros, StoreError};

/// Who sends an inquiry. Nothing of it is kept: markers and limits are found by its hashes. An address may
/// be guessed from a plain hash of it, so the caller had better bring something that stands for it and that
/// takes a secret to make.
#[derive(Clone, Copy)]
pub struct Sender<'a> {
    /// Who is signed in.
    pub merchant: &'a UserId,
    /// The e-mail address in the form, or what stands for it; by it a repeat is known.
    pub email: &'a str,
    /// The network address, or what stands for it.
    pub address: &'a str,
}

/// What was known when an inquiry arrived.
#[derive(Debug, Clone)]
pub struct Arrival {
    /// The inquiry itself, if it was sent before, and the hash of the request that sent it.
    pub existing: Option<(Inquiry, String)>,
    /// The sender's last inquiry to the same partner, and when it was sent.
    pub last: Option<(InquiryId, DateTime<Utc>)>,
    pub(super) marker: Marker,
    pub(super) buckets: [Bucket; 3],
}

impl std::fmt::Debug for Sender<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The addresses are personal.
        f.debug_struct("Sender").field("merchant", &self.merchant).finish_non_exhaustive()
    }
}

impl Inquiries {
    /// Looks whether an inquiry may be taken: whether it was sent before, what the sender wrote to the
    /// partner last, and how much of each limit is left.
    ///
    /// # Errors
    /// When the table does not answer, or what it holds is damaged.
    pub async fn arrive(&self, id: &InquiryId, sender: &Sender<'_>) -> Result<Arrival, StoreError> {
        let inquiry = Key::inquiry(id);
        let mut marker = Marker::new(id.org(), sender.email);
        let mut buckets = [
            Bucket::new(PER_SENDER, sender.merchant.as_str()),
            Bucket::new(PER_ADDRESS, sender.address),
            Bucket::new(PER_PARTNER, id.org().as_str()),
        ];
        let keys: Vec<_> =
            [&inquiry, &marker.key].into_iter().chain(buckets.iter().map(|bucket| &bucket.key)).collect();
        let mut found = self.table.get_many(&keys).await?;
        let existing = match found.remove(&inquiry) {
            Some(item) => living(item)?,
            None => None,
        };
        if let Some(item) = found.remove(&marker.key) {
            marker.read(item)?;
        }
        for bucket in &mut buckets {
            bucket.read(&mut found)?;
        }
        Ok(Arrival { existing, last: marker.last.clone(), marker, buckets })
    }
}

impl Arrival {
    /// In how many seconds to come again, if one of the limits is used up.
    #[must_use]
    pub fn retry_after(&self, now: Micros) -> Option<u32> {
        bucket::retry_after(&self.buckets, now)
    }
}
