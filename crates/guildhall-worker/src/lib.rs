//! The edge of every worker: what the table's stream hands over, what other services report, when a schedule
//! ticks, and what becomes of failures. What `guildhall-http` is to requests, this is to everything that nobody waits for.
//!
//! A worker hears of every change at least once, and of the changes of one item in their order. So it may
//! hear of one again: whatever it does must come to the same when it is done twice.
//!
//! # Failures
//! A worker returns a [`WorkError`]; it is logged here, once, with the key of the item and never with
//! what is in it. The stream then comes back with the change, a bounded number of times, before it goes
//! to the dead letters.

mod event;
mod failure;
mod lambda;
mod schedule;
mod stream;

pub use event::{Event, EventEntry, EventWorker, event_entry};
pub use failure::{Failed, WorkError};
pub use guildhall_store::stream::{Change, Image};
pub use lambda::{run, run_batches, run_batches_and_ticks, run_events, run_scheduled, start_logging};
pub use schedule::{ScheduleEntry, ScheduledWorker, schedule_entry};
pub use stream::{BatchWorker, StreamEntry, StreamWorker, batch_entry, stream_entry};
