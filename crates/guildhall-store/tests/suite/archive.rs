//! All that is kept of an organisation, out of one table and into another.

use std::collections::BTreeSet;

use guildhall_domain::archive::ArchiveList;
use guildhall_domain::ids::OrgId;
use guildhall_domain::migration::RunId;
use guildhall_store::bulk::Bulk;
use guildhall_store::{Archived, Archives, MerchantKey, RestoreRefused};
use rstest::rstest;
use serde_json::Value;

use crate::support::leads::{many, org};
use crate::support::privacy::World;
use crate::support::{Backend, Bench};

/// Every record of a list, and in how many pages it came.
async fn all(archives: &Archives, org: &OrgId, list: ArchiveList) -> (Vec<Archived>, usize) {
    let (mut records, mut after, mut pages) = (Vec::new(), None, 0);
    loop {
        let page = archives.page(org, list, after.as_deref()).await.unwrap();
        records.extend(page.records);
        after = page.next;
        pages += 1;
        if after.is_none() {
            return (records, pages);
        }
    }
}

async fn everything(bench: &Bench, org: &OrgId) -> Vec<(ArchiveList, Value)> {
    let archives = Archives::new(bench.table.clone());
    let mut everything = Vec::new();
    for list in ArchiveList::ALL {
        let (records, _) = all(&archives, org, list).await;
        everything.extend(records.into_iter().map(|record| (list, record.to_json().unwrap())));
    }
    everything
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn what_was_read_is_written_elsewhere_as_it_was_and_only_where_nothing_is(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let (there, here, acme) = (backend.bench().await, backend.bench().await, org("acme"));
    World::in_table_of(&there).await;
    let read = everything(&there, &acme).await;
    let lists: BTreeSet<_> = read.iter().map(|(list, _)| *list).collect();
    for list in [ArchiveList::Profile, ArchiveList::Inquiries, ArchiveList::Leads, ArchiveList::Referrals] {
        assert!(lists.contains(&list), "{list:?}");
    }
    let records = read.iter().map(|(list, json)| Archived::from_json(&acme, *list, json.clone()).unwrap());
    let records: Vec<_> = records.collect();
    let handle = "acme".parse().unwrap();
    let archives = Archives::new(here.table.clone());
    assert_eq!(archives.refusal(&acme, Some(&handle)).await.unwrap(), None);
    let merchants = MerchantKey::from_secret(b"secret");
    // Twice, as after an answer that was lost.
    for run in [RunId::from_chance(1), RunId::from_chance(2)] {
        archives.restore(&merchants, run, records.clone()).await.unwrap();
    }
    assert_eq!(everything(&here, &acme).await, read);
    let refusal = archives.refusal(&acme, None).await.unwrap();
    assert_eq!(refusal, Some(RestoreRefused::NotEmpty { org: acme, list: ArchiveList::Profile }));
    let refusal = archives.refusal(&org("newcomer"), Some(&handle)).await.unwrap();
    assert_eq!(refusal, Some(RestoreRefused::HandleTaken("acme".to_owned())));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_long_list_comes_in_pages_and_each_record_once(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let (bench, acme) = (backend.bench().await, org("acme"));
    let leads = many(&acme, 1_500);
    Bulk::new(bench.table.clone()).leads(&leads).await.unwrap();
    let (records, pages) = all(&Archives::new(bench.table.clone()), &acme, ArchiveList::Leads).await;
    assert!(pages > 1, "{pages}");
    let ids: BTreeSet<_> = records
        .iter()
        .map(|record| match record {
            Archived::Lead(lead) => lead.id.clone(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(ids, leads.iter().map(|lead| lead.id.clone()).collect());
    assert_eq!(records.len(), leads.len());
}
