//! Who made payout runs, who took their reports, and who said where an organisation is paid.

use chrono::{DateTime, Utc};

use super::{AuditAct, AuditEntry, AuditId, AuditOrganisation, AuditSubject, SubjectKind};
use crate::actor::{Actor, Stamp};
use crate::ids::OrgId;
use crate::payout::{PayoutRun, Period};

/// The entry about a change of a run: that it was begun, or that it is done; `None` for what lies between. `revision` is
/// the run's after it.
#[must_use]
pub fn of_payout_run(
    before: Option<&PayoutRun>,
    after: &PayoutRun,
    revision: u64,
    changed: &Stamp,
) -> Option<AuditEntry> {
    let was_done = before.is_some_and(|before| before.outcome.is_some());
    let act = match (&after.outcome, before) {
        (Some(_), _) if !was_done => AuditAct::PayoutRunFinished,
        (None, None) => AuditAct::PayoutRunBegun,
        _ => return None,
    };
    let subject = run(after.period);
    let id = AuditId::derive(&subject, revision);
    Some(entry(id, act, subject, changed))
}

/// The entry about a change of where an organisation is paid. Where that is does not stand in it. `revision` is that of
/// the details after it.
#[must_use]
pub fn of_payout_details(org: &OrgId, revision: u64, changed: &Stamp) -> AuditEntry {
    let subject = AuditSubject { kind: SubjectKind::Settings, id: org.to_string(), name: String::new() };
    let source = AuditSubject { id: format!("payout details {org}"), ..subject.clone() };
    let organisation = Some(AuditOrganisation { id: org.clone(), name: None, handle: None });
    let id = AuditId::derive(&source, revision);
    AuditEntry { organisation, ..entry(id, AuditAct::PayoutDetailsChanged, subject, changed) }
}

/// The entry about somebody who took the report of a run, which holds the numbers of accounts. `number` differs for any
/// two that one administrator takes.
#[must_use]
pub fn of_payout_report(by: &Actor, period: Period, number: u64, at: DateTime<Utc>) -> AuditEntry {
    let subject = run(period);
    let source = AuditSubject { id: format!("report {} {period}", by.id), ..subject.clone() };
    let stamp = Stamp { by: by.signature(), at };
    entry(AuditId::derive(&source, number), AuditAct::PayoutReportTaken, subject, &stamp)
}

fn run(period: Period) -> AuditSubject {
    AuditSubject { kind: SubjectKind::PayoutRun, id: period.to_string(), name: period.to_string() }
}

fn entry(id: AuditId, act: AuditAct, subject: AuditSubject, changed: &Stamp) -> AuditEntry {
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
