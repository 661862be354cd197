//! Reviews, and the ratings that always equal the published ones.

mod commit;
mod erase;

use chrono::{DateTime, Utc};
use guildhall_domain::ids::ReviewId;
use guildhall_domain::review::Review;

pub use commit::ReviewCommit;

use crate::item::{Attributes, Reader, kind, read_review, review_item};
use crate::keys::{Key, REVIEWS_HELD, REVIEWS_REPORTED, review_at};
use crate::table::{Expected, Written};
use crate::{Micros, StoreError, Table};

/// How much of the queue is shown at once.
const QUEUE: usize = 100;

/// The reviews of the table.
#[derive(Debug, Clone)]
pub struct Reviews {
    table: Table,
}

/// What became of a new review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReviewCreated {
    /// It is new.
    New,
    /// The merchant wrote about the partner before; this is that review as it stands now.
    Exists(Box<Review>),
    /// The merchant wrote about the partner before, and that review was erased. There is no second one.
    Erased,
}

impl Reviews {
    /// The reviews of a table.
    #[must_use]
    pub fn new(table: Table) -> Self {
        Self { table }
    }

    /// Writes a review, unless the merchant has written one about the partner: its id says whose it is about
    /// whom.
    ///
    /// # Errors
    /// When the table does not answer, or what it holds is damaged.
    pub async fn create(&self, review: &Review) -> Result<ReviewCreated, StoreError> {
        let put = self.table.put_expecting(review_item(review, Micros::now())?, Expected::Nothing)?;
        let there = match self.table.put_alone(put).await? {
            Written::Done => return Ok(ReviewCreated::New),
            Written::Refused(there) => Reader::new(there.unwrap_or_default()),
        };
        if there.is(kind::ERASED) {
            return Ok(ReviewCreated::Erased);
        }
        let there = read_review(there)?;
        // If the very review stands there, only the answer of an earlier attempt was lost.
        Ok(if there == *review { ReviewCreated::New } else { ReviewCreated::Exists(Box::new(there)) })
    }

    /// One review as it stands now: one strongly consistent read.
    ///
    /// # Errors
    /// When the table does not answer, or the item is damaged.
    pub async fn get(&self, id: &ReviewId) -> Result<Option<Review>, StoreError> {
        let item = self.table.get(&Key::review(id), true).await?;
        item.and_then(living).map(read_review).transpose()
    }

    /// Reviews whose time to be published has come, longest due first. The index may lag behind by a moment.
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged.
    pub async fn due(&self, now: DateTime<Utc>, limit: usize) -> Result<Vec<ReviewId>, StoreError> {
        let until = Micros(now.timestamp_micros());
        let due = self.table.first_of_owner(REVIEWS_HELD, Some(until), limit).await?;
        due.into_iter().map(|reader| reader.key(review_at)).collect()
    }

    /// Reviews that wait for a decision about a report, longest first; a hundred at most. The index may lag
    /// behind by a moment.
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged.
    pub async fn reported(&self) -> Result<Vec<Review>, StoreError> {
        let reported = self.table.first_of_owner(REVIEWS_REPORTED, None, QUEUE).await?;
        reported.into_iter().map(read_review).collect()
    }
}

fn living(item: Attributes) -> Option<Reader> {
    let gone = |reader: &Reader| reader.is(kind::ERASED) || reader.has_expired(Micros::now());
    Some(Reader::new(item)).filter(|reader| !gone(reader))
}
