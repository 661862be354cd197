//! Who belongs to a partner organisation or to the platform's own people, and how one comes to.
//!
//! The claims of a token follow from a [`Membership`] and its [`Organisation`]. Everything that several people could
//! change at once is decided on the [`Roll`] of a [`House`], which is written as a whole and on the condition that
//! nobody was faster: so two owners who leave in the same moment cannot both go.

mod address;
mod house;
mod id;
mod invitation;
mod membership;
mod partner;
mod permission;
mod refusal;
mod roll;

pub use address::{AddressMark, is_same_address, plain_address};
pub use house::House;
pub use id::{InvitationId, InvitationIdError, id_of_name};
pub use invitation::{Invitation, InvitationState, Offered, RENEWED_APART, VALID_DAYS};
pub use membership::Membership;
pub use partner::{OrgStanding, Organisation};
pub use permission::{Act, permit};
pub use refusal::MemberRefusal;
pub use roll::{Enrolled, Expected, MOST, Place, Roll};
