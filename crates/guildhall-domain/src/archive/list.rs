//! What an archive consists of.

use serde::{Deserialize, Serialize};

/// A list in an archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ArchiveList {
    /// The profile; one or none.
    Profile,
    /// Jobs of the Experts Marketplace.
    Jobs,
    /// Conversations of the Experts Marketplace.
    Conversations,
    /// Whom the jobs and conversations were with. They follow from those, and are there for people.
    Customers,
    /// Inquiries.
    Inquiries,
    /// Leads with their timelines.
    Leads,
    /// Referral records.
    Referrals,
    /// Entries of the ledger.
    Ledger,
    /// Accounts, one for each currency.
    Accounts,
}

impl ArchiveList {
    /// All of them, in the order in which they are written.
    pub const ALL: [Self; 9] = [
        Self::Profile,
        Self::Jobs,
        Self::Conversations,
        Self::Customers,
        Self::Inquiries,
        Self::Leads,
        Self::Referrals,
        Self::Ledger,
        Self::Accounts,
    ];

    /// The word for it, also in the names of its files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Profile => "profile",
            Self::Jobs => "jobs",
            Self::Conversations => "conversations",
            Self::Customers => "customers",
            Self::Inquiries => "inquiries",
            Self::Leads => "leads",
            Self::Referrals => "referrals",
            Self::Ledger => "ledger",
            Self::Accounts => "accounts",
        }
    }

    /// Whether its records are written when an archive is restored. The others follow from them.
    #[must_use]
    pub const fn is_restored(self) -> bool {
        match self {
            Self::Customers => false,
            Self::Profile
            | Self::Jobs
            | Self::Conversations
            | Self::Inquiries
            | Self::Leads
            | Self::Referrals
            | Self::Ledger
            | Self::Accounts => true,
        }
    }

    /// The list after it.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::ALL.iter().copied().skip_while(|list| *list != self).nth(1)
    }
}

/// How a file in an archive is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ArchiveFormat {
    /// A list in JSON, a line for each record.
    Json,
    /// A table for people.
    Csv,
}

impl ArchiveFormat {
    /// The name of a part of a list, counted from 1: `leads-1.json`.
    #[must_use]
    pub fn file_name(self, list: ArchiveList, part: u32) -> String {
        let ending = match self {
            Self::Json => "json",
            Self::Csv => "csv",
        };
        format!("{}-{part}.{ending}", list.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_has_its_turn_once() {
        let mut seen = vec![ArchiveList::Profile];
        while let Some(next) = seen.last().and_then(|list| list.next()) {
            seen.push(next);
        }
        assert_eq!(seen, ArchiveList::ALL);
        for list in ArchiveList::ALL {
            assert_eq!(serde_json::to_value(list).unwrap(), list.code());
        }
    }

    #[test]
    fn a_file_is_named_after_its_list_and_part() {
        assert_eq!(ArchiveFormat::Json.file_name(ArchiveList::Leads, 1), "leads-1.json");
        assert_eq!(ArchiveFormat::Csv.file_name(ArchiveList::Jobs, 12), "jobs-12.csv");
    }
}
