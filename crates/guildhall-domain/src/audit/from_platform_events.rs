//! What administrators do with events of the platform.

use chrono::{DateTime, Utc};

use super::{AuditAct, AuditDetail, AuditEntry, AuditId, AuditOrganisation, AuditSubject, SubjectKind};
use crate::actor::Actor;
use crate::referral::PlatformEvent;

/// What somebody did with an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventAct {
    /// They told of it.
    Told,
    /// They had it tried again.
    Tried,
}

/// Somebody told of an event by hand, or had one tried that waits. What it tells is not in the log: the ledger has it.
///
/// `number` differs for any two times that one person does so.
#[must_use]
pub fn of_platform_event(
    by: &Actor,
    act: EventAct,
    event: &PlatformEvent,
    number: u64,
    at: DateTime<Utc>,
) -> AuditEntry {
    let subject =
        AuditSubject { kind: SubjectKind::PlatformEvent, id: event.id.to_string(), name: String::new() };
    let source = AuditSubject { id: by.id.to_string(), ..subject.clone() };
    AuditEntry {
        id: AuditId::derive(&source, number),
        at,
        by: by.signature(),
        act: match act {
            EventAct::Told => AuditAct::PlatformEventTold,
            EventAct::Tried => AuditAct::PlatformEventTried,
        },
        subject,
        organisation: Some(AuditOrganisation { id: event.org.clone(), name: None, handle: None }),
        detail: Some(AuditDetail::Code { code: event.event_type().code().to_owned() }),
        note: None,
    }
}
