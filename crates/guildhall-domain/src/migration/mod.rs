//! Moving a partner over from the Experts Marketplace: what became of each field of the old profile, what the
//! partner has reviewed, and the tasks that are left.

mod counts;
mod field;
mod going_on;
mod notes;
mod report;
mod review;
mod run;
mod run_id;
mod share;
mod tasks;
mod words;

pub use counts::{RecordCounts, RecordKind, RecordOutcome, RunCounts};
pub use field::MigratedField;
pub use going_on::{GoingOn, GoingOnColumn, JobGoingOn};
pub use notes::{MOST_CONTACTED, MoveNote, MoveNotes, NoteRefusal};
pub use report::{FieldOutcome, FieldReport, Outcome, OutcomeKind};
pub use review::{MigratedProfile, ReviewRefusal, Reviewed};
pub use run::{MigrationFile, MigrationRun, RunState, TakenBack};
pub use run_id::{InvalidRunId, RunId};
pub use share::{Share, currency_of};
pub use tasks::{MoveFacts, Task, TaskState, Tools};
pub use words::Change;
