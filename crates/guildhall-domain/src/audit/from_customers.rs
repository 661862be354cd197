//! That an administrator said who is a customer already.

use chrono::{DateTime, Utc};

use super::{AuditAct, AuditDetail, AuditEntry, AuditId, AuditSubject, SubjectKind};
use crate::actor::Actor;

/// The entry about so many customers that somebody names. Who they are does not stand in it: that cannot be read
/// back from anywhere.
///
/// `number` differs for any two times that one person does so.
#[must_use]
pub fn of_customers(by: &Actor, count: usize, number: u64, at: DateTime<Utc>) -> AuditEntry {
    let subject =
        AuditSubject { kind: SubjectKind::Customers, id: "customers".to_owned(), name: String::new() };
    let source = AuditSubject { id: by.id.to_string(), ..subject.clone() };
    AuditEntry {
        id: AuditId::derive(&source, number),
        at,
        by: by.signature(),
        act: AuditAct::CustomersNamed,
        subject,
        organisation: None,
        detail: Some(AuditDetail::Code { code: count.to_string() }),
        note: None,
    }
}
