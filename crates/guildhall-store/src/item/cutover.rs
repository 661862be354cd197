//! The dates of the move from the Experts Marketplace.

use guildhall_domain::cutover::Cutover;

use super::kept::{kept_draft, read_kept};
use super::{Attributes, Reader, kind};
use crate::StoreError;
use crate::kept::Kept;
use crate::keys::Key;

/// The whole item.
pub(crate) fn cutover_item(cutover: &Kept<Cutover>) -> Result<Attributes, StoreError> {
    Ok(kept_draft(&Key::cutover(), kind::CUTOVER, cutover)?.finish())
}

/// The dates of an item. Dates that are out of order are damage.
pub(crate) fn read_cutover(reader: Reader) -> Result<Kept<Cutover>, StoreError> {
    read_kept(reader, kind::CUTOVER)
}
