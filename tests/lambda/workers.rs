//! Workers, fed as Lambda feeds them: with the stream as the table writes it, with EventBridge's events, and with the
//! ticks of schedules. What they work on was written by the functions' own binaries too.

use chrono::TimeDelta;
use guildhall_domain::actor::{Actor, Role};
use guildhall_domain::organisation::{House, OrgStanding, Organisation};
use guildhall_domain::policy::Language;
use guildhall_domain::representative::Representative;
use guildhall_domain::review::{Review, Written};
use guildhall_store::bulk::Bulk;
use guildhall_store::{Ledger, Members, Roster};
use guildhall_tests::{Endpoints, Function};
use rstest::rstest;
use serde_json::{Value, json};

use crate::api::{NORRSKEN, listed, now, partner_form, plus, worked_on};
use crate::support::{
    ADMIN, Backend, Database, MANAGER, MEMBER, OWNER, REP, SesLocal, ask, batch, changes, event, start, tell,
    with_header,
};

const HANDLE: &str = "tallbacken";

/// What a schedule of EventBridge Scheduler sends when nothing else is said.
const TICK: &str = r#"{"version":"0","id":"53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa","detail-type":"Scheduled Event",
    "source":"aws.scheduler","account":"123456789012","time":"2026-11-21T09:00:00Z","region":"eu-north-1",
    "resources":["arn:aws:scheduler:eu-north-1:123456789012:schedule/default/ticks"],"detail":"{}"}"#;

fn nothing_failed() -> Value {
    json!({ "batchItemFailures": [] })
}

/// A table with a representative in it.
async fn database(backend: Backend) -> (Database, Endpoints) {
    let database = Database::with_table(backend).await;
    let astrid = Representative {
        id: "rep-astrid".parse().unwrap(),
        name: "Astrid Holm".to_owned(),
        email: "rep-astrid@guildhall.example".to_owned(),
        phone: "+46 8 555 01 42".to_owned(),
        time_zone: "Europe/Stockholm".to_owned(),
        country: "SE".parse().unwrap(),
        language: Language::Sv,
        products: guildhall_domain::lead::Product::ALL.to_vec(),
        countries: Vec::new(),
        active: true,
    };
    Roster::new(database.table()).put(&astrid).await.unwrap();
    let endpoints = Endpoints::of_dynamodb(database.endpoint());
    (database, endpoints)
}

/// A lead that the member submits; its id.
async fn submit(endpoints: &Endpoints) -> String {
    let submit = start("submit-lead", endpoints).await;
    let request = event("POST /api/v1/leads", &[], Some(MEMBER), Some(&plus("none")));
    let (status, lead) = ask(&submit, &with_header(request, "idempotency-key", "once")).await;
    assert_eq!(status, 201, "{lead}");
    lead["id"].as_str().unwrap().to_owned()
}

