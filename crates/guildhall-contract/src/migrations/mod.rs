//! Taking over what the Experts Marketplace exported: how records travel, what became of each, and the runs that did it.
//! For administrators.
//!
//! A record is one element of an export, as the marketplace wrote it: a profile, a job or a conversation. The browser
//! reads the file and sends batches; the server judges each record on its own, so a bad one is refused and the rest
//! goes in. A rehearsal writes nothing at all. The same record again changes nothing.

mod old_conversation;
mod old_job;
mod old_profile;
mod old_service;
pub mod reader;
mod reading;
mod request;
mod run;
mod wire;

pub use old_profile::{OldLink, OldProfile, OldWork};
pub use old_service::{OldPrice, OldService, PricingType};
pub use request::{
    BatchRequest, OldRecord, RehearsalRequest, RequestRecord, read_batch, read_begin, read_finish,
    read_rehearsal,
};
pub use run::{BadRecordPage, MigrationItem, MigrationPage};
pub use wire::{
    BatchAnswer, BatchBody, BeginBody, FinishBody, Promised, RecordAnswer, RecordBody, RecordProblem,
    RehearsalAnswer, RehearsalBody,
};

/// The most records in a batch.
pub const PIECE_MAX: usize = 250;
/// How large the records of a batch should be together, in bytes as JSON; one record may be larger, alone.
pub const PIECE_BYTES_MAX: usize = 1_000_000;
/// The largest record, in bytes as JSON.
pub const RECORD_BYTES_MAX: usize = 1_000_000;
/// The largest body of a batch, in bytes.
pub const MIGRATION_BODY_MAX: usize = 3 * 1024 * 1024;
/// The most profiles that a rehearsal can be told of as promised: those of 10,000 organisations.
pub const PROMISED_MAX: usize = 10_000;
/// The most files of a run.
pub const FILES_MAX: usize = 5;
/// The most batches of a run.
pub const BATCHES_MAX: u32 = 100_000;
/// The most errors that are told of one record.
pub const ERRORS_MAX: usize = 3;
/// How long a run is held for whoever sends its batches, in seconds without one. Then somebody else may begin.
pub const LEASE_SECONDS: i64 = 120;
