//! Houses come to be: an organisation with the invitation of its first owner, or with its people at once.

use guildhall_domain::organisation::{
    AddressMark, Enrolled, House, MemberRefusal, Membership, Organisation, Roll,
};

use super::invite::awaited;
use super::{Doing, Members, NewInvitation};
use crate::StoreError;
use crate::item::{invitation_item, membership_item, organisation_item};
use crate::kept::Kept;
use crate::table::Expected;

/// What became of adding an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Founded {
    /// It is there, and its first owner is invited.
    Done(Box<Kept<Organisation>>),
    /// There is another one with this id.
    Taken,
    /// It is not added, and why.
    Refused(MemberRefusal),
}

impl Members {
    /// Adds an organisation and invites its first owner, together or not at all. Whoever says the same again is
    /// told that it is done.
    ///
    /// # Errors
    /// When the table does not answer, or what it holds is damaged.
    pub async fn found(
        &self,
        organisation: Organisation,
        owner: &NewInvitation,
        doing: &Doing<'_>,
    ) -> Result<Founded, StoreError> {
        let invitation = owner.invitation(doing)?;
        let roll = match Roll::default().invite(awaited(&invitation), doing.now) {
            Ok(roll) => roll,
            Err(refusal) => return Ok(Founded::Refused(refusal)),
        };
        let organisation = Kept::after(0, organisation, doing.stamp());
        let invitation = Kept::after(0, invitation, doing.stamp());
        let items = vec![
            (organisation_item(&organisation)?, Expected::Nothing),
            (invitation_item(&invitation)?, Expected::Nothing),
        ];
        if self.write_with_roll(&owner.house, 0, roll, items, Vec::new()).await? {
            return Ok(Founded::Done(Box::new(organisation)));
        }
        let there = self.organisation(&organisation.value.id).await?;
        let is_same = |there: &Kept<Organisation>| {
            let by = |kept: &Kept<Organisation>| kept.changed.as_ref().map(|stamp| stamp.by.id.clone());
            there.revision == 1 && there.value == organisation.value && by(there) == by(&organisation)
        };
        let Some(there) = there.filter(is_same) else { return Ok(Founded::Taken) };
        let mark = AddressMark::of(owner.email.as_str());
        let is_awaited = self.roll(&owner.house).await?.invited.iter().any(|one| one.address == mark);
        Ok(if is_awaited { Founded::Done(Box::new(there)) } else { Founded::Taken })
    }

    /// Puts a house there with its people, as from the start; `false` if it is there already, whoever may have
    /// come and gone since. At most 98 people.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn establish(
        &self,
        house: &House,
        organisation: Option<&Organisation>,
        people: &[Membership],
    ) -> Result<bool, StoreError> {
        let enrolled = |membership: &Membership| Enrolled {
            person: membership.person.clone(),
            role: membership.role,
            address: AddressMark::of(membership.email.as_str()),
        };
        let roll = Roll { members: people.iter().map(enrolled).collect(), invited: Vec::new() };
        let mut items = Vec::with_capacity(people.len() + 1);
        if let Some(organisation) = organisation {
            let organisation = Kept::first(organisation.clone());
            items.push((organisation_item(&organisation)?, Expected::Nothing));
        }
        for membership in people {
            items.push((membership_item(&Kept::first(membership.clone()))?, Expected::Nothing));
        }
        self.write_with_roll(house, 0, roll, items, Vec::new()).await
    }
}