async fn read_lead(endpoints: &Endpoints, id: &str) -> Value {
    let list = start("list-leads", endpoints).await;
    let (status, lead) = ask(&list, &event("GET /api/v1/leads/{lead_id}", &[id], Some(MANAGER), None)).await;
    assert_eq!(status, 200, "{lead}");
    lead
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_lead_is_told_of_by_mail_once_and_what_the_carrier_reports_is_noted(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let ((database, endpoints), carrier) = (database(backend).await, SesLocal::start().await);
    let lead = submit(&endpoints).await;
    let with_carrier = Endpoints { ses: Some(carrier.endpoint().to_owned()), ..endpoints.clone() };
    let worker = start("send-mail", &with_carrier).await;
    let batch = batch(&changes(&database, "send-mail").await);
    for _ in 0..2 {
        assert_eq!(tell(&worker, batch.clone()).await, Ok(nothing_failed()));
    }
    let mails = carrier.mails().await;
    assert_eq!(mails.len(), 2, "the representative's and the member's, each once: {mails:#?}");
    let mut to: Vec<_> = mails.iter().map(|mail| mail["destination"]["to"][0].as_str().unwrap()).collect();
    to.sort_unstable();
    assert_eq!(to, ["member@norrsken.example", "rep-astrid@guildhall.example"]);
    assert_eq!(mails[0]["from"], "Guildhall <no-reply@partners.example>", "as the template's parameter says");
    assert!(mails.iter().all(|mail| mail.to_string().contains("https://partners.example/")), "{mails:#?}");

    let mail = mails.iter().find(|mail| mail["destination"]["to"][0] == "member@norrsken.example").unwrap();
    let notes = start("record-delivery", &endpoints).await;
    let told = read_lead(&endpoints, &lead).await["mails"].as_array().unwrap().clone();
    let id = told.iter().find(|told| told["audience"] == "partner").unwrap()["id"].clone();
    let report = bounce(&id, &mail["messageId"]).to_string();
    for _ in 0..2 {
        assert_eq!(tell(&notes, report.clone()).await, Ok(Value::Null));
    }
    let lead = read_lead(&endpoints, &lead).await;
    let noted = lead["mails"].as_array().unwrap().iter().find(|told| told["id"] == id).unwrap();
    assert_eq!(noted["delivery"], "bounced", "{lead}");
    assert!(
        tell(&notes, r#"{"detail-type":"Email Bounced"}"#).await.is_err(),
        "what is no event comes again"
    );
}

/// A bounce as SES publishes it to EventBridge.
fn bounce(mail: &Value, message: &Value) -> Value {
    json!({
        "version": "0", "id": "12a18625-3328-fafd-2809-a5e16004f112", "detail-type": "Email Bounced",
        "source": "aws.ses", "account": "123456789012", "time": "2026-11-21T09:00:05Z", "region": "eu-north-1",
        "resources": ["arn:aws:ses:eu-north-1:123456789012:configuration-set/guildhall-mail-reports"],
        "detail": {
            "eventType": "Bounce",
            "bounce": {
                "bounceType": "Permanent", "bounceSubType": "General", "timestamp": "2026-11-21T09:00:04.000Z",
                "feedbackId": "0100017c0d1c2d3e-00000000",
                "bouncedRecipients": [{
                    "emailAddress": "member@norrsken.example", "action": "failed", "status": "5.1.1",
                    "diagnosticCode": "smtp; 550 5.1.1 user unknown",
                }],
            },
            "mail": {
                "timestamp": "2026-11-21T09:00:00.000Z", "source": "no-reply@partners.example",
                "sendingAccountId": "123456789012", "messageId": message, "destination": ["member@norrsken.example"],
                "headersTruncated": false, "headers": [], "commonHeaders": {},
                "tags": { "mail": [mail], "ses:configuration-set": ["guildhall-mail-reports"] },
            },
        },
    })
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_privileged_act_is_in_the_audit_log_once(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let (database, endpoints) = database(backend).await;
    let lead = submit(&endpoints).await;
    let version = read_lead(&endpoints, &lead).await["version"].as_u64().unwrap();
    let award = json!({ "command": "award", "terms_checked": true, "deal_closed": true });
    let request = event("POST /api/v1/leads/{lead_id}/status", &[&lead], Some(REP), Some(&award));
    let mover = start("update-status", &endpoints).await;
    let (status, moved) = ask(&mover, &with_header(request, "if-match", &format!("\"{version}\""))).await;
    assert_eq!((status, &moved["status"]), (200, &json!("awarded")), "{moved}");

    let worker = start("keep-records", &endpoints).await;
    let changes = changes(&database, "keep-records").await;
    for _ in 0..2 {
        assert_eq!(tell(&worker, batch(&changes)).await, Ok(nothing_failed()));
    }
    let log = start("list-audit", &endpoints).await;
    let (_, page) = ask(&log, &event("GET /api/v1/audit", &[], Some(ADMIN), None)).await;
    let acts: Vec<_> = page["items"].as_array().unwrap().iter().map(|entry| entry["act"].clone()).collect();
    assert_eq!(acts.iter().filter(|act| **act == "awarded").count(), 1, "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_written_is_named_and_comes_again() {
    let (database, endpoints) = database(Backend::Dynoxide).await;
    let lead = submit(&endpoints).await;
    let version = read_lead(&endpoints, &lead).await["version"].as_u64().unwrap();
    let award = json!({ "command": "award", "terms_checked": true, "deal_closed": true });
    let request = event("POST /api/v1/leads/{lead_id}/status", &[&lead], Some(REP), Some(&award));
    let mover = start("update-status", &endpoints).await;
    ask(&mover, &with_header(request, "if-match", &format!("\"{version}\""))).await;
    let changes = changes(&database, "keep-records").await;
    // From the roster, which was there from the start, nothing follows.
    let followed = changes.iter().filter(|change| change["dynamodb"]["NewImage"]["type"]["S"] != "rep");
    let all: Vec<_> = followed.map(|change| change["dynamodb"]["SequenceNumber"].clone()).collect();

    // A table that nothing listens at.
    let gone = start("keep-records", &Endpoints::of_dynamodb("http://127.0.0.1:9")).await;
    let answer = tell(&gone, batch(&changes)).await.unwrap();
    // Whoever is to be told of a lead is not known either, so each of its changes comes again.
    let named = answer["batchItemFailures"].as_array().unwrap();
    let named: Vec<_> = named.iter().map(|failure| failure["itemIdentifier"].clone()).collect();
    assert_eq!(named, all, "{answer}");
    // A change that is none: what can be read of the batch is worked on all the same, or all of it comes again.
    let mut broken = changes.clone();
    broken[0]["dynamodb"]["NewImage"] = json!({ "type": { "S": "lead" } });
    let worker = start("keep-records", &endpoints).await;
    if let Ok(answer) = tell(&worker, batch(&broken)).await {
        assert!(answer["batchItemFailures"].is_array(), "{answer}");
    }
    assert_eq!(tell(&worker, batch(&changes)).await, Ok(nothing_failed()));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_tick_publishes_the_reviews_whose_hold_is_over(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let (database, endpoints) = database(backend).await;
    let at = now() - TimeDelta::days(3);
    let (inquiry, bulk) = (worked_on("tom-merchant", HANDLE, at), Bulk::new(database.table()));
    let merchant = Actor {
        id: "tom-merchant".parse().unwrap(),
        name: "Tom".to_owned(),
        role: Role::Merchant,
        org: None,
    };
    let written = Written {
        service: inquiry.form.service,
        quality: 5.try_into().unwrap(),
        communication: 4.try_into().unwrap(),
        text: "Good work.".into(),
    };
    let review = Review::write(&inquiry, written, &merchant, at).unwrap();
    bulk.partner_profiles(&[listed(NORRSKEN, &partner_form(HANDLE), at)]).await.unwrap();
    bulk.inquiries(&[inquiry]).await.unwrap();
    bulk.reviews(&[review]).await.unwrap();
    let shown = start("get-profile", &endpoints).await;
    let request = event("GET /api/v1/profiles/{handle}/reviews", &[HANDLE], None, None);
    assert_eq!(ask(&shown, &request).await.1["total"], 0);
    let worker = start("publish-reviews", &endpoints).await;
    for _ in 0..2 {
        assert_eq!(tell(&worker, TICK).await, Ok(Value::Null));
    }
    let (_, page) = ask(&shown, &request).await;
    assert_eq!((&page["total"], &page["items"][0]["text"]), (&json!(1), &json!("Good work.")), "{page}");
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_tick_tells_of_a_broken_promise_once(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let (database, endpoints) = database(backend).await;
    let lead = late_lead(&database).await;
    let worker = start("escalate-leads", &endpoints).await;
    for _ in 0..2 {
        assert_eq!(tell(&worker, TICK).await, Ok(Value::Null));
    }
    let lead = read_lead(&endpoints, &lead).await;
    let kinds: Vec<_> =
        lead["timeline"].as_array().unwrap().iter().map(|entry| entry["kind"].clone()).collect();
    assert_eq!(kinds.iter().filter(|kind| **kind == "escalated").count(), 1, "{kinds:?}");
}

/// A lead that was submitted two months ago, and that nobody answered.
async fn late_lead(database: &Database) -> String {
    use guildhall_contract::lead_form::read_lead_form;
    use guildhall_domain::ids::LeadId;
    use guildhall_domain::lead::{Lead, NewLead};
    let org: guildhall_domain::ids::OrgId = NORRSKEN.parse().unwrap();
    let member = Actor {
        id: "member".parse().unwrap(),
        name: "Somebody".to_owned(),
        role: Role::PartnerMember,
        org: Some(org.clone()),
    };
    let form = read_lead_form(plus("requested").as_object().unwrap()).unwrap();
    let id = LeadId::derive(&org, "late");
    let new = NewLead {
        id: id.clone(),
        org_name: "Norrsken AB".to_owned(),
        form,
        representative: None,
        contact: None,
    };
    let lead = Lead::submit(new, &member, now() - TimeDelta::days(60)).unwrap();
    Bulk::new(database.table()).leads(&[lead]).await.unwrap();
    id.to_string()
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_tick_on_a_monday_writes_the_summary_of_whoever_wants_one(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let (database, endpoints) = database(backend).await;
    let settings = start("my-settings", &endpoints).await;
    let wanted =
        event("PUT /api/v1/me/settings", &[], Some(OWNER), Some(&json!({ "language": "sv", "off": [] })));
    assert_eq!(ask(&settings, &with_header(wanted, "if-match", "\"0\"")).await.0, 200);
    late_lead(&database).await;
    let worker = start("write-digests", &endpoints).await;
    for _ in 0..2 {
        assert_eq!(tell(&worker, TICK).await, Ok(Value::Null));
    }
    let written = changes(&database, "send-mail").await;
    let digests =
        written.iter().filter(|change| change["dynamodb"]["NewImage"]["type"]["S"] == "digest").count();
    // The functions go by the machine's clock, which nobody moves.
    let expected = usize::from(chrono::Datelike::weekday(&now()) == chrono::Weekday::Mon);
    assert_eq!(digests, expected);
}

/// A function that answers requests lives on when its table is gone, and says that it will be back.
#[tokio::test(flavor = "multi_thread")]
async fn a_table_that_does_not_answer_is_a_503_with_the_time_to_come_back() {
    let function: Function = start("get-profile", &Endpoints::of_dynamodb("http://127.0.0.1:9")).await;
    let request = event("GET /api/v1/profiles/{handle}", &[HANDLE], None, None);
    for _ in 0..2 {
        let (status, problem) = ask(&function, &request).await;
        assert_eq!((status, &problem["code"]), (503, &json!("unavailable")));
    }
}

/// An event of the platform as EventBridge hands it over.
fn platform_event(detail: &Value) -> String {
    json!({
        "version": "0", "id": "5b1e2f6a-0a4c-4f0e-9d63-2f2f5a9f9c11", "detail-type": "Referral Event",
        "source": "guildhall.platform", "account": "123456789012", "time": "2026-11-21T09:00:05Z",
        "region": "eu-north-1", "resources": [], "detail": detail,
    })
    .to_string()
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn what_the_platform_tells_is_booked_once_and_what_waits_is_tried_by_the_schedule(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let (database, endpoints) = database(backend).await;
    let house = Organisation {
        id: NORRSKEN.parse().unwrap(),
        name: "Norrsken".to_owned(),
        since: now().date_naive(),
        standing: OrgStanding::Good,
        reason: None,
    };
    let members = Members::new(database.table());
    assert!(members.establish(&House::Organisation(house.id.clone()), Some(&house), &[]).await.unwrap());
    let lead = submit(&endpoints).await;
    let usd = |minor: i64| json!({ "minor": minor, "currency": "USD" });
    let paid = platform_event(&json!({
        "id": "evt-1", "type": "merchant_paid", "occurred_at": now().to_rfc3339(), "organisation": NORRSKEN,
        "referral": { "lead": lead }, "plan": "plus",
        "fees": { "base": usd(230_000), "billed": usd(230_000) },
    }));
    let worker = start("record-referral", &endpoints).await;
    for _ in 0..2 {
        assert_eq!(tell(&worker, paid.clone()).await, Ok(Value::Null));
        assert_eq!(tell(&worker, TICK).await, Ok(Value::Null));
    }
    let booked = async || {
        let accounts = Ledger::new(database.table()).accounts().await.unwrap();
        accounts.iter().map(|account| account.unpaid().unwrap().minor).sum::<i64>()
    };
    assert_eq!(booked().await, 0, "it waits for the award");

    let version = read_lead(&endpoints, &lead).await["version"].as_u64().unwrap();
    let award = json!({ "command": "award", "terms_checked": true, "deal_closed": true });
    let request = event("POST /api/v1/leads/{lead_id}/status", &[&lead], Some(MANAGER), Some(&award));
    let request = with_header(request, "if-match", &format!("\"{version}\""));
    let (status, moved) = ask(&start("update-status", &endpoints).await, &request).await;
    assert_eq!(status, 200, "{moved}");
    for _ in 0..2 {
        assert_eq!(tell(&worker, TICK).await, Ok(Value::Null));
        assert_eq!(tell(&worker, paid.clone()).await, Ok(Value::Null));
    }
    assert_eq!(booked().await, 46_000, "once");
    let unknown = paid.replace(NORRSKEN, "nobody-here");
    assert!(tell(&worker, unknown).await.is_err(), "it goes to the dead letters");
}
