//! Where the records of an archive stand in the table.

use guildhall_domain::archive::ArchiveList;
use guildhall_domain::ids::OrgId;

use crate::keys::{self, Key};

/// A stretch of a partition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    /// The partition.
    pub(super) pk: String,
    /// What the sort keys begin with.
    pub(super) beginning: String,
}

impl Place {
    /// Where a list of an organisation stands; `None` if it follows from others.
    pub(super) fn of(org: &OrgId, list: ArchiveList) -> Option<Self> {
        let all = |pk: String| Some(Self { pk, beginning: String::new() });
        match list {
            ArchiveList::Profile => {
                let Key { pk, sk } = Key::partner_profile(org);
                Some(Self { pk, beginning: sk })
            }
            ArchiveList::Inquiries => all(keys::inquiries_of(org)),
            ArchiveList::Leads => all(keys::leads_of(org)),
            ArchiveList::Referrals => all(keys::referrals_of(org)),
            ArchiveList::Ledger => all(keys::ledger_of(org)),
            ArchiveList::Accounts => all(keys::accounts_of(org)),
            ArchiveList::Jobs | ArchiveList::Conversations | ArchiveList::Customers => None,
        }
    }
}
