//! Inquiries in the stream.

use guildhall_domain::inquiry::Inquiry;

use super::Image;
use crate::StoreError;
use crate::item::{kind, read_inquiry};
use crate::table::TYPE;

/// The inquiry of an image.
///
/// # Errors
/// When the image is none of an inquiry, or damaged.
pub fn inquiry(image: &Image) -> Result<Inquiry, StoreError> {
    if image.kind() != kind::INQUIRY {
        return Err(image.reader().damage(TYPE));
    }
    read_inquiry(image.reader()).map(|(inquiry, _)| inquiry)
}
