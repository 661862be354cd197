//! What the programme decided about a profile.

use super::{AuditAct, AuditDetail, AuditEntry, AuditId, AuditOrganisation, AuditSubject, SubjectKind};
use crate::personal::Personal;
use crate::profile::{PartnerProfile, ProfileEvent, ProfileEventKind};

/// The entry about something that happened to a profile; `None` if the partner did it.
#[must_use]
pub fn of_profile(profile: &PartnerProfile, event: &ProfileEvent) -> Option<AuditEntry> {
    let (act, detail, note) = match &event.kind {
        ProfileEventKind::Approved => (AuditAct::ProfileApproved, None, None),
        ProfileEventKind::ChangesAsked { note } => (AuditAct::ProfileChangesAsked, None, Some(note)),
        ProfileEventKind::Suspended { reason } => (AuditAct::ProfileSuspended, None, Some(reason)),
        ProfileEventKind::Reinstated { note } => (AuditAct::ProfileReinstated, None, Some(note)),
        ProfileEventKind::TierChanged { from, to } => {
            (AuditAct::TierChanged, Some(AuditDetail::Tier { from: *from, to: *to }), None)
        }
        ProfileEventKind::Created
        | ProfileEventKind::MovedOver
        | ProfileEventKind::Edited
        | ProfileEventKind::Submitted
        | ProfileEventKind::Hidden
        | ProfileEventKind::Shown => return None,
    };
    let name = profile.content.name.clone();
    let subject = AuditSubject {
        kind: SubjectKind::Profile,
        id: profile.handle.as_str().to_owned(),
        name: name.clone(),
    };
    // A handle may be let go and taken by another; the organisation is who it always was.
    let source = AuditSubject { id: profile.org.to_string(), ..subject.clone() };
    Some(AuditEntry {
        id: AuditId::derive(&source, event.seq),
        at: event.at,
        by: event.by.clone(),
        act,
        subject,
        organisation: Some(AuditOrganisation {
            id: profile.org.clone(),
            name: Some(name),
            handle: Some(profile.handle.clone()),
        }),
        detail,
        note: note.map(|note| Personal::new(note.as_str())),
    })
}
