//! The audit log: what is kept of which act, who may read it, and how it is searched.

use guildhall_domain::clock::Clock;
use guildhall_store::stream::{Start, StreamSource};
use guildhall_worker::{BatchWorker, Change};
use keep_records::KeepRecords;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{App, LeadKind, NORRSKEN, SAIGONWEB, User, listed, now, partner_form, plus, worked_on};

const HANDLE: &str = "tallbacken";

/// The log of the present month once everything is kept, newest first.
async fn log(app: &App) -> Vec<Value> {
    page(app, "").await["items"].as_array().unwrap().clone()
}

async fn page(app: &App, query: &str) -> Value {
    app.running.settle().await;
    app.admin().get(&format!("/audit?{query}")).await.expect(200)
}

fn acts(entries: &[Value]) -> Vec<&str> {
    entries.iter().map(|entry| entry["act"].as_str().unwrap()).collect()
}

/// Hands every change of the table to a worker of its own, as Lambda does when an answer was lost.
async fn tell_everything_again(app: &App) {
    let endpoint = app.running.dynamodb_endpoint();
    let source = StreamSource::connect(endpoint, guildhall_local::TABLE_NAME);
    let stream = source.name().await.unwrap().expect("the table has a stream");
    let mut changes: Vec<Change> = Vec::new();
    for shard in source.shards(&stream).await.unwrap() {
        let mut next = Some(source.cursor(&stream, &shard.id, &Start::Oldest).await.unwrap());
        while let Some(cursor) = next {
            let page = source.read(&cursor).await.unwrap();
            next = page.next.filter(|_| !page.changes.is_empty());
            changes.extend(page.changes);
        }
    }
    changes.reverse();
    assert_eq!(KeepRecords::new(app.table()).handle(&changes).await, Vec::new());
}

#[tokio::test]
async fn what_the_sales_team_does_to_a_lead_is_kept_once_with_who_what_and_why() {
    let app = App::start().await;
    let id = app.lead(LeadKind::PlusWithSupport).await;
    let rep = app.rep("rep-astrid");
    rep.act(&id, &json!({ "command": "start_work", "note": "First call booked" })).await.expect(200);
    let refuse =
        json!({ "command": "mark_not_eligible", "reason": "existing_customer", "note": "Since 2021" });
    let refused = rep.act(&id, &refuse).await.expect(200);
    app.manager()
        .act(&id, &json!({ "command": "reopen", "reason": "It was the sister company" }))
        .await
        .expect(200);

    let log = log(&app).await;
    assert_eq!(acts(&log), ["reopened", "marked_not_eligible", "work_started"]);
    let entry = &log[1];
    assert_eq!(entry["at"], refused["timeline"].as_array().unwrap().last().unwrap()["at"]);
    assert_eq!((&entry["by"]["id"], &entry["by"]["role"]), (&json!("rep-astrid"), &json!("rep")));
    assert_eq!((&entry["subject"]["kind"], &entry["subject"]["id"]), (&json!("lead"), &json!(id)));
    assert_eq!(entry["subject"]["name"], "Acme AB");
    assert_eq!(entry["organisation"], json!({ "id": NORRSKEN, "name": "norrsken AB" }));
    assert_eq!(entry["detail"], json!({ "kind": "reason", "reason": "existing_customer" }));
    assert_eq!(entry["note"], "Since 2021");
    assert_eq!(log[0]["note"], "It was the sister company");

    tell_everything_again(&app).await;
    assert_eq!(self::log(&app).await, log);
}

#[tokio::test]
async fn what_partners_do_and_what_is_refused_is_not_kept() {
    let app = App::start().await;
    let id = app.lead(LeadKind::PosAlone).await;
    app.member().request_support(&id).await.expect(200);
    // The award needs work to have begun.
    let award = json!({ "command": "award", "terms_checked": true, "deal_closed": true });
    app.manager().act(&id, &award).await.problem(409, "invalid_transition");
    app.admin().get("/moderation/profiles/nobody").await.problem(404, "not_found");
    assert_eq!(log(&app).await, Vec::<Value>::new());
}

