//! Inviting, and taking an invitation back.

use aws_sdk_dynamodb::types::TransactWriteItem;
use chrono::TimeDelta;
use guildhall_domain::actor::Role;
use guildhall_domain::delivery::Delivery;
use guildhall_domain::limit::Limit;
use guildhall_domain::organisation::{
    Act, AddressMark, Expected as Awaited, House, Invitation, InvitationId, InvitationState, MemberRefusal,
    Offered, Place, Roll, VALID_DAYS, permit,
};
use guildhall_domain::personal::Personal;
use guildhall_domain::policy::Language;

use super::{Doing, Ended, Members, TRIES, roll_in, too_busy};
use crate::bucket::Bucket;
use crate::item::{Reader, invitation_item, read_invitation};
use crate::kept::Kept;
use crate::keys::Key;
use crate::table::Expected;
use crate::{Micros, StoreError};

/// How many invitations one person may send: thirty at once, then one every two minutes.
pub const PER_INVITER: Limit = Limit { scope: "invitations", burst: 30, interval: 120 };

/// Somebody to invite.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewInvitation {
    /// Into what.
    pub house: House,
    /// What that is called; empty for the platform's own people.
    pub house_name: String,
    /// The address.
    pub email: Personal,
    /// What they are to be.
    pub role: Role,
    /// Whether they are to see what the organisation earns, which owners do without.
    pub financials: bool,
    /// The language of the mail.
    pub language: Language,
}

/// What became of inviting somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Invited {
    /// They are invited.
    New(Box<Invitation>),
    /// They were invited before. The invitation is renewed, unless that was done a moment ago.
    Renewed(Box<Invitation>),
    /// This person has invited too many; in so many seconds they may again.
    Limited(u32),
    /// They are not invited, and why.
    Refused(MemberRefusal),
}

impl NewInvitation {
    fn offered(&self) -> Offered {
        Offered { role: self.role, financials: self.financials }
    }

    /// The invitation as it stands at first.
    pub(super) fn invitation(&self, doing: &Doing<'_>) -> Result<Invitation, StoreError> {
        Ok(Invitation {
            id: drawn()?,
            email: self.email.clone(),
            role: self.role,
            financials: self.financials,
            house: self.house.clone(),
            house_name: self.house_name.clone(),
            language: self.language,
            invited_by: doing.actor.signature(),
            at: doing.now,
            expires_at: doing.now + TimeDelta::days(VALID_DAYS),
            state: InvitationState::Open,
            delivery: Delivery::Pending,
        })
    }
}

/// An id by chance, from the operating system's generator.
fn drawn() -> Result<InvitationId, StoreError> {
    let mut bytes = [0; 16];
    let drawn = aws_lc_rs::rand::fill(&mut bytes);
    drawn.map_err(|_| StoreError::Unwritable("the machine gives no random numbers".to_owned()))?;
    Ok(InvitationId::from_chance(u128::from_be_bytes(bytes)))
}

/// What the roll keeps of an invitation.
pub(super) fn awaited(invitation: &Invitation) -> Awaited {
    Awaited {
        id: invitation.id,
        address: AddressMark::of(invitation.email.as_str()),
        until: invitation.expires_at,
    }
}

impl Members {
    /// Invites somebody, or renews what is there for the same address. Whether that is allowed is decided on the
    /// roll that it is written with.
    ///
    /// # Errors
    /// When the table does not answer, what it holds is damaged, or others are faster all the while.
    pub async fn invite(&self, new: &NewInvitation, doing: &Doing<'_>) -> Result<Invited, StoreError> {
        for _ in 0..TRIES {
            if let Some(invited) = self.try_to_invite(new, doing).await? {
                return Ok(invited);
            }
        }
        Err(too_busy())
    }

