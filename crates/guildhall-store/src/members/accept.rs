//! Accepting an invitation: it, the membership and the roll in one transaction.

use guildhall_domain::ids::UserId;
use guildhall_domain::organisation::{
    House, Invitation, InvitationId, InvitationState, MemberRefusal, Membership,
};
use guildhall_domain::personal::Personal;

use super::{Doing, Members, TRIES, membership_in, roll_in, too_busy};
use crate::StoreError;
use crate::item::{invitation_item, membership_item};
use crate::kept::Kept;
use crate::keys::Key;
use crate::table::Expected;

/// What became of an acceptance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Accepted {
    /// They are a member; the invitation as it is now.
    Done(Box<Invitation>),
    /// They are not, and why.
    Refused(MemberRefusal),
    /// There is no such invitation for this address.
    Missing,
}

impl Members {
    /// Makes somebody a member by an invitation of their address. Done again, it is done.
    ///
    /// # Errors
    /// When the table does not answer, what it holds is damaged, or others are faster all the while.
    pub async fn accept(
        &self,
        id: InvitationId,
        address: &Personal,
        doing: &Doing<'_>,
    ) -> Result<Accepted, StoreError> {
        for _ in 0..TRIES {
            if let Some(accepted) = self.try_to_accept(id, address, doing).await? {
                return Ok(accepted);
            }
        }
        Err(too_busy())
    }

    async fn try_to_accept(
        &self,
        id: InvitationId,
        address: &Personal,
        doing: &Doing<'_>,
    ) -> Result<Option<Accepted>, StoreError> {
        let person = &doing.actor.id;
        let there = self.invitation(id).await?.filter(|invitation| invitation.value.is_for(address));
        let Some(invitation) = there else { return Ok(Some(Accepted::Missing)) };
        let house = invitation.value.house.clone();
        let keys = [Key::roll(&house), Key::membership(person)];
        let mut found = self.table.get_many(&[&keys[0], &keys[1]]).await?;
        let (roll, before) = (roll_in(&mut found, &house)?, membership_in(&mut found, person)?);
        let holding = before.as_ref().filter(|membership| membership.value.holds());
        if let Some(holding) = holding {
            return Ok(Some(met(holding, &invitation.value)));
        }
        if invitation.value.state_at(doing.now) != InvitationState::Open {
            return Ok(Some(Accepted::Refused(MemberRefusal::Closed)));
        }
        let after = match roll.value.accept(id, person, invitation.value.role, doing.now) {
            Ok(after) => after,
            Err(refusal) => return Ok(Some(Accepted::Refused(refusal))),
        };
        let membership = joined(person, doing, &invitation.value, &house);
        let revision = before.map_or(0, |before| before.revision);
        let membership = Kept::after(revision, membership, doing.stamp());
        let accepted = Invitation { state: InvitationState::Accepted, ..invitation.value };
        let accepted = Kept::after(invitation.revision, accepted, doing.stamp());
        let items = vec![
            (membership_item(&membership)?, Expected::before(membership.revision)),
            (invitation_item(&accepted)?, Expected::before(accepted.revision)),
        ];
        let is_done = self.write_with_roll(&house, roll.revision, after, items, Vec::new()).await?;
        Ok(is_done.then(|| Accepted::Done(Box::new(accepted.value))))
    }
}

/// What it means that somebody is a member already: of this very invitation, or otherwise.
fn met(holding: &Kept<Membership>, invitation: &Invitation) -> Accepted {
    let is_of_it = invitation.state == InvitationState::Accepted && holding.value.house == invitation.house;
    if is_of_it {
        Accepted::Done(Box::new(invitation.clone()))
    } else {
        Accepted::Refused(MemberRefusal::MemberAlready)
    }
}

fn joined(person: &UserId, doing: &Doing<'_>, invitation: &Invitation, house: &House) -> Membership {
    Membership {
        person: person.clone(),
        name: Personal::new(doing.actor.name.clone()),
        email: invitation.email.clone(),
        role: invitation.role,
        financials: invitation.financials,
        house: house.clone(),
        since: doing.now,
        ended: false,
    }
}
