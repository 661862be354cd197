//! That a partner asked whose merchant it is.

use chrono::{DateTime, Utc};

use super::{AuditAct, AuditDetail, AuditEntry, AuditId, AuditOrganisation, AuditSubject, SubjectKind};
use crate::actor::Actor;

/// The entry about a check that came to this answer. It does not hold whom the question was about: the log is read
/// by people who have no business with that merchant.
///
/// `number` differs for any two checks of one person.
#[must_use]
pub fn of_clearance(
    by: &Actor,
    organisation: AuditOrganisation,
    answer: &str,
    number: u64,
    at: DateTime<Utc>,
) -> AuditEntry {
    let subject = AuditSubject { kind: SubjectKind::Clearance, id: by.id.to_string(), name: String::new() };
    AuditEntry {
        id: AuditId::derive(&subject, number),
        at,
        by: by.signature(),
        act: AuditAct::ClearanceChecked,
        subject,
        organisation: Some(organisation),
        detail: Some(AuditDetail::Code { code: answer.to_owned() }),
        note: None,
    }
}
