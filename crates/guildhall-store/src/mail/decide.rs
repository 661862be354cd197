//! What people decide about a mail that did not arrive: send it again, or leave it.

use guildhall_domain::actor::Stamp;
use guildhall_domain::inquiry::spam::Limit;

use super::item::{ASKED, DELIVERY, DISMISSED, FULL_AT, MESSAGE, OUTCOMES, REASON, STATE, state};
use super::outcome::with_present;
use super::settle::{opened, to};
use super::{MailId, MailItem, MailState, Mails};
use crate::changes::Changes;
use crate::item::{Attributes, Reader, nested, number};
use crate::keys::Key;
use crate::{Micros, StoreError};

/// How a decision about a mail ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decided {
    /// It holds.
    Done,
    /// The mail is not where this could be decided.
    NotNow,
    /// It was sent again too often; the seconds until it may be.
    TooOften(i64),
    /// There is no such mail.
    Missing,
}

impl Mails {
    /// Somebody decided that a mail shall be sent again, though it may arrive twice. It waits from now on;
    /// the write itself is what tells the worker. `false` if the mail is not there, or did neither fail nor
    /// come back, and its outcome is known.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn send_again(&self, id: &MailId) -> Result<bool, StoreError> {
        Ok(self.decide_to_send(id, None).await? == Decided::Done)
    }

    /// The same, so often and no oftener, noting who decided it. Of several who decide it at once one is taken at their word, and
    /// the others are told [`Decided::NotNow`]; only what is done counts.
    ///
    /// # Errors
    /// When the table does not answer, or the item is damaged.
    pub async fn send_again_within(
        &self,
        id: &MailId,
        limit: Limit,
        stamp: &Stamp,
    ) -> Result<Decided, StoreError> {
        self.decide_to_send(id, Some((limit, stamp))).await
    }

    async fn decide_to_send(
        &self,
        id: &MailId,
        within: Option<(Limit, &Stamp)>,
    ) -> Result<Decided, StoreError> {
        let Some((mail, read)) = self.as_stored(id).await? else { return Ok(Decided::Missing) };
        if !mail.may_be_sent_again() {
            return Ok(Decided::NotNow);
        }
        let now = Micros::now();
        let mut changes = to(MailState::Waiting)
            .put(OUTCOMES, Some(nested(&with_present(&mail))?))
            .put(MESSAGE, None)
            .put(DELIVERY, None)
            .put(REASON, None)
            .put(DISMISSED, None);
        if let Some((limit, stamp)) = within {
            match limit.take(mail.full_at.unwrap_or_default(), now.0) {
                Ok(full_at) => changes = changes.put(FULL_AT, Some(number(full_at))),
                Err(seconds) => return Ok(Decided::TooOften(seconds)),
            }
            changes = changes.put(ASKED, Some(nested(stamp)?));
        }
        let is_done = self.write_over(id, opened(changes, true, now), &read).await?;
        Ok(if is_done { Decided::Done } else { Decided::NotNow })
    }

    /// Somebody decided that nothing more is to be done about a mail: it leaves the list of open mails and
    /// keeps who said so. Doing it twice is fine; the first one stays noted.
    ///
    /// # Errors
    /// When the table does not answer, or the item is damaged.
    pub async fn dismiss(&self, id: &MailId, stamp: &Stamp) -> Result<Decided, StoreError> {
        let Some((mail, read)) = self.as_stored(id).await? else { return Ok(Decided::Missing) };
        if mail.may_be_dismissed() && mail.dismissed.is_some() {
            return Ok(Decided::Done);
        }
        if !mail.may_be_dismissed() {
            return Ok(Decided::NotNow);
        }
        // Nobody may have written down yet that a claim has run out.
        let changes =
            Changes::default().put(STATE, Some(state(mail.state))).put(DISMISSED, Some(nested(stamp)?));
        let is_done = self.write_over(id, opened(changes, false, Micros::now()), &read).await?;
        Ok(if is_done { Decided::Done } else { Decided::NotNow })
    }

    /// A mail as it is to be understood now, and as it stands in the table.
    async fn as_stored(&self, id: &MailId) -> Result<Option<(MailItem, Attributes)>, StoreError> {
        let Some(item) = self.table.get(&Key::mail(id), true).await? else { return Ok(None) };
        let reader = Reader::new(item.clone());
        if reader.has_expired(Micros::now()) {
            return Ok(None);
        }
        Ok(Some((self.as_of_now(MailItem::read(reader)?), item)))
    }
}
