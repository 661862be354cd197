//! Events as they go over the wire.

use guildhall_contract::platform_events::{EventOutcome, EventWaitsFor, RecordedEvent, WaitingEventItem};
use guildhall_domain::ids::LeadId;
use guildhall_domain::referral::{PlatformEvent, ReferralId};
use guildhall_http::{Body, Problem, ProblemCode, Response, json};
use guildhall_store::{Recorded, WaitReason};

use crate::listed::Listed;

/// What became of an event.
pub(crate) fn answer(event: &PlatformEvent, recorded: &Recorded) -> Result<Response<Body>, Problem> {
    let told = |outcome, waits_for, entries| {
        json(&RecordedEvent { id: event.id.to_string(), outcome, waits_for, entries })
    };
    match recorded {
        Recorded::Applied(entries) => {
            told(EventOutcome::Applied, None, entries.iter().map(ToString::to_string).collect())
        }
        Recorded::Known => told(EventOutcome::Known, None, Vec::new()),
        Recorded::Waiting(reason) => told(EventOutcome::Waiting, Some(waits_for(*reason)), Vec::new()),
        Recorded::Differs => Err(Problem::new(ProblemCode::EventDiffers)),
        Recorded::Exists => Err(Problem::new(ProblemCode::ReferralExists)),
        Recorded::Money(_) => Err(Problem::new(ProblemCode::SumOutOfRange)),
    }
}

/// An event that waits.
pub(crate) fn item(listed: &Listed) -> WaitingEventItem {
    let event = &listed.waiting.event;
    WaitingEventItem {
        key: listed.key.clone(),
        id: event.id.to_string(),
        kind: event.event_type(),
        occurred_at: event.occurred_at,
        organisation: event.org.as_str().to_owned(),
        referral: event.record.to_string(),
        lead_id: lead_of(event).map(|lead| lead.to_string()),
        waits_for: waits_for(listed.waiting.reason),
    }
}

/// The lead whose referral an event is about.
fn lead_of(event: &PlatformEvent) -> Option<LeadId> {
    let key = event.record.is_of_lead().then(|| ReferralId::name(&event.record))?;
    format!("{}.{key}", event.org).parse().ok()
}

fn waits_for(reason: WaitReason) -> EventWaitsFor {
    match reason {
        WaitReason::Referral => EventWaitsFor::Referral,
        WaitReason::Award => EventWaitsFor::Award,
    }
}
