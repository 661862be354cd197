//! The records of the Experts Marketplace: partners read theirs for good, merchants their own jobs until it is closed.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use guildhall_domain::marketplace::{
    Conversation, ConversationStatus, Customer, Job, JobStatus, Message, MessageVia, Party, Requested,
    Requirement, Shop,
};
use guildhall_domain::migration::RunId;
use guildhall_store::{Imported, Marketplace};
use reqwest::Method;
use reqwest::redirect::Policy;
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::{App, NORRSKEN, SAIGONWEB, User, listed, now, partner_form};

const ANNA: &str = "anna@garn.example";

fn day(number: i64) -> DateTime<Utc> {
    "2023-01-01T00:00:00Z".parse::<DateTime<Utc>>().unwrap() + TimeDelta::days(number)
}

fn customer(name: &str, email: &str) -> Customer {
    Customer { name: name.into(), email: Some(email.into()), phone: None }
}

/// A job that was asked for on a day of 2023.
fn job(org: &str, id: &str, number: i64) -> Job {
    Job {
        id: id.parse().unwrap(),
        org: org.parse().unwrap(),
        created_at: day(number),
        last_event_at: day(number + 5),
        status: JobStatus::Responded,
        services: vec![Requested { handle: "theme-design".to_owned(), name: "Theme design".to_owned() }],
        requirements: vec![Requirement { question: "What?".to_owned(), responses: vec!["A shop.".into()] }],
        shop: Shop {
            id: "77".parse().unwrap(),
            name: "Garn".to_owned(),
            domain: "garn.myshopify.com".to_owned(),
        },
        customer: Some(customer("Anna Berg", ANNA)),
        conversation: None,
        confirmed_completed: false,
        ends_at: None,
    }
}

fn talk(org: &str, id: &str, with: Customer) -> Conversation {
    let message = |body: &str, at, sent_by| Message {
        body: body.into(),
        file_urls: Vec::new(),
        sent_at: at,
        sent_by,
        sent_via: MessageVia::Dashboard,
    };
    Conversation {
        id: id.parse().unwrap(),
        org: org.parse().unwrap(),
        status: ConversationStatus::Active,
        has_unread: false,
        customer: with,
        messages: vec![message("Can you?", day(1), Party::Merchant), message("Yes.", day(2), Party::Partner)],
    }
}

async fn bring(app: &App, jobs: &[Job]) {
    let records = Marketplace::new(app.table());
    let run = RunId::from_chance(1);
    for jobs in jobs.chunks(200) {
        let told = records.import_jobs(app.running.merchants(), run, jobs).await.unwrap();
        assert!(told.iter().all(|told| *told == Imported::Added));
    }
}

async fn bring_talk(app: &App, talk: Conversation) {
    Marketplace::new(app.table()).import_conversations(RunId::from_chance(1), &[talk]).await.unwrap();
}

fn set(app: &App, moment: &str) {
    app.running.clock().set(moment.parse::<DateTime<Utc>>().unwrap()).unwrap();
}

fn ids(page: &Value) -> Vec<String> {
    page["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect()
}

/// A merchant whose address the sign-in has verified.
fn merchant<'a>(app: &'a App, email: &str) -> User<'a> {
    app.with_claims("merchant", &json!({ "sub": format!("m-{}", email.len()), "email": email }))
}

#[tokio::test]
async fn scenario_18_a_thousand_jobs_come_once_each_though_one_is_added_meanwhile() {
    let app = App::start().await;
    // Ten on each day, so that most of them tie.
    let all: Vec<_> = (0..1000).map(|number| job(NORRSKEN, &format!("j{number:04}"), number / 10)).collect();
    bring(&app, &all).await;
    let owner = app.owner();
    let (mut seen, mut pages, mut cursor) = (Vec::new(), 0, String::new());
    loop {
        let page = owner.get(&format!("/marketplace/jobs?limit=50&cursor={cursor}")).await.expect(200);
        seen.extend(ids(&page));
        pages += 1;
        if pages == 7 {
            // In the middle of those of a day whose first half is read already.
            bring(&app, &[job(NORRSKEN, "j0650a", 65)]).await;
        }
        let Some(next) = page["next"].as_str() else { break };
        cursor = next.to_owned();
    }
    let distinct: BTreeSet<_> = seen.iter().cloned().collect();
    assert_eq!(distinct.len(), seen.len(), "none comes twice");
    let missing: Vec<_> = all.iter().filter(|job| !distinct.contains(job.id.as_str())).collect();
    assert!(missing.is_empty(), "{} are lost", missing.len());
    assert!(pages >= 20);
}

