//! Runs of the migration, which of them is under way, and what they noted.

use guildhall_domain::ids::OrgId;
use guildhall_domain::migration::{MigrationRun, RunId};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::kept::{kept_draft, read_kept};
use super::writing::{Draft, number, text};
use super::{Attributes, Reader, kind};
use crate::kept::Kept;
use crate::keys::Key;
use crate::table::{TYPE, VERSION};
use crate::{Micros, StoreError};

/// The run that is under way.
pub(crate) const LOCK_RUN: &str = "run";
/// Until when it is, by the machine's clock.
pub(crate) const LOCK_UNTIL: &str = "until";
/// What a run noted.
const NOTED: &str = "noted";
/// How a profile stood.
const PROFILE: &str = "profile";
/// What was kept of its migration.
const MIGRATED: &str = "migrated";

/// A run's item.
pub(crate) fn migration_run_item(run: &Kept<MigrationRun>) -> Result<Attributes, StoreError> {
    Ok(kept_draft(&Key::migration_run(run.value.id), kind::MIGRATION_RUN, run)?.finish())
}

/// The run of an item.
pub(crate) fn read_migration_run(reader: Reader) -> Result<Kept<MigrationRun>, StoreError> {
    read_kept(reader, kind::MIGRATION_RUN)
}

/// Which run is under way, and until when.
pub(crate) fn migration_lock_item(run: RunId, until: Micros) -> Attributes {
    Draft::new(&Key::migration_lock(), kind::MIGRATION_LOCK)
        .put(VERSION, number(1))
        .put(LOCK_RUN, text(run.to_string()))
        .put(LOCK_UNTIL, number(until.0))
        .finish()
}

/// Which run is under way, and until when.
pub(crate) fn read_migration_lock(mut reader: Reader) -> Result<(RunId, Micros), StoreError> {
    if !reader.is(kind::MIGRATION_LOCK) {
        return Err(reader.damage(TYPE));
    }
    let run = reader.text(LOCK_RUN)?.parse().map_err(|_| reader.damage(LOCK_RUN))?;
    Ok((run, Micros(reader.number(LOCK_UNTIL)?)))
}

/// Something that a run noted of a batch.
pub(crate) fn migration_note_item(key: &Key, noted: &impl Serialize) -> Result<Attributes, StoreError> {
    let draft = Draft::new(key, kind::MIGRATION_NOTE).put(VERSION, number(1));
    Ok(draft.put_nested(NOTED, noted)?.finish())
}

/// What a run noted of a batch.
pub(crate) fn read_migration_note<T: DeserializeOwned>(mut reader: Reader) -> Result<T, StoreError> {
    if !reader.is(kind::MIGRATION_NOTE) {
        return Err(reader.damage(TYPE));
    }
    reader.nested(NOTED)
}

/// How a profile stood before a run changed it: both of its items, as they were.
pub(crate) fn before_item(run: RunId, org: &OrgId, profile: Attributes, migrated: Attributes) -> Attributes {
    use aws_sdk_dynamodb::types::AttributeValue::M;
    Draft::new(&Key::migration_before(run, org), kind::MIGRATION_BEFORE)
        .put(VERSION, number(1))
        .put(PROFILE, M(profile))
        .put(MIGRATED, M(migrated))
        .finish()
}

/// Both items of a profile, as they were.
pub(crate) fn read_before(item: &Attributes) -> Option<(Attributes, Attributes)> {
    let part = |name: &str| item.get(name).and_then(|value| value.as_m().ok()).cloned();
    Some((part(PROFILE)?, part(MIGRATED)?))
}
