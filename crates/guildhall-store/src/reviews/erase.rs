//! Erasing a review: it counts no longer from the very moment that it is gone.

use aws_sdk_dynamodb::types::TransactWriteItem;
use guildhall_domain::ids::ReviewId;
use guildhall_domain::review::{RatingsMove, Review};

use super::Reviews;
use super::commit::move_ratings;
use crate::item::{Draft, kind};
use crate::keys::Key;
use crate::table::{Expected, Written};
use crate::transaction::Ending;
use crate::{Micros, StoreError};

/// How often an erasure that met another change of the review starts over.
const TRIES: u32 = 8;

impl Reviews {
    /// Erases a review; if it was published, its stars leave the partner's ratings in the same transaction. A mark
    /// without content stays, so that whoever holds the partner's reviews drops it. `false` if there was none.
    ///
    /// # Errors
    /// When the table does not answer, what it holds is damaged, or the review keeps changing all the while.
    pub async fn erase(&self, id: &ReviewId) -> Result<bool, StoreError> {
        for _ in 0..TRIES {
            let Some(review) = self.get(id).await? else { return Ok(false) };
            if self.replace_with_mark(&review).await? {
                return Ok(true);
            }
        }
        Err(StoreError::of_code("TransactWriteItems", Some("TransactionConflict")))
    }

    async fn replace_with_mark(&self, review: &Review) -> Result<bool, StoreError> {
        let mark = Draft::new(&Key::review(&review.id), kind::ERASED)
            .listed(review.version + 1, Micros::now())
            .finish();
        let put = self.table.put_expecting(mark, Expected::Version(review.version))?;
        if !review.is_published() {
            return Ok(matches!(self.table.put_alone(put).await?, Written::Done));
        }
        let count = move_ratings(&self.table, review, RatingsMove::Uncount)?;
        let writes = vec![
            TransactWriteItem::builder().put(put).build(),
            TransactWriteItem::builder().update(count).build(),
        ];
        match self.table.write_together(writes).await? {
            Ending::Done => Ok(true),
            Ending::Refused(mut refusals) => match refusals.at(0) {
                Some(_) => Ok(false),
                // The review was as expected, so the partner's copy must be there, and its own.
                None => {
                    let key = Key::profile(&review.handle);
                    Err(StoreError::Corrupt { key: format!("{} {}", key.pk, key.sk), attribute: "record" })
                }
            },
        }
    }
}
