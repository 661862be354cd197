//! Events of the platform: each is applied once, or waits until it can be.

use aws_sdk_dynamodb::types::{ConditionCheck, ReturnValuesOnConditionCheckFailure, TransactWriteItem};
use chrono::{DateTime, Utc};
use guildhall_domain::ids::OrgId;
use guildhall_domain::referral::{Booked, Booking, EventId, Happening, PlatformEvent, ReferralId};

use super::recorded::refusal;
use super::{BookingWrites, Recorded, Refused, WaitReason, WaitingEvent};
use crate::changes::Changes;
use crate::item::{
    EventState, Reader, Standing, WAITS_FOR, applied_item, read_waiting_event, text, waiting_item,
};
use crate::keys::{self, Key};
use crate::table::{Expected, PK, SK};
use crate::transaction::Ending;
use crate::{StoreError, Table};

/// How often an event that met another change of its record starts over.
const TRIES: u32 = 12;
/// How many waiting events are applied at once with the event that made their referral. The others come with the next
/// look at all that wait.
const AT_ONCE: usize = 25;

/// The platform's events in the table.
#[derive(Debug, Clone)]
pub struct PlatformEvents {
    table: Table,
}

impl PlatformEvents {
    /// The platform's events in a table.
    #[must_use]
    pub fn new(table: Table) -> Self {
        Self { table }
    }

    /// Records an event: applies it, or lets it wait, and whatever is told again changes nothing. An event that makes a
    /// referral also applies what waited for it.
    ///
    /// # Errors
    /// When the table does not answer, what it holds is damaged, or the record keeps changing all the while.
    pub async fn record(&self, event: &PlatformEvent, now: DateTime<Utc>) -> Result<Recorded, StoreError> {
        let recorded = self.record_alone(event, now).await?;
        if matches!(event.happened, Happening::Referred { .. }) && recorded.is_applied() {
            for waiting in self.waiting_for(&event.org, &event.record).await?.iter().take(AT_ONCE) {
                self.record_alone(&waiting.event, now).await?;
            }
        }
        Ok(recorded)
    }

    /// Every event that waits, as it was told, by the time at which it happened. A moment behind, since an index says
    /// so; a call for each megabyte.
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged.
    pub async fn waiting(&self) -> Result<Vec<WaitingEvent>, StoreError> {
        let readers = self.table.all_of_owner(keys::WAITING_EVENTS).await?;
        readers.into_iter().filter_map(|reader| read_waiting_event(reader).transpose()).collect()
    }

    /// The events that wait for a referral, as they stand now.
    ///
    /// # Errors
    /// When the table does not answer, or an item is damaged.
    pub async fn waiting_for(
        &self,
        org: &OrgId,
        record: &ReferralId,
    ) -> Result<Vec<WaitingEvent>, StoreError> {
        let readers = self.table.all_of(&keys::events_of(org), &keys::events_about(record)).await?;
        readers.into_iter().filter_map(|reader| read_waiting_event(reader).transpose()).collect()
    }

    /// An event that waits, by its id.
    ///
    /// # Errors
    /// When the table does not answer, or the item is damaged.
    pub async fn get_waiting(
        &self,
        org: &OrgId,
        record: &ReferralId,
        event: &EventId,
    ) -> Result<Option<WaitingEvent>, StoreError> {
        let item = self.table.get(&Key::platform_event(org, record, event), true).await?;
        item.map_or(Ok(None), |item| read_waiting_event(Reader::new(item)))
    }

    async fn record_alone(&self, event: &PlatformEvent, now: DateTime<Utc>) -> Result<Recorded, StoreError> {
        let mut booking_writes = BookingWrites::default();
        for _ in 0..TRIES {
            let (known, standing) = self.read(event).await?;
            let state = match known {
                None => None,
                Some(item) => match EventState::of(item, event)? {
                    None => return Ok(Recorded::Differs),
                    Some(EventState::Applied) => return Ok(Recorded::Known),
                    Some(EventState::Waiting(reason)) => Some(reason),
                },
            };
            let found = standing.as_ref().map(|standing| &standing.record);
            let recorded = match event.onto(found, Booked::at(now)) {
                Ok(booking) => {
                    self.apply(event, state, standing.as_ref(), &booking, &mut booking_writes).await?
                }
                Err(refused) => match refusal(refused) {
                    Err(refused) => return Ok(refused),
                    Ok(reason) if state.is_some() => return Ok(Recorded::Waiting(reason)),
                    Ok(reason) => self.wait(event, reason).await?,
                },
            };
            if let Some(recorded) = recorded {
                return Ok(recorded);
            }
        }
        Err(StoreError::of_code("TransactWriteItems", Some("TransactionConflict")))
    }

