//! What each operation costs, to the unit, as the table itself counts it.

use std::collections::BTreeMap;

use guildhall_domain::ids::OrgId;
use guildhall_domain::lead::{Command, Lead, Product, Support};
use guildhall_store::bulk::Bulk;
use guildhall_store::{Call, LeadList, Micros, PartnerProfiles, PublicProfiles};
use rstest::rstest;

use crate::support::leads::{
    award, form, lead, lead_of, manager, many, org, rep, representative, start_work, step,
};
use crate::support::profiles::published;
use crate::support::{Backend, Bench};

/// Where a call's units went.
pub(crate) fn parts(call: &Call) -> BTreeMap<&str, f64> {
    call.parts.iter().map(|(part, units)| (part.as_str(), *units)).collect()
}

/// What writes cost together: double in the table, the same as ever in the indexes. DynamoDB Local
/// reports four times everything.
pub(crate) fn together(backend: Backend, table: f64, indexes: f64) -> f64 {
    match backend {
        Backend::Dynoxide => 2.0 * table + indexes,
        Backend::DynamodbLocal => 4.0 * (table + indexes),
    }
}

async fn created(bench: &Bench, org: &OrgId) -> Lead {
    let lead = lead(org, "key");
    bench.leads.create(&lead, "hash").await.unwrap();
    bench.calls();
    lead
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn submitting_a_lead_costs_three_write_units_in_one_call(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    bench.leads.create(&lead(&org("acme"), "key"), "hash").await.unwrap();
    let call = bench.only_call();
    assert_eq!((call.operation, call.units), ("PutItem", 3.0));
    let each = [("by_change", 1.0), ("by_owner", 1.0), ("table", 1.0)];
    assert_eq!(parts(&call), BTreeMap::from(each));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_repeated_submission_costs_one_call_that_writes_nothing(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let lead = created(&bench, &org("acme")).await;
    bench.leads.create(&lead, "hash").await.unwrap();
    // DynamoDB charges a failed condition by the size of the item that stood there, one unit here, and
    // names no figure in its answer.
    assert_eq!(bench.only_call().operation, "PutItem");
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn submitting_a_lead_with_a_reference_costs_six_write_units_in_one_call(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let mut form = form(Product::Plus, Support::Requested);
    form.reference = Some("KV-31".to_owned());
    bench.leads.create(&lead_of(&org("acme"), "key", form), "hash").await.unwrap();
    let call = bench.only_call();
    // In the table the lead and its marker, in the indexes the lead.
    assert_eq!((call.operation, call.units), ("TransactWriteItems", together(backend, 2.0, 2.0)), "{call:?}");
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn details_cost_one_read_unit_in_one_call(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let lead = created(&bench, &org("acme")).await;
    bench.leads.get(&lead.id).await.unwrap();
    let call = bench.only_call();
    assert_eq!((call.operation, call.units), ("GetItem", 1.0));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_change_of_status_costs_one_read_call_and_five_write_units_in_another(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let id = created(&bench, &org("acme")).await.id;
    let mut lead = bench.leads.get(&id).await.unwrap().unwrap();
    step(&bench.leads, &mut lead, &start_work(), &rep()).await;
    let calls = bench.calls();
    let costs: Vec<_> = calls.iter().map(|call| (call.operation, call.units)).collect();
    assert_eq!(costs, [("GetItem", 1.0), ("UpdateItem", 5.0)]);
    // Both lists are sorted by change, so each loses an entry and gains one.
    let each = [("by_change", 2.0), ("by_owner", 2.0), ("table", 1.0)];
    assert_eq!(parts(&calls[1]), BTreeMap::from(each));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_reassignment_costs_no_more_than_another_change(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let mut lead = created(&bench, &org("acme")).await;
    let assign = Command::Assign { representative: representative("rep-lan", "Lan Tran"), note: None };
    step(&bench.leads, &mut lead, &assign, &manager()).await;
    // In the lists as any other; in the table one more, since with so many events the item is above 1 KB.
    let each = [("by_change", 2.0), ("by_owner", 2.0), ("table", 2.0)];
    assert_eq!(parts(&bench.only_call()), BTreeMap::from(each));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn an_award_costs_one_read_unit_and_nine_write_units_with_its_record(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let mut lead = lead_of(&org("acme"), "key", form(Product::Plus, Support::None));
    bench.leads.create(&lead, "hash").await.unwrap();
    bench.calls();
    step(&bench.leads, &mut lead, &award(), &rep()).await;
    let mut calls = bench.calls();
    let call = calls.pop().unwrap();
    // There might be a record that was reversed once.
    assert_eq!(calls.iter().map(|call| call.operation).collect::<Vec<_>>(), ["GetItem"]);
    // In the table the lead and its record; in the indexes four for the lead and one for the record.
    assert_eq!((call.operation, call.units), ("TransactWriteItems", together(backend, 2.0, 5.0)), "{call:?}");
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_nobody_changed_costs_one_read_unit_in_one_call(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let acme = org("acme");
    let before = Micros::now().less_seconds(3600);
    Bulk::new(bench.table.clone()).backdated(before).leads(&many(&acme, 200)).await.unwrap();
    let views = bench.views();
    let list = LeadList::Of(acme.clone());
    views.read(&list).await.unwrap();
    bench.calls();
    assert_eq!(views.read(&list).await.unwrap().len(), 200);
    // DynamoDB charges one unit for nothing; DynamoDB Local reports none.
    let nothing = match backend {
        Backend::Dynoxide => 1.0,
        Backend::DynamodbLocal => 0.0,
    };
    let call = bench.only_call();
    assert_eq!((call.operation, call.units), ("Query", nothing));

    bench.leads.create(&lead(&acme, "new"), "hash").await.unwrap();
    bench.calls();
    assert_eq!(views.read(&list).await.unwrap().len(), 201);
    let call = bench.only_call();
    assert_eq!(call.units, 1.0, "{call:?}");
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_list_of_a_thousand_leads_costs_fifty_read_units_at_most_when_cold(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let acme = org("acme");
    let before = Micros::now().less_seconds(3600);
    Bulk::new(bench.table.clone()).backdated(before).leads(&many(&acme, 1_000)).await.unwrap();
    bench.calls();
    assert_eq!(bench.views().read(&LeadList::Of(acme)).await.unwrap().len(), 1_000);
    let calls = bench.calls();
    let units: f64 = calls.iter().map(|call| call.units).sum();
    assert!(units <= 50.0, "{units} units in {} calls", calls.len());
    assert_eq!(calls.len(), 2, "the whole once, and what changed meanwhile");
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_public_profile_costs_half_a_read_unit_in_one_call(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let profiles = PartnerProfiles::new(bench.table.clone());
    let profile = published(&profiles, &org("acme"), "acme-studio").await;
    bench.calls();
    let copy = PublicProfiles::new(bench.table.clone()).get(&profile.handle).await.unwrap().unwrap();
    assert_eq!(copy.content.as_ref(), profile.public_content());
    let call = bench.only_call();
    assert_eq!((call.operation, call.units), ("GetItem", 0.5));
}
