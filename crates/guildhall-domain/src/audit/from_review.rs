//! What the programme decided about a review.

use super::{AuditAct, AuditDetail, AuditEntry, AuditId, AuditOrganisation, AuditSubject, SubjectKind};
use crate::review::{Decision, Review, Verdict};

/// The entry about a decision on a review.
#[must_use]
pub fn of_review(review: &Review, decision: &Decision) -> AuditEntry {
    let (act, detail) = match decision.verdict {
        Verdict::Removed { reason } => (AuditAct::ReviewRemoved, Some(AuditDetail::Removal { reason })),
        Verdict::Kept => (AuditAct::ReportDismissed, None),
    };
    let subject =
        AuditSubject { kind: SubjectKind::Review, id: review.id.to_string(), name: review.company.clone() };
    AuditEntry {
        id: AuditId::derive(&subject, decision.seq),
        at: decision.at,
        by: decision.by.clone(),
        act,
        subject,
        organisation: Some(AuditOrganisation {
            id: review.id.org().clone(),
            name: None,
            handle: Some(review.handle.clone()),
        }),
        detail,
        note: None,
    }
}
