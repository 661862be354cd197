//! Taking an inquiry: the inquiry, the sender's marker and the limits in one transaction.

use aws_sdk_dynamodb::types::TransactWriteItem;
use guildhall_domain::inquiry::Inquiry;

use super::{Arrival, Inquiries, living};
use crate::item::{Attributes, inquiry_item};
use crate::table::Expected;
use crate::transaction::Ending;
use crate::{Micros, StoreError};

/// What became of an inquiry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InquiryCreated {
    /// It is new.
    New,
    /// The very same request sent it before; this is how it stands now.
    Replay(Box<Inquiry>),
    /// Another request used the key before.
    KeyReused,
    /// Another inquiry came in between and counts towards the same limits or comes from the same sender: what was
    /// known is out of date, and whoever sends it has to arrive again.
    Raced,
}

impl Inquiries {
    /// Takes an inquiry and counts it, together or not at all: a repetition counts for nothing, and however
    /// many come at once, no limit is ever exceeded.
    ///
    /// `request_hash` is any text that is the same for the same request and differs for another one.
    ///
    /// # Errors
    /// When the table does not answer, or what stands at the inquiry's place is damaged.
    pub async fn create(
        &self,
        inquiry: &Inquiry,
        request_hash: &str,
        arrival: Arrival,
    ) -> Result<InquiryCreated, StoreError> {
        let now = Micros::now();
        let item = inquiry_item(inquiry, Some(request_hash), now)?;
        let puts =
            [self.table.put_expecting(item, Expected::Nothing)?, arrival.marker.put(&self.table, inquiry)?];
        let mut writes: Vec<_> =
            puts.into_iter().map(|put| TransactWriteItem::builder().put(put).build()).collect();
        for bucket in &arrival.buckets {
            // Whoever arrives again is told how long to wait.
            let Ok(full_at) = bucket.taken(now) else { return Ok(InquiryCreated::Raced) };
            let update = bucket.update(&self.table, full_at)?;
            writes.push(TransactWriteItem::builder().update(update).build());
        }
        let mut refusals = match self.table.write_together(writes).await? {
            Ending::Done => return Ok(InquiryCreated::New),
            Ending::Refused(refusals) => refusals,
        };
        match refusals.at(0) {
            Some(there) => met(there.unwrap_or_default(), request_hash),
            None => Ok(InquiryCreated::Raced),
        }
    }
}

/// What it means that something stood at the inquiry's place already.
fn met(there: Attributes, request_hash: &str) -> Result<InquiryCreated, StoreError> {
    match living(there)? {
        Some((inquiry, request)) if request == request_hash => Ok(InquiryCreated::Replay(Box::new(inquiry))),
        Some(_) | None => Ok(InquiryCreated::KeyReused),
    }
}
