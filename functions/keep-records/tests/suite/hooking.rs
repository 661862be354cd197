//! What endpoints are told of which change: only those that want it, once however often it is told, and thinly.

use std::collections::BTreeSet;

use guildhall_domain::actor::Stamp;
use guildhall_domain::lead::{AwardCheck, Command};
use guildhall_domain::webhook::{HookDelivery, HookId, HookStop, HookTopic, Webhook, Webhooks};
use guildhall_store::{Kept, KeptPut};

use crate::bench::Bench;
use crate::people::{noon, owner, rep};

fn hook(number: u128, topics: &[HookTopic]) -> Webhook {
    Webhook {
        id: HookId::from_chance(number),
        url: "https://hooks.acme.example/secret-path".to_owned(),
        topics: BTreeSet::from_iter(topics.iter().copied()),
        secret: "sealed".to_owned(),
        created_at: noon(),
        stopped: None,
    }
}

impl Bench {
    async fn with_hooks(hooks: Vec<Webhook>) -> Self {
        let bench = Self::new().await;
        let kept = Kept::after(0, Webhooks { hooks }, Stamp { by: owner().signature(), at: noon() });
        let put = bench.hooks.put(&"acme".parse().unwrap(), kept).await.unwrap();
        assert!(matches!(put, KeptPut::Done(_)));
        bench
    }

    async fn told(&self, number: u128) -> Vec<HookDelivery> {
        let (acme, hook) = ("acme".parse().unwrap(), HookId::from_chance(number));
        self.hooks.deliveries(&acme, hook, None, 100).await.unwrap().0
    }
}

#[tokio::test]
async fn an_endpoint_is_told_of_what_it_wants_once_however_often_it_is_derived() {
    let off = Webhook { stopped: Some(HookStop::Owner), ..hook(3, HookTopic::ALL) };
    let bench = Bench::with_hooks(vec![
        hook(1, &[HookTopic::LeadDecided, HookTopic::ReferralCreated]),
        hook(2, HookTopic::ALL),
        off,
    ])
    .await;
    let mut lead = bench.submit().await;
    bench.step(&mut lead, Command::StartWork { note: Some("Anna called".into()) }, &rep(), 1).await;
    let check = AwardCheck { terms_checked: true, deal_closed: true };
    bench.step(&mut lead, Command::Award { check, note: Some("for Anna".into()) }, &rep(), 2).await;
    let changes = bench.changes().await;
    bench.tell(&changes).await;
    let first = bench.told(2).await;
    let mut backwards = changes.clone();
    backwards.reverse();
    bench.tell(&backwards).await;
    bench.tell(&changes).await;
    assert_eq!(bench.told(2).await, first);

    let topics = |told: &[HookDelivery]| -> BTreeSet<_> { told.iter().filter_map(|one| one.topic).collect() };
    let decided = BTreeSet::from([HookTopic::LeadDecided, HookTopic::ReferralCreated]);
    assert_eq!(topics(&bench.told(1).await), decided);
    assert!(topics(&first).is_superset(&BTreeSet::from([
        HookTopic::LeadSubmitted,
        HookTopic::LeadChanged,
        HookTopic::LeadDecided
    ])));
    assert_eq!(bench.told(3).await, [], "it is off");
    for delivery in first {
        for personal in ["Anna", "anna", "Shop", "shop.example", "called", "secret-path", "sealed"] {
            assert!(!delivery.body.contains(personal), "{personal} in {}", delivery.body);
        }
        assert!(delivery.body.starts_with(&format!("{{\"id\":\"{}\"", delivery.id)), "{}", delivery.body);
    }
}

#[tokio::test]
async fn what_owners_do_to_endpoints_is_in_the_log_by_the_host_alone() {
    let bench = Bench::with_hooks(vec![hook(1, &[HookTopic::LeadDecided])]).await;
    let acme = "acme".parse().unwrap();
    assert!(
        bench
            .hooks
            .give_up(&acme, HookId::from_chance(1), &Stamp { by: rep().signature(), at: noon() })
            .await
            .unwrap()
    );
    let mut acts = bench.acts().await;
    acts.sort_unstable();
    assert_eq!(acts, ["webhook_added", "webhook_stopped"]);
    for entry in bench.log().await {
        assert_eq!(entry.subject.name, "hooks.acme.example");
    }
}
