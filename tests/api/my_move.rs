//! A partner's move from the marketplace: what there is to do, and how far it is.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use guildhall_domain::marketplace::{Customer, Job, JobStatus, Requested, Shop};
use guildhall_domain::migration::{FieldReport, MigratedField, MigratedProfile, Outcome, RunId};
use guildhall_store::{Imported, Marketplace, MigratedPut, Moves};
use serde_json::{Value, json};

use crate::support::{App, NORRSKEN, SAIGONWEB, User, partner_form};

const MOVE: &str = "/move";
const CUSTOMERS: &str = "/move/customers";
const TOOLS: &str = "/move/tools";
const ACTIONS: &str = "/move/actions";

/// The last second before merchants lose their access, and the first one after.
const TOO_EARLY: &str = "2023-11-30T23:59:59Z";
const LATE: &str = "2023-12-01T00:00:00Z";

fn job(id: &str, shop: &str, status: JobStatus, ends_at: Option<&str>) -> Job {
    let at: DateTime<Utc> = "2023-08-01T00:00:00Z".parse().unwrap();
    Job {
        id: id.parse().unwrap(),
        org: NORRSKEN.parse().unwrap(),
        created_at: at,
        last_event_at: at,
        status,
        services: vec![Requested { handle: "theme".to_owned(), name: "Theme design".to_owned() }],
        requirements: Vec::new(),
        shop: Shop {
            id: shop.parse().unwrap(),
            name: format!("Shop {shop}"),
            domain: format!("{shop}.myshopify.com"),
        },
        customer: Some(Customer {
            name: format!("Anna of {shop}").as_str().into(),
            email: Some(format!("anna@{shop}.example").as_str().into()),
            phone: None,
        }),
        conversation: None,
        confirmed_completed: false,
        ends_at: ends_at.map(|end| end.parse().unwrap()),
    }
}

async fn bring(app: &App, jobs: &[Job]) {
    let records = Marketplace::new(app.table());
    let told = records.import_jobs(app.running.merchants(), RunId::from_chance(1), jobs).await.unwrap();
    assert!(told.iter().all(|told| *told == Imported::Added));
}

async fn migrate(app: &App) {
    let migrated = MigratedProfile {
        org: NORRSKEN.parse().unwrap(),
        run: RunId::from_chance(1).to_string(),
        at: "2023-09-01T06:00:00Z".parse().unwrap(),
        source: "1".to_owned(),
        report: FieldReport::of(|field| match field {
            MigratedField::ContactPhone => Outcome::Modified { old: "090".into(), new: "+4690".into() },
            MigratedField::Level => Outcome::Removed { old: "Gold".into() },
            _ => Outcome::Kept,
        }),
        reviewed: BTreeMap::new(),
        version: 1,
    };
    assert_eq!(Moves::new(app.table()).put_migrated(&migrated).await.unwrap(), MigratedPut::Done);
}

/// Where each task stands.
fn states(moving: &Value) -> Vec<&str> {
    moving["tasks"].as_array().unwrap().iter().map(|task| task["state"].as_str().unwrap()).collect()
}

fn shops(page: &Value) -> Vec<&str> {
    page["items"].as_array().unwrap().iter().map(|item| item["shop"].as_str().unwrap()).collect()
}

async fn act(user: &User<'_>, action: &Value) -> crate::support::Reply {
    user.send(user.request(reqwest::Method::POST, ACTIONS).json(action)).await
}

fn contacted(shop: &str, contacted: bool) -> Value {
    json!({ "command": "mark_contacted", "shop": shop, "contacted": contacted })
}

fn review(field: MigratedField) -> Value {
    json!({ "command": "review_field", "field": field.code() })
}

#[tokio::test]
async fn a_partner_who_brought_nothing_has_tools_to_choose_and_nothing_else() {
    let app = App::start().await;
    let moving = app.member().get(MOVE).await.expect(200);
    assert_eq!(states(&moving), ["not_needed", "to_do", "not_needed", "not_needed"]);
    assert_eq!(moving["dates"]["closed_from"], LATE);
    assert_eq!(
        (&moving["profile"], &moving["jobs"], &moving["currency"]),
        (&json!(null), &json!(0), &json!("USD"))
    );
    assert_eq!(app.member().get(CUSTOMERS).await.expect(200)["items"], json!([]));
    for role in ["merchant", "rep", "program_admin"] {
        app.user(role).get(MOVE).await.problem(403, "forbidden");
    }
}

