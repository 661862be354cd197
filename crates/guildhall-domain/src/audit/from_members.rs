//! What was done to organisations, to members and to invitations. Partners' own acts are kept too: who let whom into
//! an organisation is asked when it matters.

use super::{AuditAct, AuditDetail, AuditEntry, AuditId, AuditOrganisation, AuditSubject, SubjectKind};
use crate::actor::Stamp;
use crate::organisation::{House, Invitation, InvitationState, Membership, OrgStanding, Organisation};

/// The entry about a change of an organisation; `revision` is its revision after it.
#[must_use]
pub fn of_organisation(
    before: Option<&Organisation>,
    after: &Organisation,
    revision: u64,
    changed: &Stamp,
) -> AuditEntry {
    let act = match (before.map(|before| before.standing), after.standing) {
        (None, _) => AuditAct::OrganisationCreated,
        (Some(OrgStanding::Good), OrgStanding::Suspended) => AuditAct::OrganisationSuspended,
        (Some(OrgStanding::Suspended), OrgStanding::Good) => AuditAct::OrganisationReinstated,
        (Some(_), _) => AuditAct::OrganisationRenamed,
    };
    let name = after.name.clone();
    let subject =
        AuditSubject { kind: SubjectKind::Organisation, id: after.id.to_string(), name: name.clone() };
    let organisation = AuditOrganisation { id: after.id.clone(), name: Some(name), handle: None };
    AuditEntry {
        organisation: Some(organisation),
        note: after.reason.clone(),
        ..entry(act, subject, revision, changed)
    }
}

/// The entry about a change of a membership; `revision` is its revision after it.
#[must_use]
pub fn of_membership(
    before: Option<&Membership>,
    after: &Membership,
    revision: u64,
    changed: &Stamp,
) -> AuditEntry {
    let held = before.filter(|before| before.holds());
    let (act, from) = match held {
        _ if after.ended && changed.by.id == after.person => (AuditAct::MemberLeft, None),
        _ if after.ended => (AuditAct::MemberRemoved, None),
        None => (AuditAct::MemberJoined, None),
        Some(held) if held.role == after.role && held.financials != after.financials => {
            let is_granted = after.financials;
            (if is_granted { AuditAct::FinancialsGranted } else { AuditAct::FinancialsDenied }, None)
        }
        Some(held) => (AuditAct::MemberRoleChanged, Some(held.role)),
    };
    // What the platform's own people see follows from their role.
    let held_here = held.filter(|_| after.holds() && after.house.org().is_some());
    let saw = held_here.map(Membership::sees_money);
    let financials = saw.filter(|saw| *saw != after.sees_money()).map(|saw| !saw);
    let name = after.name.as_str().to_owned();
    let subject = AuditSubject { kind: SubjectKind::Member, id: after.person.to_string(), name };
    AuditEntry {
        organisation: organisation_of(&after.house, None),
        detail: Some(AuditDetail::Role { from, to: after.role, financials }),
        ..entry(act, subject, revision, changed)
    }
}

/// The entry about a change of an invitation; `None` for its acceptance, which the membership tells of. Whom it
/// invites does not stand in it. `revision` is its revision after it.
#[must_use]
pub fn of_invitation(after: &Invitation, revision: u64, changed: &Stamp) -> Option<AuditEntry> {
    let act = match after.state {
        InvitationState::Open => AuditAct::MemberInvited,
        InvitationState::Withdrawn => AuditAct::InvitationWithdrawn,
        InvitationState::Accepted | InvitationState::Expired => return None,
    };
    let subject =
        AuditSubject { kind: SubjectKind::Invitation, id: after.id.to_string(), name: String::new() };
    Some(AuditEntry {
        organisation: organisation_of(&after.house, Some(&after.house_name)),
        detail: Some(AuditDetail::Role {
            from: None,
            to: after.role,
            financials: after.financials.then_some(true),
        }),
        ..entry(act, subject, revision, changed)
    })
}

fn organisation_of(house: &House, name: Option<&str>) -> Option<AuditOrganisation> {
    let id = house.org()?.clone();
    Some(AuditOrganisation { id, name: name.map(str::to_owned), handle: None })
}

fn entry(act: AuditAct, subject: AuditSubject, revision: u64, changed: &Stamp) -> AuditEntry {
    AuditEntry {
        id: AuditId::derive(&subject, revision),
        at: changed.at,
        by: changed.by.clone(),
        act,
        subject,
        organisation: None,
        detail: None,
        note: None,
    }
}
