//! The records of an archive.

use guildhall_domain::actor::Side;
use guildhall_domain::archive::ArchiveList;
use guildhall_domain::ids::OrgId;
use guildhall_domain::inquiry::Inquiry;
use guildhall_domain::lead::Lead;
use guildhall_domain::marketplace::listing::CustomerRow;
use guildhall_domain::marketplace::{Conversation, Job};
use guildhall_domain::notice::Audience;
use guildhall_domain::profile::PartnerProfile;
use guildhall_domain::referral::{Account, LedgerEntry, ReferralRecord};
use serde::Serialize;
use serde_json::{Value, json};

use super::json::{from_json, to_json};
use super::place::partition_of;
use crate::item::{
    Attributes, LeadItem, Reader, account_item, entry_item, inquiry_item, kind, lead_item,
    partner_profile_item, read_account, read_entry, read_inquiry, read_partner_profile, read_referral,
    referral_item, text,
};
use crate::table::{CHANGED_AT, EXPIRES_AT, GSI1PK, GSI1SK, PK, TYPE};
use crate::{Micros, StoreError};

/// What serves the table and follows from the rest.
const TECHNICAL: [&str; 5] = [PK, GSI1PK, GSI1SK, CHANGED_AT, EXPIRES_AT];

/// A record of an archive, with all that its organisation may know of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Archived {
    /// The profile with its history.
    Profile(Box<PartnerProfile>),
    /// A job of the Experts Marketplace.
    Job(Box<Job>),
    /// A conversation of the Experts Marketplace with its messages.
    Conversation(Box<Conversation>),
    /// Somebody whom jobs and conversations were with.
    Customer(Box<CustomerRow>),
    /// An inquiry with its history.
    Inquiry(Box<Inquiry>),
    /// A lead with its timeline.
    Lead(Box<Lead>),
    /// A referral record.
    Referral(Box<ReferralRecord>),
    /// An entry of the ledger.
    Entry(Box<LedgerEntry>),
    /// An account.
    Account(Account),
}

impl Archived {
    /// The record as JSON: the same for the same record, and all of it. What came from the Experts Marketplace is
    /// written as that wrote it, the rest as the table spells it.
    ///
    /// # Errors
    /// When it holds what JSON cannot carry.
    pub fn to_json(&self) -> Result<Value, StoreError> {
        match self {
            Self::Profile(profile) => plain(partner_profile_item(profile)),
            Self::Job(job) => value_of(job),
            Self::Conversation(conversation) => value_of(conversation),
            Self::Customer(row) => Ok(customer(row)),
            Self::Inquiry(inquiry) => plain(inquiry_item(inquiry, None, Micros(0))),
            Self::Lead(lead) => plain(lead_item(lead, None, Micros(0))),
            Self::Referral(record) => plain(referral_item(record, Micros(0))),
            Self::Entry(entry) => plain(entry_item(entry, Micros(0))),
            Self::Account(account) => plain(account_item(account)),
        }
    }

    /// The record of a list of an organisation that JSON holds; `None` if it is none of that list, or another
    /// organisation's. It is read by the very readers of the table.
    #[must_use]
    pub fn from_json(org: &OrgId, list: ArchiveList, json: Value) -> Option<Self> {
        match list {
            ArchiveList::Jobs => {
                let job: Job = serde_json::from_value(json).ok()?;
                (job.org == *org).then(|| Self::Job(Box::new(job)))
            }
            ArchiveList::Conversations => {
                let conversation: Conversation = serde_json::from_value(json).ok()?;
                (conversation.org == *org).then(|| Self::Conversation(Box::new(conversation)))
            }
            ArchiveList::Customers => None,
            ArchiveList::Profile
            | ArchiveList::Inquiries
            | ArchiveList::Leads
            | ArchiveList::Referrals
            | ArchiveList::Ledger
            | ArchiveList::Accounts => {
                let mut item = from_json(json)?;
                if TECHNICAL.iter().any(|name| item.contains_key(*name)) {
                    return None;
                }
                item.insert(PK.to_owned(), text(partition_of(org, list)?));
                Self::read(list, item).ok().flatten()
            }
        }
    }

    /// The record of an item; `None` if it was erased, has expired, or only stands beside the list's.
    pub(super) fn read(list: ArchiveList, item: Attributes) -> Result<Option<Self>, StoreError> {
        let reader = Reader::new(item);
        if reader.is(kind::ERASED) || reader.has_expired(Micros::now()) {
            return Ok(None);
        }
        Ok(match list {
            ArchiveList::Profile => match reader.is(kind::PARTNER_PROFILE) {
                true => Some(Self::Profile(Box::new(read_partner_profile(reader)?))),
                // What became of an old profile stands beside it.
                false => None,
            },
            ArchiveList::Inquiries => Some(Self::Inquiry(Box::new(read_inquiry(reader)?.0))),
            ArchiveList::Leads => {
                if !reader.is(kind::LEAD) {
                    return Err(reader.damage(TYPE));
                }
                let lead = LeadItem::living(reader.into_attributes()).map(LeadItem::read).transpose()?;
                lead.map(|lead| Self::Lead(Box::new(as_the_partner_knows_it(lead))))
            }
            ArchiveList::Referrals => Some(Self::Referral(Box::new(read_referral(reader)?))),
            ArchiveList::Ledger => Some(Self::Entry(Box::new(read_entry(reader)?))),
            ArchiveList::Accounts => Some(Self::Account(read_account(reader)?)),
            ArchiveList::Jobs | ArchiveList::Conversations | ArchiveList::Customers => None,
        })
    }
}

/// An item without what serves the table. No request is remembered that made it.
fn plain(item: Result<Attributes, StoreError>) -> Result<Value, StoreError> {
    let mut item = item?;
    item.retain(|name, _| !TECHNICAL.contains(&name.as_str()));
    to_json(item)
}

fn value_of(record: &impl Serialize) -> Result<Value, StoreError> {
    serde_json::to_value(record).map_err(|error| StoreError::Unwritable(error.to_string()))
}

fn customer(row: &CustomerRow) -> Value {
    json!({
        "id": row.id,
        "name": row.customer.name,
        "email": row.customer.email,
        "phone": row.customer.phone,
        "shops": row.shops,
        "jobs": row.jobs,
        "open_jobs": row.open_jobs,
        "newest_job": row.newest_job,
        "last_event_at": row.last_event_at,
    })
}

/// What the sales team means to do next, and the mails to it, are not the partner's to know.
fn as_the_partner_knows_it(mut lead: Lead) -> Lead {
    lead.plans.sales = None;
    lead.mails.retain(|told| Audience::of_code(&told.audience).is_some_and(|is| is.side() == Side::Partner));
    lead
}
