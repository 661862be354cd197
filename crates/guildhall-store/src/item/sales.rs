//! The representatives and the desk.

use guildhall_domain::desk::Desk;
use guildhall_domain::representative::Representative;

use super::kept::{kept_draft, read_kept};
use super::{Attributes, Reader, kind};
use crate::StoreError;
use crate::kept::Kept;
use crate::keys::Key;

/// The whole item.
pub(crate) fn representative_item(rep: &Kept<Representative>) -> Result<Attributes, StoreError> {
    Ok(kept_draft(&Key::representative(&rep.value.id), kind::REPRESENTATIVE, rep)?.finish())
}

/// The representative of an item.
pub(crate) fn read_representative(reader: Reader) -> Result<Kept<Representative>, StoreError> {
    read_kept(reader, kind::REPRESENTATIVE)
}

/// The whole item.
pub(crate) fn desk_item(desk: &Kept<Desk>) -> Result<Attributes, StoreError> {
    Ok(kept_draft(&Key::desk(), kind::DESK, desk)?.finish())
}

/// The desk of an item.
pub(crate) fn read_desk(reader: Reader) -> Result<Kept<Desk>, StoreError> {
    read_kept(reader, kind::DESK)
}
