//! The records of an archive.

use guildhall_domain::actor::Side;
use guildhall_domain::archive::ArchiveList;
use guildhall_domain::ids::OrgId;
use guildhall_domain::inquiry::Inquiry;
use guildhall_domain::lead::Lead;
use guildhall_domain::notice::Audience;
use guildhall_domain::profile::PartnerProfile;
use guildhall_domain::referral::{Account, LedgerEntry, ReferralRecord};
use serde_json::Value;

use super::json::{from_json, to_json};
use super::place::Place;
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
    /// The list that it belongs to.
    #[must_use]
    pub fn list(&self) -> ArchiveList {
        match self {
            Self::Profile(_) => ArchiveList::Profile,
            Self::Inquiry(_) => ArchiveList::Inquiries,
            Self::Lead(_) => ArchiveList::Leads,
            Self::Referral(_) => ArchiveList::Referrals,
            Self::Entry(_) => ArchiveList::Ledger,
            Self::Account(_) => ArchiveList::Accounts,
        }
    }

    /// The record as JSON: the same for the same record, and all of it.
    ///
    /// # Errors
    /// When it holds what JSON cannot carry.
    pub fn to_json(&self) -> Result<Value, StoreError> {
        // When it was written is the table's to know.
        let mut item = self.item(Micros(0))?;
        item.retain(|name, _| !TECHNICAL.contains(&name.as_str()));
        to_json(item)
    }

    /// The record of a list of an organisation that JSON holds; `None` if it is none. What it says is read by the very
    /// readers of the table.
    #[must_use]
    pub fn from_json(org: &OrgId, list: ArchiveList, json: Value) -> Option<Self> {
        let place = Place::of(org, list)?;
        let mut item = from_json(json)?;
        if TECHNICAL.iter().any(|name| item.contains_key(*name)) {
            return None;
        }
        item.insert(PK.to_owned(), text(&place.pk));
        Self::read(list, item).ok().flatten()
    }

    /// The record of an item; `None` if it was erased, has expired, or is of another kind than the list's.
    pub(super) fn read(list: ArchiveList, item: Attributes) -> Result<Option<Self>, StoreError> {
        let reader = Reader::new(item);
        if reader.is(kind::ERASED) || reader.has_expired(Micros::now()) {
            return Ok(None);
        }
        Ok(Some(match list {
            ArchiveList::Profile => Self::Profile(Box::new(read_partner_profile(reader)?)),
            ArchiveList::Inquiries => Self::Inquiry(Box::new(read_inquiry(reader)?.0)),
            ArchiveList::Leads => {
                if !reader.is(kind::LEAD) {
                    return Err(reader.damage(TYPE));
                }
                let Some(item) = LeadItem::living(reader.into_attributes()) else { return Ok(None) };
                Self::Lead(Box::new(as_the_partner_knows_it(item.read()?)))
            }
            ArchiveList::Referrals => Self::Referral(Box::new(read_referral(reader)?)),
            ArchiveList::Ledger => Self::Entry(Box::new(read_entry(reader)?)),
            ArchiveList::Accounts => Self::Account(read_account(reader)?),
            ArchiveList::Jobs | ArchiveList::Conversations | ArchiveList::Customers => return Ok(None),
        }))
    }

    /// The whole item. No request is remembered that made it.
    pub(super) fn item(&self, changed_at: Micros) -> Result<Attributes, StoreError> {
        match self {
            Self::Profile(profile) => partner_profile_item(profile),
            Self::Inquiry(inquiry) => inquiry_item(inquiry, None, changed_at),
            Self::Lead(lead) => lead_item(lead, None, changed_at),
            Self::Referral(record) => referral_item(record, changed_at),
            Self::Entry(entry) => entry_item(entry, changed_at),
            Self::Account(account) => account_item(account),
        }
    }
}

/// What the sales team means to do next, and the mails to it, are not the partner's to know.
fn as_the_partner_knows_it(mut lead: Lead) -> Lead {
    lead.plans.sales = None;
    lead.mails.retain(|told| Audience::of_code(&told.audience).is_some_and(|is| is.side() == Side::Partner));
    lead
}
