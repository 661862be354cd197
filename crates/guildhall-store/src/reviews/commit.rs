//! Committing what happened to a review. Whether it counts and what it counts for change in one transaction.

use aws_sdk_dynamodb::types::{TransactWriteItem, Update};
use guildhall_domain::review::{RatingsMove, Review};

use super::{Reviews, living};
use crate::changes::Changes;
use crate::item::{Attributes, ORG, RATINGS, read_review, review_item, text};
use crate::keys::Key;
use crate::table::{Expected, GSI1SK, VERSION, Written};
use crate::transaction::Ending;
use crate::{Micros, StoreError, Table};

/// What became of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReviewCommit {
    /// It is written.
    Done,
    /// Somebody was faster; this is how the review stands now, or `None` if it is gone.
    Conflict(Option<Box<Review>>),
}

impl Reviews {
    /// Writes a review after exactly one change, provided that nothing happened since it was read; `ratings`
    /// is what the change does to the partner's ratings.
    ///
    /// # Errors
    /// When the table does not answer, or what it holds is damaged.
    pub async fn commit(
        &self,
        after: &Review,
        ratings: Option<RatingsMove>,
    ) -> Result<ReviewCommit, StoreError> {
        let expected = Expected::Version(after.version.saturating_sub(1));
        let put = self.table.put_expecting(review_item(after, Micros::now())?, expected)?;
        let Some(ratings) = ratings else {
            return match self.table.put_alone(put).await? {
                Written::Done => Ok(ReviewCommit::Done),
                Written::Refused(there) => conflict(there, after),
            };
        };
        let count = move_ratings(&self.table, after, ratings)?;
        let writes = vec![
            TransactWriteItem::builder().put(put).build(),
            TransactWriteItem::builder().update(count).build(),
        ];
        let mut refusals = match self.table.write_together(writes).await? {
            Ending::Done => return Ok(ReviewCommit::Done),
            Ending::Refused(refusals) => refusals,
        };
        match refusals.at(0) {
            Some(there) => conflict(there, after),
            // The review was as expected, so the partner's copy must be there, and its own.
            None => {
                let key = Key::profile(&after.handle);
                Err(StoreError::Corrupt { key: format!("{} {}", key.pk, key.sk), attribute: "record" })
            }
        }
    }
}

/// Adds the review to the sums, or takes it out of them, whatever else happens to them meanwhile.
pub(super) fn move_ratings(
    table: &Table,
    review: &Review,
    ratings: RatingsMove,
) -> Result<Update, StoreError> {
    let sign = match ratings {
        RatingsMove::Count => 1,
        RatingsMove::Uncount => -1,
    };
    let (quality, communication) = (review.quality.get(), review.communication.get());
    let bar = usize::from((quality + communication).div_ceil(2)) - 1;
    let mut changes = Changes::default()
        .put(GSI1SK, Some(text(Micros::now().padded())))
        .count_up(VERSION)
        .add(&format!("{RATINGS}.count"), sign)
        .add(&format!("{RATINGS}.quality"), sign * i64::from(quality))
        .add(&format!("{RATINGS}.communication"), sign * i64::from(communication))
        .add(&format!("{RATINGS}.histogram[{bar}]"), sign);
    let own = text(review.id.org().as_str());
    let condition = format!("{} = {}", changes.name(ORG), changes.value("own", own));
    table.update(&Key::profile(&review.handle), changes, condition)
}

/// What a failed condition means. If the very review stands there, an earlier attempt of this write went
/// through and only its answer was lost.
fn conflict(there: Option<Attributes>, after: &Review) -> Result<ReviewCommit, StoreError> {
    match there.and_then(living).map(read_review).transpose()? {
        Some(there) if there == *after => Ok(ReviewCommit::Done),
        there => Ok(ReviewCommit::Conflict(there.map(Box::new))),
    }
}
