//! Creating a lead once, however often it is asked for.

use aws_sdk_dynamodb::types::TransactWriteItem;
use guildhall_domain::ids::{InquiryId, LeadId, OrgId};
use guildhall_domain::lead::Lead;

use super::Leads;
use crate::item::{Attributes, Draft, LeadItem, Reader, kind, lead_item, request_digest, text};
use crate::keys::Key;
use crate::table::{Expected, Written};
use crate::transaction::Ending;
use crate::{Micros, StoreError};

/// Whose a reference is.
pub(super) const HOLDER: &str = "lead";

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
    /// Another lead of the organisation came from this inquiry.
    InquiryUsed(LeadId),
}

/// Something of which an organisation has one lead at most.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Unique<'a> {
    /// The partner's own number.
    Reference(&'a str),
    /// The inquiry that a lead came from.
    Inquiry(&'a InquiryId),
}

impl Unique<'_> {
    /// What a lead has of it.
    pub(crate) fn of(lead: &Lead) -> Vec<Unique<'_>> {
        let reference = lead.form.reference.as_deref().map(Unique::Reference);
        reference.into_iter().chain(lead.form.inquiry.as_ref().map(Unique::Inquiry)).collect()
    }

    /// Where the marker stands that says whose it is.
    pub(crate) fn key(self, org: &OrgId) -> Key {
        match self {
            Self::Reference(reference) => Key::reference(org, reference),
            Self::Inquiry(inquiry) => Key::origin(org, inquiry),
        }
    }

    /// The marker.
    pub(crate) fn item(self, lead: &LeadId) -> Attributes {
        Draft::new(&self.key(lead.org()), kind::REFERENCE).put(HOLDER, text(lead.to_string())).finish()
    }

    fn taken_by(self, lead: LeadId) -> Created {
        match self {
            Self::Reference(_) => Created::ReferenceTaken(lead),
            Self::Inquiry(_) => Created::InquiryUsed(lead),
        }
    }
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
        let unique = Unique::of(lead);
        if unique.is_empty() {
            return self.put_new(item, &digest).await;
        }
        self.put_with_markers(lead, &unique, item, &digest).await
    }

    async fn put_new(&self, item: Attributes, digest: &[u8]) -> Result<Created, StoreError> {
        let put = self.table.put_expecting(item, Expected::Nothing)?;
        match self.table.put_alone(put).await? {
            Written::Done => Ok(Created::New),
            Written::Refused(there) => met(there.unwrap_or_default(), digest),
        }
    }

    /// The markers and the lead come to be together, so two leads never share what is unique, not even
    /// for a moment.
    async fn put_with_markers(
        &self,
        lead: &Lead,
        unique: &[Unique<'_>],
        item: Attributes,
        digest: &[u8],
    ) -> Result<Created, StoreError> {
        let mut writes = vec![self.put_if_new(item)?];
        for one in unique {
            writes.push(self.put_if_new(one.item(&lead.id))?);
        }
        let mut refusals = match self.table.write_together(writes).await? {
            Ending::Done => return Ok(Created::New),
            Ending::Refused(refusals) => refusals,
        };
        // A repetition finds all of it in place; the lead's own place says what it is.
        if let Some(there) = refusals.at(0) {
            return met(there.unwrap_or_default(), digest);
        }
        for (place, one) in (1..).zip(unique) {
            if let Some(there) = refusals.at(place) {
                let holder = Reader::new(there.unwrap_or_default()).parsed(HOLDER)?;
                return Ok(one.taken_by(holder));
            }
        }
        Err(StoreError::of_code("TransactWriteItems", None))
    }

    fn put_if_new(&self, item: Attributes) -> Result<TransactWriteItem, StoreError> {
        let put = self.table.put_expecting(item, Expected::Nothing)?;
        Ok(TransactWriteItem::builder().put(put).build())
    }
}

/// What it means that something stood at the lead's place already. An erased lead keeps its key used.
fn met(there: Attributes, digest: &[u8]) -> Result<Created, StoreError> {
    match LeadItem::living(there) {
        Some(item) if item.is_of_request(digest) => Ok(Created::Replay(Box::new(item.read()?))),
        Some(_) | None => Ok(Created::KeyReused),
    }
}
