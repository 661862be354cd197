//! The records of the Experts Marketplace, for people and for programs.

use chrono::{DateTime, Utc};
use guildhall_domain::marketplace::{
    Conversation, ConversationStatus, Customer, Job, JobStatus, Message, MessageVia, Party, Shop,
};
use guildhall_domain::migration::RunId;
use guildhall_store::{Marketplace, MerchantKey};
use guildhall_tests::Environment;
use serde_json::json;

use super::programs::program;
use crate::api::{NORRSKEN, SAIGONWEB};
use crate::support::Cases;

const JOBS: &str = "GET /api/v1/marketplace/jobs";
const JOB: &str = "GET /api/v1/marketplace/jobs/{job_id}";
const CONVERSATIONS: &str = "GET /api/v1/marketplace/conversations";
const CONVERSATION: &str = "GET /api/v1/marketplace/conversations/{conversation_id}";
const CUSTOMERS: &str = "GET /api/v1/marketplace/customers";
const OWN_JOBS: &str = "GET /api/v1/marketplace/own-jobs";
const OWN_JOB: &str = "GET /api/v1/marketplace/own-jobs/{own_job_id}";
const ASK: &str = "POST /api/v1/marketplace/jobs";
const PROGRAM_JOBS: &str = "GET /api/v1/partner/marketplace/jobs";
const PROGRAM_JOB: &str = "GET /api/v1/partner/marketplace/jobs/{job_id}";
const PROGRAM_CONVERSATIONS: &str = "GET /api/v1/partner/marketplace/conversations";
const PROGRAM_CONVERSATION: &str = "GET /api/v1/partner/marketplace/conversations/{conversation_id}";
const PROGRAM_CUSTOMERS: &str = "GET /api/v1/partner/marketplace/customers";

pub(super) const ROUTES: &[&str] = &[
    JOBS,
    JOB,
    CONVERSATIONS,
    CONVERSATION,
    CUSTOMERS,
    OWN_JOBS,
    OWN_JOB,
    ASK,
    PROGRAM_JOBS,
    PROGRAM_JOB,
    PROGRAM_CONVERSATIONS,
    PROGRAM_CONVERSATION,
    PROGRAM_CUSTOMERS,
];

pub(super) async fn run(cases: &Cases) {
    let app = &cases.app;
    // The functions' clock is the machine's, so merchants are let in for as long as it takes.
    let dates = json!({
        "review_from": "2023-09-01T00:00:00Z",
        "directory_from": "2023-10-01T00:00:00Z",
        "closed_from": "2099-12-01T00:00:00Z",
    });
    app.admin().put("/cutover", 0, &dates).await.expect(200);
    bring(cases).await;
    as_partner(cases).await;
    as_program(cases).await;
    as_merchant(cases).await;
}

/// What the functions hide merchants with, a test must hide them with.
async fn bring(cases: &Cases) {
    let secret = Environment::values().remove("secret:customers").expect("the secret");
    let merchants = MerchantKey::from_secret(secret.as_bytes());
    let records = Marketplace::new(cases.app.table());
    let at: DateTime<Utc> = "2023-06-01T00:00:00Z".parse().expect("a moment");
    let customer =
        Customer { name: "Ann Ashworth".into(), email: Some("ann@shop.example".into()), phone: None };
    let job = Job {
        id: "77".parse().expect("a name"),
        org: NORRSKEN.parse().expect("an organisation"),
        created_at: at,
        last_event_at: at,
        status: JobStatus::Opened,
        services: Vec::new(),
        requirements: Vec::new(),
        shop: Shop {
            id: "9".parse().expect("a name"),
            name: "Acme".to_owned(),
            domain: "acme.example".to_owned(),
        },
        customer: Some(customer.clone()),
        conversation: Some("c1".parse().expect("a name")),
        confirmed_completed: false,
        ends_at: None,
    };
    let message = Message {
        body: "Hello.".into(),
        file_urls: Vec::new(),
        sent_at: at,
        sent_by: Party::Merchant,
        sent_via: MessageVia::Email,
    };
    let conversation = Conversation {
        id: "c1".parse().expect("a name"),
        org: job.org.clone(),
        status: ConversationStatus::Active,
        has_unread: false,
        customer,
        messages: vec![message],
    };
    let run = RunId::from_chance(1);
    records.import_jobs(&merchants, run, &[job]).await.expect("jobs are written");
    records.import_conversations(run, &[conversation]).await.expect("conversations are written");
}

