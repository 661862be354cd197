//! What the dates switch, one by one.

use serde::{Deserialize, Serialize};

use crate::policy::Words;

/// Something that a date switches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Switch {
    /// Whether the marketplace takes new jobs.
    NewJobs,
    /// Where the marketplace's addresses lead.
    Address,
    /// Where merchants see the jobs that they have.
    ExistingJobs,
    /// Whether merchants and partners write to each other in the marketplace.
    Messages,
    /// What partners do with their profiles.
    Profiles,
    /// Who sees the directory.
    Directory,
    /// Whether merchants send inquiries.
    LeadForm,
    /// What the platform keeps of new work.
    Fee,
    /// Whether partners download their records.
    Records,
}

impl Switch {
    /// Every switch, in the order of the table.
    pub const ALL: [Self; 9] = [
        Self::NewJobs,
        Self::Address,
        Self::ExistingJobs,
        Self::Messages,
        Self::Profiles,
        Self::Directory,
        Self::LeadForm,
        Self::Fee,
        Self::Records,
    ];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NewJobs => "new_jobs",
            Self::Address => "address",
            Self::ExistingJobs => "existing_jobs",
            Self::Messages => "messages",
            Self::Profiles => "profiles",
            Self::Directory => "directory",
            Self::LeadForm => "lead_form",
            Self::Fee => "fee",
            Self::Records => "records",
        }
    }
}

/// A switch that changes from one state to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Switched {
    /// Which.
    pub switch: Switch,
    /// What held before.
    pub from: &'static Words,
    /// What holds then.
    pub to: &'static Words,
}
