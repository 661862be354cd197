//! Organisations, memberships, invitations, and the rolls that keep them in step.

use guildhall_domain::organisation::{
    House, Invitation, InvitationState, Membership, Organisation, Roll, VALID_DAYS,
};

use super::kept::{kept_draft, read_kept};
use super::writing::{number, text};
use super::{Attributes, Reader, kind};
use crate::kept::Kept;
use crate::keys::{self, Key};
use crate::table::{EXPIRES_AT, GSI1PK, GSI1SK};
use crate::{Micros, StoreError};

const DAY: i64 = 24 * 60 * 60;
/// How long a membership is kept that is over, and an invitation that is answered, in seconds: longer than any
/// month, so that no revision comes twice in one month of the audit log.
const AFTERWARDS: i64 = 60 * DAY;

/// The whole item.
pub(crate) fn organisation_item(organisation: &Kept<Organisation>) -> Result<Attributes, StoreError> {
    let id = &organisation.value.id;
    Ok(kept_draft(&Key::organisation(id), kind::ORGANISATION, organisation)?
        .put(GSI1PK, text(keys::ORGANISATIONS))
        .put(GSI1SK, text(id.as_str()))
        .finish())
}

/// The organisation of an item, or of an index of it.
pub(crate) fn read_organisation(reader: Reader) -> Result<Kept<Organisation>, StoreError> {
    read_kept(reader, kind::ORGANISATION)
}

/// The whole item. What is over stands in no list.
pub(crate) fn membership_item(membership: &Kept<Membership>) -> Result<Attributes, StoreError> {
    let Membership { person, house, ended, .. } = &membership.value;
    let draft = kept_draft(&Key::membership(person), kind::MEMBERSHIP, membership)?;
    if *ended {
        return Ok(draft.put(EXPIRES_AT, number(Micros::now().seconds() + AFTERWARDS)).finish());
    }
    Ok(draft.put(GSI1PK, text(keys::members_of(house))).put(GSI1SK, text(person.as_str())).finish())
}

/// The membership of an item, or of an index of it.
pub(crate) fn read_membership(reader: Reader) -> Result<Kept<Membership>, StoreError> {
    read_kept(reader, kind::MEMBERSHIP)
}

/// The whole item. What is answered stands in no list.
pub(crate) fn invitation_item(invitation: &Kept<Invitation>) -> Result<Attributes, StoreError> {
    let Invitation { id, house, state, .. } = &invitation.value;
    let draft = kept_draft(&Key::invitation(*id), kind::INVITATION, invitation)?;
    let is_open = *state == InvitationState::Open;
    let valid = if is_open { VALID_DAYS * DAY } else { 0 };
    // The table's clock is the machine's, so this is no rule of when it can be accepted.
    let draft = draft.put(EXPIRES_AT, number(Micros::now().seconds() + valid + AFTERWARDS));
    if !is_open {
        return Ok(draft.finish());
    }
    Ok(draft.put(GSI1PK, text(keys::members_of(house))).put(GSI1SK, text(id.to_string())).finish())
}

/// The invitation of an item, or of an index of it.
pub(crate) fn read_invitation(reader: Reader) -> Result<Kept<Invitation>, StoreError> {
    read_kept(reader, kind::INVITATION)
}

/// The whole item.
pub(crate) fn roll_item(house: &House, roll: &Kept<Roll>) -> Result<Attributes, StoreError> {
    Ok(kept_draft(&Key::roll(house), kind::ROLL, roll)?.finish())
}

/// The roll of an item.
pub(crate) fn read_roll(reader: Reader) -> Result<Kept<Roll>, StoreError> {
    read_kept(reader, kind::ROLL)
}