#[tokio::test]
async fn what_the_programme_decides_about_profiles_and_reviews_is_kept() {
    let app = App::start().await;
    let version = app.publish(NORRSKEN, &partner_form(HANDLE)).await;
    let admin = app.admin();
    let suspend = json!({ "command": "suspend", "note": "The fee is overdue" });
    let version = admin.moderate(HANDLE, version, &suspend).await.version();
    let version =
        admin.moderate(HANDLE, version, &json!({ "command": "reinstate", "note": "Paid" })).await.version();
    admin.moderate(HANDLE, version, &json!({ "command": "set_tier", "tier": "plus" })).await.expect(200);
    let log = log(&app).await;
    assert_eq!(acts(&log), ["tier_changed", "profile_reinstated", "profile_suspended", "profile_approved"]);
    assert_eq!(log[0]["detail"], json!({ "kind": "tier", "from": "registered", "to": "plus" }));
    assert_eq!(log[2]["note"], "The fee is overdue");
    let organisation = json!({ "id": NORRSKEN, "name": "Tallbacken Byrå", "handle": HANDLE });
    assert_eq!(log[2]["organisation"], organisation);
    assert!(log.iter().all(|entry| entry["by"]["role"] == "program_admin"));
    tell_everything_again(&app).await;
    assert_eq!(self::log(&app).await, log);
}

#[tokio::test]
async fn a_review_that_is_kept_and_one_that_is_removed_are_both_kept_in_the_log() {
    let app = App::start().await;
    let at = now() - chrono::TimeDelta::days(400);
    app.bulk().partner_profiles(&[listed(NORRSKEN, &partner_form(HANDLE), at)]).await.unwrap();
    let inquiry = worked_on("tom-merchant", HANDLE, at);
    app.bulk().inquiries(std::slice::from_ref(&inquiry)).await.unwrap();
    let review = json!({
        "inquiry": inquiry.id, "service": "customize-design", "quality": 1, "communication": 1, "text": "Bad.",
    });
    let written = app.merchant("tom").post(&format!("/profiles/{HANDLE}/reviews"), &review).await.expect(201);
    let id = written["id"].as_str().unwrap().to_owned();
    let clock = app.running.clock();
    clock.set(clock.now() + chrono::TimeDelta::hours(48)).unwrap();
    app.running.settle().await;
    for _ in 0..2 {
        let report = json!({ "reason": "fake", "note": "We never met" });
        app.owner().post(&format!("/reviews/{id}/report"), &report).await;
        app.admin()
            .post(&format!("/moderation/reviews/{id}"), &json!({ "command": "keep" }))
            .await
            .expect(200);
    }
    let remove = json!({ "command": "remove", "reason": "abusive" });
    app.admin().post(&format!("/moderation/reviews/{id}"), &remove).await.expect(200);
    let log = log(&app).await;
    let expected = ["review_removed", "report_dismissed", "report_dismissed"];
    assert_eq!(acts(&log), expected, "the approval was in another month");
    assert_eq!(log[0]["detail"], json!({ "kind": "removal", "reason": "abusive" }));
    assert_eq!((&log[0]["subject"]["id"], &log[0]["organisation"]["handle"]), (&json!(id), &json!(HANDLE)));
    // The writer learns nothing of who decided.
    let own = app.merchant("tom").get(&format!("/reviews/{id}")).await;
    assert!(!own.text.contains("decisions") && !own.text.contains("program_admin"), "{}", own.text);
}

