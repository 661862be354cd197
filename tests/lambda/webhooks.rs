//! Webhooks from the write to the receiver, by the functions' own binaries: the endpoint is made, a lead is submitted, the
//! stream is followed, and a tick delivers.

use rstest::rstest;
use serde_json::{Value, json};

use crate::api::{Receiver, plus};
use crate::support::{
    Backend, Database, MEMBER, OWNER, ask, batch, changes, event, start, start_with, tell, with_header,
};
use guildhall_tests::Endpoints;

const TICK: &str =
    r#"{"version":"0","source":"aws.scheduler","detail-type":"Scheduled Event","detail":"{}"}"#;
/// Hosts that are let through whatever they are. The template never sets it.
const ALLOW: &str = "WEBHOOK_ALLOW";
const LOG: &str = "GET /api/v1/organisation/webhooks/{webhook_id}/deliveries";

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_receiver_is_told_of_a_lead_once_and_nobody_is_who_is_not_of_the_public_internet(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let database = Database::with_table(backend).await;
    let endpoints = Endpoints::of_dynamodb(database.endpoint());
    let receiver = Receiver::start().await;
    let address = receiver.address.to_string();
    let manage = start_with("manage-webhooks", &endpoints, (ALLOW, &address)).await;
    let body = json!({ "url": receiver.url(), "topics": ["lead.submitted"] });
    let add = event("POST /api/v1/organisation/webhooks", &[], Some(OWNER), Some(&body));
    let (status, made) = ask(&manage, &add).await;
    assert_eq!(status, 201, "{made}");
    // As the template has it, such an address is refused.
    let strict = start("manage-webhooks", &endpoints).await;
    assert_eq!(ask(&strict, &add).await.0, 422);

    let submit = start("submit-lead", &endpoints).await;
    let lead = event("POST /api/v1/leads", &[], Some(MEMBER), Some(&plus("none")));
    assert_eq!(ask(&submit, &with_header(lead, "idempotency-key", "once")).await.0, 201);
    let keeper = start("keep-records", &endpoints).await;
    let changes = changes(&database, "keep-records").await;
    for _ in 0..2 {
        assert_eq!(tell(&keeper, batch(&changes)).await, Ok(json!({ "batchItemFailures": [] })));
    }

    // The worker of the template asks nobody here, and says why.
    let strict = start("send-webhooks", &endpoints).await;
    assert_eq!(tell(&strict, TICK).await, Ok(Value::Null));
    assert!(receiver.received().is_empty());
    let hook = made["webhook"]["id"].as_str().unwrap();
    let log = event(LOG, &[hook], Some(OWNER), None);
    let (_, page) = ask(&manage, &log).await;
    let refused = &page["deliveries"][0];
    assert_eq!(refused["attempts"][0]["failure"], "address_refused", "{page}");

    let path = "POST /api/v1/organisation/webhooks/{webhook_id}/deliveries/{delivery_id}/replay";
    let replay = event(path, &[hook, refused["id"].as_str().unwrap()], Some(OWNER), None);
    assert_eq!(ask(&manage, &replay).await.0, 200);
    let sender = start_with("send-webhooks", &endpoints, (ALLOW, &address)).await;
    for _ in 0..2 {
        assert_eq!(tell(&sender, TICK).await, Ok(Value::Null));
    }
    let received = receiver.received();
    assert_eq!(received.len(), 1, "told once: {received:?}");
    assert_eq!(received[0].header("guildhall-topic"), "lead.submitted");
    let (_, page) = ask(&manage, &log).await;
    assert_eq!(
        (&page["deliveries"][0]["state"], page["deliveries"].as_array().unwrap().len()),
        (&json!("delivered"), 1)
    );
    for function in [&manage, &keeper, &sender] {
        for line in function.log() {
            assert!(!line.contains("/hook") && !line.contains("whsec_"), "{line}");
        }
    }
}
