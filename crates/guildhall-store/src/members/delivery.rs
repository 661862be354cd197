//! What became of the mail that brings an invitation.

use guildhall_domain::delivery::Delivery;
use guildhall_domain::organisation::InvitationId;

use super::Members;
use crate::StoreError;
use crate::changes::Changes;
use crate::item::{nested, number};
use crate::keys::Key;
use crate::table::{VERSION, Written};

/// Where it stands in the item.
const DELIVERY: &str = "record.delivery";

impl Members {
    /// Notes how far the mail of a revision came; `false` if that is known already, or something that comes after
    /// it, or the invitation was renewed or answered since. The revision does not move, so it calls for no mail.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn record_delivery(
        &self,
        id: InvitationId,
        revision: u64,
        delivery: Delivery,
    ) -> Result<bool, StoreError> {
        let before: Vec<_> = match delivery {
            Delivery::Pending => {
                Delivery::ALL.into_iter().filter(|known| known.may_be_sent_again()).collect()
            }
            _ => delivery.follows().to_vec(),
        };
        let mut changes = Changes::default().put(DELIVERY, Some(nested(&delivery)?));
        let (place, version) = (changes.name(DELIVERY), changes.name(VERSION));
        let ours = changes.value("revision", number(revision));
        let mut known = Vec::new();
        for (number, earlier) in before.iter().enumerate() {
            known.push(changes.value(&format!("before_{number}"), nested(earlier)?));
        }
        let condition = format!("{version} = {ours} AND {place} IN ({})", known.join(", "));
        let update = self.table.update(&Key::invitation(id), changes, condition)?;
        Ok(matches!(self.table.update_alone(update).await?, Written::Done))
    }
}
