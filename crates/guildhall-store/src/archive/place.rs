//! Where the records of an archive stand in the table.

use guildhall_domain::archive::ArchiveList;
use guildhall_domain::ids::OrgId;

use crate::keys::{self, Key};

/// The partition of a list of an organisation; `None` if the list follows from others.
pub(super) fn partition_of(org: &OrgId, list: ArchiveList) -> Option<String> {
    match list {
        ArchiveList::Profile => Some(Key::partner_profile(org).pk),
        ArchiveList::Jobs => Some(keys::jobs_of(org)),
        ArchiveList::Conversations => Some(keys::conversations_of(org)),
        ArchiveList::Customers => None,
        ArchiveList::Inquiries => Some(keys::inquiries_of(org)),
        ArchiveList::Leads => Some(keys::leads_of(org)),
        ArchiveList::Referrals => Some(keys::referrals_of(org)),
        ArchiveList::Ledger => Some(keys::ledger_of(org)),
        ArchiveList::Accounts => Some(keys::accounts_of(org)),
    }
}