#[rstest]
#[case("", &["a", "b", "c", "d"])]
#[case("statuses=NEW", &["a"])]
#[case("statuses=NEW,COMPLETED", &["a", "c"])]
#[case("statuses=EXPIRED", &[])]
#[case("shop_id=77", &["a", "b", "d"])]
#[case("shop_id=gid://partners/Shop/78", &["c"])]
#[case("created_at_min=2023-01-11T00:00:00Z", &["b", "c", "d"])]
#[case("created_at_min=2023-01-11T00:00:01Z", &["c", "d"])]
#[case("created_at_max=2023-01-21T00:00:00Z", &["a", "b", "c"])]
#[case("created_at_max=2023-01-20T23:59:59Z", &["a", "b"])]
#[case("last_event_at_min=2023-01-26T00:00:00Z", &["c", "d"])]
#[case("last_event_at_max=2023-01-26T00:00:00Z", &["a", "b", "c"])]
#[case("last_event_at_min=2023-01-07T00:00:00Z&created_at_max=2023-01-21T00:00:00Z&shop_id=77", &["b"])]
#[case("q=ANNA+garn", &["a", "b", "d"])]
#[case("q=olle%40", &["c"])]
#[case("q=nothing", &[])]
#[tokio::test]
async fn each_filter_narrows_to_what_it_says(#[case] query: &str, #[case] expected: &[&str]) {
    let app = App::start().await;
    let mut jobs =
        [job(NORRSKEN, "a", 0), job(NORRSKEN, "b", 10), job(NORRSKEN, "c", 20), job(NORRSKEN, "d", 30)];
    jobs[0].status = JobStatus::New;
    jobs[2].status = JobStatus::Completed;
    jobs[2].shop =
        Shop { id: "78".parse().unwrap(), name: "Skor".to_owned(), domain: "skor.myshopify.com".to_owned() };
    jobs[2].customer = Some(customer("Olle", "olle@skor.example"));
    bring(&app, &jobs).await;
    let page = app
        .owner()
        .get(&format!("/marketplace/jobs?{query}&sort=created_at&direction=asc"))
        .await
        .expect(200);
    assert_eq!(ids(&page), expected);
    assert_eq!(page["total"], expected.len());
    let shops: Vec<_> = page["shops"].as_array().unwrap().iter().map(|shop| &shop["name"]).collect();
    assert_eq!(shops, ["Garn", "Skor"]);
}