#[tokio::test]
async fn changes_of_the_sales_team_and_of_the_organisations_address_are_kept() {
    let app = App::start().await;
    let manager = app.manager();
    let mut bo = json!({
        "name": "Bo Ek", "email": "bo@guildhall.example", "phone": "+46 8 555 02 11",
        "time_zone": "Europe/Stockholm", "products": ["plus"], "countries": ["SE"], "country": "SE",
        "language": "sv", "active": true,
    });
    let put = |path: &str| manager.request(Method::PUT, path);
    let path = "/sales/representatives/rep-bo";
    manager.send(put(path).header("if-none-match", "*").json(&bo)).await.expect(200);
    bo["active"] = json!(false);
    manager.send(put(path).header("if-match", "\"1\"").json(&bo)).await.expect(200);
    let desk = json!({ "escalation_address": "desk@guildhall.example", "language": "en" });
    manager.send(put("/sales/desk").header("if-match", "\"0\"").json(&desk)).await.expect(200);
    let owner = app.owner();
    let address = json!({ "lead_address": "leads@norrsken.example", "language": "sv" });
    let request = owner.request(Method::PUT, "/organisation/lead-address").header("if-match", "\"0\"");
    owner.send(request.json(&address)).await.expect(200);
    let settings = json!({ "language": "sv", "off": [] });
    let request = owner.request(Method::PUT, "/me/settings").header("if-match", "\"0\"");
    owner.send(request.json(&settings)).await.expect(200);

    let log = log(&app).await;
    let expected = ["lead_address_changed", "desk_changed", "representative_changed", "representative_added"];
    assert_eq!(acts(&log), expected, "what somebody wants by mail is their own");
    assert_eq!(log[0]["by"]["role"], "partner_owner");
    assert_eq!(log[0]["organisation"]["id"], NORRSKEN);
    assert_eq!(log[2]["subject"], json!({ "kind": "representative", "id": "rep-bo", "name": "Bo Ek" }));
    let text = serde_json::to_string(&log).unwrap();
    assert!(!text.contains("leads@norrsken") && !text.contains("desk@guildhall"), "no address is kept");
    tell_everything_again(&app).await;
    assert_eq!(self::log(&app).await, log);
}

#[tokio::test]
async fn the_log_is_for_administrators_alone() {
    let app = App::start().await;
    for role in ["merchant", "partner_viewer", "partner_member", "partner_owner", "rep", "sales_manager"] {
        for path in ["/audit", "/audit.csv", "/audit?organisation=norrsken"] {
            app.user(role).get(path).await.problem(403, "forbidden");
        }
    }
    for path in ["/audit", "/audit.csv"] {
        app.anonymous().get(path).await.expect(401);
        app.admin().get(path).await;
    }
}

/// Three leads of two organisations, each begun by whoever covers it.
async fn busy() -> App {
    let app = App::start().await;
    for (org, country, company) in
        [(NORRSKEN, "SE", "Åsas Väv"), (NORRSKEN, "SE", "Beta"), (SAIGONWEB, "VN", "Gốm Nhà Mai")]
    {
        let mut form = plus("requested");
        (form["country"], form["company"]) = (json!(country), json!(company));
        let id = app.lead_from(&app.partner(org, "partner_member"), form).await;
        let rep = if country == "SE" { app.rep("rep-astrid") } else { app.rep("rep-chau") };
        rep.act(&id, &json!({ "command": "start_work", "note": format!("About {company}") }))
            .await
            .expect(200);
    }
    app
}

#[tokio::test]
async fn the_log_is_narrowed_by_act_person_subject_organisation_day_and_words() {
    let app = busy().await;
    let id = app.lead(LeadKind::PosAlone).await;
    let payout = json!({ "command": "record_payout", "amount": { "minor": 50_000, "currency": "USD" } });
    app.admin().act(&id, &payout).await.expect(200);
    let today = app.running.clock().now().date_naive();
    let (before, after) = (today.pred_opt().unwrap(), today.succ_opt().unwrap());
    for (query, expected) in [
        (String::new(), 4),
        ("act=payout_recorded".to_owned(), 1),
        ("act=payout_recorded,work_started".to_owned(), 4),
        ("act=profile_approved".to_owned(), 0),
        ("person=rep-astrid".to_owned(), 2),
        ("person=rep-astrid,rep-chau".to_owned(), 3),
        ("subject=lead".to_owned(), 4),
        ("subject=profile".to_owned(), 0),
        ("organisation=saigonweb".to_owned(), 1),
        ("q=gom%20nha".to_owned(), 1),
        ("q=about%20asas".to_owned(), 1),
        (format!("q={id}"), 1),
        (format!("from={today}&to={today}"), 4),
        (format!("to={before}"), 0),
        (format!("from={after}"), 0),
        ("person=rep-astrid&organisation=saigonweb".to_owned(), 0),
    ] {
        let page = page(&app, &query).await;
        assert_eq!(page["total"], expected, "{query}");
        assert_eq!(page["items"].as_array().unwrap().len(), expected, "{query}");
    }
    let page = page(&app, "act=payout_recorded").await;
    let counts = json!([{ "act": "work_started", "count": 3 }, { "act": "payout_recorded", "count": 1 }]);
    assert_eq!(page["counts"], counts, "whatever acts are chosen");
    let people: Vec<_> = page["people"].as_array().unwrap().iter().map(|person| &person["id"]).collect();
    assert_eq!(people.len(), 3, "{people:?}");
    let names: Vec<_> = page["organisations"].as_array().unwrap().iter().map(|org| &org["name"]).collect();
    assert_eq!(names, ["norrsken AB", "saigonweb AB"]);
}