#[tokio::test]
async fn exactly_the_customers_whose_jobs_go_on_are_there_and_each_is_ticked_and_unticked() {
    let app = App::start().await;
    let jobs = [
        job("1", "lindgren", JobStatus::Responded, Some(LATE)),
        job("2", "lindgren", JobStatus::Opened, None),
        job("3", "huong", JobStatus::AwaitingResponse, None),
        job("4", "done", JobStatus::Completed, None),
        job("5", "early", JobStatus::New, Some(TOO_EARLY)),
        job("6", "later", JobStatus::New, Some("2024-01-31T00:00:00Z")),
    ];
    bring(&app, &jobs).await;
    let member = app.member();
    let page = member.get(CUSTOMERS).await.expect(200);
    assert_eq!(shops(&page), ["lindgren", "later", "huong"], "who ends first comes first, unknown ends last");
    let first = &page["items"][0];
    assert_eq!((&first["email"], &first["total"]), (&json!("anna@lindgren.example"), &json!(2)));
    let mut paged = Vec::new();
    let mut address = format!("{CUSTOMERS}?limit=1&sort=shop&direction=desc");
    loop {
        let page = member.get(&address).await.expect(200);
        paged.extend(shops(&page).into_iter().map(str::to_owned));
        let Some(next) = page["next"].as_str() else { break };
        address = format!("{CUSTOMERS}?limit=1&sort=shop&direction=desc&cursor={next}");
    }
    assert_eq!(paged, ["lindgren", "later", "huong"]);

    let moving = act(&member, &contacted("huong", true)).await.expect(200);
    assert_eq!((states(&moving)[2], &moving["customers"]), ("begun", &json!({ "all": 3, "done": 1 })));
    act(&app.owner(), &contacted("huong", true)).await.expect(200);
    let ticked = &member.get(CUSTOMERS).await.expect(200)["items"][2]["contacted"];
    assert_eq!(ticked["by"]["role"], "partner_member", "the first tick stands");
    for shop in ["lindgren", "later"] {
        act(&member, &contacted(shop, true)).await.expect(200);
    }
    assert_eq!(states(&member.get(MOVE).await.expect(200))[2], "done");
    let moving = act(&member, &contacted("later", false)).await.expect(200);
    assert_eq!(moving["customers"]["done"], 2);

    for shop in ["early", "done", "nobody"] {
        act(&member, &contacted(shop, true)).await.problem(404, "not_found");
    }
    let stranger = app.partner(SAIGONWEB, "partner_member");
    act(&stranger, &contacted("huong", true)).await.problem(404, "not_found");
    assert_eq!(stranger.get(CUSTOMERS).await.expect(200)["total"], 0);
    act(&app.user("partner_viewer"), &contacted("huong", false)).await.problem(403, "forbidden");
    let suspended = app.with_claims("partner_owner", &json!({ "guildhall_org_standing": "suspended" }));
    act(&suspended, &contacted("huong", false)).await.problem(403, "organisation_suspended");
}

