//! Files of leads, piece by piece: what becomes of each row, and that the same rows again change nothing.

use std::fmt::Write;
use std::time::Instant;

use futures::future::join_all;
use guildhall_contract::import::{ImportBody, ImportRow, PIECE_MAX, pieces, read_file};
use guildhall_local::Options;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{App, Reply, SAIGONWEB, User, plus, pos};

/// A row with this reference.
fn row(line: u32, reference: &str) -> Value {
    let mut values = plus("requested");
    values["reference"] = json!(reference);
    values["company"] = json!(format!("Merchant {reference}"));
    json!({ "line": line, "values": values })
}

async fn send(user: &User<'_>, dry_run: bool, rows: &[Value]) -> Reply {
    let body = json!({ "dry_run": dry_run, "rows": rows });
    user.send(user.request(Method::POST, "/leads/import").json(&body)).await
}

/// What became of each row: its line and the outcome.
async fn outcomes(user: &User<'_>, dry_run: bool, rows: &[Value]) -> Vec<(u64, String)> {
    let answer = send(user, dry_run, rows).await.expect(200);
    assert_eq!(answer["dry_run"], json!(dry_run));
    let of = |row: &Value| (row["line"].as_u64().unwrap(), row["outcome"].as_str().unwrap().to_owned());
    answer["rows"].as_array().unwrap().iter().map(of).collect()
}

fn all(outcome: &str, lines: impl IntoIterator<Item = u64>) -> Vec<(u64, String)> {
    lines.into_iter().map(|line| (line, outcome.to_owned())).collect()
}

