//! Creating a lead once, however often it is asked for.

use aws_sdk_dynamodb::types::TransactWriteItem;
use guildhall_domain::ids::LeadId;
use guildhall_domain::lead::Lead;

use super::Leads;
use crate::item::{Attributes, Draft, LeadItem, Reader, kind, lead_item, request_digest, text};
use crate::keys::Key;
use crate::table::{Expected, Written};
use crate::transaction::Ending;
use crate::{Micros, StoreError};

/// Whose a reference is.
const HOLDER: &str = "lead";

/// What became of a submission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Created {
    /// The lead is new.
    New,
    /// The very same request created the lead before; this is how it stands now.
    Replay(Box<Lead>),
    /// Another request used the key before.
    KeyReused,
    /// Another lead of the organisation has this reference.
    ReferenceTaken(LeadId),
}

impl Leads {
    /// Creates a lead, unless it exists: the id is derived from the request's key, so a repetition meets
    /// the first lead at its own place and no second item is needed to know it.
    ///
    /// `request_hash` is any text that is the same for the same request and differs for another one.
    ///
    /// # Errors
    /// When the table does not answer, or what stands at the lead's place is damaged.
    pub async fn create(&self, lead: &Lead, request_hash: &str) -> Result<Created, StoreError> {
        let digest = request_digest(request_hash);
        let item = lead_item(lead, Some(&digest), Micros::now())?;
        match &lead.form.reference {
            None => self.put_new(item, &digest).await,
            Some(reference) => self.put_with_reference(lead, reference, item, &digest).await,
        }
    }

    async fn put_new(&self, item: Attributes, digest: &[u8]) -> Result<Created, StoreError> {
        let put = self.table.put_expecting(item, Expected::Nothing)?;
        match self.table.put_alone(put).await? {
            Written::Done => Ok(Created::New),
            Written::Refused(there) => met(there.unwrap_or_default(), digest),
        }
    }

    /// The marker and the lead come to be together, so two leads never share a reference, not even for
    /// a moment.
    async fn put_with_reference(
        &self,
        lead: &Lead,
        reference: &str,
        item: Attributes,
        digest: &[u8],
    ) -> Result<Created, StoreError> {
        let marker = reference_item(&lead.id, reference);
        let writes = vec![self.put_if_new(item)?, self.put_if_new(marker)?];
        let mut refusals = match self.table.write_together(writes).await? {
            Ending::Done => return Ok(Created::New),
            Ending::Refused(refusals) => refusals,
        };
        // A repetition finds both in place; the lead's own place says what it is.
        if let Some(there) = refusals.at(0) {
            return met(there.unwrap_or_default(), digest);
        }
        let mut marker = Reader::new(refusals.at(1).flatten().unwrap_or_default());
        Ok(Created::ReferenceTaken(marker.parsed(HOLDER)?))
    }

    fn put_if_new(&self, item: Attributes) -> Result<TransactWriteItem, StoreError> {
        let put = self.table.put_expecting(item, Expected::Nothing)?;
        Ok(TransactWriteItem::builder().put(put).build())
    }
}

/// The marker that a reference belongs to a lead.
pub(crate) fn reference_item(lead: &LeadId, reference: &str) -> Attributes {
    Draft::new(&Key::reference(lead.org(), reference), kind::REFERENCE)
        .put(HOLDER, text(lead.to_string()))
        .finish()
}

/// What it means that something stood at the lead's place already. An erased lead keeps its key used.
fn met(there: Attributes, digest: &[u8]) -> Result<Created, StoreError> {
    match LeadItem::living(there) {
        Some(item) if item.is_of_request(digest) => Ok(Created::Replay(Box::new(item.read()?))),
        Some(_) | None => Ok(Created::KeyReused),
    }
}
