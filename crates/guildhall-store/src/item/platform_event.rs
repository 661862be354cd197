//! What the platform told. Of what was applied there is a mark that keeps it from being applied again; what waits is kept
//! whole.

use guildhall_domain::referral::PlatformEvent;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::referral::RECORD;
use super::writing::{Draft, nested, text};
use super::{Attributes, Reader, kind};
use crate::StoreError;
use crate::keys::{self, Key};
use crate::referrals::{WaitReason, WaitingEvent};
use crate::table::{GSI1PK, GSI1SK};

/// What it waits for, while it waits.
pub(crate) const WAITS_FOR: &str = "status";
const DIGEST: &str = "request";

/// What stands at the place of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum EventState {
    Applied,
    Waiting(WaitReason),
}

/// Tells events of one id apart.
fn digest(event: &PlatformEvent) -> Result<Vec<u8>, StoreError> {
    let text = serde_json::to_vec(event).map_err(|error| StoreError::Unwritable(error.to_string()))?;
    Ok(Sha256::digest(text).to_vec())
}

fn draft(event: &PlatformEvent) -> Result<Draft, StoreError> {
    let key = Key::platform_event(&event.org, &event.record, &event.id);
    Ok(Draft::new(&key, kind::PLATFORM_EVENT).put_bytes(DIGEST, &digest(event)?))
}

/// The mark of an event that was applied. Nothing of what it told is in it.
pub(crate) fn applied_item(event: &PlatformEvent) -> Result<Attributes, StoreError> {
    Ok(draft(event)?.finish())
}

/// An event that waits. In the list of those it stands by the time at which it happened.
pub(crate) fn waiting_item(event: &PlatformEvent, reason: WaitReason) -> Result<Attributes, StoreError> {
    let place = format!("{:020}#{}", event.occurred_at.timestamp_micros().max(0), event.id.key().simple());
    Ok(draft(event)?
        .put(WAITS_FOR, text(reason.code()))
        .put(RECORD, nested(&StoredEvent { event: event.clone() })?)
        .put(GSI1PK, text(keys::WAITING_EVENTS))
        .put(GSI1SK, text(place))
        .finish())
}

#[derive(Debug, Serialize, Deserialize)]
struct StoredEvent {
    event: PlatformEvent,
}

impl EventState {
    /// How an event stands by its item; `None` if the item is of another event with the same id.
    pub(crate) fn of(item: Attributes, event: &PlatformEvent) -> Result<Option<Self>, StoreError> {
        let is_same = Reader::new(item.clone()).bytes(DIGEST) == Some(digest(event)?.as_slice());
        match read_waiting_event(Reader::new(item))? {
            // Words may have been struck out of what waits.
            Some(waiting) if is_same || waiting.event == *event => Ok(Some(Self::Waiting(waiting.reason))),
            None if is_same => Ok(Some(Self::Applied)),
            Some(_) | None => Ok(None),
        }
    }
}

/// The event of an item, if it waits.
pub(crate) fn read_waiting_event(mut reader: Reader) -> Result<Option<WaitingEvent>, StoreError> {
    let Some(reason) = reader.optional_choice(WAITS_FOR, &WaitReason::ALL, WaitReason::code)? else {
        return Ok(None);
    };
    let StoredEvent { event } = reader.nested(RECORD)?;
    Ok(Some(WaitingEvent { event, reason }))
}
