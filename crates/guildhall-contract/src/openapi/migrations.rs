//! Taking over what the Experts Marketplace exported.

use crate::migrations::{
    BadRecordPage, BatchAnswer, BatchBody, BeginBody, FinishBody, MigrationItem, MigrationPage,
    RehearsalAnswer, RehearsalBody,
};

/// The runs, newest first: for administrators
#[utoipa::path(
    get, path = "/api/v1/migrations", tag = "migrations", operation_id = "list_migrations", security(("bearer" = [])),
    params(("before" = Option<String>, Query, description = "The run that the page before ended with", pattern = "^[0-9a-f]{32}$")),
    responses((status = 200, description = "A page of twenty", body = MigrationPage))
)]
pub(super) fn list_migrations() {}

/// Begin a run: for administrators
///
/// One run is under way at a time. Whoever comes second is refused (`migration_running`) and told in `current_state` who
/// is at it and since when, until the other has finished, stopped, or sent nothing for two minutes.
#[utoipa::path(
    post, path = "/api/v1/migrations", tag = "migrations", operation_id = "begin_migration", security(("bearer" = [])),
    request_body = BeginBody,
    responses((status = 201, description = "Begun", body = MigrationItem, headers(("location" = String, description = "Where the run is read"))))
)]
pub(super) fn begin_migration() {}

/// What would become of records: for administrators
///
/// Nothing is written. Each profile is answered with what would become of each of its fields.
#[utoipa::path(
    post, path = "/api/v1/migrations/rehearsal", tag = "migrations", operation_id = "rehearse_migration", security(("bearer" = [])),
    request_body = RehearsalBody,
    responses((status = 200, description = "Each record", body = RehearsalAnswer))
)]
pub(super) fn rehearse_migration() {}

/// A run: for administrators
#[utoipa::path(
    get, path = "/api/v1/migrations/{id}", tag = "migrations", operation_id = "get_migration", security(("bearer" = [])),
    params(("id" = String, Path, description = "The run")),
    responses((status = 200, description = "How it stands", body = MigrationItem))
)]
pub(super) fn get_migration() {}

/// The records that a run refused, in the order of the batches: for administrators
#[utoipa::path(
    get, path = "/api/v1/migrations/{id}/bad-records", tag = "migrations", operation_id = "list_bad_records", security(("bearer" = [])),
    params(
        ("id" = String, Path, description = "The run"),
        ("after" = Option<u32>, Query, description = "As the page before gave it", minimum = 0, maximum = 100_000)
    ),
    responses((status = 200, description = "Some of them", body = BadRecordPage))
)]
pub(super) fn list_bad_records() {}

/// Take a batch of records over: for administrators
///
/// Each record is judged on its own: a bad one is refused and the rest goes in. A batch that was sent before may come
/// again: what is there already is not written again. The batches of a run are numbered one after the other from 0.
#[utoipa::path(
    post, path = "/api/v1/migrations/{id}/records", tag = "migrations", operation_id = "send_records", security(("bearer" = [])),
    params(("id" = String, Path, description = "The run")),
    request_body = BatchBody,
    responses((status = 200, description = "Each record, and how the run stands", body = BatchAnswer))
)]
pub(super) fn send_records() {}

/// Leave a run, done or stopped: for administrators
///
/// One that was stopped can be gone on with, as long as no other was begun.
#[utoipa::path(
    post, path = "/api/v1/migrations/{id}/finish", tag = "migrations", operation_id = "finish_migration", security(("bearer" = [])),
    params(("id" = String, Path, description = "The run")),
    request_body = FinishBody,
    responses((status = 200, description = "How it stands", body = MigrationItem))
)]
pub(super) fn finish_migration() {}

/// Take a run back, a piece at a time: for administrators
///
/// Ask again until its state is `rolled_back`. The newest run that was not taken back is taken back first. A profile that
/// its partner has worked on since stays as it is.
#[utoipa::path(
    post, path = "/api/v1/migrations/{id}/roll-back", tag = "migrations", operation_id = "roll_back_migration", security(("bearer" = [])),
    params(("id" = String, Path, description = "The run")),
    responses((status = 200, description = "How far it has come", body = MigrationItem))
)]
pub(super) fn roll_back_migration() {}
