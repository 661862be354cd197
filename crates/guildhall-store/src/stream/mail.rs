//! Decisions about mails, in the stream.

use guildhall_domain::actor::Stamp;
use guildhall_domain::audit::{MailSubject, MailVerdict};

use super::{Change, Image};
use crate::item::kind;
use crate::{MailRecord, StoreError};

const RECORD: &str = "record";
/// Who decided last that the mail be sent once more.
const ASKED: &str = "asked";
/// Who decided that nothing more is to be done about it.
const DISMISSED: &str = "dismissed";

/// What somebody decided about a mail with this write, and who; `None` if the write did anything else.
///
/// # Errors
/// When an image is damaged.
pub fn mail_decision(change: &Change) -> Result<Option<(MailSubject, MailVerdict, Stamp)>, StoreError> {
    let of_mail = |image: &&Image| image.kind() == kind::MAIL;
    let Some(new) = change.new_image().filter(of_mail) else { return Ok(None) };
    let old = change.old_image().filter(of_mail);
    for (attribute, verdict) in [(ASKED, MailVerdict::SentAgain), (DISMISSED, MailVerdict::Dismissed)] {
        let Some(stamp) = stamp(new, attribute)? else { continue };
        if old.map(|old| self::stamp(old, attribute)).transpose()?.flatten().as_ref() != Some(&stamp) {
            return Ok(Some((subject(new)?, verdict, stamp)));
        }
    }
    Ok(None)
}

fn stamp(image: &Image, attribute: &'static str) -> Result<Option<Stamp>, StoreError> {
    image.reader().optional_nested(attribute)
}

fn subject(image: &Image) -> Result<MailSubject, StoreError> {
    let record: MailRecord = image.reader().nested(RECORD)?;
    let organisation = match (record.lead(), record.inquiry()) {
        (Some(lead), _) => Some(lead.org().clone()),
        (None, Some(inquiry)) => Some(inquiry.org().clone()),
        (None, None) => None,
    };
    Ok(MailSubject { id: record.id().to_string(), topic: record.topic, organisation })
}
