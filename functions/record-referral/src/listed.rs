//! Waiting events as a list, and the text that names one in an address.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use guildhall_contract::platform_events::WaitingColumn;
use guildhall_domain::ids::OrgId;
use guildhall_domain::listing::{Key, Row};
use guildhall_domain::referral::{EventId, ReferralId};
use guildhall_store::WaitingEvent;

/// A row of the list.
pub(crate) struct Listed {
    pub(crate) waiting: WaitingEvent,
    pub(crate) key: String,
}

impl Listed {
    pub(crate) fn new(waiting: WaitingEvent) -> Self {
        let event = &waiting.event;
        let named = format!("{}\n{}\n{}", event.org, event.record, event.id);
        let key = URL_SAFE_NO_PAD.encode(named);
        Self { waiting, key }
    }
}

impl Row for Listed {
    type Id = String;
    type Column = WaitingColumn;

    fn id(&self) -> &String {
        &self.key
    }

    fn key(&self, column: WaitingColumn) -> Key<'_> {
        match column {
            WaitingColumn::OccurredAt => Key::Number(self.waiting.event.occurred_at.timestamp_micros()),
            WaitingColumn::Organisation => Key::Text(self.waiting.event.org.as_str()),
        }
    }
}

/// Which event a text in an address names.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct EventKey {
    pub(crate) org: OrgId,
    pub(crate) record: ReferralId,
    pub(crate) event: EventId,
}

/// Reads the text that names an event. Ids of the platform's may hold what an address may not.
pub(crate) fn key_of(text: &str) -> Option<EventKey> {
    let named = String::from_utf8(URL_SAFE_NO_PAD.decode(text).ok()?).ok()?;
    let mut parts = named.split('\n');
    let (org, record, event) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    Some(EventKey { org: org.parse().ok()?, record: record.parse().ok()?, event: event.parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_key_names_nothing() {
        for text in ["", "x", "YWNtZQ", "YWNtZQpzdG9yZTpub3J0aApldnQKbW9yZQ"] {
            assert_eq!(key_of(text), None, "{text}");
        }
        let text = URL_SAFE_NO_PAD.encode("acme\nstore:north\nevt:1");
        let key = key_of(&text).unwrap();
        assert_eq!(
            (key.org.as_str(), key.record.as_str(), key.event.as_str()),
            ("acme", "store:north", "evt:1")
        );
    }
}
