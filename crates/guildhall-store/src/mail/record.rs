//! What a mail tells of, and the id that follows from it.

use std::fmt;
use std::str::FromStr;

use guildhall_domain::ids::{InquiryId, LeadId, OrgId, UserId};
use guildhall_domain::money::Currency;
use guildhall_domain::organisation::InvitationId;
use guildhall_domain::payout::Period;
use guildhall_domain::webhook::HookId;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::keys::{Key, hook_notice_at, inquiry_at, invitation_at, lead_at, payout_notice_at};

/// The namespace of mail ids, so that no other derived id can equal one.
const MAIL_NAMESPACE: Uuid = Uuid::from_u128(0x2b8e_41d7_9c03_4f6a_8a55_c0d1_7e96_3f24);

/// A mail, by what it tells of and to whom: 32 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct MailId(Uuid);

/// A text that is not the id of a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a mail id is 32 hexadecimal digits")]
pub struct InvalidMailId;

impl fmt::Display for MailId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.simple())
    }
}

impl FromStr for MailId {
    type Err = InvalidMailId;

    fn from_str(text: &str) -> Result<Self, InvalidMailId> {
        if text.len() != 32 {
            return Err(InvalidMailId);
        }
        Uuid::try_parse(text).map(Self).map_err(|_| InvalidMailId)
    }
}

/// The event that a mail tells of, and who is told. Nothing in it is personal: an audience is a part that
/// somebody plays, not an address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailRecord {
    /// Partition of the item that the event happened to.
    pub pk: String,
    /// Its sort key.
    pub sk: String,
    /// The event's number in that item.
    pub event: u64,
    /// Who is told, as `partner`.
    pub audience: String,
    /// What sort of mail it is, as `inquiry`.
    pub topic: String,
}

impl MailRecord {
    /// The mail that tells this audience of this event.
    #[must_use]
    pub fn new(source: &Key, event: u64, audience: &str, topic: &str) -> Self {
        let (pk, sk) = (source.pk.clone(), source.sk.clone());
        Self { pk, sk, event, audience: audience.to_owned(), topic: topic.to_owned() }
    }

    /// Where the item stands that the event happened to.
    #[must_use]
    pub fn source(&self) -> Key {
        Key { pk: self.pk.clone(), sk: self.sk.clone() }
    }

    /// The inquiry that it tells of, if it is one.
    #[must_use]
    pub fn inquiry(&self) -> Option<InquiryId> {
        inquiry_at(&self.pk, &self.sk)
    }

    /// The lead that it tells of, if it is one.
    #[must_use]
    pub fn lead(&self) -> Option<LeadId> {
        lead_at(&self.pk, &self.sk)
    }

    /// The invitation that it brings, if it is one. The event is the invitation's revision.
    #[must_use]
    pub fn invitation(&self) -> Option<InvitationId> {
        invitation_at(&self.pk, &self.sk)
    }

    /// Which owner it tells of which payout, if it does.
    #[must_use]
    pub fn payout(&self) -> Option<(UserId, OrgId, Period, Currency)> {
        payout_notice_at(&self.pk, &self.sk)
    }

    /// Which owner it tells that which endpoint was switched off, if it does.
    #[must_use]
    pub fn webhook(&self) -> Option<(UserId, OrgId, HookId)> {
        hook_notice_at(&self.pk, &self.sk)
    }

    /// The mail's id: the same event and audience always give the same one.
    #[must_use]
    pub fn id(&self) -> MailId {
        let name = format!("{}\n{}\n{}\n{}", self.pk, self.sk, self.event, self.audience);
        MailId(Uuid::new_v5(&MAIL_NAMESPACE, name.as_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(event: u64, audience: &str) -> MailRecord {
        let source = Key { pk: "ORG#acme#INQUIRIES".to_owned(), sk: "INQUIRY#1".to_owned() };
        MailRecord::new(&source, event, audience, "inquiry")
    }

    #[test]
    fn one_event_gives_one_mail_to_each_audience() {
        let id = record(1, "partner").id();
        assert_eq!(id, record(1, "partner").id());
        assert_ne!(id, record(1, "merchant").id());
        assert_ne!(id, record(2, "partner").id());
    }

    #[test]
    fn an_id_reads_back_as_written() {
        let id = record(1, "partner").id();
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!("partner".parse::<MailId>(), Err(InvalidMailId));
    }
}
