//! What the timeline tells about where a lead stands now.

use chrono::{DateTime, Utc};
use guildhall_contract::leads::TimelineEntry;
use guildhall_domain::lead::EventKind;
use guildhall_domain::money::Money;
use guildhall_domain::personal::Personal;
use guildhall_domain::policy::ReasonCode;

/// The decision that still holds.
#[derive(Debug, PartialEq)]
pub(super) struct Decision<'a> {
    pub(super) at: DateTime<Utc>,
    pub(super) reason: Option<ReasonCode>,
    pub(super) note: Option<&'a Personal>,
    pub(super) amount: Option<Money>,
}

/// The last decision, unless it was taken back.
pub(super) fn decision(timeline: &[TimelineEntry]) -> Option<Decision<'_>> {
    timeline.iter().rev().find_map(of_entry).flatten()
}

/// `None` goes on to search, `Some(None)` ends the search without a decision.
fn of_entry(entry: &TimelineEntry) -> Option<Option<Decision<'_>>> {
    let Some(event) = entry.event.told() else {
        return Some(Some(Decision { at: entry.at, reason: None, note: None, amount: None }));
    };
    let (reason, note, amount) = match event {
        EventKind::MarkedNotEligible { reason, note } | EventKind::FoundIneligible { reason, note } => {
            (Some(*reason), note.as_ref(), None)
        }
        EventKind::Awarded { note } => (None, note.as_ref(), None),
        EventKind::PayoutIssued { amount } => (None, None, Some(*amount)),
        EventKind::Reopened { .. } => return Some(None),
        EventKind::Submitted { .. }
        | EventKind::Assigned { .. }
        | EventKind::SupportRequested { .. }
        | EventKind::WorkStarted { .. }
        | EventKind::ReopenProposed { .. }
        | EventKind::QuestionAsked { .. }
        | EventKind::InformationRequested { .. }
        | EventKind::InformationProvided { .. }
        | EventKind::DetailsCorrected { .. }
        | EventKind::Withdrawn { .. }
        | EventKind::Escalated { .. } => return None,
    };
    Some(Some(Decision { at: entry.at, reason, note, amount }))
}

/// Since when the lead has had its status.
pub(super) fn since(timeline: &[TimelineEntry]) -> Option<DateTime<Utc>> {
    timeline.iter().rev().find(|entry| entry.change.is_some()).map(|entry| entry.at)
}

/// The event in which somebody proposed to take the award back, and why.
pub(super) fn proposal(timeline: &[TimelineEntry]) -> Option<(&TimelineEntry, &Personal)> {
    timeline.iter().rev().find_map(|entry| match entry.event.told()? {
        EventKind::ReopenProposed { reason } => Some((entry, reason)),
        _ => None,
    })
}

/// When sales support was asked for after the submission.
pub(super) fn support_requested_at(timeline: &[TimelineEntry]) -> Option<DateTime<Utc>> {
    let requested =
        |entry: &&TimelineEntry| matches!(entry.event.told(), Some(EventKind::SupportRequested { .. }));
    timeline.iter().rev().find(requested).map(|entry| entry.at)
}

#[cfg(test)]
mod tests {
    use guildhall_contract::leads::TimelineEvent;
    use guildhall_domain::actor::Actor;
    use guildhall_domain::lead::{Status, StatusChange, Support};

    use super::*;

    fn entry(seq: u64, change: Option<(Status, Status)>, event: EventKind) -> TimelineEntry {
        let at =
            DateTime::from_timestamp(1_778_580_000, 0).unwrap() + chrono::TimeDelta::hours(seq.cast_signed());
        let change = change.map(|(from, to)| StatusChange { from: Some(from), to });
        TimelineEntry { seq, at, by: Actor::system().signature(), change, event: TimelineEvent::Told(event) }
    }

    fn decided() -> Vec<TimelineEntry> {
        let refused = EventKind::MarkedNotEligible { reason: ReasonCode::Other, note: Some("Closed".into()) };
        vec![
            entry(1, None, EventKind::Submitted { support: Support::None, imported: false }),
            entry(2, Some((Status::Submitted, Status::NotEligible)), refused),
            entry(3, None, EventKind::QuestionAsked { message: "Why?".into() }),
        ]
    }

    #[test]
    fn the_decision_is_found_below_later_questions() {
        let timeline = decided();
        let decision = decision(&timeline).unwrap();
        assert_eq!(decision.reason, Some(ReasonCode::Other));
        assert_eq!(decision.note.map(Personal::as_str), Some("Closed"));
        assert_eq!(since(&timeline), Some(timeline[1].at));
    }

    #[test]
    fn a_decision_that_was_taken_back_holds_no_more() {
        let mut timeline = decided();
        let reopened = EventKind::Reopened { reason: "New evidence".into() };
        timeline.push(entry(4, Some((Status::NotEligible, Status::InProgress)), reopened));
        assert_eq!(decision(&timeline), None);
        assert_eq!(since(&timeline), Some(timeline[3].at));
    }

    #[test]
    fn an_open_lead_has_no_decision() {
        assert_eq!(decision(&decided()[..1]), None);
        assert!(proposal(&decided()).is_none());
        assert_eq!(support_requested_at(&decided()), None);
    }
}
