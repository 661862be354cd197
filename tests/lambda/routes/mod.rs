//! Every route of the template, through the binary of its function, on both emulators.

mod cutover;
mod directory;
mod files;
mod inquiries;
mod leads;
mod mails;
mod marketplace;
mod members;
mod merchants;
mod migrations;
mod moving;
mod payouts;
mod people;
mod platform_events;
mod privacy;
mod programs;
mod reviews;
mod webhooks;

use std::collections::BTreeSet;

use guildhall_tests::Environment;
use rstest::rstest;

use crate::support::{Backend, S3, check, check_with, definition};

/// The routes of each subject; whoever adds a route adds a way through it.
const ALL: &[&[&str]] = &[
    cutover::ROUTES,
    directory::ROUTES,
    files::ROUTES,
    inquiries::ROUTES,
    leads::ROUTES,
    mails::ROUTES,
    marketplace::ROUTES,
    members::ROUTES,
    merchants::ROUTES,
    moving::ROUTES,
    migrations::ROUTES,
    payouts::ROUTES,
    people::ROUTES,
    platform_events::ROUTES,
    privacy::ROUTES,
    programs::ROUTES,
    reviews::ROUTES,
    webhooks::ROUTES,
];

#[test]
fn there_is_a_way_through_every_route_of_the_template() {
    let template = Environment::template().expect("the template is there");
    let routes = template.routes().expect("the template can be followed");
    let in_template: BTreeSet<String> = routes.into_iter().map(|(route, ..)| route).collect();
    let here: BTreeSet<String> = ALL.iter().copied().flatten().map(|route| (*route).to_owned()).collect();
    assert_eq!(here, in_template);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn leads_are_submitted_read_moved_and_talked_about(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    check(backend, leads::ROUTES, leads::run).await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn merchants_are_asked_about_and_what_came_of_them_is_listed(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    check(backend, merchants::ROUTES, merchants::run).await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn records_of_the_marketplace_are_read_by_partners_programs_and_merchants(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    check(backend, marketplace::ROUTES, marketplace::run).await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn profiles_are_written_published_and_found(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    check(backend, directory::ROUTES, directory::run).await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn inquiries_are_sent_read_and_marked(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    check(backend, inquiries::ROUTES, inquiries::run).await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn reviews_are_written_answered_reported_and_decided_about(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    check(backend, reviews::ROUTES, reviews::run).await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn the_dates_of_the_move_are_kept_and_old_addresses_followed(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    check(backend, cutover::ROUTES, cutover::run).await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn partners_are_led_through_their_move(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    check(backend, moving::ROUTES, moving::run).await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn people_and_the_sales_team_are_kept(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    check(backend, people::ROUTES, people::run).await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn mails_that_did_not_arrive_are_decided_about(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    check(backend, mails::ROUTES, mails::run).await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn organisations_members_and_staff_are_kept(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    check(backend, members::ROUTES, members::run).await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn profiles_and_records_are_moved_over_and_back(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    check(backend, migrations::ROUTES, migrations::run).await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_person_is_found_and_erased(#[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend) {
    check(backend, privacy::ROUTES, privacy::run).await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn payouts_are_previewed_made_and_reported(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    check(backend, payouts::ROUTES, payouts::run).await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn programs_ask_with_tokens_that_owners_make(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    check(backend, programs::ROUTES, programs::run).await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn webhooks_are_kept_tested_and_looked_at(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    check(backend, webhooks::ROUTES, webhooks::run).await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn long_exports_and_receipts_are_handed_out(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let s3 = S3::start(&definition("export-data").variables["EXPORT_BUCKET"]).await;
    check_with(backend, Some(&s3), files::ROUTES, files::run).await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn what_the_platform_tells_is_recorded_listed_and_tried_again(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    check(backend, platform_events::ROUTES, platform_events::run).await;
}
