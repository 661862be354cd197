//! That an administrator looked up what is kept of a person, or erased it.

use chrono::{DateTime, Utc};

use super::{AuditAct, AuditEntry, AuditId, AuditSubject, SubjectKind};
use crate::actor::Actor;

/// The entry about a request of somebody who is known here by a pseudonym alone: their address would otherwise outlive
/// its own erasure.
///
/// `number` differs for any two requests of one administrator.
#[must_use]
pub fn of_privacy(
    by: &Actor,
    act: AuditAct,
    pseudonym: String,
    number: u64,
    at: DateTime<Utc>,
) -> AuditEntry {
    let subject = AuditSubject { kind: SubjectKind::Person, id: pseudonym, name: String::new() };
    let source = AuditSubject { id: format!("{} {} {}", by.id, act.slug(), subject.id), ..subject.clone() };
    AuditEntry {
        id: AuditId::derive(&source, number),
        at,
        by: by.signature(),
        act,
        subject,
        organisation: None,
        detail: None,
        note: None,
    }
}
