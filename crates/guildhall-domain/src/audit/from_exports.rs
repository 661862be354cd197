//! That somebody of the platform took a list along as a file.

use chrono::{DateTime, Utc};

use super::{AuditAct, AuditDetail, AuditEntry, AuditId, AuditSubject, SubjectKind};
use crate::actor::{Actor, Side};

/// A list that the platform's people can take along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportedList {
    /// Leads of all organisations.
    Leads,
    /// A month of this log.
    AuditLog,
}

impl ExportedList {
    fn act(self) -> AuditAct {
        match self {
            Self::Leads => AuditAct::LeadsExported,
            Self::AuditLog => AuditAct::AuditLogExported,
        }
    }
}

/// The entry about so many rows that somebody takes along. What they searched for does not stand in it, since that may be a
/// name. `None` for partners: what they take along is their own.
///
/// `number` differs for any two times that one person does so.
#[must_use]
pub fn of_export(
    by: &Actor,
    list: ExportedList,
    rows: usize,
    number: u64,
    at: DateTime<Utc>,
) -> Option<AuditEntry> {
    if by.role.side() != Side::Platform {
        return None;
    }
    let act = list.act();
    let subject = AuditSubject { kind: SubjectKind::List, id: act.slug().to_owned(), name: String::new() };
    let source = AuditSubject { id: format!("{} {}", act.slug(), by.id), ..subject.clone() };
    Some(AuditEntry {
        id: AuditId::derive(&source, number),
        at,
        by: by.signature(),
        act,
        subject,
        organisation: None,
        detail: Some(AuditDetail::Code { code: rows.to_string() }),
        note: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actor::Role;

    fn entry(role: Role, list: ExportedList, number: u64) -> Option<AuditEntry> {
        let by = Actor { id: "ruth".parse().unwrap(), name: "Ruth".to_owned(), role, org: None };
        of_export(&by, list, 12, number, "2026-07-15T12:00:00Z".parse().unwrap())
    }

    #[test]
    fn what_the_platforms_people_take_along_is_an_entry_each_time() {
        let first = entry(Role::SalesManager, ExportedList::Leads, 1).unwrap();
        assert_eq!((first.act, first.subject.kind), (AuditAct::LeadsExported, SubjectKind::List));
        assert_eq!(first.detail, Some(AuditDetail::Code { code: "12".to_owned() }));
        assert_ne!(first.id, entry(Role::SalesManager, ExportedList::Leads, 2).unwrap().id);
        assert_ne!(first.id, entry(Role::SalesManager, ExportedList::AuditLog, 1).unwrap().id);
        assert_eq!(entry(Role::PartnerOwner, ExportedList::Leads, 1), None);
    }
}
