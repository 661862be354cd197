//! What is delivered to endpoints: the queue, and the log.

use chrono::{DateTime, Utc};
use guildhall_domain::ids::OrgId;
use guildhall_domain::webhook::{HookDelivery, HookDeliveryId, HookId};

use super::{Hooks, KEPT_SECONDS};
use crate::item::{Reader, StoredDelivery, delivery_item, read_delivery, text};
use crate::kept::living;
use crate::keys::{DELIVERIES_DUE, DELIVERY_PREFIX, Key, deliveries_to, delivery_sort_key};
use crate::table::{Expected, PK, SK, Written};
use crate::{Micros, StoreError};

impl Hooks {
    /// Adds a delivery; `false` if it is there already, since whoever derived it did so before.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn add_delivery(&self, delivery: HookDelivery) -> Result<bool, StoreError> {
        let expires_at = Micros::now().seconds() + KEPT_SECONDS;
        let item = delivery_item(&StoredDelivery { delivery, version: 1, expires_at })?;
        let put = self.table.put_expecting(item, Expected::Nothing)?;
        Ok(matches!(self.table.put_alone(put).await?, Written::Done))
    }

    /// A delivery as it stands now.
    ///
    /// # Errors
    /// When the table does not answer, or the item is damaged.
    pub async fn delivery(
        &self,
        org: &OrgId,
        hook: HookId,
        id: HookDeliveryId,
    ) -> Result<Option<StoredDelivery>, StoreError> {
        let item = self.table.get(&Key::hook_delivery(org, hook, id), true).await?;
        item.and_then(living).map(read_delivery).transpose()
    }

    /// What is due, longest first. The index may lag behind by a moment.
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged.
    pub async fn due(&self, now: DateTime<Utc>, limit: usize) -> Result<Vec<StoredDelivery>, StoreError> {
        let until = Micros(now.timestamp_micros());
        let due = self.table.first_of_owner(DELIVERIES_DUE, Some(until), limit).await?;
        due.into_iter().map(read_delivery).collect()
    }

    /// Writes a delivery over the one that was read; `None` if somebody was faster.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn change_delivery(
        &self,
        read: &StoredDelivery,
        delivery: HookDelivery,
    ) -> Result<Option<StoredDelivery>, StoreError> {
        let after = StoredDelivery { delivery, version: read.version + 1, expires_at: read.expires_at };
        let put = self.table.put_expecting(delivery_item(&after)?, Expected::Version(read.version))?;
        match self.table.put_alone(put).await? {
            Written::Done => Ok(Some(after)),
            Written::Refused(_) => Ok(None),
        }
    }

    /// What was delivered to an endpoint, the newest first, from before a delivery if one is given; and whether there is
    /// more. One call, strongly consistent.
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged.
    pub async fn deliveries(
        &self,
        org: &OrgId,
        hook: HookId,
        before: Option<HookDeliveryId>,
        limit: usize,
    ) -> Result<(Vec<HookDelivery>, bool), StoreError> {
        // Every sort key of a delivery is less than the prefix with the letter behind all digits.
        let until = before.map_or_else(|| format!("{DELIVERY_PREFIX}~"), delivery_sort_key);
        let request = self
            .table
            .client()
            .query()
            .table_name(self.table.name())
            .consistent_read(true)
            .scan_index_forward(false)
            .key_condition_expression("#pk = :pk AND #sk BETWEEN :from AND :until")
            .expression_attribute_names("#pk", PK)
            .expression_attribute_names("#sk", SK)
            .expression_attribute_values(":pk", text(deliveries_to(org, hook)))
            .expression_attribute_values(":from", text(DELIVERY_PREFIX))
            .expression_attribute_values(":until", text(until))
            // The one that it starts before is found too, and one more says whether there is more.
            .limit(i32::try_from(limit.saturating_add(2)).unwrap_or(i32::MAX))
            .set_return_consumed_capacity(self.table.metering());
        let answer = request.send().await.map_err(|error| StoreError::of("Query", &error))?;
        self.table.note("Query", answer.consumed_capacity.as_slice());
        let now = Micros::now();
        let mut found = Vec::new();
        for reader in answer.items.unwrap_or_default().into_iter().map(Reader::new) {
            if reader.has_expired(now) {
                continue;
            }
            let delivery = read_delivery(reader)?.delivery;
            if before.is_none_or(|before| delivery.id < before) {
                found.push(delivery);
            }
        }
        let is_more = found.len() > limit;
        found.truncate(limit);
        Ok((found, is_more))
    }
}
