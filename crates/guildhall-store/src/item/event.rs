//! The timeline's entries as the table spells them: flat, and silent about what follows from elsewhere.

use chrono::DateTime;
use guildhall_domain::actor::{Actor, Role, Signature};
use guildhall_domain::ids::UserId;
use guildhall_domain::lead::{Event, EventKind, Status, StatusChange};
use serde::{Deserialize, Serialize};

/// One entry. Its number is its place in the list, and an entry without `by` is Guildhall's own.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct StoredEvent {
    at: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by: Option<UserId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by_name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    role: Option<Role>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from: Option<Status>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    to: Option<Status>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    request: Option<String>,
    #[serde(flatten)]
    kind: EventKind,
}

impl From<&Event> for StoredEvent {
    fn from(event: &Event) -> Self {
        let by = Some(&event.by).filter(|by| **by != Actor::system().signature());
        Self {
            at: event.at.timestamp_micros(),
            by: by.map(|by| by.id.clone()),
            by_name: by.map(|by| by.name.clone()),
            role: by.map(|by| by.role),
            from: event.change.and_then(|change| change.from),
            to: event.change.map(|change| change.to),
            request: event.request.clone(),
            kind: event.kind.clone(),
        }
    }
}

impl StoredEvent {
    /// The entry at a place of the timeline, counted from 1; `None` if it is damaged.
    pub(crate) fn into_event(self, seq: u64) -> Option<Event> {
        let by = match (self.by, self.by_name, self.role) {
            (Some(id), Some(name), Some(role)) => Signature { id, name, role },
            (None, None, None) => Actor::system().signature(),
            _ => return None,
        };
        Some(Event {
            seq,
            at: DateTime::from_timestamp_micros(self.at)?,
            by,
            change: self.to.map(|to| StatusChange { from: self.from, to }),
            request: self.request,
            kind: self.kind,
        })
    }
}