    async fn try_to_invite(
        &self,
        new: &NewInvitation,
        doing: &Doing<'_>,
    ) -> Result<Option<Invited>, StoreError> {
        let mut bucket = Bucket::new(PER_INVITER, doing.actor.id.as_str());
        let mut found = self.table.get_many(&[&Key::roll(&new.house), &bucket.key]).await?;
        bucket.read(&mut found)?;
        let roll = roll_in(&mut found, &new.house)?;
        let known = match self.look_up(new, doing, &roll.value).await? {
            Ok(known) => known,
            Err(refusal) => return Ok(Some(Invited::Refused(refusal))),
        };
        if let Some(known) = &known
            && known.value.is_repeated_by(new.offered(), &doing.actor.signature(), doing.now)
        {
            return Ok(Some(Invited::Renewed(Box::new(known.value.clone()))));
        }
        let (is_new, revision) = (known.is_none(), known.as_ref().map_or(0, |known| known.revision));
        let invitation = match known {
            Some(known) => {
                let renewed =
                    known.value.renewed(new.offered(), doing.actor.signature(), new.language, doing.now);
                Invitation { house_name: new.house_name.clone(), email: new.email.clone(), ..renewed }
            }
            None => new.invitation(doing)?,
        };
        let after = match roll.value.invite(awaited(&invitation), doing.now) {
            Ok(after) => after,
            Err(refusal) => return Ok(Some(Invited::Refused(refusal))),
        };
        let counted = match bucket.taken(Micros::now()) {
            Ok(full_at) => bucket.update(&self.table, full_at)?,
            Err(seconds) => return Ok(Some(Invited::Limited(u32::try_from(seconds).unwrap_or(u32::MAX)))),
        };
        let kept = Kept::after(revision, invitation, doing.stamp());
        let item = (invitation_item(&kept)?, Expected::before(kept.revision));
        let counted = TransactWriteItem::builder().update(counted).build();
        let is_done =
            self.write_with_roll(&new.house, roll.revision, after, vec![item], vec![counted]).await?;
        let invitation = Box::new(kept.value);
        let invited = if is_new { Invited::New(invitation) } else { Invited::Renewed(invitation) };
        Ok(is_done.then_some(invited))
    }

    /// The invitation that there is for the address, if any, also one whose time in the table has run out.
    async fn look_up(
        &self,
        new: &NewInvitation,
        doing: &Doing<'_>,
        roll: &Roll,
    ) -> Result<Result<Option<Kept<Invitation>>, MemberRefusal>, StoreError> {
        let allowed = permit(doing.actor, doing.is_suspended, &new.house, roll, Act::Invite(new.role));
        let place = match allowed.and_then(|()| roll.place(AddressMark::of(new.email.as_str()))) {
            Ok(place) => place,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let Place::Known(id) = place else { return Ok(Ok(None)) };
        let item = self.table.get(&Key::invitation(id), true).await?;
        Ok(Ok(item.map(|item| read_invitation(Reader::new(item))).transpose()?))
    }

    /// Takes an invitation of a house back.
    ///
    /// # Errors
    /// As [`Self::invite`].
    pub async fn withdraw(
        &self,
        house: &House,
        id: InvitationId,
        doing: &Doing<'_>,
    ) -> Result<Ended, StoreError> {
        for _ in 0..TRIES {
            if let Some(ended) = self.try_to_withdraw(house, id, doing).await? {
                return Ok(ended);
            }
        }
        Err(too_busy())
    }

    async fn try_to_withdraw(
        &self,
        house: &House,
        id: InvitationId,
        doing: &Doing<'_>,
    ) -> Result<Option<Ended>, StoreError> {
        let key = Key::invitation(id);
        let mut found = self.table.get_many(&[&Key::roll(house), &key]).await?;
        let roll = roll_in(&mut found, house)?;
        if let Err(refusal) = permit(doing.actor, doing.is_suspended, house, &roll.value, Act::Withdraw) {
            return Ok(Some(Ended::Refused(refusal)));
        }
        let there = found.remove(&key).map(|item| read_invitation(Reader::new(item))).transpose()?;
        let there = there.filter(|invitation| invitation.value.house == *house);
        let Some(there) = there else { return Ok(Some(Ended::Refused(MemberRefusal::Unknown))) };
        let after = match (there.value.state, roll.value.withdraw(id)) {
            (InvitationState::Withdrawn, _) => return Ok(Some(Ended::Done)),
            (InvitationState::Accepted | InvitationState::Expired, _) => {
                return Ok(Some(Ended::Refused(MemberRefusal::Closed)));
            }
            // It has lost its place to others since it expired.
            (InvitationState::Open, Err(_)) => roll.value,
            (InvitationState::Open, Ok(after)) => after,
        };
        let invitation = Invitation { state: InvitationState::Withdrawn, ..there.value };
        let kept = Kept::after(there.revision, invitation, doing.stamp());
        let item = (invitation_item(&kept)?, Expected::before(kept.revision));
        let is_done = self.write_with_roll(house, roll.revision, after, vec![item], Vec::new()).await?;
        Ok(is_done.then_some(Ended::Done))
    }

    /// How many places of a house are taken, and whether anybody manages it.
    ///
    /// # Errors
    /// When the table does not answer, or the roll is damaged.
    pub async fn roll(&self, house: &House) -> Result<Roll, StoreError> {
        let mut found = self.table.get_many(&[&Key::roll(house)]).await?;
        Ok(roll_in(&mut found, house)?.value)
    }
}
