//! The profile of a partner organisation: a working copy that the partner edits, and a published copy
//! that the world sees once it was approved.

mod aggregate;
mod command;
mod completeness;
mod content;
mod event;
mod handle;
mod moved;
mod policy;
mod public;

pub use aggregate::{PartnerProfile, Published, ReviewState, Suspension};
pub use command::{ProfileCommand, ProfileCommandKind, ProfileRefusal};
pub use completeness::{Completeness, Part};
pub use content::{
    Availability, ContentLimits, FeaturedWork, Price, ProfileContent, ServiceOffer, SocialLink, SocialNetwork,
};
pub use event::{ProfileEvent, ProfileEventKind, PublicChange};
pub use handle::{Handle, InvalidHandle, RESERVED_HANDLES};
pub use policy::{PROFILE_TRANSITIONS, ProfileGuard, ProfileTransition};
pub use public::{PublicCopy, Standing};
