//! Another role or permission for a member, and the end of a membership.

use guildhall_domain::actor::Role;
use guildhall_domain::ids::UserId;
use guildhall_domain::organisation::{Act, House, MemberRefusal, Membership, Roll, permit};
use guildhall_domain::personal::Personal;

use super::{Doing, Ended, Members, TRIES, membership_in, roll_in, too_busy};
use crate::StoreError;
use crate::item::membership_item;
use crate::kept::Kept;
use crate::keys::Key;
use crate::table::Expected;

/// What became of giving a member another role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MemberChange {
    /// This is how they stand now.
    Done(Box<Kept<Membership>>),
    /// Somebody was faster; this is how they stand now.
    Conflict(Box<Kept<Membership>>),
    /// They keep their role, and why.
    Refused(MemberRefusal),
}

impl Members {
    /// Gives a member of a house another role, and grants or denies them to see its money, which stays as it is for
    /// `None`; provided that they stand at the revision that was seen.
    ///
    /// # Errors
    /// When the table does not answer, what it holds is damaged, or others are faster all the while.
    pub async fn change_role(
        &self,
        house: &House,
        person: &UserId,
        role: Role,
        financials: Option<bool>,
        seen: u64,
        doing: &Doing<'_>,
    ) -> Result<MemberChange, StoreError> {
        for _ in 0..TRIES {
            let act = Act::ChangeRole(person, role);
            let (there, roll) = match self.member(house, person, act, doing).await? {
                Ok(read) => read,
                Err(refusal) => return Ok(MemberChange::Refused(refusal)),
            };
            // Said again, as after an answer that was lost.
            let financials = financials.unwrap_or(there.value.financials);
            let is_so = there.value.role == role && there.value.financials == financials;
            if there.revision == seen.saturating_add(1) && is_so {
                return Ok(MemberChange::Done(Box::new(there)));
            }
            if there.revision != seen {
                return Ok(MemberChange::Conflict(Box::new(there)));
            }
            let after = match roll.value.change_role(house, person, role) {
                Ok(after) => after,
                Err(refusal) => return Ok(MemberChange::Refused(refusal)),
            };
            let changed = Kept::after(seen, Membership { role, financials, ..there.value }, doing.stamp());
            if self.write_member(house, &roll, after, &changed).await? {
                return Ok(MemberChange::Done(Box::new(changed)));
            }
        }
        Err(too_busy())
    }

    /// Ends somebody's membership of a house: their own by leaving, or another's.
    ///
    /// # Errors
    /// As [`Self::change_role`].
    pub async fn remove(
        &self,
        house: &House,
        person: &UserId,
        doing: &Doing<'_>,
    ) -> Result<Ended, StoreError> {
        for _ in 0..TRIES {
            let (there, roll) = match self.member(house, person, Act::Remove(person), doing).await? {
                Ok(read) => read,
                Err(refusal) => return Ok(Ended::Refused(refusal)),
            };
            let after = match roll.value.remove(house, person) {
                Ok(after) => after,
                Err(refusal) => return Ok(Ended::Refused(refusal)),
            };
            let over = Membership { ended: true, email: Personal::default(), ..there.value };
            let over = Kept::after(there.revision, over, doing.stamp());
            if self.write_member(house, &roll, after, &over).await? {
                return Ok(Ended::Done);
            }
        }
        Err(too_busy())
    }

    /// A member of a house with its roll, if that may be done to them: one call.
    async fn member(
        &self,
        house: &House,
        person: &UserId,
        act: Act<'_>,
        doing: &Doing<'_>,
    ) -> Result<Result<(Kept<Membership>, Kept<Roll>), MemberRefusal>, StoreError> {
        let keys = [Key::roll(house), Key::membership(person)];
        let mut found = self.table.get_many(&[&keys[0], &keys[1]]).await?;
        let (roll, there) = (roll_in(&mut found, house)?, membership_in(&mut found, person)?);
        if let Err(refusal) = permit(doing.actor, doing.is_suspended, house, &roll.value, act) {
            return Ok(Err(refusal));
        }
        let there = there.filter(|membership| membership.value.holds() && membership.value.house == *house);
        Ok(there.map(|there| (there, roll)).ok_or(MemberRefusal::Unknown))
    }

    async fn write_member(
        &self,
        house: &House,
        roll: &Kept<Roll>,
        after: Roll,
        member: &Kept<Membership>,
    ) -> Result<bool, StoreError> {
        let item = (membership_item(member)?, Expected::before(member.revision));
        self.write_with_roll(house, roll.revision, after, vec![item], Vec::new()).await
    }
}