#[tokio::test]
async fn records_are_their_partners_alone_and_say_that_they_are_deprecated() {
    let app = App::start().await;
    let mut first = job(NORRSKEN, "1", 0);
    first.conversation = Some("c1".parse().unwrap());
    bring(&app, &[first]).await;
    bring_talk(&app, talk(NORRSKEN, "c1", customer("Anna B.", ANNA))).await;
    let viewer = app.user("partner_viewer");
    let details = viewer.get("/marketplace/jobs/1").await.expect(200);
    assert_eq!(
        (&details["requirements"][0]["responses"][0], &details["outlasts"]),
        (&json!("A shop."), &json!(true))
    );
    let conversation = viewer.get("/marketplace/conversations/c1").await.expect(200);
    assert_eq!(
        (&conversation["messages"][1]["body"], &conversation["message_count"]),
        (&json!("Yes."), &json!(2))
    );
    let conversations = viewer.get("/marketplace/conversations?statuses=ACTIVE&q=anna").await.expect(200);
    assert_eq!(ids(&conversations), ["c1"]);
    let customers = viewer.get("/marketplace/customers?q=berg").await.expect(200);
    let known = &customers["items"][0];
    assert_eq!(
        (&known["jobs"], &known["open_jobs"], &known["newest_job"]),
        (&json!(1), &json!(1), &json!("1"))
    );

    let paths = ["jobs", "jobs/1", "conversations", "conversations/c1", "customers"];
    for path in paths {
        let request = viewer.request(Method::GET, &format!("/marketplace/{path}"));
        let answer = request.send().await.unwrap();
        assert_eq!(answer.headers()["deprecation"], "@1696118400", "{path}");
        assert_eq!(answer.headers()["sunset"], "Fri, 01 Dec 2023 00:00:00 GMT", "{path}");
        let link = answer.headers()["link"].to_str().unwrap();
        assert!(link.starts_with("</directory/moving>; rel=\"deprecation\""), "{link}");
        for other in [app.user("merchant"), app.manager(), app.admin()] {
            other.get(&format!("/marketplace/{path}")).await.problem(403, "forbidden");
        }
        app.anonymous().get(&format!("/marketplace/{path}")).await.expect(401);
    }
    let stranger = app.partner(SAIGONWEB, "partner_owner");
    for path in ["jobs/1", "conversations/c1"] {
        let foreign = stranger.get(&format!("/marketplace/{path}")).await;
        let missing = viewer.get(&format!("/marketplace/{path}0")).await;
        assert_eq!((foreign.status, foreign.without_request_id()), (404, missing.without_request_id()));
    }
    for path in ["jobs", "conversations", "customers"] {
        assert_eq!(stranger.get(&format!("/marketplace/{path}")).await.expect(200)["total"], 0);
    }
    // A cursor is good for its own list and reader.
    bring(&app, &[job(NORRSKEN, "2", 1)]).await;
    let next = viewer.get("/marketplace/jobs?limit=1").await.expect(200)["next"].as_str().unwrap().to_owned();
    stranger.get(&format!("/marketplace/jobs?limit=1&cursor={next}")).await.problem(400, "invalid_cursor");
    let elsewhere = format!("/marketplace/jobs?limit=1&statuses=NEW&cursor={next}");
    viewer.get(&elsewhere).await.problem(400, "invalid_cursor");
    let wrong = viewer.get("/marketplace/jobs?statuses=PAUSED").await.problem(400, "invalid_query");
    assert_eq!(wrong["errors"][0]["parameter"], "statuses");
}

