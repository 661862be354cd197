//! Who may do what to whom, as far as a token decides it. The rest is the roll's to decide.

use super::{House, MemberRefusal, Roll};
use crate::actor::{Actor, Role};
use crate::ids::UserId;

/// Something that one does to the members of a house.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act<'a> {
    /// To invite somebody for a role.
    Invite(Role),
    /// To take an invitation back.
    Withdraw,
    /// To give a member another role.
    ChangeRole(&'a UserId, Role),
    /// To end a membership. Ending one's own is leaving.
    Remove(&'a UserId),
}

/// Whether somebody may do this in a house. `is_suspended` is their own organisation's standing.
///
/// The heads of a house manage it. Beside them the programme's administrators invite the first owner of an
/// organisation, and are asked again as long as there is none: whoever was invited may not have come.
///
/// # Errors
/// Why not.
pub fn permit(
    actor: &Actor,
    is_suspended: bool,
    house: &House,
    roll: &Roll,
    act: Act<'_>,
) -> Result<(), MemberRefusal> {
    if let Act::Invite(role) | Act::ChangeRole(_, role) = act
        && !house.roles().contains(&role)
    {
        return Err(MemberRefusal::RoleUnknown);
    }
    let is_at_home = House::of(actor).as_ref() == Some(house);
    if let Act::Remove(person) = act
        && is_at_home
        && actor.id == *person
    {
        return Ok(());
    }
    if is_at_home && is_suspended {
        return Err(MemberRefusal::Suspended);
    }
    match act {
        Act::Invite(_) | Act::Withdraw | Act::ChangeRole(..) | Act::Remove(_)
            if is_at_home && actor.role == house.head() => {}
        Act::Invite(Role::PartnerOwner) | Act::Withdraw
            if actor.role == Role::ProgramAdmin && !roll.has_head(house) => {}
        Act::Invite(_) | Act::Withdraw | Act::ChangeRole(..) | Act::Remove(_) => {
            return Err(MemberRefusal::Forbidden);
        }
    }
    match act {
        Act::ChangeRole(person, _) if actor.id == *person => Err(MemberRefusal::OwnRole),
        Act::Invite(_) | Act::Withdraw | Act::ChangeRole(..) | Act::Remove(_) => Ok(()),
    }
}