#[tokio::test]
async fn the_log_is_sorted_and_paged_without_a_gap() {
    let app = busy().await;
    let all = page(&app, "sort=subject&direction=asc").await;
    let names = |page: &Value| -> Vec<String> {
        let items = page["items"].as_array().unwrap().iter();
        items.map(|entry| entry["subject"]["name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names(&all), ["Åsas Väv", "Beta", "Gốm Nhà Mai"]);
    let first = page(&app, "sort=subject&direction=asc&limit=2").await;
    assert_eq!(names(&first), ["Åsas Väv", "Beta"]);
    let cursor = first["next"].as_str().unwrap();
    let second = page(&app, &format!("sort=subject&direction=asc&limit=2&cursor={cursor}")).await;
    assert_eq!((names(&second), &second["offset"]), (vec!["Gốm Nhà Mai".to_owned()], &json!(2)));
    let other = format!("/audit?sort=subject&direction=asc&limit=2&person=rep-astrid&cursor={cursor}");
    app.admin().get(&other).await.problem(400, "invalid_cursor");
}

#[tokio::test]
async fn another_month_is_another_list() {
    let app = busy().await;
    let here = page(&app, "").await;
    assert_eq!((&here["month"], &here["total"]), (&here["present"], &json!(3)));
    let month = here["month"].as_str().unwrap();
    assert_eq!(page(&app, &format!("month={month}")).await["items"], here["items"]);
    assert_eq!(page(&app, "month=2020-02").await["total"], 0);
    let clock = app.running.clock();
    clock.set(clock.now() + chrono::TimeDelta::days(32)).unwrap();
    let later = page(&app, "").await;
    assert_ne!(later["present"], here["present"]);
    // Nobody has done anything since, but the leads have waited too long.
    let since = later["items"].as_array().unwrap();
    assert!(since.iter().all(|entry| entry["act"] == "escalated" && entry["by"]["role"] == "system"));
    assert_eq!(page(&app, &format!("month={month}")).await["total"], 3);
}

#[tokio::test]
async fn a_query_that_means_nothing_is_refused_by_name() {
    let app = App::start().await;
    for (query, code) in [
        ("month=july", "month_invalid"),
        ("month=2026-13", "month_invalid"),
        ("act=stolen", "choice_unknown"),
        ("subject=house", "choice_unknown"),
        ("organisation=NORRSKEN", "id_invalid"),
        ("person=no%20one", "id_invalid"),
        ("from=yesterday", "date_invalid"),
        ("limit=0", "out_of_range"),
        ("colour=red", "unknown"),
    ] {
        for path in ["/audit", "/audit.csv"] {
            let problem = app.admin().get(&format!("{path}?{query}")).await;
            let problem = problem.problem(400, "invalid_query");
            assert_eq!(problem["errors"][0]["code"], code, "{query}");
            assert_eq!(problem["errors"][0]["parameter"], query.split('=').next().unwrap());
        }
    }
}

#[tokio::test]
async fn the_csv_holds_what_the_list_holds() {
    let app = busy().await;
    let query = "person=rep-astrid&sort=subject&direction=asc";
    let listed = page(&app, query).await;
    let csv = app.admin().get(&format!("/audit.csv?{query}")).await;
    assert_eq!(csv.content_type, "text/csv; charset=utf-8");
    let lines: Vec<_> = csv.text.trim_start_matches('\u{feff}').lines().collect();
    let head = "id,at,person,person_id,role,act,subject,subject_id,subject_name,organisation,organisation_name,detail,note";
    assert_eq!(lines[0], head);
    let items = listed["items"].as_array().unwrap();
    for (line, entry) in lines[1..].iter().zip(items) {
        let cells: Vec<_> = line.split(',').collect();
        assert_eq!(cells[0], entry["id"]);
        assert_eq!((cells[3], cells[5]), ("rep-astrid", "work_started"));
        assert_eq!((cells[7], cells[8]), (text(&entry["subject"]["id"]), text(&entry["subject"]["name"])));
        assert_eq!(cells[12], entry["note"]);
    }
    assert_eq!(lines.len(), items.len() + 2);
    assert_eq!(lines.last(), Some(&"rows,2"));
    assert!(listed["items"].as_array().unwrap().len() == 2);
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

/// Whoever is in the log need not be anybody's to see.
#[tokio::test]
async fn a_month_of_one_administrator_is_the_month_of_another() {
    let app = busy().await;
    let first = page(&app, "limit=2").await;
    let cursor = first["next"].as_str().unwrap();
    let other: User<'_> = app.with_claims("program_admin", &json!({ "sub": "another-admin" }));
    assert_eq!(other.get("/audit?limit=2").await.expect(200)["items"], first["items"]);
    other.get(&format!("/audit?limit=2&cursor={cursor}")).await.problem(400, "invalid_cursor");
}

#[tokio::test]
async fn who_asks_whose_a_merchant_is_and_who_names_customers_is_kept_without_the_merchant() {
    let app = App::start().await;
    let admin = app.admin();
    let customers = json!({ "domains": ["nordljus.com", "hamnkaffe.se"] });
    let named = admin.send(admin.request(Method::PUT, "/customers").json(&customers)).await;
    assert_eq!(named.status, 204, "{}", named.text);
    let question = json!({ "merchant": "nordljus.com" });
    app.member().post("/leads/clearance", &question).await.expect(200);
    let log = log(&app).await;
    assert_eq!(acts(&log), ["clearance_checked", "customers_named"]);
    assert_eq!(
        (&log[0]["by"]["role"], &log[0]["organisation"]["id"]),
        (&json!("partner_member"), &json!(NORRSKEN))
    );
    assert_eq!(log[0]["detail"]["code"], "ask");
    assert_eq!((&log[1]["by"]["role"], &log[1]["detail"]["code"]), (&json!("program_admin"), &json!("2")));
    assert!(!serde_json::to_string(&log).unwrap().contains("nordljus"));
}

#[tokio::test]
async fn what_the_platforms_people_take_along_is_in_the_log_and_what_partners_do_is_not() {
    let app = App::start().await;
    app.lead(LeadKind::PlusWithSupport).await;
    app.lead(LeadKind::PlusAlone).await;
    app.manager().get("/leads.csv?q=somebody%20by%20name").await;
    app.rep("rep-astrid").get("/leads.csv").await;
    app.member().get("/leads.csv").await;
    for user in [app.manager(), app.member()] {
        user.post("/exports", &json!({ "list": "leads", "query": "" })).await.expect(200);
    }
    app.admin().get("/audit.csv").await;
    let log = log(&app).await;
    let exports: Vec<_> = log
        .iter()
        .filter(|entry| entry["subject"]["kind"] == "list")
        .map(|entry| {
            (entry["act"].as_str().unwrap(), entry["by"]["role"].as_str().unwrap(), &entry["detail"])
        })
        .collect();
    let rows = |count: &str| json!({ "kind": "code", "code": count });
    assert_eq!(exports.len(), 4, "{exports:?}");
    assert_eq!((exports[0].0, exports[0].1), ("audit_log_exported", "program_admin"));
    assert_eq!(exports[1], ("leads_exported", "sales_manager", &rows("2")));
    assert_eq!((exports[2].0, exports[2].1), ("leads_exported", "rep"));
    assert_eq!(exports[3], ("leads_exported", "sales_manager", &rows("0")));
    assert!(!log.iter().any(|entry| entry.to_string().contains("somebody by name")), "{log:?}");
}
