//! The roll of a house: who is there and who is expected, in a few bytes each.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{AddressMark, House, InvitationId, MemberRefusal};
use crate::actor::Role;
use crate::ids::UserId;

/// How many members and open invitations a house may have.
pub const MOST: usize = 100;

/// A member, as far as the rules need to know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enrolled {
    /// Who.
    pub person: UserId,
    /// What they may do.
    pub role: Role,
    /// What stands for the address that they were invited at.
    pub address: AddressMark,
}

/// Somebody who is invited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expected {
    /// The invitation.
    pub id: InvitationId,
    /// What stands for the invited address.
    pub address: AddressMark,
    /// Until when it is good, by the business clock.
    pub until: DateTime<Utc>,
}

/// Where an invitation goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Nobody with this address is invited yet.
    New,
    /// Under this id they are; it is renewed, though it may have expired.
    Known(InvitationId),
}

/// Who belongs to a house, and who is expected.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Roll {
    /// The members.
    pub members: Vec<Enrolled>,
    /// The invitations that were not answered. Those that have expired stay until their places are needed, so
    /// that inviting again finds them.
    pub invited: Vec<Expected>,
}

impl Roll {
    /// A member.
    #[must_use]
    pub fn member(&self, person: &UserId) -> Option<&Enrolled> {
        self.members.iter().find(|member| member.person == *person)
    }

    /// Whether anybody manages the house.
    #[must_use]
    pub fn has_head(&self, house: &House) -> bool {
        self.members.iter().any(|member| member.role == house.head())
    }

    /// How many of the places are taken at a moment.
    #[must_use]
    pub fn taken(&self, now: DateTime<Utc>) -> usize {
        self.members.len() + self.invited.iter().filter(|expected| expected.until > now).count()
    }

    /// Where an invitation of this address goes.
    ///
    /// # Errors
    /// [`MemberRefusal::MemberAlready`] if whoever has it is there.
    pub fn place(&self, address: AddressMark) -> Result<Place, MemberRefusal> {
        if self.members.iter().any(|member| member.address == address) {
            return Err(MemberRefusal::MemberAlready);
        }
        let known = self.invited.iter().find(|expected| expected.address == address);
        Ok(known.map_or(Place::New, |expected| Place::Known(expected.id)))
    }

    /// The roll with one more who is expected, or with the same expected for longer.
    ///
    /// # Errors
    /// When whoever has the address is there, or no place is left.
    pub fn invite(&self, invited: Expected, now: DateTime<Utc>) -> Result<Self, MemberRefusal> {
        let mut roll = self.clone();
        if let Place::Known(id) = self.place(invited.address)? {
            roll.invited.retain(|expected| expected.id != id);
        }
        if roll.taken(now) >= MOST {
            return Err(MemberRefusal::Full);
        }
        if roll.members.len() + roll.invited.len() >= MOST {
            roll.invited.retain(|expected| expected.until > now);
        }
        roll.invited.push(invited);
        Ok(roll)
    }

    /// The roll without an invitation.
    ///
    /// # Errors
    /// [`MemberRefusal::Closed`] if nobody is expected by it.
    pub fn withdraw(&self, id: InvitationId) -> Result<Self, MemberRefusal> {
        let mut roll = self.clone();
        roll.invited.retain(|expected| expected.id != id);
        if roll.invited.len() == self.invited.len() { Err(MemberRefusal::Closed) } else { Ok(roll) }
    }

    /// The roll once somebody has come by an invitation.
    ///
    /// # Errors
    /// When the invitation is none, or too old, or they are there already.
    pub fn accept(
        &self,
        id: InvitationId,
        person: &UserId,
        role: Role,
        now: DateTime<Utc>,
    ) -> Result<Self, MemberRefusal> {
        let expected = self.invited.iter().find(|expected| expected.id == id && expected.until > now);
        let address = expected.ok_or(MemberRefusal::Closed)?.address;
        if self.member(person).is_some() {
            return Err(MemberRefusal::MemberAlready);
        }
        let mut roll = self.withdraw(id)?;
        roll.members.push(Enrolled { person: person.clone(), role, address });
        Ok(roll)
    }

    /// The roll once a member has another role.
    ///
    /// # Errors
    /// When they are no member, or nobody would be left to manage the house.
    pub fn change_role(&self, house: &House, person: &UserId, role: Role) -> Result<Self, MemberRefusal> {
        if !house.roles().contains(&role) {
            return Err(MemberRefusal::RoleUnknown);
        }
        let mut roll = self.clone();
        let member = roll.members.iter_mut().find(|member| member.person == *person);
        member.ok_or(MemberRefusal::Unknown)?.role = role;
        roll.still_headed(self, house)
    }

    /// The roll without a member.
    ///
    /// # Errors
    /// As [`Self::change_role`].
    pub fn remove(&self, house: &House, person: &UserId) -> Result<Self, MemberRefusal> {
        let mut roll = self.clone();
        roll.members.retain(|member| member.person != *person);
        if roll.members.len() == self.members.len() {
            return Err(MemberRefusal::Unknown);
        }
        roll.still_headed(self, house)
    }

    /// What had a head keeps one.
    fn still_headed(self, before: &Self, house: &House) -> Result<Self, MemberRefusal> {
        if before.has_head(house) && !self.has_head(house) { Err(MemberRefusal::LastHead) } else { Ok(self) }
    }
}