async fn as_partner(cases: &Cases) {
    let app = &cases.app;
    let others = || [app.user("merchant"), app.manager(), app.admin()];
    let jobs = cases.route(JOBS, &[], app.member()).wrong_query("statuses=PAUSED").await;
    let jobs = jobs.not_for(&others(), 403, "forbidden").await.answers(200).await.json();
    assert_eq!(jobs["items"][0]["id"], "77");
    let job = cases.route(JOB, &["77"], app.member()).not_for(&others(), 403, "forbidden").await;
    let job = job.not_for(&[app.partner(SAIGONWEB, "partner_owner")], 404, "not_found").await;
    let job = job.not_there("/marketplace/jobs/78").await.answers(200).await.json();
    assert_eq!(job["outlasts"], true);
    let talks = cases.route(CONVERSATIONS, &[], app.member()).wrong_query("limit=0").await;
    assert_eq!(talks.not_for(&others(), 403, "forbidden").await.answers(200).await.json()["total"], 1);
    let talk = cases.route(CONVERSATION, &["c1"], app.member()).not_for(&others(), 403, "forbidden").await;
    let talk = talk.not_for(&[app.partner(SAIGONWEB, "partner_owner")], 404, "not_found").await;
    let talk = talk.not_there("/marketplace/conversations/c2").await.answers(200).await.json();
    assert_eq!(talk["messages"][0]["body"], "Hello.");
    let customers = cases.route(CUSTOMERS, &[], app.member()).wrong_query("sort=shop").await;
    let customers = customers.not_for(&others(), 403, "forbidden").await.answers(200).await.json();
    assert_eq!(customers["items"][0]["open_jobs"], 1);
}

async fn as_program(cases: &Cases) {
    let reader = program(cases, NORRSKEN, &["records:read"]).await;
    let (writer, stranger) = (
        program(cases, NORRSKEN, &["leads:write"]).await,
        program(cases, SAIGONWEB, &["records:read"]).await,
    );
    let same = |user: &crate::api::User<'_>| cases.app.bearer(user.token());
    for route in [PROGRAM_JOBS, PROGRAM_CONVERSATIONS, PROGRAM_CUSTOMERS] {
        let asked = cases.route(route, &[], same(&reader)).wrong_query("limit=1000").await;
        let asked = asked.not_for(&[same(&writer)], 403, "scope_missing").await;
        assert_eq!(asked.answers(200).await.json()["total"], 1);
    }
    for (route, id) in [(PROGRAM_JOB, "77"), (PROGRAM_CONVERSATION, "c1")] {
        let asked = cases.route(route, &[id], same(&reader));
        let asked = asked.not_for(&[same(&writer)], 403, "scope_missing").await;
        assert_eq!(
            asked.not_for(&[same(&stranger)], 404, "not_found").await.answers(200).await.json()["id"],
            id
        );
    }
}

async fn as_merchant(cases: &Cases) {
    let app = &cases.app;
    let ann = || app.with_claims("merchant", &json!({ "sub": "m-ann", "email": "Ann@shop.example" }));
    let jobs = cases.route(OWN_JOBS, &[], ann()).wrong_query("q=acme").await;
    let jobs = jobs.not_for(&[app.owner(), app.manager()], 403, "forbidden").await.answers(200).await.json();
    let id = jobs["items"][0]["id"].as_str().expect("an id").to_owned();
    let job = cases.route(OWN_JOB, &[&id], ann()).not_for(&[app.user("merchant")], 404, "not_found").await;
    let job = job.not_there(&format!("/marketplace/own-jobs/{SAIGONWEB}.77")).await;
    assert_eq!(job.answers(200).await.json()["messages"][0]["body"], "Hello.");
    let gone = cases.route(ASK, &[], app.anonymous()).public().answers(410).await.json();
    assert_eq!((&gone["code"], &gone["instead"]), (&json!("marketplace_closed"), &json!("/directory")));
}
