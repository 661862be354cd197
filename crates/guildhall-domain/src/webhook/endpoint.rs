//! The endpoints of an organisation: one small thing that is written as a whole, so that their number is exact and each
//! change is told of once.

use std::collections::BTreeSet;
use std::fmt;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{HookId, HookTopic};
use crate::limit::Limit;
use crate::taxonomy::choices;

/// How many endpoints an organisation may have.
pub const MOST: usize = 5;

/// How often an organisation may have something sent at its word: thirty at once, then one a minute.
pub const AT_A_WORD: Limit = Limit { scope: "webhooks", burst: 30, interval: 60 };

choices! {
    /// Why an endpoint is told of nothing.
    HookStop {
        Owner = "owner", "Switched off", "Avstängd", "Đã tắt";
        Broken = "broken", "Switched off after repeated failures", "Avstängd efter upprepade fel", "Đã tắt sau nhiều lần thất bại";
    }
}

/// An endpoint.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Webhook {
    /// Its id.
    pub id: HookId,
    /// Where it is; it was checked when it was written, and is checked again when it is asked.
    pub url: String,
    /// What it is told of.
    pub topics: BTreeSet<HookTopic>,
    /// What its deliveries are signed with, sealed.
    pub secret: String,
    /// Since when there is it, by the business clock.
    pub created_at: DateTime<Utc>,
    /// Why it is told of nothing; nothing while it is on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stopped: Option<HookStop>,
}

impl fmt::Debug for Webhook {
    /// Partners put secrets of their own into paths and queries, so these stay out of logs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { id, topics, created_at, stopped, url: _, secret: _ } = self;
        let mut shown = f.debug_struct("Webhook");
        shown.field("id", id).field("topics", topics).field("created_at", created_at);
        shown.field("stopped", stopped).finish_non_exhaustive()
    }
}

impl Webhook {
    /// Whether it is to be told of this. A test goes to any endpoint that is on.
    #[must_use]
    pub fn wants(&self, topic: Option<HookTopic>) -> bool {
        self.stopped.is_none() && topic.is_none_or(|topic| self.topics.contains(&topic))
    }

    /// The host and port, which people know it by.
    #[must_use]
    pub fn host(&self) -> &str {
        let rest = self.url.split_once("://").map_or(self.url.as_str(), |(_, rest)| rest);
        rest.split(['/', '?']).next().unwrap_or_default()
    }
}

/// The endpoints of an organisation, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Webhooks {
    /// The endpoints.
    #[serde(default)]
    pub hooks: Vec<Webhook>,
}

impl Webhooks {
    /// One of them.
    #[must_use]
    pub fn get(&self, id: HookId) -> Option<&Webhook> {
        self.hooks.iter().find(|hook| hook.id == id)
    }

    /// One of them, to be changed.
    pub fn get_mut(&mut self, id: HookId) -> Option<&mut Webhook> {
        self.hooks.iter_mut().find(|hook| hook.id == id)
    }

    /// Whether there is room for another one.
    #[must_use]
    pub fn has_room(&self) -> bool {
        self.hooks.len() < MOST
    }
}

/// What became of an endpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WebhookChange {
    /// There is a further one.
    Added,
    /// It is elsewhere, or is told of something else.
    Changed,
    /// It is told of nothing from now on.
    Stopped(HookStop),
    /// It is told of things again.
    Resumed,
    /// It is gone.
    Removed,
}

/// What a write did, and to which endpoint as it was last. A write changes one at most.
#[must_use]
pub fn change_of<'a>(
    before: Option<&'a Webhooks>,
    after: &'a Webhooks,
) -> Option<(&'a Webhook, WebhookChange)> {
    let known = before.map_or(&[][..], |before| before.hooks.as_slice());
    for hook in &after.hooks {
        let Some(old) = known.iter().find(|old| old.id == hook.id) else {
            return Some((hook, WebhookChange::Added));
        };
        match (old.stopped, hook.stopped) {
            (old, Some(why)) if old != Some(why) => return Some((hook, WebhookChange::Stopped(why))),
            (Some(_), None) => return Some((hook, WebhookChange::Resumed)),
            _ if old != hook => return Some((hook, WebhookChange::Changed)),
            _ => {}
        }
    }
    let gone = known.iter().find(|old| after.get(old.id).is_none());
    gone.map(|hook| (hook, WebhookChange::Removed))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hook(id: u128) -> Webhook {
        Webhook {
            id: HookId::from_chance(id),
            url: format!("https://hooks.acme.com:8443/guildhall?key=hidden{id}"),
            topics: BTreeSet::from([HookTopic::LeadDecided]),
            secret: "sealed".to_owned(),
            created_at: DateTime::from_timestamp(1_790_000_000, 0).unwrap(),
            stopped: None,
        }
    }

    #[test]
    fn an_endpoint_is_told_of_its_topics_while_it_is_on() {
        let mut hook = hook(1);
        assert!(hook.wants(Some(HookTopic::LeadDecided)) && hook.wants(None));
        assert!(!hook.wants(Some(HookTopic::LeadSubmitted)));
        hook.stopped = Some(HookStop::Owner);
        assert!(!hook.wants(Some(HookTopic::LeadDecided)) && !hook.wants(None));
    }

    #[test]
    fn neither_its_path_nor_its_secret_reaches_a_log_line() {
        let shown = format!("{:?}", hook(1));
        assert!(!shown.contains("hidden") && !shown.contains("sealed"), "{shown}");
        assert_eq!(hook(1).host(), "hooks.acme.com:8443");
    }

    #[test]
    fn a_write_tells_what_it_did_to_which_endpoint() {
        let both = Webhooks { hooks: vec![hook(1), hook(2)] };
        let one = Webhooks { hooks: vec![hook(1)] };
        let told = |before: Option<&Webhooks>, after: &Webhooks| {
            change_of(before, after).map(|(hook, change)| (hook.id, change))
        };
        let second = HookId::from_chance(2);
        assert_eq!(told(Some(&one), &both), Some((second, WebhookChange::Added)));
        assert_eq!(told(None, &one), Some((HookId::from_chance(1), WebhookChange::Added)));
        assert_eq!(told(Some(&both), &one), Some((second, WebhookChange::Removed)));
        assert_eq!(told(Some(&both), &both), None);
        let mut stopped = both.clone();
        stopped.hooks[1].stopped = Some(HookStop::Broken);
        assert_eq!(told(Some(&both), &stopped), Some((second, WebhookChange::Stopped(HookStop::Broken))));
        assert_eq!(told(Some(&stopped), &both), Some((second, WebhookChange::Resumed)));
        let mut moved = both.clone();
        moved.hooks[1].url = "https://elsewhere.com".to_owned();
        assert_eq!(told(Some(&both), &moved), Some((second, WebhookChange::Changed)));
    }
}
