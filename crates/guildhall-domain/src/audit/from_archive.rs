//! Which archives of an organisation were made.

use chrono::{DateTime, Utc};

use super::{AuditAct, AuditEntry, AuditId, AuditOrganisation, AuditSubject, SubjectKind};
use crate::actor::Actor;
use crate::archive::ArchivedOrganisation;

/// The entry about an archive that somebody made, and so may have downloaded. `archive` tells it from any other one.
#[must_use]
pub fn of_archive(
    by: &Actor,
    organisation: &ArchivedOrganisation,
    archive: &str,
    at: DateTime<Utc>,
) -> AuditEntry {
    let ArchivedOrganisation { id, name } = organisation;
    let subject = AuditSubject { kind: SubjectKind::Organisation, id: id.to_string(), name: name.clone() };
    let source = AuditSubject { id: format!("archive {archive}"), ..subject.clone() };
    AuditEntry {
        id: AuditId::derive(&source, 1),
        at,
        by: by.signature(),
        act: AuditAct::ArchiveMade,
        subject,
        organisation: Some(AuditOrganisation { id: id.clone(), name: Some(name.clone()), handle: None }),
        detail: None,
        note: None,
    }
}
