//! Moving a partner over from the Experts Marketplace: what became of each field of the old profile, what the
//! partner has reviewed, and the tasks that are left.

mod field;
mod report;
mod review;
mod tasks;

pub use field::MigratedField;
pub use report::{FieldOutcome, FieldReport, Outcome, OutcomeKind};
pub use review::{MigratedProfile, ReviewRefusal, Reviewed};
pub use tasks::{MoveFacts, Task, TaskState, Tools};