/// The errors of a row, as pointer and code.
fn errors(row: &Value) -> Vec<(&str, &str)> {
    row["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| (error["pointer"].as_str().unwrap(), error["code"].as_str().unwrap()))
        .collect()
}

#[tokio::test]
async fn a_dry_run_writes_nothing_and_the_same_rows_twice_are_the_same_leads() {
    let app = App::start().await;
    let member = app.member();
    let rows: Vec<_> = (2..42).map(|line| row(line, &format!("A-{line}"))).collect();
    assert_eq!(outcomes(&member, true, &rows).await, all("created", 2..42));
    assert!(member.ids("").await.is_empty());

    assert_eq!(outcomes(&member, false, &rows).await, all("created", 2..42));
    let ids = member.ids("limit=100").await;
    assert_eq!(ids.len(), 40);
    assert_eq!(outcomes(&member, false, &rows).await, all("unchanged", 2..42));
    assert_eq!(outcomes(&member, true, &rows).await, all("unchanged", 2..42));
    assert_eq!(member.ids("limit=100").await, ids);

    let lead = member.lead(&ids[0]).await.expect(200);
    assert_eq!((&lead["version"], &lead["timeline"][0]["imported"]), (&json!(2), &json!(true)));
    assert_eq!(lead["representative"]["name"], "Astrid Holm");
    // The report is the confirmation: nobody gets a mail for a row.
    app.running.settle().await;
    assert_eq!((app.running.dead_letters(), app.running.mailbox().len()), (Vec::new(), 0));
}

#[tokio::test]
async fn a_changed_row_corrects_its_lead_and_the_sales_team_sees_both_values() {
    let app = App::start().await;
    let member = app.member();
    let mut form = plus("requested");
    form["reference"] = json!("Kv-1");
    let id = app.lead_from(&member, form.clone()).await;
    app.running.settle().await;
    let mails = app.running.mailbox().len();
    form["contact_email"] = json!("bo@acme.example");
    form["phone"] = Value::Null;
    // The reference is the same in whatever case it is written.
    form["reference"] = json!("KV-1");
    let changed = [json!({ "line": 2, "values": form })];
    for dry_run in [true, false] {
        let answer = send(&member, dry_run, &changed).await.expect(200);
        let row = &answer["rows"][0];
        assert_eq!((&row["outcome"], &row["lead_id"]), (&json!("updated"), &json!(id)));
        assert_eq!(row["corrected"], json!(["contact_email", "phone"]));
    }
    let lead = app.rep("rep-astrid").lead(&id).await.expect(200);
    let event = lead["timeline"].as_array().unwrap().last().unwrap();
    assert_eq!((&event["kind"], &event["imported"]), (&json!("details_corrected"), &json!(true)));
    let email =
        json!({ "field": "contact_email", "before": "anna@acme.example", "after": "bo@acme.example" });
    assert_eq!(event["changes"][0], email);
    assert_eq!((&lead["form"]["reference"], &lead["form"]["phone"]), (&json!("Kv-1"), &Value::Null));
    assert_eq!(outcomes(&member, false, &changed).await, all("unchanged", [2]));
    app.running.settle().await;
    assert_eq!(app.running.mailbox().len(), mails);
}

#[tokio::test]
async fn a_row_is_refused_alone_with_the_very_errors_of_a_submission() {
    let app = App::start().await;
    let member = app.member();
    let mut wrong = row(3, "A-3");
    wrong["values"]["contact_email"] = json!("nobody");
    wrong["values"]["website"] = json!("acme.com");
    wrong["values"]["consent"] = json!(false);
    wrong["values"]["location_count"] = json!(3);
    let mut nameless = row(5, "");
    nameless["values"].as_object_mut().unwrap().remove("reference");
    let rows = [row(2, "A-2"), wrong.clone(), row(4, "a-2"), nameless];
    let submitted = member.submit("key", &wrong["values"]).await.problem(422, "invalid_fields");
    for dry_run in [true, false] {
        let answer = send(&member, dry_run, &rows).await.expect(200);
        let [good, bad, twice, nameless] = &answer["rows"].as_array().unwrap()[..] else {
            panic!("{answer}")
        };
        assert_eq!(good["outcome"], "created");
        assert_eq!((&bad["outcome"], &bad["errors"]), (&json!("refused"), &submitted["errors"]));
        assert_eq!(errors(twice), [("/reference", "repeated")]);
        assert_eq!(twice["errors"][0]["params"]["line"], "2");
        assert_eq!(errors(nameless), [("/reference", "required")]);
    }
    assert_eq!(member.ids("").await.len(), 1);
}

#[tokio::test]
async fn what_cannot_be_corrected_is_refused_and_says_why() {
    let app = App::start().await;
    let member = app.member();
    send(&member, false, &[row(2, "A-1"), row(3, "A-2"), row(4, "A-3")]).await.expect(200);
    let decided = member.ids("q=a-2").await.remove(0);
    let refuse = json!({ "command": "mark_not_eligible", "reason": "duplicate" });
    app.manager().act(&decided, &refuse).await.expect(200);
    // Support that was asked for since is no contradiction to a file that asked for it from the start.
    let mut other = pos("requested");
    other["reference"] = json!("A-1");
    let mut alone = row(3, "A-3");
    alone["values"]["sales_support"] = json!("none");
    let mut late = row(4, "A-2");
    late["values"]["company"] = json!("Another");
    let rows = [json!({ "line": 2, "values": other }), alone, late, row(5, "A-9")];
    let answer = send(&member, false, &rows).await.expect(200);
    let [product, support, closed, new] = &answer["rows"].as_array().unwrap()[..] else { panic!("{answer}") };
    assert_eq!(errors(product), [("/product", "fixed")]);
    assert_eq!(errors(support), [("/sales_support", "fixed")]);
    assert_eq!((errors(closed), &closed["lead_id"]), (vec![("/reference", "lead_closed")], &json!(decided)));
    assert_eq!(new["outcome"], "created");
    // What says the same as a decided lead asks for nothing.
    assert_eq!(outcomes(&member, false, &[row(2, "A-2")]).await, all("unchanged", [2]));
}

#[tokio::test]
async fn another_organisations_reference_is_nobodys_business() {
    let app = App::start().await;
    let theirs = app.partner(SAIGONWEB, "partner_owner");
    send(&theirs, false, &[row(2, "A-1")]).await.expect(200);
    let before = theirs.lead(&theirs.ids("").await[0]).await.expect(200);
    assert_eq!(outcomes(&app.member(), true, &[row(2, "A-1")]).await, all("created", [2]));
    assert_eq!(outcomes(&app.member(), false, &[row(2, "A-1")]).await, all("created", [2]));
    assert_eq!(theirs.ids("").await.len(), 1);
    assert_eq!(theirs.lead(before["id"].as_str().unwrap()).await.expect(200), before);
}

#[tokio::test]
async fn the_same_piece_at_once_from_many_tabs_is_one_lead_a_row() {
    let app = App::start().await;
    let member = app.member();
    let rows: Vec<_> = (2..12).map(|line| row(line, &format!("A-{line}"))).collect();
    let answers = join_all((0..6).map(|_| outcomes(&member, false, &rows))).await;
    let created = answers.iter().flatten().filter(|(_, outcome)| outcome == "created").count();
    let unchanged = answers.iter().flatten().filter(|(_, outcome)| outcome == "unchanged").count();
    assert_eq!((created, created + unchanged, member.ids("limit=100").await.len()), (10, 60, 10));
}

#[tokio::test]
async fn members_and_owners_in_good_standing_import() {
    let app = App::start().await;
    let rows = [row(2, "A-1")];
    for role in ["partner_viewer", "merchant", "rep", "sales_manager", "program_admin"] {
        for dry_run in [true, false] {
            send(&app.user(role), dry_run, &rows).await.problem(403, "forbidden");
        }
    }
    let suspended = app.with_claims("partner_owner", &json!({ "guildhall_org_standing": "suspended" }));
    send(&suspended, true, &rows).await.problem(403, "organisation_suspended");
    assert_eq!(outcomes(&app.user("partner_owner"), false, &rows).await, all("created", [2]));
}

#[tokio::test]
async fn a_request_has_a_hundred_rows_and_512_kb_at_most() {
    let app = App::start().await;
    let member = app.member();
    let many: Vec<_> = (1..=101).map(|line| row(line, &format!("A-{line}"))).collect();
    let refused = send(&member, true, &many).await.problem(422, "invalid_fields");
    assert_eq!(errors(&refused), [("/rows", "too_many")]);
    send(&member, true, &[]).await.problem(422, "invalid_fields");
    let mut huge = row(2, "A-1");
    huge["values"]["description"] = json!("x".repeat(600 * 1024));
    send(&member, true, &[huge]).await.problem(413, "too_large");
    // A hundred rows with the longest descriptions are one request.
    let long = |line: u32| {
        let mut row = row(line, &format!("B-{line}"));
        row["values"]["description"] = json!("x".repeat(2_000));
        row
    };
    let rows: Vec<_> = (1..=100).map(long).collect();
    assert_eq!(outcomes(&member, false, &rows).await, all("created", 1..=100));
}

#[tokio::test]
async fn an_organisation_imports_ten_thousand_rows_a_day_and_what_changes_nothing_is_free() {
    let app = App::start().await;
    let member = app.member();
    let rows: Vec<_> = (1..=100).map(|line| row(line, &format!("A-{line}"))).collect();
    assert_eq!(outcomes(&member, false, &rows).await, all("created", 1..=100));
    // The rest of the day, as the bucket counts it.
    let limits = guildhall_store::Limits::new(app.table());
    limits.take_many(guildhall_domain::lead::ROWS_A_DAY, "norrsken", 9_850).await.unwrap();
    assert_eq!(outcomes(&member, false, &rows).await, all("unchanged", 1..=100));
    let further: Vec<_> = (1..=100).map(|line| row(line, &format!("B-{line}"))).collect();
    let refused = send(&member, false, &further).await;
    refused.problem(429, "too_many_requests");
    assert_eq!(member.ids("q=merchant+b&limit=100").await.len(), 0);
    assert_eq!(outcomes(&member, true, &further).await, all("created", 1..=100));
    let fewer = &further[..40];
    assert_eq!(outcomes(&member, false, fewer).await, all("created", 1..=40));
    send(&app.partner(SAIGONWEB, "partner_owner"), false, &further).await.expect(200);
}

#[tokio::test]
async fn an_erased_lead_does_not_come_back_with_the_next_import() {
    let app = App::start().await;
    let member = app.member();
    send(&member, false, &[row(2, "A-1")]).await.expect(200);
    let id = member.ids("").await.remove(0);
    assert!(guildhall_store::Leads::new(app.table()).erase(&id.parse().unwrap()).await.unwrap());
    for _ in 0..2 {
        let answer = send(&member, false, &[row(2, "A-1")]).await.expect(200);
        assert_eq!(errors(&answer["rows"][0]), [("/reference", "reference_erased")]);
    }
    assert!(member.ids("").await.is_empty());
}

/// A file as a partner has it.
fn file(rows: usize) -> String {
    let mut file = String::from(
        "reference,product,company,contact_name,contact_email,website,country,sales_support,description,consent\r\n",
    );
    for number in 0..rows {
        let good = if number % 100 == 99 { "nobody" } else { "ingrid@merchant.example" };
        let _ = write!(
            file,
            "A-{number},plus,Merchant {number},Ingrid Hallström,{good},https://merchant-{number}.example,SE,requested,\
             \"Three shops and a growing online store, number {number}.\",yes\r\n"
        );
    }
    file
}

/// Prints how long a file takes on one machine: `cargo nextest run ... --run-ignored only importing::a_file`.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "a measurement, which takes a minute"]
async fn a_file_of_ten_thousand_rows_is_imported() {
    let folder = std::env::temp_dir().join(format!("guildhall-import-{}", std::process::id()));
    let app = App::start_with(Options { data: folder.clone(), memory: false, ..Options::in_memory() }).await;
    let member = app.member();
    let text = file(10_000);
    for (what, dry_run) in [("dry run", true), ("import", false), ("again", false)] {
        let started = Instant::now();
        let read = read_file(text.as_bytes()).unwrap();
        let mut counts = std::collections::BTreeMap::<String, usize>::new();
        let mut slowest = 0;
        for (place, piece) in pieces(&read.rows).into_iter().enumerate() {
            assert!(piece.len() <= PIECE_MAX);
            let rows = piece.into_iter().map(|place| ImportRow::from(&read.rows[place])).collect();
            let body = serde_json::to_value(ImportBody { dry_run, rows }).unwrap();
            let asked = Instant::now();
            let answer =
                member.send(member.request(Method::POST, "/leads/import").json(&body)).await.expect(200);
            let took = asked.elapsed().as_millis();
            slowest = took.max(slowest);
            if place % 20 == 0 {
                println!("  piece {place}: {took} ms");
            }
            for row in answer["rows"].as_array().unwrap() {
                *counts.entry(row["outcome"].as_str().unwrap().to_owned()).or_default() += 1;
            }
        }
        println!("{what}: {:?}, slowest piece {slowest} ms, {counts:?}", started.elapsed());
    }
    let started = Instant::now();
    app.running.settle().await;
    println!("the workers were done {:?} later", started.elapsed());
    drop(app);
    std::fs::remove_dir_all(folder).unwrap();
}
