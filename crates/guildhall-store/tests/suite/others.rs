//! Roster, profiles, expiry and what the table says when it is not there.

use std::time::{Duration, Instant};

use guildhall_domain::failure::Failure;
use guildhall_domain::ids::UserId;
use guildhall_store::bulk::Bulk;
use guildhall_store::keys::Key;
use guildhall_store::{LeadList, Leads, Micros, PublicProfiles, Roster, RosterCache, StoreError, Table};
use rstest::rstest;

use crate::support::Backend;
use crate::support::leads::{lead, many, org, representative};

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn the_roster_is_read_once_and_again_for_somebody_new(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let roster = Roster::new(bench.table.clone());
    let (erik, lan) = (representative("rep-erik", "Erik Holm"), representative("rep-lan", "Lan Tran"));
    roster.put(&erik).await.unwrap();
    let cache = RosterCache::new(bench.table.clone());
    bench.calls();
    let began = Instant::now();
    assert_eq!(*cache.get().await.unwrap(), *std::slice::from_ref(&erik));
    assert_eq!(cache.find(&erik.id).await.unwrap(), Some(erik));
    let nobody: UserId = "rep-nobody".parse().unwrap();
    assert_eq!(cache.find(&nobody).await.unwrap(), None);
    // Somebody unknown is looked for again, but not at once: ids can be made up.
    let calls = bench.calls().len();
    assert!(calls == 1 || began.elapsed() > Duration::from_secs(1), "{calls} calls");

    roster.put(&lan).await.unwrap();
    tokio::time::sleep(Duration::from_millis(1_050)).await;
    bench.calls();
    assert_eq!(cache.find(&lan.id).await.unwrap(), Some(lan));
    assert_eq!(bench.only_call().operation, "Query");
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn what_has_expired_is_not_there_although_the_table_still_has_it(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let acme = org("acme");
    let (past, soon) = (lead(&acme, "past"), lead(&acme, "soon"));
    let now = Micros::now().seconds();
    let bulk = Bulk::new(bench.table.clone());
    bulk.clone().expiring(now - 1).leads(std::slice::from_ref(&past)).await.unwrap();
    bulk.clone().expiring(now + 3).leads(std::slice::from_ref(&soon)).await.unwrap();
    bulk.leads(&[lead(&acme, "stays")]).await.unwrap();
    assert!(bench.raw(&Key::lead(&past.id)).await.is_some(), "the table still has it");
    assert_eq!(bench.leads.get(&past.id).await.unwrap(), None);
    let views = bench.views();
    let list = LeadList::Of(acme);
    let before = views.read(&list).await.unwrap().len();
    if Micros::now().seconds() < now + 3 {
        assert_eq!(before, 2);
    }
    while Micros::now().seconds() < now + 3 {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(views.read(&list).await.unwrap().len(), 1, "no write told the view");
    assert_eq!(bench.leads.get(&soon.id).await.unwrap(), None);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn bulk_writing_writes_everything_once(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let leads = many(&org("acme"), 333);
    Bulk::new(bench.table.clone()).leads(&leads).await.unwrap();
    assert_eq!(bench.everything().await.len(), 333);
    for lead in leads.iter().step_by(50) {
        assert_eq!(bench.leads.get(&lead.id).await.unwrap().as_ref(), Some(lead));
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_table_that_is_missing_is_no_passing_trouble(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let missing = Table::connect(&bench.endpoint, "no-such-table");
    let error = Leads::new(missing.clone()).get(&lead(&org("acme"), "key").id).await.unwrap_err();
    assert!(matches!(&error, StoreError::Refused { code, .. } if code == "ResourceNotFoundException"));
    assert!(!error.is_passing());
    assert!(PublicProfiles::new(missing).get(&"acme".parse().unwrap()).await.is_err());
}

#[tokio::test]
async fn a_table_that_nobody_answers_for_is_passing_trouble() {
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let endpoint = format!("http://{}", nobody.local_addr().unwrap());
    drop(nobody);
    let error = Leads::new(Table::connect(&endpoint, "guildhall")).get(&lead(&org("acme"), "key").id).await;
    let error = error.unwrap_err();
    assert!(error.is_passing(), "{error}");
    assert!(error.retry_after().is_some());
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_item_is_named_by_its_key_and_nothing_personal(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    use aws_sdk_dynamodb::types::AttributeValue;
    let bench = backend.bench().await;
    let lead = lead(&org("acme"), "key");
    bench.leads.create(&lead, "hash").await.unwrap();
    let key = Key::lead(&lead.id);
    let whole = bench.raw(&key).await.unwrap();
    for name in ["country", "status", "timeline", "form", "rep_name", "submitted", "email"] {
        let mut damaged = whole.clone();
        damaged.insert(name.to_owned(), AttributeValue::M([].into()));
        bench.put_raw(damaged).await;
        let error = bench.leads.get(&lead.id).await.unwrap_err();
        let StoreError::Corrupt { key: at, attribute } = &error else { panic!("{name}: {error}") };
        assert_eq!((at, *attribute), (&format!("{} {}", key.pk, key.sk), name));
        assert!(!format!("{error} {error:?}").contains("Anna"));
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn no_key_holds_personal_data(#[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend) {
    let bench = backend.bench().await;
    let mut lead = lead(&org("acme"), "key");
    lead.form.reference = Some("Anna Sjöström, 070-123 45 67".to_owned());
    lead.form.website = None;
    bench.leads.create(&lead, "hash").await.unwrap();
    for item in bench.everything().await {
        for name in ["PK", "SK", "GSI1PK", "GSI1SK"] {
            let key = item.get(name).and_then(|value| value.as_s().ok()).cloned().unwrap_or_default();
            let key = key.to_lowercase();
            for personal in ["anna", "sjö", "acme.example", "070"] {
                assert!(!key.contains(personal), "{name} shows {personal}");
            }
        }
    }
}
