//! Something that is delivered to an endpoint, from the first attempt to the last.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::{HookDeliveryId, HookFailure, HookId, HookTopic};
use crate::ids::OrgId;
use crate::taxonomy::choices;

/// How long to wait after each attempt that failed; after the last one nobody tries again.
pub const BACKOFF: [TimeDelta; 7] = [
    TimeDelta::minutes(1),
    TimeDelta::minutes(5),
    TimeDelta::minutes(30),
    TimeDelta::hours(2),
    TimeDelta::hours(6),
    TimeDelta::hours(12),
    TimeDelta::hours(24),
];

/// How many attempts are kept, the last ones.
pub const TRIES_SHOWN: usize = 10;
/// How long the log goes back, in days.
pub const KEPT_DAYS: i64 = 30;

choices! {
    /// How a delivery stands.
    HookState {
        Waiting = "waiting", "Waiting", "Väntar", "Đang chờ";
        Delivered = "delivered", "Delivered", "Levererad", "Đã gửi";
        Failed = "failed", "Failed", "Misslyckad", "Thất bại";
        Dropped = "dropped", "Not sent: endpoint off", "Inte skickad: slutpunkten är avstängd", "Không gửi: điểm nhận đã tắt";
    }
}

/// One attempt to deliver.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HookAttempt {
    /// When, by the business clock.
    pub at: DateTime<Utc>,
    /// How long it took, in milliseconds.
    pub ms: u32,
    /// The status of the answer, if there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// Why it failed; nothing if it did not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failure: Option<HookFailure>,
}

/// Something that is delivered to an endpoint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HookDelivery {
    /// Its id, the same for every attempt: receivers tell repetitions by it.
    pub id: HookDeliveryId,
    /// Whose endpoint it is.
    pub org: OrgId,
    /// Which endpoint.
    pub hook: HookId,
    /// What it tells of; nothing for a test.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<HookTopic>,
    /// When that happened, by the business clock.
    pub occurred_at: DateTime<Utc>,
    /// The bytes that are sent, the same for every attempt.
    pub body: String,
    /// How it stands.
    pub state: HookState,
    /// When it is tried next, by the business clock; only while it waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_at: Option<DateTime<Utc>>,
    /// Attempts since it was asked for, which is where the waiting times begin.
    #[serde(default)]
    pub tries: u32,
    /// The last attempts, oldest first.
    #[serde(default)]
    pub attempts: Vec<HookAttempt>,
}

impl HookDelivery {
    /// What is to be delivered at once.
    #[must_use]
    pub fn new(
        id: HookDeliveryId,
        org: OrgId,
        hook: HookId,
        topic: Option<HookTopic>,
        occurred_at: DateTime<Utc>,
        body: String,
    ) -> Self {
        let due_at = Some(occurred_at);
        let state = HookState::Waiting;
        Self { id, org, hook, topic, occurred_at, body, state, due_at, tries: 0, attempts: Vec::new() }
    }

    /// Notes an attempt, and what follows from it.
    pub fn note(&mut self, attempt: HookAttempt, now: DateTime<Utc>) {
        let is_success = attempt.failure.is_none();
        let wait = usize::try_from(self.tries).ok().and_then(|tries| BACKOFF.get(tries));
        self.tries = self.tries.saturating_add(1);
        self.attempts.push(attempt);
        let forgotten = self.attempts.len().saturating_sub(TRIES_SHOWN);
        self.attempts.drain(..forgotten);
        (self.state, self.due_at) = match wait {
            _ if is_success => (HookState::Delivered, None),
            Some(wait) => (HookState::Waiting, Some(now + *wait)),
            None => (HookState::Failed, None),
        };
    }

    /// Somebody wants it once more, whatever became of it. It is the same delivery, with the same bytes.
    pub fn ask_again(&mut self, now: DateTime<Utc>) {
        (self.state, self.due_at, self.tries) = (HookState::Waiting, Some(now), 0);
    }

    /// There is nobody to deliver it to any more.
    pub fn drop_it(&mut self) {
        (self.state, self.due_at) = (HookState::Dropped, None);
    }

    /// It stays as it is and waits until then.
    pub fn put_off(&mut self, until: DateTime<Utc>) {
        self.due_at = Some(until);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp(1_790_000_000, 0).unwrap()
    }

    fn delivery() -> HookDelivery {
        let hook = HookId::from_chance(1);
        let id = HookDeliveryId::derive(hook, "lead 1", now());
        let org = "acme".parse().unwrap();
        HookDelivery::new(id, org, hook, Some(HookTopic::LeadSubmitted), now(), "{}".to_owned())
    }

    fn attempt(failure: Option<HookFailure>, at: DateTime<Utc>) -> HookAttempt {
        HookAttempt { at, ms: 12, status: None, failure }
    }

    #[test]
    fn a_failure_is_tried_again_later_and_later_until_nobody_tries_any_more() {
        let (mut delivery, mut at) = (delivery(), now());
        for wait in BACKOFF {
            delivery.note(attempt(Some(HookFailure::Timeout), at), at);
            assert_eq!((delivery.state, delivery.due_at), (HookState::Waiting, Some(at + wait)));
            at += wait;
        }
        delivery.note(attempt(Some(HookFailure::Timeout), at), at);
        assert_eq!((delivery.state, delivery.due_at, delivery.tries), (HookState::Failed, None, 8));
        assert!(BACKOFF.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn what_arrived_is_settled_and_can_be_asked_for_again_under_the_same_id() {
        let mut delivery = delivery();
        let id = delivery.id;
        delivery.note(attempt(None, now()), now());
        assert_eq!((delivery.state, delivery.due_at), (HookState::Delivered, None));
        delivery.ask_again(now());
        assert_eq!((delivery.state, delivery.due_at, delivery.tries), (HookState::Waiting, Some(now()), 0));
        assert_eq!((delivery.id, delivery.attempts.len()), (id, 1));
    }

    #[test]
    fn only_the_last_attempts_are_kept() {
        let mut delivery = delivery();
        for _ in 0..5 {
            delivery.ask_again(now());
            for _ in 0..=BACKOFF.len() {
                delivery.note(attempt(Some(HookFailure::Status), now()), now());
            }
        }
        assert_eq!(delivery.attempts.len(), TRIES_SHOWN);
    }
}
