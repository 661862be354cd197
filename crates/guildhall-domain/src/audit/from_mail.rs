//! What somebody decided about a mail that did not arrive.

use super::{AuditAct, AuditDetail, AuditEntry, AuditId, AuditOrganisation, AuditSubject, SubjectKind};
use crate::actor::Stamp;
use crate::ids::OrgId;

/// What was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailVerdict {
    /// It is sent once more.
    SentAgain,
    /// Nothing more is to be done about it.
    Dismissed,
}

/// A mail, as far as the log is about it: no address and no words of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailSubject {
    /// The mail's id.
    pub id: String,
    /// What sort of mail it is, as `lead_decided`.
    pub topic: String,
    /// Whose lead or inquiry it tells of.
    pub organisation: Option<OrgId>,
}

/// The entry about a decision. Nobody decides about one mail twice in a moment, so the moment tells decisions apart.
#[must_use]
pub fn of_mail(mail: MailSubject, verdict: MailVerdict, decided: &Stamp) -> AuditEntry {
    let act = match verdict {
        MailVerdict::SentAgain => AuditAct::MailSentAgain,
        MailVerdict::Dismissed => AuditAct::MailDismissed,
    };
    let subject = AuditSubject { kind: SubjectKind::Mail, id: mail.id, name: String::new() };
    let source = AuditSubject { id: format!("{} {}", act.slug(), subject.id), ..subject.clone() };
    let moment = decided.at.timestamp_micros().unsigned_abs();
    let organisation = mail.organisation.map(|id| AuditOrganisation { id, name: None, handle: None });
    AuditEntry {
        id: AuditId::derive(&source, moment),
        at: decided.at,
        by: decided.by.clone(),
        act,
        subject,
        organisation,
        detail: Some(AuditDetail::Code { code: mail.topic }),
        note: None,
    }
}
