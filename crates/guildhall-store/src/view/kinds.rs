//! The kinds of rows that there are lists of.

use guildhall_domain::ids::{LeadId, OrgId};
use guildhall_domain::lead::listing::LeadRow;
use guildhall_domain::referral::ReferralId;
use guildhall_domain::referral::listing::{ReferralRow, ReferralSummary};

use super::source::{Listed, Seen, Source, seen};
use crate::item::{Item, read_referral, read_summary};
use crate::{StoreError, keys};

/// A list of leads.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum LeadList {
    /// The leads of one partner organisation.
    Of(OrgId),
    /// Every lead: what managers read, and representatives with a filter on themselves. See
    /// [`keys::SALES_LEADS`].
    Sales,
}

impl Listed for LeadRow {
    type List = LeadList;
    type Id = LeadId;

    fn source(list: &LeadList) -> Source {
        match list {
            LeadList::Of(org) => Source::Partition(keys::leads_of(org)),
            LeadList::Sales => Source::Owner(keys::SALES_LEADS.to_owned()),
        }
    }

    fn read(item: Item) -> Result<Seen<Self>, StoreError> {
        seen(
            item,
            keys::lead_at,
            |row: &Self| row.lead.version,
            |reader| read_summary(reader).map(Self::from),
        )
    }

    fn weight(&self) -> usize {
        Self::weight(self)
    }
}

impl Listed for ReferralRow {
    type List = OrgId;
    type Id = ReferralId;

    fn source(org: &OrgId) -> Source {
        Source::Partition(keys::referrals_of(org))
    }

    fn read(item: Item) -> Result<Seen<Self>, StoreError> {
        let id = |pk: &str, sk: &str| keys::referral_at(pk, sk).map(|(_, id)| id);
        seen(
            item,
            id,
            |row: &Self| row.referral.version,
            |reader| read_referral(reader).map(|record| Self::from(ReferralSummary::from(&record))),
        )
    }

    fn weight(&self) -> usize {
        Self::weight(self)
    }
}
