//! What is kept of a migration beside the profile, and what a partner notes of its move.

use guildhall_domain::ids::OrgId;
use guildhall_domain::migration::{MigratedProfile, MoveNotes};

use super::kept::{kept_draft, read_kept};
use super::writing::{Draft, number};
use super::{Attributes, Reader, kind};
use crate::StoreError;
use crate::kept::Kept;
use crate::keys::Key;
use crate::table::{TYPE, VERSION};

const RECORD: &str = "record";

/// The whole item.
pub(crate) fn migrated_profile_item(migrated: &MigratedProfile) -> Result<Attributes, StoreError> {
    let draft = Draft::new(&Key::migrated_profile(&migrated.org), kind::MIGRATED_PROFILE);
    Ok(draft.put(VERSION, number(migrated.version)).put_nested(RECORD, migrated)?.finish())
}

/// The migration of an item.
pub(crate) fn read_migrated_profile(mut reader: Reader) -> Result<MigratedProfile, StoreError> {
    if !reader.is(kind::MIGRATED_PROFILE) {
        return Err(reader.damage(TYPE));
    }
    reader.nested(RECORD)
}

/// The whole item.
pub(crate) fn move_notes_item(org: &OrgId, notes: &Kept<MoveNotes>) -> Result<Attributes, StoreError> {
    Ok(kept_draft(&Key::move_notes(org), kind::MOVE_NOTES, notes)?.finish())
}

/// The notes of an item.
pub(crate) fn read_move_notes(reader: Reader) -> Result<Kept<MoveNotes>, StoreError> {
    read_kept(reader, kind::MOVE_NOTES)
}
