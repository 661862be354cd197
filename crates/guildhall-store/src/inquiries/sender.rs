//! The marker of somebody's last inquiry to a partner, by which a repeat is known. It is found by the hash
//! of the sender's address and names nobody.

use aws_sdk_dynamodb::types::Put;
use chrono::{DateTime, Utc};
use guildhall_domain::ids::{InquiryId, OrgId};
use guildhall_domain::inquiry::{Inquiry, REPEAT_WINDOW};

use crate::item::{Attributes, Draft, Reader, kind, number, text};
use crate::keys::Key;
use crate::table::{EXPIRES_AT, Expected, VERSION};
use crate::{Micros, StoreError, Table};

const LAST: &str = "last";
const SENT_AT: &str = "sent_at";

/// The marker as it was read.
#[derive(Debug, Clone)]
pub(super) struct Marker {
    pub(super) key: Key,
    version: Option<u64>,
    pub(super) last: Option<(InquiryId, DateTime<Utc>)>,
}

impl Marker {
    /// The marker of a sender, not read yet.
    pub(super) fn new(org: &OrgId, email: &str) -> Self {
        Self { key: Key::sender(org, email), version: None, last: None }
    }

    /// Takes over what stands in the table.
    pub(super) fn read(&mut self, item: Attributes) -> Result<(), StoreError> {
        let mut reader = Reader::new(item);
        self.version = Some(reader.number(VERSION)?);
        if !reader.has_expired(Micros::now()) {
            self.last = Some((reader.parsed(LAST)?, reader.moment(SENT_AT)?));
        }
        Ok(())
    }

    /// Names this inquiry as the last one, provided that there was no other since the marker was read.
    ///
    /// It lasts for as long as a repeat is of interest. Business time may be elsewhere, but expiry is by the
    /// machine's clock; whoever reads the marker looks at business time too.
    pub(super) fn put(&self, table: &Table, inquiry: &Inquiry) -> Result<Put, StoreError> {
        let expires_at = Micros::now().seconds() + REPEAT_WINDOW.num_seconds();
        let item = Draft::new(&self.key, kind::SENDER)
            .put(VERSION, number(self.version.unwrap_or(0) + 1))
            .put(LAST, text(inquiry.id.to_string()))
            .put(SENT_AT, number(inquiry.sent_at.timestamp_micros()))
            .put(EXPIRES_AT, number(expires_at))
            .finish();
        table.put_expecting(item, self.version.map_or(Expected::Nothing, Expected::Version))
    }
}