#[tokio::test]
async fn a_merchant_reads_the_own_jobs_wherever_they_are_until_the_marketplace_is_closed() {
    let app = App::start().await;
    set(&app, "2023-11-30T23:59:50Z");
    app.bulk().partner_profiles(&[listed(NORRSKEN, &partner_form("almgren"), now())]).await.unwrap();
    let mut jobs = vec![job(NORRSKEN, "1", 0), job(SAIGONWEB, "2", 1), job(NORRSKEN, "3", 2)];
    jobs[0].customer = Some(customer("Anna Berg", "Anna@Garn.example"));
    jobs[0].conversation = Some("c1".parse().unwrap());
    jobs[1].conversation = Some("c2".parse().unwrap());
    jobs[2].customer = Some(customer("Joanna", "joanna@garn.example"));
    bring(&app, &jobs).await;
    bring_talk(&app, talk(NORRSKEN, "c1", customer("Anna Berg", ANNA))).await;
    bring_talk(&app, talk(SAIGONWEB, "c2", customer("Somebody", "else@garn.example"))).await;

    let anna = merchant(&app, ANNA);
    let page = anna.get("/marketplace/own-jobs").await.expect(200);
    assert_eq!(ids(&page), [format!("{SAIGONWEB}.2"), format!("{NORRSKEN}.1")]);
    assert_eq!(page["items"][1]["partner"]["handle"], "almgren");
    assert_eq!(page["items"][0]["partner"]["handle"], json!(null));
    assert_eq!(page["closes_at"], "2023-12-01T00:00:00Z");
    let first = anna.get("/marketplace/own-jobs?limit=1").await.expect(200);
    let next = first["next"].as_str().unwrap();
    let second = anna.get(&format!("/marketplace/own-jobs?limit=1&cursor={next}")).await.expect(200);
    assert_eq!(ids(&second), [format!("{NORRSKEN}.1")]);

    let own = format!("/marketplace/own-jobs/{NORRSKEN}.1");
    let details = anna.get(&own).await.expect(200);
    assert_eq!(
        (&details["messages"][0]["body"], &details["requirements"][0]["question"]),
        (&json!("Can you?"), &json!("What?"))
    );
    let other = anna.get(&format!("/marketplace/own-jobs/{SAIGONWEB}.2")).await.expect(200);
    assert_eq!(other["messages"], json!([]), "what was written with somebody else is not theirs");

    // Whoever is not the merchant of a job learns nothing of it.
    let missing = anna.get(&format!("/marketplace/own-jobs/{NORRSKEN}.9")).await;
    assert_eq!(missing.status, 404);
    let nobody = app.with_claims("merchant", &json!({ "sub": "m-none", "email": null }));
    // An accent makes another address, which somebody else may have.
    let almost = merchant(&app, "anna@gärn.example");
    for (user, path) in [
        (&almost, own.clone()),
        (&anna, format!("/marketplace/own-jobs/{NORRSKEN}.3")),
        (&merchant(&app, "olle@garn.example"), own.clone()),
        (&nobody, own.clone()),
        (&anna, "/marketplace/own-jobs/nonsense".to_owned()),
    ] {
        assert_eq!(user.get(&path).await.without_request_id(), missing.without_request_id());
    }
    for user in [&nobody, &almost] {
        assert_eq!(user.get("/marketplace/own-jobs").await.expect(200)["total"], 0);
    }
    app.owner().get("/marketplace/own-jobs").await.problem(403, "forbidden");

    set(&app, "2023-12-01T00:00:00Z");
    for path in ["/marketplace/own-jobs", &own, "/marketplace/own-jobs/nonsense"] {
        for user in [&anna, &nobody, &app.owner()] {
            let gone = user.get(path).await.problem(410, "marketplace_closed");
            assert_eq!(gone["instead"], "/directory");
        }
    }
    // Partners keep what is theirs, without an end.
    assert_eq!(app.owner().get("/marketplace/jobs").await.expect(200)["total"], 2);
}

#[rstest]
#[case("2023-08-31T23:59:59Z", 307, 200)]
#[case("2023-09-30T23:59:59Z", 307, 200)]
#[case("2023-10-01T00:00:00Z", 410, 200)]
#[case("2023-11-30T23:59:59Z", 410, 200)]
#[case("2023-12-01T00:00:00Z", 410, 410)]
#[tokio::test]
async fn new_jobs_end_when_the_directory_opens_and_existing_ones_when_the_marketplace_closes(
    #[case] moment: &str,
    #[case] new: u16,
    #[case] existing: u16,
) {
    let app = App::start().await;
    set(&app, moment);
    let client = reqwest::Client::builder().redirect(Policy::none()).build().unwrap();
    let asked =
        client.post(format!("{}/api/v1/marketplace/jobs", app.running.base_url())).send().await.unwrap();
    assert_eq!(asked.status().as_u16(), new);
    if new == 307 {
        assert_eq!(asked.headers()["location"], "https://experts.example/experts");
        assert_eq!(asked.headers()["cache-control"], "no-store");
    } else {
        let problem: Value = serde_json::from_str(&asked.text().await.unwrap()).unwrap();
        assert_eq!(
            (&problem["code"], &problem["instead"]),
            (&json!("marketplace_closed"), &json!("/directory"))
        );
    }
    assert_eq!(merchant(&app, ANNA).get("/marketplace/own-jobs").await.status, existing);
    app.owner().get("/marketplace/jobs").await.expect(200);
}
