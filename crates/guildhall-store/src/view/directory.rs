//! The lists of the public directory.

use guildhall_domain::directory::DirectoryRow;
use guildhall_domain::ids::{InquiryId, OrgId, ReviewId, UserId};
use guildhall_domain::inquiry::InquiryRow;
use guildhall_domain::profile::Handle;
use guildhall_domain::review::ReviewRow;

use super::source::{Listed, Seen, Source, changed_at, seen};
use crate::item::{Item, Reader, read_directory_row, read_inquiry_summary, read_review};
use crate::{StoreError, keys};

/// The list of every profile that the world sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Directory;

/// A list of inquiries.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum InquiryList {
    /// What one partner organisation received.
    Of(OrgId),
    /// What one merchant sent, to whomever.
    SentBy(UserId),
}

impl Listed for DirectoryRow {
    type List = Directory;
    type Id = Handle;

    fn source(Directory: &Directory) -> Source {
        Source::Owner(keys::DIRECTORY.to_owned())
    }

    /// A profile of which nothing is shown reads like one that was erased: its version counts, its row is
    /// gone.
    fn read(item: Item) -> Result<Seen<Self>, StoreError> {
        let reader = Reader::new(item.0);
        let (expires_at, changed_at) = (reader.expiry(), changed_at(&reader));
        let (id, version, row) = read_directory_row(reader)?;
        Ok(Seen { id, version, changed_at, expires_at, row })
    }

    fn weight(&self) -> usize {
        Self::weight(self)
    }
}

impl Listed for InquiryRow {
    type List = InquiryList;
    type Id = InquiryId;

    fn source(list: &InquiryList) -> Source {
        match list {
            InquiryList::Of(org) => Source::Partition(keys::inquiries_of(org)),
            InquiryList::SentBy(merchant) => Source::Owner(keys::inquiries_by(merchant)),
        }
    }

    fn read(item: Item) -> Result<Seen<Self>, StoreError> {
        seen(
            item,
            keys::inquiry_at,
            |row: &Self| row.inquiry.version,
            |reader| read_inquiry_summary(reader).map(Self::from),
        )
    }

    fn weight(&self) -> usize {
        Self::weight(self)
    }
}

impl Listed for ReviewRow {
    type List = OrgId;
    type Id = ReviewId;

    fn source(org: &OrgId) -> Source {
        Source::Partition(keys::reviews_of(org))
    }

    fn read(item: Item) -> Result<Seen<Self>, StoreError> {
        seen(item, keys::review_at, |row: &Self| row.0.version, |reader| read_review(reader).map(Self))
    }

    fn weight(&self) -> usize {
        Self::weight(self)
    }
}