    /// What stands at the event's place, and its record: one call.
    async fn read(
        &self,
        event: &PlatformEvent,
    ) -> Result<(Option<crate::item::Attributes>, Option<Standing>), StoreError> {
        let own = Key::platform_event(&event.org, &event.record, &event.id);
        let record = Key::referral(&event.org, &event.record);
        let mut found = self.table.get_many(&[&own, &record]).await?;
        let standing = found.remove(&record).map_or(Ok(None), Standing::read)?;
        Ok((found.remove(&own), standing))
    }

    /// Writes what came of the event; `None` if something changed meanwhile.
    async fn apply(
        &self,
        event: &PlatformEvent,
        waited: Option<WaitReason>,
        standing: Option<&Standing>,
        booking: &Booking,
        booking_writes: &mut BookingWrites,
    ) -> Result<Option<Recorded>, StoreError> {
        let mut writes = vec![self.mark(event, waited)?];
        writes.extend(booking_writes.of(&self.table, standing, booking)?);
        let mut refusals = match self.table.write_together(writes).await? {
            Ending::Done => {
                return Ok(Some(Recorded::Applied(booking.entries.iter().map(|entry| entry.id).collect())));
            }
            Ending::Refused(refusals) => refusals,
        };
        if refusals.at(0).is_some() {
            return Ok(None);
        }
        match booking_writes.refused(&mut refusals, 1, booking) {
            // An event about another referral has this id.
            Some(Refused::Entry) => Ok(Some(Recorded::Differs)),
            Some(Refused::Record | Refused::Account) | None => Ok(None),
        }
    }

    /// The mark of an event that is applied, in the place of one that was not there, or that waited.
    fn mark(
        &self,
        event: &PlatformEvent,
        waited: Option<WaitReason>,
    ) -> Result<TransactWriteItem, StoreError> {
        let item = applied_item(event)?;
        let put = match waited {
            None => self.table.put_expecting(item, Expected::Nothing)?,
            Some(reason) => {
                let waiting = [(WAITS_FOR.to_owned(), text(reason.code()))].into();
                self.table.put_where(item, &[WAITS_FOR], &waiting)?
            }
        };
        Ok(TransactWriteItem::builder().put(put).build())
    }

    /// Lets the event wait, provided that its referral still does not count; `None` if something changed meanwhile. So
    /// whoever makes the referral finds it, however close they come.
    async fn wait(&self, event: &PlatformEvent, reason: WaitReason) -> Result<Option<Recorded>, StoreError> {
        let unwritable =
            |error: aws_sdk_dynamodb::error::BuildError| StoreError::Unwritable(error.to_string());
        let put = self.table.put_expecting(waiting_item(event, reason)?, Expected::Nothing)?;
        let key = Key::referral(&event.org, &event.record);
        let mut condition = Changes::default();
        let expression = Standing::is_not_live(&mut condition);
        let (_, names, values) = condition.finish();
        let check = ConditionCheck::builder()
            .table_name(self.table.name())
            .key(PK, text(&key.pk))
            .key(SK, text(&key.sk))
            .condition_expression(expression)
            .set_expression_attribute_names(Some(names))
            .set_expression_attribute_values(Some(values))
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::None)
            .build()
            .map_err(unwritable)?;
        let writes = vec![
            TransactWriteItem::builder().put(put).build(),
            TransactWriteItem::builder().condition_check(check).build(),
        ];
        match self.table.write_together(writes).await? {
            Ending::Done => Ok(Some(Recorded::Waiting(reason))),
            Ending::Refused(_) => Ok(None),
        }
    }
}
