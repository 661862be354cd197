//! What hangs on something of the person's own and is found by its key alone.

use guildhall_domain::audit::{AuditEntry, of_lead, of_review};
use guildhall_domain::lead::Lead;
use guildhall_domain::notice::{Audience, Topic};
use guildhall_domain::privacy::Holding;
use guildhall_domain::referral::ReferralId;

use crate::StoreError;
use crate::item::{Attributes, LeadItem, Reader, read_conversation, read_inquiry, read_review};
use crate::keys::Key;
use crate::{MailId, MailRecord};

/// What hangs on an item.
#[derive(Debug, Default)]
pub(super) struct Dependents {
    /// The referral record.
    pub(super) referral: Option<Key>,
    /// Mails that told of it.
    pub(super) mails: Vec<MailId>,
    /// Entries of the log about it, without what is personal. They follow from the item, so they are known even before
    /// anybody has written them.
    pub(super) entries: Vec<AuditEntry>,
    /// What was written in a conversation. It goes with it.
    pub(super) parts: Vec<Key>,
}

/// What hangs on an item of the person's own.
pub(super) fn dependents(holding: Holding, key: &Key, item: &Attributes) -> Result<Dependents, StoreError> {
    match holding {
        Holding::Lead => match LeadItem::living(item.clone()) {
            Some(lead) => Ok(of_a_lead(&lead.read()?)),
            None => Ok(Dependents::default()),
        },
        Holding::Review => {
            let review = read_review(Reader::new(item.clone()))?;
            let entries =
                review.decisions.iter().map(|decision| of_review(&review, decision).blanked()).collect();
            Ok(Dependents { entries, ..Dependents::default() })
        }
        Holding::Inquiry => {
            let (inquiry, _) = read_inquiry(Reader::new(item.clone()))?;
            let source = Key::inquiry(&inquiry.id);
            let told =
                |audience: Audience| MailRecord::new(&source, 1, audience.code(), Topic::Inquiry.code()).id();
            let mails = Audience::ALL.iter().map(|audience| told(*audience)).collect();
            Ok(Dependents { mails, ..Dependents::default() })
        }
        Holding::Conversation => {
            let head = read_conversation(Reader::new(item.clone()))?;
            Ok(Dependents { parts: head.part_keys(), ..Dependents::default() })
        }
        Holding::Digest => {
            let told =
                |audience: &Audience| MailRecord::new(key, 1, audience.code(), Topic::Digest.code()).id();
            Ok(Dependents { mails: Audience::ALL.iter().map(told).collect(), ..Dependents::default() })
        }
        _ => Ok(Dependents::default()),
    }
}

fn of_a_lead(lead: &Lead) -> Dependents {
    let entries = lead.timeline.iter().filter_map(|event| of_lead(lead, event)).map(AuditEntry::blanked);
    Dependents {
        referral: Some(Key::referral(lead.id.org(), &ReferralId::of_lead(&lead.id))),
        mails: lead.mails.iter().filter_map(|told| told.mail.parse().ok()).collect(),
        entries: entries.collect(),
        parts: Vec::new(),
    }
}

impl Dependents {
    /// Where they all stand.
    pub(super) fn keys(&self) -> Vec<Key> {
        let mails = self.mails.iter().map(Key::mail);
        let entries = self.entries.iter().map(|entry| Key::audit(entry.month(), entry.id));
        self.referral.iter().cloned().chain(mails).chain(entries).chain(self.parts.iter().cloned()).collect()
    }
}
