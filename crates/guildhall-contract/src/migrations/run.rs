//! Runs, and what was wrong with the records that they refused.

use guildhall_domain::actor::Stamp;
use guildhall_domain::migration::{MigrationFile, MigrationRun, RunCounts, RunId, RunState, TakenBack};
use serde::{Deserialize, Serialize};

use super::RecordAnswer;

/// A run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MigrationItem {
    /// Which: 32 hexadecimal digits.
    #[cfg_attr(feature = "openapi", schema(value_type = String, pattern = "^[0-9a-f]{32}$"))]
    pub id: RunId,
    /// Who began it, and when.
    pub started: Stamp,
    /// Which files it takes over.
    pub files: Vec<MigrationFile>,
    /// Where it stands.
    pub state: RunState,
    /// Who did something about it last, and when.
    pub touched: Stamp,
    /// The number of the batch that comes next. Whoever goes on with a file in the same batches begins there.
    pub next_batch: u32,
    /// What became of the records.
    pub counts: RunCounts,
    /// What became of them when the run was taken back.
    pub taken_back: TakenBack,
    /// Whether somebody is at it right now, so that no other run may begin.
    pub is_held: bool,
    /// Whether batches are taken.
    pub may_go_on: bool,
    /// Whether it may be taken back: the newest may that has not been.
    pub may_roll_back: bool,
}

impl MigrationItem {
    /// A run beside what only all runs together say of it.
    #[must_use]
    pub fn new(run: MigrationRun, is_held: bool, is_newest: bool) -> Self {
        Self {
            may_go_on: is_newest && run.state.takes_batches(),
            may_roll_back: is_newest && run.state != RunState::RolledBack,
            id: run.id,
            started: run.started,
            files: run.files,
            state: run.state,
            touched: run.touched,
            next_batch: run.next_batch,
            counts: run.counts,
            taken_back: run.taken_back,
            is_held,
        }
    }
}

/// A page of the runs, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MigrationPage {
    /// The runs; twenty at most.
    pub items: Vec<MigrationItem>,
    /// The run to ask `before` for the next page; `null` on the last one.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, pattern = "^[0-9a-f]{32}$"))]
    pub next: Option<RunId>,
}

/// A page of the records that a run refused, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BadRecordPage {
    /// The records of some batches.
    pub items: Vec<RecordAnswer>,
    /// What to ask `after` for the next page; `null` on the last one.
    pub next: Option<u32>,
}
