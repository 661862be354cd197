//! Public profiles and reviews in the stream.

use guildhall_domain::profile::{PartnerProfile, PublicCopy};
use guildhall_domain::review::Review;

use super::Image;
use crate::StoreError;
use crate::item::{read_partner_profile, read_public_copy, read_review};

/// What the world saw of a profile at the moment of an image.
///
/// # Errors
/// When the image is none of a public profile, or damaged.
pub fn public_copy(image: &Image) -> Result<PublicCopy, StoreError> {
    read_public_copy(image.reader())
}

/// The profile of an image, with all that only the partner and the programme see.
///
/// # Errors
/// When the image is none of such a profile, or damaged.
pub fn partner_profile(image: &Image) -> Result<PartnerProfile, StoreError> {
    read_partner_profile(image.reader())
}

/// The review of an image.
///
/// # Errors
/// When the image is none of a review, or damaged.
pub fn review(image: &Image) -> Result<Review, StoreError> {
    read_review(image.reader())
}
