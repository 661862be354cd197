//! What the directory costs, to the unit, as the table itself counts it.

use std::collections::BTreeMap;

use guildhall_domain::directory::DirectoryRow;
use guildhall_domain::inquiry::{Delivery, InquiryCommand, InquiryStatus};
use guildhall_domain::profile::ProfileCommand;
use guildhall_store::{Directory, Inquiries, PartnerProfiles, Reviews, Views};
use rstest::rstest;

use crate::support::leads::{admin, member, noon, org};
use crate::support::merchants::{held_long_enough, review, sent};
use crate::support::profiles::{begun, change, content, owner, published};
use crate::support::{Backend, Bench};
use crate::units::{parts, together};

fn edit() -> ProfileCommand {
    ProfileCommand::Edit { handle: "acme".parse().unwrap(), content: Box::new(content("Acme Anew")) }
}

fn only_cost(bench: &Bench) -> (&'static str, f64) {
    let call = bench.only_call();
    (call.operation, call.units)
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn an_edit_of_a_usual_draft_costs_two_write_units_in_one_call(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (profiles, acme) = (PartnerProfiles::new(bench.table.clone()), org("acme"));
    let mut profile = begun(&acme, "acme");
    profiles.create(&profile).await.unwrap();
    // The profile is more than a kilobyte, the handle that is taken along is less.
    assert_eq!(only_cost(&bench), ("TransactWriteItems", together(backend, 3.0, 0.0)));
    profiles.get(&acme).await.unwrap();
    assert_eq!(only_cost(&bench), ("GetItem", 1.0));
    change(&profiles, &mut profile, edit(), &owner(&acme)).await;
    assert_eq!(only_cost(&bench), ("PutItem", 2.0));
    change(&profiles, &mut profile, ProfileCommand::Submit, &owner(&acme)).await;
    let call = bench.only_call();
    assert_eq!(parts(&call), BTreeMap::from([("by_owner", 1.0), ("table", 2.0)]), "it joins the queue");
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn publishing_a_usual_profile_costs_eleven_write_units_in_one_call(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (profiles, acme) = (PartnerProfiles::new(bench.table.clone()), org("acme"));
    let mut profile = begun(&acme, "acme");
    profiles.create(&profile).await.unwrap();
    change(&profiles, &mut profile, ProfileCommand::Submit, &owner(&acme)).await;
    bench.calls();
    change(&profiles, &mut profile, ProfileCommand::Approve, &admin()).await;
    // In the table the profile, which is its own public copy and so is kept once, and that copy, two each.
    // In the index the queue's entry goes and the directory's comes, which is two.
    assert_eq!(only_cost(&bench), ("TransactWriteItems", together(backend, 4.0, 3.0)));
    change(&profiles, &mut profile, edit(), &owner(&acme)).await;
    // The working copy and the published one differ from now on.
    assert_eq!(only_cost(&bench), ("PutItem", 5.0));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn hiding_a_usual_profile_costs_eleven_write_units_in_one_call(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (profiles, acme) = (PartnerProfiles::new(bench.table.clone()), org("acme"));
    let mut profile = published(&profiles, &acme, "acme").await;
    bench.calls();
    change(&profiles, &mut profile, ProfileCommand::Hide, &owner(&acme)).await;
    // In the index an entry of two goes and one of one comes.
    assert_eq!(only_cost(&bench), ("TransactWriteItems", together(backend, 4.0, 3.0)));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn taking_a_usual_inquiry_costs_five_read_units_and_twelve_write_units_in_two_calls(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (inquiries, acme) = (Inquiries::new(bench.table.clone()), org("acme"));
    sent(&inquiries, &acme, "first").await;
    bench.calls();
    sent(&inquiries, &acme, "second").await;
    let costs: Vec<_> = bench.calls().iter().map(|call| (call.operation, call.units)).collect();
    // Read: the inquiry that is not there yet, the marker and three buckets. Written: all of these, doubled,
    // and the inquiry in both lists. DynamoDB Local reports nothing for what is not there, nor for buckets.
    let expected = match backend {
        Backend::Dynoxide => [("BatchGetItem", 5.0), ("TransactWriteItems", together(backend, 5.0, 2.0))],
        Backend::DynamodbLocal => {
            [("BatchGetItem", 4.0), ("TransactWriteItems", together(backend, 2.0, 2.0))]
        }
    };
    assert_eq!(costs, expected);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_change_of_an_inquiry_costs_five_write_units_in_one_call(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (inquiries, acme) = (Inquiries::new(bench.table.clone()), org("acme"));
    let mut inquiry = sent(&inquiries, &acme, "key").await;
    bench.calls();
    inquiries.get(&inquiry.id).await.unwrap();
    assert_eq!(only_cost(&bench), ("GetItem", 1.0));
    inquiry.apply(InquiryCommand::Mark(InquiryStatus::Answered), &member(&acme), noon()).unwrap();
    inquiries.commit(&inquiry).await.unwrap();
    assert_eq!(only_cost(&bench), ("UpdateItem", 5.0));
    inquiries.record_delivery(&inquiry.id, Delivery::Sent).await.unwrap();
    let call = bench.only_call();
    let each = [("by_change", 2.0), ("by_owner", 2.0), ("table", 1.0)];
    assert_eq!(parts(&call), BTreeMap::from(each));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn publishing_a_review_costs_thirteen_write_units_in_one_call_with_the_ratings(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (reviews, acme) = (Reviews::new(bench.table.clone()), org("acme"));
    published(&PartnerProfiles::new(bench.table.clone()), &acme, "acme").await;
    bench.calls();
    let mut review = review(&acme, "m-anna", 3, 4);
    reviews.create(&review).await.unwrap();
    assert_eq!(only_cost(&bench), ("PutItem", 3.0));
    let count = review.publish(held_long_enough()).unwrap();
    reviews.commit(&review, Some(count)).await.unwrap();
    // In the table the review and the public copy of two. In the indexes the review changes its place in the
    // partner's list (two) and leaves the queue (one), and the copy changes its place in the directory (four).
    assert_eq!(only_cost(&bench), ("TransactWriteItems", together(backend, 3.0, 7.0)));
    review.reply("Thank you!".to_owned(), &owner(&acme), held_long_enough()).unwrap();
    reviews.commit(&review, None).await.unwrap();
    assert_eq!(only_cost(&bench), ("PutItem", 3.0));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_directory_that_nobody_changed_costs_half_a_read_unit_in_one_call(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    // What was never shown is not in the directory's partition.
    PartnerProfiles::new(bench.table.clone()).create(&begun(&org("acme"), "acme")).await.unwrap();
    let views = Views::<DirectoryRow>::new(bench.table.clone(), usize::MAX);
    assert!(views.read(&Directory).await.unwrap().is_empty());
    bench.calls();
    assert!(views.read(&Directory).await.unwrap().is_empty());
    // DynamoDB charges half a unit for nothing; DynamoDB Local reports none.
    let nothing = match backend {
        Backend::Dynoxide => 0.5,
        Backend::DynamodbLocal => 0.0,
    };
    assert_eq!(only_cost(&bench), ("Query", nothing));
}
