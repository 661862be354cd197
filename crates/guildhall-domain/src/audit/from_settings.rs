//! Who changed the roster, the desk, the dates of the move, and what others are told by mail.

use chrono::SecondsFormat;

use super::{AuditAct, AuditDetail, AuditEntry, AuditId, AuditOrganisation, AuditSubject, SubjectKind};
use crate::actor::Stamp;
use crate::cutover::{Cutover, CutoverDate};
use crate::ids::OrgId;
use crate::notice::Person;
use crate::representative::Representative;

/// The entry about a change of the roster; `revision` is the representative's after it.
#[must_use]
pub fn of_representative(rep: &Representative, revision: u64, changed: &Stamp) -> AuditEntry {
    let act = if revision == 1 { AuditAct::RepresentativeAdded } else { AuditAct::RepresentativeChanged };
    let subject =
        AuditSubject { kind: SubjectKind::Representative, id: rep.id.to_string(), name: rep.name.clone() };
    entry(act, AuditId::derive(&subject, revision), subject, changed)
}

/// The entry about a change of the desk; `revision` is the desk's after it.
#[must_use]
pub fn of_desk(revision: u64, changed: &Stamp) -> AuditEntry {
    let subject = AuditSubject { kind: SubjectKind::Desk, id: "desk".to_owned(), name: String::new() };
    entry(AuditAct::DeskChanged, AuditId::derive(&subject, revision), subject, changed)
}

/// The entry about a change of the dates of the move, which holds all three in UTC; `revision` is theirs after it.
#[must_use]
pub fn of_cutover(cutover: &Cutover, revision: u64, changed: &Stamp) -> AuditEntry {
    let subject = AuditSubject { kind: SubjectKind::Cutover, id: "cutover".to_owned(), name: String::new() };
    let dates = CutoverDate::ALL.map(|date| cutover.dates().get(date));
    let code = dates.map(|at| at.to_rfc3339_opts(SecondsFormat::Secs, true)).join(" ");
    let id = AuditId::derive(&subject, revision);
    AuditEntry {
        detail: Some(AuditDetail::Code { code }),
        ..entry(AuditAct::CutoverChanged, id, subject, changed)
    }
}

/// The entry about a change of what somebody is told by mail; `None` if they changed it themselves.
/// `revision` is that of the settings after it.
#[must_use]
pub fn of_person(person: &Person, revision: u64, changed: &Stamp) -> Option<AuditEntry> {
    if changed.by.id == person.id {
        return None;
    }
    let subject = AuditSubject {
        kind: SubjectKind::Settings,
        id: person.id.to_string(),
        name: person.name.as_str().to_owned(),
    };
    let id = settings_id("person", &subject, revision);
    Some(entry(AuditAct::SettingsChanged, id, subject, changed))
}

/// The entry about a change of where an organisation gets mail about its leads. What the address is does not
/// stand in it. `revision` is that of the setting after it.
#[must_use]
pub fn of_lead_mail(org: &OrgId, revision: u64, changed: &Stamp) -> AuditEntry {
    let subject = AuditSubject { kind: SubjectKind::Settings, id: org.to_string(), name: String::new() };
    let id = settings_id("organisation", &subject, revision);
    let organisation = Some(AuditOrganisation { id: org.clone(), name: None, handle: None });
    AuditEntry { organisation, ..entry(AuditAct::LeadAddressChanged, id, subject, changed) }
}

/// A person and an organisation may have the same id.
fn settings_id(of: &str, subject: &AuditSubject, revision: u64) -> AuditId {
    let source = AuditSubject { id: format!("{of} {}", subject.id), ..subject.clone() };
    AuditId::derive(&source, revision)
}

fn entry(act: AuditAct, id: AuditId, subject: AuditSubject, changed: &Stamp) -> AuditEntry {
    AuditEntry {
        id,
        at: changed.at,
        by: changed.by.clone(),
        act,
        subject,
        organisation: None,
        detail: None,
        note: None,
    }
}
