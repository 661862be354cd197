//! What the platform tells is applied once, in whichever order it comes, or waits until it can be.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use futures::future::join_all;
use guildhall_domain::ids::OrgId;
use guildhall_domain::lead::{Lead, Product, Support};
use guildhall_domain::money::Money;
use guildhall_domain::policy::Fees;
use guildhall_domain::referral::{
    Happening, LedgerKind, Merchant, Plan, PlatformEvent, ReferralId, Source, Sums,
};
use guildhall_store::{PlatformEvents, Recorded, WaitReason};
use rstest::rstest;

use crate::support::leads::{award, form, lead_of, noon, org, rep, start_work, step};
use crate::support::{Backend, Bench};
use crate::units::{parts, together};

fn usd(minor: i64) -> Money {
    Money { minor, currency: guildhall_domain::money::Currency::USD }
}

fn store() -> ReferralId {
    "store:north".parse().unwrap()
}

fn event(id: &str, record: ReferralId, day: i64, happened: Happening) -> PlatformEvent {
    let occurred_at = noon() + TimeDelta::days(day);
    PlatformEvent { id: id.parse().unwrap(), occurred_at, org: org("acme"), record, happened }
}

fn created(day: i64) -> PlatformEvent {
    let merchant = Merchant { name: "North".to_owned(), website: None, email: None };
    let happened = Happening::Referred { source: Source::StoreCreated, merchant, plan: None };
    event("created", store(), day, happened)
}

fn paid(id: &str, day: i64, minor: i64) -> PlatformEvent {
    let fees = Fees { base: usd(minor), billed: usd(minor) };
    event(id, store(), day, Happening::MerchantPaid { plan: Plan::Basic, fees })
}

fn refunded(id: &str, day: i64, minor: i64) -> PlatformEvent {
    let fees = Fees { base: usd(minor), billed: usd(minor) };
    event(id, store(), day, Happening::Refunded { plan: Plan::Basic, fees })
}

fn adjusted(id: &str, day: i64, amount: Money) -> PlatformEvent {
    let reason = "Agreed on the phone".to_owned();
    event(id, store(), day, Happening::Adjusted { kind: LedgerKind::Adjustment, amount, reason })
}

fn now() -> DateTime<Utc> {
    noon() + TimeDelta::days(100)
}

fn events(bench: &Bench) -> PlatformEvents {
    PlatformEvents::new(bench.table.clone())
}

async fn record(bench: &Bench, event: &PlatformEvent) -> Recorded {
    events(bench).record(event, now()).await.unwrap()
}

