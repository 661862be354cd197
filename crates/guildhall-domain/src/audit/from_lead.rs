//! What the platform's side did to a lead.

use super::{AuditAct, AuditDetail, AuditEntry, AuditId, AuditOrganisation, AuditSubject, SubjectKind};
use crate::actor::Role;
use crate::lead::{Event, EventKind, Lead};
use crate::personal::Personal;

/// The entry about something that happened to a lead; `None` if the partner did it, or if nobody did because
/// it was routed. That a promise was broken is nobody's doing either, but is what a log is asked about.
#[must_use]
pub fn of_lead(lead: &Lead, event: &Event) -> Option<AuditEntry> {
    let (act, detail, note) = what(&event.kind)?;
    let is_kept = match event.by.role {
        Role::Rep | Role::SalesManager | Role::ProgramAdmin => true,
        Role::System => act == AuditAct::Escalated,
        Role::Merchant | Role::PartnerViewer | Role::PartnerMember | Role::PartnerOwner => false,
    };
    if !is_kept {
        return None;
    }
    let name = lead.form.company.clone();
    let subject = AuditSubject { kind: SubjectKind::Lead, id: lead.id.to_string(), name };
    let organisation =
        AuditOrganisation { id: lead.id.org().clone(), name: Some(lead.org_name.clone()), handle: None };
    Some(AuditEntry {
        id: AuditId::derive(&subject, event.seq),
        at: event.at,
        by: event.by.clone(),
        act,
        subject,
        organisation: Some(organisation),
        detail,
        note,
    })
}

/// The act behind an event, whoever did it.
fn what(kind: &EventKind) -> Option<(AuditAct, Option<AuditDetail>, Option<Personal>)> {
    let plain = |act, note: &Option<Personal>| (act, None, note.clone());
    Some(match kind {
        EventKind::Assigned { previous, representative, note } => {
            let (previous, representative) = (previous.clone(), representative.clone());
            let detail = AuditDetail::Representative { previous, representative };
            (AuditAct::LeadAssigned, Some(detail), note.clone())
        }
        EventKind::SupportRequested { message } => plain(AuditAct::SupportRequested, message),
        EventKind::WorkStarted { note } => plain(AuditAct::WorkStarted, note),
        EventKind::Awarded { note } => plain(AuditAct::Awarded, note),
        EventKind::MarkedNotEligible { reason, note } => {
            (AuditAct::MarkedNotEligible, Some(AuditDetail::Reason { reason: *reason }), note.clone())
        }
        EventKind::PayoutIssued { amount } => {
            (AuditAct::PayoutRecorded, Some(AuditDetail::Amount { amount: *amount }), None)
        }
        EventKind::FoundIneligible { reason, note } => {
            (AuditAct::FoundIneligible, Some(AuditDetail::Reason { reason: *reason }), note.clone())
        }
        EventKind::ReopenProposed { reason } => (AuditAct::ReopenProposed, None, Some(reason.clone())),
        EventKind::Reopened { reason } => (AuditAct::Reopened, None, Some(reason.clone())),
        EventKind::InformationRequested { fields: _, message } => {
            (AuditAct::InformationRequested, None, Some(message.clone()))
        }
        EventKind::Escalated { promise, due_at: _ } => {
            (AuditAct::Escalated, Some(AuditDetail::Promise { promise: *promise }), None)
        }
        EventKind::Submitted { .. }
        | EventKind::QuestionAsked { .. }
        | EventKind::InformationProvided { .. }
        | EventKind::DetailsCorrected { .. }
        | EventKind::Withdrawn { .. } => return None,
    })
}
