//! What holds in each phase: the one table that routes, pages and screens read.

use serde::{Deserialize, Serialize};

use super::Phase;
use super::switch::{Switch, Switched};
use super::words::{NO, NO_FEE, OLD_FEE, YES};
use crate::policy::Words;

/// What holds while the move stands at a phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Behaviour {
    /// The phase.
    pub phase: Phase,
    /// Whether the marketplace takes new jobs.
    pub new_jobs: bool,
    /// Where the marketplace's addresses lead.
    pub address: MarketplaceAddress,
    /// Where merchants see the jobs that they have.
    pub existing_jobs: ExistingJobs,
    /// Whether merchants and partners write to each other in the marketplace.
    pub messages: bool,
    /// What partners do with their profiles.
    pub profiles: ProfileEditing,
    /// Who sees the directory.
    pub directory: Visibility,
    /// Whether merchants send inquiries through the directory.
    pub lead_form: bool,
    /// What the platform keeps of new work, in percent. Old jobs keep the terms that they began with.
    pub fee_percent: u8,
    /// Whether partners download their jobs and customers. There is no end to that.
    pub records: bool,
}

/// Where the marketplace's addresses lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum MarketplaceAddress {
    /// To the marketplace.
    Marketplace,
    /// To the directory, for the time being: nothing may remember that for good.
    Directory,
}

/// Where merchants see the jobs that they have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ExistingJobs {
    /// In the marketplace.
    Marketplace,
    /// By a link inside the directory, to read.
    InsideDirectory,
    /// Nowhere.
    Nowhere,
}

/// What partners do with their profiles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ProfileEditing {
    /// Nothing here yet.
    NotYet,
    /// They review the copy that was migrated.
    MigratedCopy,
    /// They edit it like any other.
    Open,
}

/// Who sees the directory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Visibility {
    /// Nobody.
    Nobody,
    /// Each partner sees a preview of their own profile.
    Preview,
    /// The world.
    Public,
}

static TABLE: [Behaviour; 4] = [
    Behaviour {
        phase: Phase::Marketplace,
        new_jobs: true,
        address: MarketplaceAddress::Marketplace,
        existing_jobs: ExistingJobs::Marketplace,
        messages: true,
        profiles: ProfileEditing::NotYet,
        directory: Visibility::Nobody,
        lead_form: false,
        fee_percent: 10,
        records: true,
    },
    Behaviour {
        phase: Phase::Review,
        new_jobs: true,
        address: MarketplaceAddress::Marketplace,
        existing_jobs: ExistingJobs::Marketplace,
        messages: true,
        profiles: ProfileEditing::MigratedCopy,
        directory: Visibility::Preview,
        lead_form: false,
        fee_percent: 10,
        records: true,
    },
    Behaviour {
        phase: Phase::Directory,
        new_jobs: false,
        address: MarketplaceAddress::Directory,
        existing_jobs: ExistingJobs::InsideDirectory,
        messages: true,
        profiles: ProfileEditing::Open,
        directory: Visibility::Public,
        lead_form: true,
        fee_percent: 0,
        records: true,
    },
    Behaviour {
        phase: Phase::Closed,
        new_jobs: false,
        address: MarketplaceAddress::Directory,
        existing_jobs: ExistingJobs::Nowhere,
        messages: false,
        profiles: ProfileEditing::Open,
        directory: Visibility::Public,
        lead_form: true,
        fee_percent: 0,
        records: true,
    },
];

impl Behaviour {
    /// What holds in a phase.
    #[must_use]
    pub fn of(phase: Phase) -> &'static Self {
        &TABLE[phase as usize]
    }

    /// What changes when this follows on another.
    #[must_use]
    pub fn since(&self, before: &Self) -> Vec<Switched> {
        let rows = before.rows().into_iter().zip(self.rows());
        let differ = rows.filter(|((_, from), (_, to))| from != to);
        differ.map(|((switch, from), (_, to))| Switched { switch, from, to }).collect()
    }

    /// Every switch as it stands, in words.
    #[must_use]
    pub fn rows(&self) -> [(Switch, &'static Words); 9] {
        [
            (Switch::NewJobs, yes_or_no(self.new_jobs)),
            (Switch::Address, self.address.words()),
            (Switch::ExistingJobs, self.existing_jobs.words()),
            (Switch::Messages, yes_or_no(self.messages)),
            (Switch::Profiles, self.profiles.words()),
            (Switch::Directory, self.directory.words()),
            (Switch::LeadForm, yes_or_no(self.lead_form)),
            (Switch::Fee, if self.fee_percent == 0 { &NO_FEE } else { &OLD_FEE }),
            (Switch::Records, yes_or_no(self.records)),
        ]
    }
}

fn yes_or_no(holds: bool) -> &'static Words {
    if holds { &YES } else { &NO }
}
