//! What became of the mail about an inquiry.

use guildhall_domain::ids::InquiryId;
use guildhall_domain::inquiry::Delivery;

use super::Inquiries;
use crate::changes::Changes;
use crate::item::{DELIVERY, nested, number, text};
use crate::keys::Key;
use crate::table::{CHANGED_AT, GSI1SK, VERSION, Written};
use crate::{Micros, StoreError};

impl Inquiries {
    /// Notes how far the mail came; `false` if that is known already, or something that comes after it, or
    /// there is no such inquiry. What the carriers tell arrives in any order and more than once. Only
    /// [`Delivery::Pending`] goes back: somebody decided to send again what did not arrive.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn record_delivery(&self, id: &InquiryId, delivery: Delivery) -> Result<bool, StoreError> {
        let before: Vec<_> = match delivery {
            Delivery::Pending => {
                Delivery::ALL.into_iter().filter(|known| known.may_be_sent_again()).collect()
            }
            _ => delivery.follows().to_vec(),
        };
        let now = Micros::now();
        // The version moves, so that lists take the change over.
        let mut changes = Changes::default()
            .put(DELIVERY, Some(nested(&delivery)?))
            .put(CHANGED_AT, Some(number(now.0)))
            .put(GSI1SK, Some(text(now.padded())))
            .count_up(VERSION);
        let attribute = changes.name(DELIVERY);
        let mut known = Vec::new();
        for (place, earlier) in before.iter().enumerate() {
            known.push(changes.value(&format!("before_{place}"), nested(earlier)?));
        }
        let condition = format!("{attribute} IN ({})", known.join(", "));
        let update = self.table.update(&Key::inquiry(id), changes, condition)?;
        Ok(matches!(self.table.update_alone(update).await?, Written::Done))
    }
}
