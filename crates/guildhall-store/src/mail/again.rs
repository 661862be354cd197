//! Somebody's decision to send a mail again, as the stream tells it.

use super::{MailItem, MailRecord, MailState};
use crate::StoreError;
use crate::item::kind;
use crate::stream::{Change, Image};

/// The mail that somebody decided with this write to send again, by what it tells of; `None` if the write
/// did anything else. A worker that gives a mail back to be tried later decides nothing.
///
/// # Errors
/// When an image is damaged.
pub fn asked_again(change: &Change) -> Result<Option<MailRecord>, StoreError> {
    let of_mail = |image: &&Image| image.kind() == kind::MAIL;
    let (Some(old), Some(new)) = (change.old_image().filter(of_mail), change.new_image().filter(of_mail))
    else {
        return Ok(None);
    };
    let (old, new) = (MailItem::read(old.reader())?, MailItem::read(new.reader())?);
    let was_over = match old.state {
        MailState::Unknown | MailState::Failed | MailState::Sent => true,
        // Nobody wrote down that the claim had run out before somebody decided.
        MailState::Claimed => new.outcomes != old.outcomes,
        MailState::Waiting => false,
    };
    Ok((was_over && new.state == MailState::Waiting).then_some(new.record))
}