#[tokio::test]
async fn tools_are_noted_over_the_revision_that_was_seen() {
    let app = App::start().await;
    let (member, owner) = (app.member(), app.owner());
    let one = json!({ "communication": "E-mail and phone", "invoicing": null });
    let saved = member.put(TOOLS, 0, &one).await;
    assert_eq!(saved.etag.as_deref(), Some("\"1\""));
    assert_eq!(states(&owner.get(MOVE).await.expect(200))[1], "begun");
    let both = json!({ "communication": "E-mail and phone", "invoicing": "Fortnox" });
    let refused = owner.put(TOOLS, 0, &both).await.problem(409, "version_conflict");
    assert_eq!(
        (&refused["current_state"]["kind"], &refused["current_state"]["version"]),
        (&json!("tools"), &json!(1))
    );
    // A tick beside them is no change of the tools.
    act(&owner, &json!({ "command": "mark_downloaded", "downloaded": true })).await.expect(200);
    owner.put(TOOLS, 1, &both).await.expect(200);
    owner.put(TOOLS, 1, &both).await.expect(200);
    let moving = member.get(MOVE).await.expect(200);
    assert_eq!((&moving["tools"]["version"], states(&moving)[1]), (&json!(2), "done"));
    assert_eq!(states(&moving)[3], "done");
    let moving = act(&owner, &json!({ "command": "mark_downloaded", "downloaded": false })).await.expect(200);
    assert_eq!(moving["downloaded"], json!(null));
    app.user("partner_viewer").put(TOOLS, 2, &both).await.problem(403, "forbidden");
    let long = json!({ "communication": "x".repeat(201) });
    owner.put(TOOLS, 2, &long).await.problem(422, "invalid_fields");
    assert_eq!(app.partner(SAIGONWEB, "partner_owner").get(MOVE).await.expect(200)["tools"]["version"], 0);
}

#[tokio::test]
async fn an_edit_reviews_what_it_changes_and_all_five_fields_make_100_percent() {
    let app = App::start().await;
    let owner = app.owner();
    act(&owner, &review(MigratedField::Social)).await.problem(404, "not_found");
    let form = partner_form("tallbacken");
    let seen = owner.save_profile(0, &form).await.version();
    migrate(&app).await;
    let moving = owner.get(MOVE).await.expect(200);
    assert_eq!((&moving["profile"]["percent"], states(&moving)[0]), (&json!(0), "to_do"));
    assert_eq!(moving["profile"]["report"].as_array().unwrap().len(), MigratedField::ALL.len());

    let mut edited = form.clone();
    edited["tagline"] = json!("Nothing to review.");
    let seen = owner.save_profile(seen, &edited).await.version();
    assert_eq!(owner.get(MOVE).await.expect(200)["profile"]["percent"], 0);
    edited["contact_phone"] = json!("+46 90 555 01 99");
    edited["contact_email"] = json!("new@tallbacken.example");
    owner.save_profile(seen, &edited).await.expect(200);
    let moving = owner.get(MOVE).await.expect(200);
    assert_eq!((&moving["profile"]["percent"], states(&moving)[0]), (&json!(40), "begun"));

    act(&app.member(), &review(MigratedField::Social)).await.problem(403, "forbidden");
    act(&owner, &json!({ "command": "review_field", "field": "bio" })).await.problem(422, "invalid_fields");
    let left = [MigratedField::AdditionalLocations, MigratedField::Services, MigratedField::Social];
    let (first, second) = (review(left[0]), review(left[1]));
    let (one, two) = tokio::join!(act(&owner, &first), act(&owner, &second));
    assert_eq!((one.status, two.status), (200, 200), "both at once: {} {}", one.text, two.text);
    assert_eq!(owner.get(MOVE).await.expect(200)["profile"]["percent"], 80);
    let moving = act(&owner, &review(left[2])).await.expect(200);
    assert_eq!((&moving["profile"]["percent"], states(&moving)[0]), (&json!(100), "done"));
    assert_eq!(moving["currency"], form["services"][0]["price"]["from"]["currency"]);
}

#[tokio::test]
async fn the_pages_that_explain_the_move_are_there_in_every_language() {
    let app = App::start().await;
    for (path, said) in [
        ("/directory/moving", "30 November 2023"),
        ("/sv/directory/moving", "30 november 2023"),
        ("/vi/directory/moving", "30 tháng 11, 2023"),
        ("/directory/about-profiles", "Services offered"),
        ("/vi/directory/about-profiles", "Dịch vụ cung cấp"),
    ] {
        let page = published(&app, path).await;
        assert!(page.contains(said), "{path}: {page}");
    }
}

/// A page, once it is published: a file, and not the application in its place.
async fn published(app: &App, path: &str) -> String {
    for _ in 0..100 {
        let page = app.client.get(format!("{}{path}", app.running.base_url())).send().await.unwrap();
        if page.status() == 200 {
            return page.text().await.unwrap();
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    panic!("{path} is not there");
}
