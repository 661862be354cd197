//! What the table does when it is busy or broken, and what becomes of it.

use guildhall_domain::failure::Failure;
use guildhall_domain::lead::listing::LeadRow;
use guildhall_store::bulk::Bulk;
use guildhall_store::{Commit, Created, LeadList, Leads, StoreError, Views};
use rstest::rstest;

use crate::support::canned::{Answer, Canned};
use crate::support::leads::{award, lead, many, noon, org, rep, start_work};

const BUSY: Answer = (
    400,
    r#"{"__type":"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException","message":"busy"}"#,
);
const BROKEN: Answer =
    (500, r#"{"__type":"com.amazonaws.dynamodb.v20120810#InternalServerError","message":"broken"}"#);
const FORBIDDEN: Answer =
    (400, r#"{"__type":"com.amazon.coral.service#AccessDeniedException","message":"anna@acme.example"}"#);
const IN_CONFLICT: Answer = (
    400,
    r#"{"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException","message":"conflict",
        "CancellationReasons":[{"Code":"TransactionConflict"},{"Code":"None"}]}"#,
);
const IN_CONFLICT_BESIDE_A_CONDITION: Answer = (
    400,
    r#"{"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException","message":"conflict",
        "CancellationReasons":[{"Code":"TransactionConflict"},{"Code":"ConditionalCheckFailed"}]}"#,
);
const DONE: Answer = (200, "{}");
/// What an award asks for first: the lead has no referral record yet.
const NO_RECORD: Answer = DONE;
const NOTHING: Answer = (200, r#"{"Items":[],"Count":0,"ScannedCount":0}"#);

#[rstest]
#[case::busy(&[BUSY], true)]
#[case::broken(&[BROKEN], true)]
#[case::forbidden(&[FORBIDDEN], false)]
#[tokio::test]
async fn trouble_that_passes_is_told_from_trouble_that_stays(
    #[case] answers: &'static [Answer],
    #[case] passes: bool,
) {
    let canned = Canned::answering(answers).await;
    let error = Leads::new(canned.table.clone()).get(&lead(&org("acme"), "key").id).await.unwrap_err();
    assert_eq!(error.is_passing(), passes);
    assert_eq!(error.retry_after().is_some(), passes);
    assert_eq!(canned.asked().len() > 1, passes, "only what passes is tried again");
    assert!(!format!("{error} {error:?}").contains("anna"), "messages may quote what was sent");
}

#[tokio::test]
async fn a_busy_table_is_asked_again() {
    let canned = Canned::answering(&[BUSY, BROKEN, DONE]).await;
    let outcome = Leads::new(canned.table.clone()).create(&lead(&org("acme"), "key"), "hash").await;
    assert_eq!(outcome.unwrap(), Created::New);
    assert_eq!(canned.asked().len(), 3);
}

#[tokio::test]
async fn a_transaction_that_meets_another_one_is_tried_again() {
    let mut lead = lead(&org("acme"), "key");
    lead.apply(&start_work(), &rep(), noon()).unwrap();
    lead.apply(&award(), &rep(), noon()).unwrap();
    let canned = Canned::answering(&[NO_RECORD, IN_CONFLICT, IN_CONFLICT_BESIDE_A_CONDITION, DONE]).await;
    assert_eq!(Leads::new(canned.table.clone()).commit(&lead).await.unwrap(), Commit::Done);
    assert_eq!(canned.asked().len(), 4);
}

#[tokio::test]
async fn a_single_write_that_meets_a_transaction_is_tried_again() {
    const REFUSED: Answer = (
        400,
        r#"{"__type":"com.amazonaws.dynamodb.v20120810#TransactionConflictException","message":"conflict"}"#,
    );
    let mut lead = lead(&org("acme"), "key");
    let canned = Canned::answering(&[REFUSED, DONE, REFUSED, DONE]).await;
    let leads = Leads::new(canned.table.clone());
    assert_eq!(leads.create(&lead, "hash").await.unwrap(), Created::New);
    lead.apply(&start_work(), &rep(), noon()).unwrap();
    assert_eq!(leads.commit(&lead).await.unwrap(), Commit::Done);
    assert_eq!(canned.asked().len(), 4);
}

#[tokio::test]
async fn a_transaction_that_meets_others_all_the_time_gives_up_as_busy() {
    let mut lead = lead(&org("acme"), "key");
    lead.apply(&start_work(), &rep(), noon()).unwrap();
    lead.apply(&award(), &rep(), noon()).unwrap();
    let canned = Canned::answering(&[NO_RECORD, IN_CONFLICT]).await;
    let error = Leads::new(canned.table.clone()).commit(&lead).await.unwrap_err();
    assert!(matches!(&error, StoreError::Throttled { code, .. } if code == "TransactionConflict"), "{error}");
}

#[tokio::test]
async fn what_a_batch_left_over_is_sent_again() {
    const LEFT_OVER: Answer = (
        200,
        r#"{"UnprocessedItems":{"canned":[{"PutRequest":{"Item":{"PK":{"S":"left"},"SK":{"S":"over"}}}}]}}"#,
    );
    let canned = Canned::answering(&[LEFT_OVER, DONE]).await;
    Bulk::new(canned.table.clone()).leads(&many(&org("acme"), 3)).await.unwrap();
    let asked = canned.asked();
    assert_eq!(asked.len(), 2);
    assert!(asked[1].contains("left") && !asked[1].contains("LEAD#"));
}

#[tokio::test]
async fn a_view_that_could_not_be_read_is_read_whole_the_next_time() {
    let canned = Canned::answering(&[FORBIDDEN, NOTHING]).await;
    let views = Views::<LeadRow>::new(canned.table.clone(), usize::MAX);
    let list = LeadList::Of(org("acme"));
    assert!(views.read(&list).await.is_err());
    assert!(views.read(&list).await.unwrap().is_empty());
    let [refused, whole, changes] = &canned.asked()[..] else { panic!("three queries") };
    assert!(!refused.contains("#changed") && !whole.contains("#changed"));
    assert!(whole.contains(r#""ConsistentRead":false"#));
    assert!(changes.contains("#changed") && changes.contains(r#""ConsistentRead":true"#));
}
