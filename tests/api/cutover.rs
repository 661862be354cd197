//! The dates of the move from the Experts Marketplace: who changes them, and what holds by them, to the second.

use chrono::{DateTime, Utc};
use guildhall_domain::cutover::{Behaviour, Phase};
use reqwest::redirect::Policy;
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::{App, listed, now, partner_form};

const CUTOVER: &str = "/cutover";
const LISTED: &str = "almgren";

fn announced() -> Value {
    json!({
        "review_from": "2023-09-01T00:00:00Z",
        "directory_from": "2023-10-01T00:00:00Z",
        "closed_from": "2023-12-01T00:00:00Z",
    })
}

/// Puts the clock to a moment, from which it goes on.
fn put_clock(app: &App, moment: &str) {
    app.running.clock().set(moment.parse::<DateTime<Utc>>().unwrap()).unwrap();
}

/// A system at a moment, in which somebody is listed.
async fn at(moment: &str) -> App {
    let app = App::start().await;
    put_clock(&app, moment);
    app.bulk().partner_profiles(&[listed(LISTED, &partner_form(LISTED), now())]).await.unwrap();
    app
}

/// Where an address of the site leads.
async fn led(app: &App, path: &str) -> (u16, String, String) {
    let client = reqwest::Client::builder().redirect(Policy::none()).build().unwrap();
    let answer = client.get(format!("{}{path}", app.running.base_url())).send().await.unwrap();
    let header = |name: &str| answer.headers()[name].to_str().unwrap().to_owned();
    (answer.status().as_u16(), header("location"), header("cache-control"))
}

/// Whether anybody sees the directory at a moment. The clock goes on, so it is put there before each question.
async fn is_open(app: &App, moment: &str) -> bool {
    let asked =
        ["/directory", "/profiles/almgren", "/profiles/almgren/reviews", "/profiles/almgren/inquiry-form"];
    let mut open = Vec::new();
    for path in asked {
        put_clock(app, moment);
        let reply = app.anonymous().get(path).await;
        if reply.status == 200 {
            open.push(true);
            continue;
        }
        reply.problem(404, "directory_not_open");
        put_clock(app, moment);
        let unknown = app.anonymous().get(&path.replace(LISTED, "nobody")).await;
        assert_eq!(
            unknown.without_request_id(),
            reply.without_request_id(),
            "{path}: nobody learns who will be listed"
        );
        open.push(false);
    }
    assert!(open.iter().all(|one| *one == open[0]), "all of it or nothing: {open:?}");
    open[0]
}

#[rstest]
#[case("2023-08-31T23:59:59Z", Phase::Marketplace)]
#[case("2023-09-01T00:00:00Z", Phase::Review)]
#[case("2023-09-30T23:59:58Z", Phase::Review)]
#[case("2023-09-30T23:59:59Z", Phase::Review)]
#[case("2023-10-01T00:00:00Z", Phase::Directory)]
#[case("2023-10-01T00:00:01Z", Phase::Directory)]
#[case("2023-11-30T23:59:58Z", Phase::Directory)]
#[case("2023-11-30T23:59:59Z", Phase::Directory)]
#[case("2023-12-01T00:00:00Z", Phase::Closed)]
#[case("2023-12-01T00:00:01Z", Phase::Closed)]
#[tokio::test]
async fn scenario_16_each_row_of_the_table_holds_to_the_second(#[case] moment: &str, #[case] phase: Phase) {
    let app = at(moment).await;
    let expected = Behaviour::of(phase);
    put_clock(&app, moment);
    let said = app.anonymous().get(CUTOVER).await.expect(200);
    assert_eq!(said["phase"], phase.code(), "at {}", said["now"]);
    let behaviour = &said["behaviour"];
    assert_eq!(behaviour["new_jobs"], expected.new_jobs);
    assert_eq!(behaviour["messages"], expected.messages);
    assert_eq!(behaviour["fee_percent"], expected.fee_percent);
    assert_eq!(behaviour["records"], expected.records);
    assert_eq!(behaviour["lead_form"], expected.lead_form);

    let opened = phase >= Phase::Directory;
    assert_eq!(is_open(&app, moment).await, opened);
    let place = match opened {
        true => "/directory/almgren",
        false => "https://experts.example/experts/almgren",
    };
    put_clock(&app, moment);
    assert_eq!(led(&app, "/experts/almgren").await, (302, place.to_owned(), "no-store".to_owned()));

    // The marketplace takes new jobs until then, and says where to go from then on.
    put_clock(&app, moment);
    let asked = app.anonymous().post("/marketplace/jobs", &json!({})).await;
    match expected.new_jobs {
        true => assert_eq!((asked.status, opened), (307, false)),
        false => drop(asked.problem(410, "marketplace_closed")),
    }
    // Merchants see the jobs that they have until the end, partners their records without one.
    put_clock(&app, moment);
    let own = app.user("merchant").get("/marketplace/own-jobs").await;
    match phase {
        Phase::Closed => drop(own.problem(410, "marketplace_closed")),
        Phase::Marketplace | Phase::Review | Phase::Directory => drop(own.expect(200)),
    }
    app.user("partner_owner").get("/marketplace/jobs").await.expect(200);

    // Partners edit from when on profiles are moved over.
    put_clock(&app, moment);
    let saved = app.user("partner_owner").put("/profile", 0, &partner_form("norrsken")).await;
    match phase {
        Phase::Marketplace => drop(saved.problem(409, "not_now")),
        Phase::Review | Phase::Directory | Phase::Closed => drop(saved.expect(200)),
    }
}

