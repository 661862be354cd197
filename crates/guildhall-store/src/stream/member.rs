//! Organisations, members and invitations in the stream.

use guildhall_domain::organisation::{Invitation, InvitationState, Membership, Organisation};

use super::{Change, Image};
use crate::item::{Reader, kind, read_invitation, read_membership, read_organisation};
use crate::{Kept, StoreError};

/// A thing before and after somebody wrote a further revision of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revised<T> {
    /// Before; `None` if there was none.
    pub before: Option<Kept<T>>,
    /// After.
    pub after: Kept<T>,
}

/// What somebody did to a house.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HouseChange {
    /// To an organisation.
    Organisation(Revised<Organisation>),
    /// To a membership.
    Membership(Revised<Membership>),
    /// To an invitation.
    Invitation(Revised<Invitation>),
}

/// What a change did to a house; `None` if the change is one of something else, removed it, or wrote no further
/// revision of it.
///
/// # Errors
/// When an image is damaged.
pub fn house_change(change: &Change) -> Result<Option<HouseChange>, StoreError> {
    let Some(new) = change.new_image() else { return Ok(None) };
    Ok(match new.kind() {
        kind::ORGANISATION => revised(change, new, read_organisation)?.map(HouseChange::Organisation),
        kind::MEMBERSHIP => revised(change, new, read_membership)?.map(HouseChange::Membership),
        kind::INVITATION => revised(change, new, read_invitation)?.map(HouseChange::Invitation),
        _ => None,
    })
}

/// The invitation that a change calls for a mail about: it was sent out, or renewed.
///
/// # Errors
/// When an image is damaged.
pub fn invited(change: &Change) -> Result<Option<Kept<Invitation>>, StoreError> {
    let of_invitation = |image: &&Image| image.kind() == kind::INVITATION;
    let Some(new) = change.new_image().filter(of_invitation) else { return Ok(None) };
    let invitation = revised(change, new, read_invitation)?.map(|revised| revised.after);
    Ok(invitation.filter(|invitation| invitation.value.state == InvitationState::Open))
}

pub(super) fn revised<T>(
    change: &Change,
    new: &Image,
    read: impl Fn(Reader) -> Result<Kept<T>, StoreError>,
) -> Result<Option<Revised<T>>, StoreError> {
    let old = change.old_image().filter(|old| old.kind() == new.kind());
    let before = old.map(|old| read(old.reader())).transpose()?;
    let after = read(new.reader())?;
    let known = before.as_ref().map_or(0, |before| before.revision);
    Ok((after.revision > known).then_some(Revised { before, after }))
}
