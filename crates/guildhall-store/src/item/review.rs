//! A review: short, so its lists show all of it and all of it is one map.

use guildhall_domain::review::{Review, ReviewStatus};

use super::writing::{Draft, text};
use super::{Attributes, Reader, kind};
use crate::keys::{self, Key};
use crate::table::{GSI1PK, GSI1SK, TYPE, VERSION};
use crate::{Micros, StoreError};

const RECORD: &str = "record";

/// The whole item. While somebody has to do something about the review, it stands in their queue.
pub(crate) fn review_item(review: &Review, changed_at: Micros) -> Result<Attributes, StoreError> {
    let draft = Draft::new(&Key::review(&review.id), kind::REVIEW)
        .listed(review.version, changed_at)
        .put_nested(RECORD, review)?;
    let Some((queue, since)) = queue(review) else { return Ok(draft.finish()) };
    Ok(draft.put(GSI1PK, text(queue)).put(GSI1SK, text(since.padded())).finish())
}

/// The queue that a review stands in, and its place there: when it may be published, or since when it is
/// reported. These are moments of business time.
fn queue(review: &Review) -> Option<(&'static str, Micros)> {
    let (queue, since) = match (&review.status, &review.report) {
        (ReviewStatus::Held { until }, _) => (keys::REVIEWS_HELD, *until),
        (ReviewStatus::Published { .. }, Some(report)) if review.is_reported() => {
            (keys::REVIEWS_REPORTED, report.at)
        }
        (ReviewStatus::Published { .. } | ReviewStatus::Removed { .. }, _) => return None,
    };
    Some((queue, Micros(since.timestamp_micros())))
}

/// The review of an item, or of an index of it.
pub(crate) fn read_review(mut reader: Reader) -> Result<Review, StoreError> {
    if !reader.is(kind::REVIEW) {
        return Err(reader.damage(TYPE));
    }
    let (id, version) = (reader.key(keys::review_at)?, reader.number(VERSION)?);
    let review: Review = reader.nested(RECORD)?;
    if (&review.id, review.version) != (&id, version) {
        return Err(reader.damage(RECORD));
    }
    Ok(review)
}
