//! Where an organisation's owners have its own systems told of things, and what was switched off because it did not work.

use super::{AuditAct, AuditDetail, AuditEntry, AuditId, AuditOrganisation, AuditSubject, SubjectKind};
use crate::actor::Stamp;
use crate::ids::OrgId;
use crate::webhook::{HookTopic, WebhookChange, Webhooks, change_of};

/// The entry about a change of an organisation's endpoints; `None` if nothing changed. An endpoint is named by its host:
/// paths may hold secrets. `revision` is that of the endpoints after it.
#[must_use]
pub fn of_webhooks(
    org: &OrgId,
    before: Option<&Webhooks>,
    after: &Webhooks,
    revision: u64,
    changed: &Stamp,
) -> Option<AuditEntry> {
    let (hook, change) = change_of(before, after)?;
    let topics = || hook.topics.iter().copied().map(HookTopic::slug).collect::<Vec<_>>().join(" ");
    let (act, code) = match change {
        WebhookChange::Added => (AuditAct::WebhookAdded, Some(topics())),
        WebhookChange::Changed => (AuditAct::WebhookChanged, Some(topics())),
        WebhookChange::Stopped(why) => (AuditAct::WebhookStopped, Some(why.slug().to_owned())),
        WebhookChange::Resumed => (AuditAct::WebhookResumed, None),
        WebhookChange::Removed => (AuditAct::WebhookRemoved, None),
    };
    let subject =
        AuditSubject { kind: SubjectKind::Webhook, id: hook.id.to_string(), name: hook.host().to_owned() };
    Some(AuditEntry {
        id: AuditId::derive(&subject, revision),
        at: changed.at,
        by: changed.by.clone(),
        act,
        subject,
        organisation: Some(AuditOrganisation { id: org.clone(), name: None, handle: None }),
        detail: code.map(|code| AuditDetail::Code { code }),
        note: None,
    })
}
