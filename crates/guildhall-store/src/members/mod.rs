//! Organisations and the platform's own people: who belongs to them, and who is invited.
//!
//! A membership, an invitation and an organisation are an item each. Whatever several people could change at once
//! goes through the roll of the house, one small item that is written with each of them in one transaction, on
//! the condition that it still stands as it was read. So the rules of [`Roll`] hold however many come at once.

mod accept;
mod change;
mod delivery;
mod erase;
mod found;
mod invite;

use std::collections::HashMap;

use aws_sdk_dynamodb::types::TransactWriteItem;
use chrono::{DateTime, Utc};
use guildhall_domain::actor::{Actor, Stamp};
use guildhall_domain::ids::{OrgId, UserId};
use guildhall_domain::organisation::{
    House, Invitation, InvitationId, MemberRefusal, Membership, Organisation, Roll,
};

pub use accept::Accepted;
pub use change::MemberChange;
pub use found::Founded;
pub use invite::{Invited, NewInvitation, PER_INVITER};

use crate::item::{
    Attributes, Reader, kind, read_invitation, read_membership, read_organisation, read_roll, roll_item,
};
use crate::kept::{Kept, KeptPut, living};
use crate::keys::{Key, ORGANISATIONS, members_of};
use crate::table::Expected;
use crate::transaction::Ending;
use crate::{StoreError, Table};

/// How often a change that met another one starts over.
const TRIES: u32 = 8;

/// The organisations and members of the table.
#[derive(Debug, Clone)]
pub struct Members {
    table: Table,
}

/// Who does something to members, and when.
#[derive(Debug, Clone, Copy)]
pub struct Doing<'a> {
    /// Who.
    pub actor: &'a Actor,
    /// Whether their own organisation is suspended.
    pub is_suspended: bool,
    /// When, by the business clock.
    pub now: DateTime<Utc>,
}

/// Everybody of a house, and the invitations that nobody answered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HousePeople {
    /// The members.
    pub members: Vec<Kept<Membership>>,
    /// The invitations, also those that have expired.
    pub invitations: Vec<Kept<Invitation>>,
}

/// What became of taking an invitation back, or of ending a membership.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// It is done.
    Done,
    /// It is not done, and why.
    Refused(MemberRefusal),
}

impl Doing<'_> {
    fn stamp(&self) -> Stamp {
        Stamp { by: self.actor.signature(), at: self.now }
    }
}

impl Members {
    /// The members of a table.
    #[must_use]
    pub fn new(table: Table) -> Self {
        Self { table }
    }

    /// Somebody's membership, if it holds.
    ///
    /// # Errors
    /// When the table does not answer, or the item is damaged.
    pub async fn membership(&self, person: &UserId) -> Result<Option<Kept<Membership>>, StoreError> {
        let item = self.table.get(&Key::membership(person), true).await?;
        let there = item.map(|item| read_membership(Reader::new(item))).transpose()?;
        Ok(there.filter(|membership| membership.value.holds()))
    }

    /// An organisation.
    ///
    /// # Errors
    /// When the table does not answer, or the item is damaged.
    pub async fn organisation(&self, org: &OrgId) -> Result<Option<Kept<Organisation>>, StoreError> {
        let item = self.table.get(&Key::organisation(org), true).await?;
        item.and_then(living).map(read_organisation).transpose()
    }

    /// Every organisation. The index may lag behind by a moment.
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged.
    pub async fn organisations(&self) -> Result<Vec<Kept<Organisation>>, StoreError> {
        self.table.all_of_owner(ORGANISATIONS).await?.into_iter().map(read_organisation).collect()
    }

    /// Writes an organisation, provided that the revision before stands there.
    ///
    /// # Errors
    /// When the table does not answer, or what it holds is damaged.
    pub async fn keep_organisation(
        &self,
        organisation: Kept<Organisation>,
    ) -> Result<KeptPut<Organisation>, StoreError> {
        let item = crate::item::organisation_item(&organisation)?;
        self.table.keep(organisation, item, read_organisation).await
    }

    /// Everybody of a house: one query. The index may lag behind by a moment.
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged.
    pub async fn people_of(&self, house: &House) -> Result<HousePeople, StoreError> {
        let mut people = HousePeople::default();
        for reader in self.table.all_of_owner(&members_of(house)).await? {
            if reader.is(kind::INVITATION) {
                people.invitations.push(read_invitation(reader)?);
            } else {
                people.members.push(read_membership(reader)?);
            }
        }
        Ok(people)
    }

    /// An invitation, whatever its state.
    ///
    /// # Errors
    /// When the table does not answer, or the item is damaged.
    pub async fn invitation(&self, id: InvitationId) -> Result<Option<Kept<Invitation>>, StoreError> {
        let item = self.table.get(&Key::invitation(id), true).await?;
        item.and_then(living).map(read_invitation).transpose()
    }

    /// Writes the roll of a house with what belongs to it, all or nothing; `false` if somebody was faster.
    async fn write_with_roll(
        &self,
        house: &House,
        before: u64,
        roll: Roll,
        items: Vec<(Attributes, Expected)>,
        further: Vec<TransactWriteItem>,
    ) -> Result<bool, StoreError> {
        let roll = Kept { value: roll, revision: before.saturating_add(1), changed: None };
        let mut writes = further;
        let roll = (roll_item(house, &roll)?, Expected::before(roll.revision));
        for (item, expected) in items.into_iter().chain([roll]) {
            let put = self.table.put_expecting(item, expected)?;
            writes.push(TransactWriteItem::builder().put(put).build());
        }
        Ok(matches!(self.table.write_together(writes).await?, Ending::Done))
    }
}

/// The roll among what was read; an empty one of revision 0 if there is none.
fn roll_in(found: &mut HashMap<Key, Attributes>, house: &House) -> Result<Kept<Roll>, StoreError> {
    match found.remove(&Key::roll(house)) {
        Some(item) => read_roll(Reader::new(item)),
        None => Ok(Kept { value: Roll::default(), revision: 0, changed: None }),
    }
}

/// The membership among what was read, also one that is over.
fn membership_in(
    found: &mut HashMap<Key, Attributes>,
    person: &UserId,
) -> Result<Option<Kept<Membership>>, StoreError> {
    found.remove(&Key::membership(person)).map(|item| read_membership(Reader::new(item))).transpose()
}

/// Somebody else was faster every time.
fn too_busy() -> StoreError {
    StoreError::of_code("TransactWriteItems", Some("TransactionConflict"))
}