#[tokio::test]
async fn only_an_administrator_changes_the_dates_and_whoever_was_slower_sees_them() {
    let app = at("2023-08-01T12:00:00Z").await;
    let said = app.anonymous().get(CUTOVER).await;
    assert_eq!(said.etag.as_deref(), Some("\"0\""));
    let said = said.expect(200);
    assert_eq!(said["dates"], announced());
    assert_eq!(said["next"], json!({ "date": "review_from", "at": "2023-09-01T00:00:00Z" }));
    for role in ["merchant", "partner_viewer", "partner_member", "partner_owner", "rep", "sales_manager"] {
        app.user(role).put(CUTOVER, 0, &announced()).await.problem(403, "forbidden");
    }
    app.anonymous().put(CUTOVER, 0, &announced()).await.expect(401);

    let admin = app.user("program_admin");
    let mut later = announced();
    later["directory_from"] = json!("2023-10-15T02:00:00+02:00");
    let saved = admin.put(CUTOVER, 0, &later).await;
    assert_eq!(saved.etag.as_deref(), Some("\"1\""));
    assert_eq!(saved.expect(200)["dates"]["directory_from"], "2023-10-15T00:00:00Z");
    assert_eq!(admin.put(CUTOVER, 0, &later).await.expect(200)["version"], 1, "the same again is done");
    let problem = admin.put(CUTOVER, 0, &announced()).await.problem(409, "version_conflict");
    assert_eq!(problem["current_state"]["kind"], "cutover");
    assert_eq!(problem["current_state"]["dates"]["directory_from"], "2023-10-15T00:00:00Z");

    app.running.settle().await;
    let log = admin.get("/audit").await.expect(200);
    let entry = &log["items"][0];
    assert_eq!((&entry["act"], &entry["subject"]["kind"]), (&json!("cutover_changed"), &json!("cutover")));
    assert_eq!(
        entry["detail"],
        json!({ "kind": "code", "code": "2023-09-01T00:00:00Z 2023-10-15T00:00:00Z 2023-12-01T00:00:00Z" })
    );
}

#[rstest]
#[case("directory_from", "2023-09-01T00:00:00Z", "directory_from", "review_from")]
#[case("directory_from", "2023-12-01T00:00:00Z", "closed_from", "directory_from")]
#[case("closed_from", "2023-09-15T00:00:00Z", "closed_from", "directory_from")]
#[tokio::test]
async fn dates_in_the_wrong_order_are_refused_with_the_pair(
    #[case] field: &str,
    #[case] value: &str,
    #[case] refused: &str,
    #[case] earlier: &str,
) {
    let app = App::start().await;
    let mut dates = announced();
    dates[field] = json!(value);
    let problem = app.user("program_admin").put(CUTOVER, 0, &dates).await.problem(422, "invalid_fields");
    let expected =
        json!([{ "pointer": format!("/{refused}"), "code": "not_after", "params": { "earlier": earlier } }]);
    assert_eq!(problem["errors"], expected);
    assert_eq!(app.anonymous().get(CUTOVER).await.expect(200)["version"], 0);
}

#[tokio::test]
async fn putting_the_opening_off_closes_the_directory_again() {
    let app = at("2023-10-05T12:00:00Z").await;
    let mut dates = announced();
    dates["directory_from"] = json!("2023-10-20T00:00:00Z");
    app.user("program_admin").put(CUTOVER, 0, &dates).await.expect(200);
    assert!(!is_open(&app, "2023-10-19T23:59:58Z").await);
    assert!(is_open(&app, "2023-10-20T00:00:00Z").await);
}

#[rstest]
#[case("/experts", "/directory")]
#[case("/experts/almgren", "/directory/almgren")]
#[case("/experts/nobody", "/directory/search")]
#[case("/experts/services/email-marketing", "/directory/services/marketing-and-sales/email-marketing")]
#[tokio::test]
async fn old_addresses_lead_to_what_stands_in_their_place(#[case] old: &str, #[case] new: &str) {
    let app = at("2023-10-01T00:00:00Z").await;
    assert_eq!(led(&app, old).await, (302, new.to_owned(), "no-store".to_owned()));
}

#[tokio::test]
async fn what_is_no_old_address_is_not_followed() {
    let app = App::start().await;
    let anybody = app.anonymous();
    for query in ["", "?path=/directory", "?path=https://evil.example/experts", "?path=/experts&to=/x"] {
        anybody.get(&format!("/old-addresses{query}")).await.problem(400, "invalid_query");
    }
    let long = "x".repeat(1001);
    anybody.get(&format!("/old-addresses?path={long}")).await.problem(400, "invalid_query");
}
