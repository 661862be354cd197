//! Erasing a person from their house. Whether they may go is not asked: the law does not ask either.

use aws_sdk_dynamodb::types::{Delete, TransactWriteItem};
use guildhall_domain::organisation::{House, Roll};

use super::{Members, TRIES, roll_in, too_busy};
use crate::StoreError;
use crate::item::{Attributes, Reader, kind, read_invitation, read_membership, text};
use crate::keys::Key;
use crate::table::{PK, SK};

impl Members {
    /// Deletes a membership or an invitation, and takes it off its house's roll in the same transaction. A house may be
    /// left without anybody who manages it; an administrator invites somebody then.
    pub(crate) async fn erase(&self, key: &Key, item: &Attributes) -> Result<(), StoreError> {
        let reader = Reader::new(item.clone());
        if reader.is(kind::INVITATION) {
            let invitation = read_invitation(reader)?.value;
            let id = invitation.id;
            let strike = move |roll: &mut Roll| roll.invited.retain(|expected| expected.id != id);
            return self.delete_off_roll(&invitation.house, key, strike).await;
        }
        let membership = read_membership(reader)?.value;
        let person = membership.person;
        let strike = move |roll: &mut Roll| roll.members.retain(|member| member.person != person);
        self.delete_off_roll(&membership.house, key, strike).await
    }

    async fn delete_off_roll(
        &self,
        house: &House,
        key: &Key,
        strike: impl Fn(&mut Roll),
    ) -> Result<(), StoreError> {
        for _ in 0..TRIES {
            let mut found = self.table.get_many(&[&Key::roll(house)]).await?;
            let roll = roll_in(&mut found, house)?;
            let mut after = roll.value.clone();
            strike(&mut after);
            // What is over stands on no roll.
            if after == roll.value {
                return self.table.delete(key).await;
            }
            let delete = Delete::builder().table_name(self.table.name());
            let delete = delete.key(PK, text(&key.pk)).key(SK, text(&key.sk)).build();
            let delete = delete.map_err(|error| StoreError::Unwritable(error.to_string()))?;
            let delete = TransactWriteItem::builder().delete(delete).build();
            if self.write_with_roll(house, roll.revision, after, Vec::new(), vec![delete]).await? {
                return Ok(());
            }
        }
        Err(too_busy())
    }
}
