//! Which keys to the API an organisation's owners made and revoked.

use super::{AuditAct, AuditDetail, AuditEntry, AuditId, AuditOrganisation, AuditSubject, SubjectKind};
use crate::actor::Stamp;
use crate::api_token::{ApiToken, ApiTokens, Scope};
use crate::ids::OrgId;

/// The entry about a change of an organisation's tokens; `None` if none came or went. `revision` is theirs after it.
#[must_use]
pub fn of_api_tokens(
    org: &OrgId,
    before: &ApiTokens,
    after: &ApiTokens,
    revision: u64,
    changed: &Stamp,
) -> Option<AuditEntry> {
    let made = || missing_in(before, after).map(|token| (AuditAct::ApiTokenCreated, token));
    let revoked = || missing_in(after, before).map(|token| (AuditAct::ApiTokenRevoked, token));
    let (act, token) = made().or_else(revoked)?;
    let subject =
        AuditSubject { kind: SubjectKind::ApiToken, id: token.id.to_string(), name: token.name.clone() };
    let scopes: Vec<_> = token.scopes.iter().copied().map(Scope::slug).collect();
    Some(AuditEntry {
        id: AuditId::derive(&subject, revision),
        at: changed.at,
        by: changed.by.clone(),
        act,
        subject,
        organisation: Some(AuditOrganisation { id: org.clone(), name: None, handle: None }),
        detail: Some(AuditDetail::Code { code: scopes.join(" ") }),
        note: None,
    })
}

/// The first token of `there` that is not in `here`. A change adds one or takes one away.
fn missing_in<'a>(here: &ApiTokens, there: &'a ApiTokens) -> Option<&'a ApiToken> {
    there.all().iter().find(|token| here.find(&token.id).is_none())
}
