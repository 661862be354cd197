//! Weekly summaries in the stream.

use guildhall_domain::notice::Digest;

use super::Image;
use crate::StoreError;
use crate::item::read_digest;

/// The summary of an image.
///
/// # Errors
/// When the image is none of a summary, or damaged.
pub fn digest(image: &Image) -> Result<Digest, StoreError> {
    read_digest(image.reader())
}