async fn revenue(bench: &Bench, org: &OrgId) -> Sums {
    bench.referrals.get(org, &store()).await.unwrap().unwrap().revenue
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn what_comes_before_its_referral_waits_and_is_applied_with_it(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let sek = Money { minor: 700, currency: "SEK".parse().unwrap() };
    let early = [paid("p1", 30, 3_900), refunded("r1", 40, 3_900), adjusted("a1", 50, sek)];
    for event in &early {
        for _ in 0..2 {
            assert_eq!(record(&bench, event).await, Recorded::Waiting(WaitReason::Referral));
        }
    }
    let waiting = events(&bench).waiting().await.unwrap();
    assert_eq!(
        waiting.iter().map(|waiting| &waiting.event).collect::<Vec<_>>(),
        early.iter().collect::<Vec<_>>()
    );
    assert_eq!(bench.ledger(&org("acme")).await, []);

    assert_eq!(record(&bench, &created(0)).await, Recorded::Applied(Vec::new()));
    assert_eq!(events(&bench).waiting().await.unwrap(), []);
    assert_eq!(revenue(&bench, &org("acme")).await, Sums::of([usd(0), sek]).unwrap());
    let found = bench.referrals.get(&org("acme"), &store()).await.unwrap().unwrap();
    assert_eq!((found.plan(), found.referred_at), (Some(Plan::Basic), noon()));
    assert_eq!(bench.ledger(&org("acme")).await.len(), 3);
    for event in early.iter().chain([&created(0)]) {
        assert_eq!(record(&bench, event).await, Recorded::Known);
    }
    bench.assert_books_agree(&org("acme")).await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn everything_at_once_and_each_three_times_is_booked_once(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let mut told = vec![created(0)];
    for number in 1..6 {
        told.push(paid(&format!("p{number}"), number * 10, 3_900 + number));
        told.push(refunded(&format!("r{number}"), number * 10 + 1, 100 + number));
    }
    let attempts = (0..3).flat_map(|_| &told).map(|event| {
        let events = events(&bench);
        async move { events.record(event, now()).await.unwrap() }
    });
    let outcomes = join_all(attempts).await;
    assert!(
        outcomes.iter().all(|outcome| outcome.is_applied() || matches!(outcome, Recorded::Waiting(_))),
        "{outcomes:?}"
    );
    // Whatever was told in the very moment in which the store was made is found by the next look.
    for waiting in events(&bench).waiting().await.unwrap() {
        assert!(record(&bench, &waiting.event).await.is_applied());
    }
    let entries = bench.ledger(&org("acme")).await;
    assert_eq!(entries.len(), 10, "{outcomes:?}");
    let share = |minor: i64| (minor * 20 + 50) / 100;
    let sum: i64 = (1..6).map(|number| share(3_900 + number) - share(100 + number)).sum();
    assert_eq!(revenue(&bench, &org("acme")).await, Sums::of([usd(sum)]).unwrap());
    bench.assert_books_agree(&org("acme")).await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn another_event_with_a_known_id_is_refused(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    record(&bench, &created(0)).await;
    assert!(record(&bench, &paid("p1", 30, 3_900)).await.is_applied());
    assert_eq!(record(&bench, &paid("p1", 30, 3_901)).await, Recorded::Differs);
    let mut elsewhere = created(0);
    elsewhere.record = "store:south".parse().unwrap();
    elsewhere.id = "created-south".parse().unwrap();
    record(&bench, &elsewhere).await;
    let of_another = PlatformEvent { record: elsewhere.record.clone(), ..paid("p1", 30, 3_900) };
    assert_eq!(
        record(&bench, &of_another).await,
        Recorded::Differs,
        "an id is one event's in an organisation"
    );
    let again = PlatformEvent { id: "created-again".parse().unwrap(), ..created(0) };
    assert_eq!(record(&bench, &again).await, Recorded::Exists);
    assert!(matches!(record(&bench, &adjusted("most", 40, usd(i64::MAX))).await, Recorded::Money(_)));
    assert_eq!(bench.ledger(&org("acme")).await.len(), 1);
    bench.assert_books_agree(&org("acme")).await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn an_award_and_what_waits_for_it_never_miss_each_other(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    for number in 0..6 {
        let mut lead = lead_of(&org("acme"), &format!("key-{number}"), form(Product::Plus, Support::None));
        bench.leads.create(&lead, "hash").await.unwrap();
        step(&bench.leads, &mut lead, &start_work(), &rep()).await;
        let fees = Fees { base: usd(230_000), billed: usd(200_000) };
        let happened = Happening::MerchantPaid { plan: Plan::Plus, fees };
        let told = event(&format!("paid-{number}"), ReferralId::of_lead(&lead.id), 30, happened);
        let mut awarded = lead.clone();
        awarded.apply(&award(), &rep(), noon() + TimeDelta::days(1)).unwrap();
        let (events, leads) = (events(&bench), bench.leads.clone());
        let (recorded, committed) = tokio::join!(events.record(&told, now()), leads.commit(&awarded));
        committed.unwrap();
        if matches!(recorded.unwrap(), Recorded::Waiting(_)) {
            let waiting = events.waiting().await.unwrap();
            assert_eq!(waiting.len(), 1, "what waits is seen");
            assert!(record(&bench, &waiting[0].event).await.is_applied());
        }
        assert_eq!(record(&bench, &told).await, Recorded::Known);
    }
    let earned: Vec<_> = bench.ledger(&org("acme")).await.iter().map(|entry| entry.amount).collect();
    assert_eq!(earned, [usd(40_000); 6]);
    bench.assert_books_agree(&org("acme")).await;
}

async fn award_of(bench: &Bench, product: Product, support: Support) -> Lead {
    let mut lead = lead_of(&org("acme"), "key", form(product, support));
    bench.leads.create(&lead, "hash").await.unwrap();
    step(&bench.leads, &mut lead, &start_work(), &rep()).await;
    lead
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_payment_costs_one_read_and_one_transaction(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    record(&bench, &created(0)).await;
    // The first one of all opens the account.
    record(&bench, &paid("p1", 30, 3_900)).await;
    bench.calls();
    record(&bench, &paid("p2", 60, 3_900)).await;
    let calls = bench.calls();
    let [read, write] = calls.as_slice() else { panic!("{calls:?}") };
    // The event is not there yet, which costs a unit; DynamoDB Local counts none.
    let units = match backend {
        Backend::Dynoxide => 2.0,
        Backend::DynamodbLocal => 1.0,
    };
    assert_eq!((read.operation, read.units), ("BatchGetItem", units), "{read:?}");
    // Event, record, entry and account; the record moves in its list and the entry comes to the ledger's.
    assert_eq!(write.operation, "TransactWriteItems");
    assert_eq!(write.units, together(backend, 4.0, 4.0), "{:?}", parts(write));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn an_award_with_a_bonus_costs_one_read_and_one_transaction(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    record(&bench, &created(0)).await;
    record(&bench, &paid("p1", 30, 3_900)).await;
    let mut lead = award_of(&bench, Product::Pos, Support::Requested).await;
    bench.calls();
    step(&bench.leads, &mut lead, &award(), &rep()).await;
    let calls = bench.calls();
    let [read, write] = calls.as_slice() else { panic!("{calls:?}") };
    assert_eq!((read.operation, read.units), ("GetItem", 1.0), "{read:?}");
    assert_eq!(write.operation, "TransactWriteItems");
    // The lead, its record, the entry and the account; DynamoDB Local counts each write once, whatever its size, and
    // four times.
    let units = match backend {
        Backend::Dynoxide => [("by_change", 4.0), ("by_owner", 3.0), ("table", 10.0)],
        Backend::DynamodbLocal => [("by_change", 12.0), ("by_owner", 12.0), ("table", 16.0)],
    };
    assert_eq!(parts(write), BTreeMap::from(units));
}
