//! A run of a migration: files that an administrator has the system take over, batch by batch, and can take back.

use serde::{Deserialize, Serialize};

use super::{RunCounts, RunId};
use crate::actor::Stamp;
use crate::ids::OrgId;

/// Where a run stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum RunState {
    /// Batches are coming, or whoever sent them went away.
    Running,
    /// Somebody stopped it. It can be gone on with.
    Stopped,
    /// All of the files was taken over.
    Done,
    /// What it wrote is being taken back.
    RollingBack,
    /// What it wrote was taken back.
    RolledBack,
}

impl RunState {
    /// All five.
    pub const ALL: [Self; 5] =
        [Self::Running, Self::Stopped, Self::Done, Self::RollingBack, Self::RolledBack];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Stopped => "stopped",
            Self::Done => "done",
            Self::RollingBack => "rolling_back",
            Self::RolledBack => "rolled_back",
        }
    }

    /// Whether further batches are taken.
    #[must_use]
    pub fn takes_batches(self) -> bool {
        match self {
            Self::Running | Self::Stopped => true,
            Self::Done | Self::RollingBack | Self::RolledBack => false,
        }
    }
}

/// A file as whoever sends it calls it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MigrationFile {
    /// Its name; 200 characters.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 200))]
    pub name: String,
    /// Its size, in bytes.
    #[cfg_attr(feature = "openapi", schema(minimum = 0, maximum = 1_000_000_000_000_u64))]
    pub bytes: u64,
}

/// What was done when a run was taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TakenBack {
    /// Things that the run had made and that are gone.
    pub removed: u32,
    /// Things that the run had changed and that are as they were.
    pub restored: u32,
    /// Things that somebody has worked on since. They were left alone.
    pub left: u32,
}

impl TakenBack {
    /// Adds what was done in another piece.
    pub fn add(&mut self, more: Self) {
        self.removed = self.removed.saturating_add(more.removed);
        self.restored = self.restored.saturating_add(more.restored);
        self.left = self.left.saturating_add(more.left);
    }
}

/// A run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MigrationRun {
    /// Which. Runs are in the order of their ids.
    pub id: RunId,
    /// Who began it, and when.
    pub started: Stamp,
    /// Which files it takes over.
    pub files: Vec<MigrationFile>,
    /// Where it stands.
    pub state: RunState,
    /// Who did something about it last, and when, in business time.
    pub touched: Stamp,
    /// The number of the batch that comes next; the first is 0.
    #[serde(default)]
    pub next_batch: u32,
    /// What became of the records.
    #[serde(default)]
    pub counts: RunCounts,
    /// What became of them when it was taken back.
    #[serde(default)]
    pub taken_back: TakenBack,
    /// Through whose records it was taken back so far; it goes on with the next organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken_through: Option<OrgId>,
}

impl MigrationRun {
    /// The id of a run that begins at a moment, in microseconds since 1970, with chance to tell it from all others of
    /// that moment. Later runs have later ids.
    #[must_use]
    pub fn id_at(micros: u64, chance: u64) -> RunId {
        RunId::from_chance((u128::from(micros) << 64) | u128::from(chance))
    }

    /// A run that is begun.
    #[must_use]
    pub fn begin(id: RunId, started: Stamp, files: Vec<MigrationFile>) -> Self {
        Self {
            id,
            touched: started.clone(),
            started,
            files,
            state: RunState::Running,
            next_batch: 0,
            counts: RunCounts::default(),
            taken_back: TakenBack::default(),
            taken_through: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_in_the_order_of_their_ids() {
        let early = MigrationRun::id_at(1_790_000_000_000_000, u64::MAX);
        let late = MigrationRun::id_at(1_790_000_000_000_001, 0);
        assert!(early < late);
        assert!(early.to_string() < late.to_string());
    }

    #[test]
    fn batches_come_only_until_a_run_is_done() {
        let taking: Vec<_> = RunState::ALL.into_iter().filter(|state| state.takes_batches()).collect();
        assert_eq!(taking, [RunState::Running, RunState::Stopped]);
    }
}
