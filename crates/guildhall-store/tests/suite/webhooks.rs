//! Endpoints and deliveries: each change is a further revision, each delivery is there once, and the queue hands out what
//! is due to one taker at a time.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use futures::future::join_all;
use guildhall_domain::actor::{Actor, Stamp};
use guildhall_domain::webhook::{
    BACKOFF, HookAttempt, HookDelivery, HookDeliveryId, HookFailure, HookHealth, HookId, HookState, HookStop,
    HookTopic, Webhook, Webhooks,
};
use guildhall_store::{Hooks, Kept, KeptPut};
use rstest::rstest;

use crate::support::leads::{noon, org};
use crate::support::{Backend, Bench};

fn by() -> Stamp {
    Stamp { by: Actor::system().signature(), at: noon() }
}

fn hook(number: u128) -> Webhook {
    Webhook {
        id: HookId::from_chance(number),
        url: "https://hooks.acme.example".to_owned(),
        topics: BTreeSet::from([HookTopic::LeadSubmitted]),
        secret: "sealed".to_owned(),
        created_at: noon(),
        stopped: None,
    }
}

fn delivery(hook: u128, cause: &str, at: DateTime<Utc>) -> HookDelivery {
    let hook = HookId::from_chance(hook);
    let id = HookDeliveryId::derive(hook, cause, at);
    HookDelivery::new(id, org("acme"), hook, Some(HookTopic::LeadSubmitted), at, "{}".to_owned())
}

fn hooks(bench: &Bench) -> Hooks {
    Hooks::new(bench.table.clone())
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn endpoints_are_written_on_what_was_read_and_a_broken_one_is_switched_off_once(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (hooks, acme) = (hooks(&bench), org("acme"));
    assert_eq!(hooks.of(&acme).await.unwrap().revision, 0);
    let both = Webhooks { hooks: vec![hook(1), hook(2)] };
    let first = Kept::after(0, both.clone(), by());
    assert!(matches!(hooks.put(&acme, first.clone()).await.unwrap(), KeptPut::Done(_)));
    let late = Kept::after(0, Webhooks { hooks: vec![hook(3)] }, by());
    assert!(
        matches!(hooks.put(&acme, late).await.unwrap(), KeptPut::Conflict(Some(there)) if there.value == both)
    );
    let many = hooks.of_many(&[acme.clone(), org("other")]).await.unwrap();
    assert_eq!(many.len(), 1, "most organisations have none");

    let who = by();
    let given_up = join_all((0..4).map(|_| hooks.give_up(&acme, HookId::from_chance(2), &who))).await;
    // Whoever says the same at once as another is told that it is done.
    assert!(given_up.into_iter().filter_map(Result::ok).any(|is_done| is_done));
    let there = hooks.of(&acme).await.unwrap();
    assert_eq!(there.revision, 2);
    assert_eq!(there.value.get(HookId::from_chance(2)).unwrap().stopped, Some(HookStop::Broken));
    assert_eq!(there.value.get(HookId::from_chance(1)), Some(&hook(1)));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_delivery_is_there_once_is_due_when_it_says_and_has_one_taker(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let hooks = hooks(&bench);
    let told = delivery(1, "lead acme.1 1", noon());
    assert!(hooks.add_delivery(told.clone()).await.unwrap());
    assert!(!hooks.add_delivery(told.clone()).await.unwrap(), "told again, it is the same");
    assert_eq!(hooks.due(noon() - TimeDelta::seconds(1), 10).await.unwrap(), []);
    let due = hooks.due(noon(), 10).await.unwrap();
    assert_eq!(due.iter().map(|stored| &stored.delivery).collect::<Vec<_>>(), [&told]);

    let taken = || {
        let mut taken = due[0].delivery.clone();
        taken.put_off(noon() + TimeDelta::minutes(5));
        hooks.change_delivery(&due[0], taken)
    };
    let takers = join_all((0..4).map(|_| taken())).await;
    let ours: Vec<_> = takers.into_iter().filter_map(Result::unwrap).collect();
    assert_eq!(ours.len(), 1, "one taker");
    assert_eq!(hooks.due(noon(), 10).await.unwrap(), []);
    assert_eq!(
        hooks.due(noon() + TimeDelta::minutes(5), 10).await.unwrap().len(),
        1,
        "if they die, it is due again"
    );

    let mut failed = ours[0].delivery.clone();
    let attempt = HookAttempt { at: noon(), ms: 12, status: Some(500), failure: Some(HookFailure::Status) };
    failed.note(attempt, noon());
    let failed = hooks.change_delivery(&ours[0], failed).await.unwrap().unwrap();
    assert_eq!(failed.delivery.due_at, Some(noon() + BACKOFF[0]));
    let mut arrived = failed.delivery.clone();
    arrived.note(HookAttempt { at: noon(), ms: 12, status: Some(204), failure: None }, noon());
    hooks.change_delivery(&failed, arrived.clone()).await.unwrap().unwrap();
    assert_eq!(hooks.due(noon() + TimeDelta::days(9), 10).await.unwrap(), []);
    let there = hooks.delivery(&told.org, told.hook, told.id).await.unwrap().unwrap();
    assert_eq!((there.delivery.state, there.delivery), (HookState::Delivered, arrived));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn the_log_is_paged_newest_first_and_each_endpoint_has_its_own(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (hooks, acme, one) = (hooks(&bench), org("acme"), HookId::from_chance(1));
    let at = |second: i64| noon() + TimeDelta::seconds(second);
    let told: Vec<_> = (0..7).map(|number| delivery(1, "lead", at(number))).collect();
    for delivery in &told {
        hooks.add_delivery(delivery.clone()).await.unwrap();
    }
    hooks.add_delivery(delivery(2, "lead", at(9))).await.unwrap();
    hooks.note_health(&acme, one, HookHealth::default().after(false, noon()), 0).await.unwrap();
    let (mut seen, mut before) = (Vec::new(), None);
    for _ in 0..9 {
        bench.calls();
        let (page, is_more) = hooks.deliveries(&acme, one, before, 3).await.unwrap();
        assert_eq!(bench.calls().len(), 1, "a page is one call");
        before = page.last().map(|delivery| delivery.id);
        seen.extend(page);
        if !is_more {
            break;
        }
    }
    assert_eq!(seen, told.into_iter().rev().collect::<Vec<_>>());
    assert_eq!(hooks.deliveries(&org("other"), one, None, 3).await.unwrap(), (Vec::new(), false));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn how_an_endpoint_does_is_noted_over_what_was_read(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (hooks, acme, one) = (hooks(&bench), org("acme"), HookId::from_chance(1));
    assert_eq!(hooks.health(&acme, one).await.unwrap(), (HookHealth::default(), 0));
    let bad = HookHealth::default().after(false, noon());
    assert!(hooks.note_health(&acme, one, bad, 0).await.unwrap());
    assert!(!hooks.note_health(&acme, one, HookHealth::default(), 0).await.unwrap(), "somebody was faster");
    assert_eq!(hooks.health(&acme, one).await.unwrap(), (bad, 1));
}
