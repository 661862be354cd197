//! Exports that are longer than one answer can carry: all rows of the filter, a piece at a time, behind a link that expires.

use std::collections::HashSet;
use std::time::Instant;

use chrono::TimeDelta;
use guildhall_domain::actor::{Actor, Role};
use guildhall_domain::clock::Clock;
use guildhall_domain::ids::{LeadId, OrgId};
use guildhall_domain::lead::{Lead, LeadForm, NewLead, PlusDetails, ProductDetails, Support};
use guildhall_store::Micros;
use guildhall_store::bulk::Bulk;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{App, NORRSKEN, Reply, SAIGONWEB, User, plus};

const MANY: usize = 10_000;

/// Leads of [`NORRSKEN`] that were there before anybody looked.
async fn many_leads(app: &App) {
    let org: OrgId = NORRSKEN.parse().unwrap();
    let member = Actor {
        id: "norrsken-partner_member".parse().unwrap(),
        name: "Maria".to_owned(),
        role: Role::PartnerMember,
        org: Some(org.clone()),
    };
    let now = app.running.clock().now();
    let lead = |number: usize| {
        let form = LeadForm {
            contact_name: format!("Anna {number}").as_str().into(),
            contact_email: format!("anna-{number}@shop.example").as_str().into(),
            // Some of them look like formulas, have commas, or share a name.
            company: match number % 5 {
                0 => format!("=Shop {}", number % 700),
                1 => format!("Shop, \"{number}\""),
                _ => format!("Shop {}", number % 900),
            },
            website: Some(format!("https://shop-{number}.example")),
            country: "SE".parse().unwrap(),
            phone: None,
            description: "Wants one system".into(),
            existing_store: None,
            reference: None,
            sales_support: if number.is_multiple_of(3) { Support::Requested } else { Support::None },
            consent: true,
            inquiry: None,
            details: ProductDetails::Plus(PlusDetails::default()),
        };
        let id = LeadId::derive(&org, &number.to_string());
        let new = NewLead { id, org_name: "Norrsken".to_owned(), form, representative: None, contact: None };
        let submitted = now - TimeDelta::minutes(i64::try_from(number % 3_000).unwrap());
        Lead::submit(new, &member, submitted).unwrap()
    };
    let leads: Vec<_> = (0..MANY).map(lead).collect();
    let before = Micros(Micros::now().0 - 3_600_000_000);
    Bulk::new(app.table()).backdated(before).leads(&leads).await.unwrap();
}

async fn begin(user: &User<'_>, body: Value) -> Reply {
    user.send(user.request(Method::POST, "/exports").json(&body)).await
}

async fn go_on(user: &User<'_>, export: &Value) -> Reply {
    let body = json!({ "export": export });
    user.send(user.request(Method::POST, "/exports/continue").json(&body)).await
}

/// An export to its end: how many pieces it took, and the last answer.
async fn whole(user: &User<'_>, body: Value) -> (usize, Value) {
    let mut export = begin(user, body).await.expect(200);
    let mut pieces = 0;
    while export["link"].is_null() {
        let done = export["done"].as_u64().unwrap();
        export = go_on(user, &export["export"]).await.expect(200);
        assert!(export["done"].as_u64().unwrap() > done || export["rows"] == 0, "{export}");
        pieces += 1;
    }
    assert_eq!(export["done"], export["rows"]);
    (pieces, export)
}

async fn fetch(app: &App, link: &str) -> (u16, Vec<u8>) {
    let answer = app.client.get(link).send().await.unwrap();
    (answer.status().as_u16(), answer.bytes().await.unwrap().to_vec())
}

fn link(export: &Value) -> &str {
    export["link"]["url"].as_str().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_thousand_rows_are_exported_as_the_screen_shows_them_at_once_and_in_pieces() {
    let app = App::start().await;
    many_leads(&app).await;
    let member = app.member();
    let query = "support=none&sort=company&direction=desc";
    let mut shown = Vec::new();
    let mut next = String::new();
    loop {
        let page = member.get(&format!("/leads?{query}&limit=100{next}")).await.expect(200);
        shown.extend(page["items"].as_array().unwrap().clone());
        match page["next"].as_str() {
            Some(cursor) => next = format!("&cursor={cursor}"),
            None => break,
        }
    }
    assert_eq!(shown.len(), 6_666);

    let begun = Instant::now();
    let at_once = member.get(&format!("/leads.csv?bom=no&{query}")).await;
    println!("{} rows at once: {:?}, {} bytes", shown.len(), begun.elapsed(), at_once.text.len());
    let mut lines = csv::ReaderBuilder::new().flexible(true).from_reader(at_once.text.as_bytes());
    let rows: Vec<_> = lines.records().map(Result::unwrap).collect();
    let (count, rows) = rows.split_last().unwrap();
    assert_eq!((&count[0], &count[1]), ("rows", "6666"));
    assert_eq!(rows.len(), shown.len());
    for (row, item) in rows.iter().zip(&shown) {
        assert_eq!(row[0], *item["id"].as_str().unwrap());
        let company = item["company"].as_str().unwrap();
        let defused = if company.starts_with('=') { format!("'{company}") } else { company.to_owned() };
        assert_eq!(row[6], defused);
        assert_eq!(row[8], *item["contact_email"].as_str().unwrap());
    }

    let begun = Instant::now();
    let (pieces, export) = whole(&member, json!({ "list": "leads", "query": query })).await;
    println!("{} rows in {pieces} pieces: {:?}, {} bytes", shown.len(), begun.elapsed(), export["bytes"]);
    assert!(pieces > 1, "{export}");
    let (status, file) = fetch(&app, link(&export)).await;
    assert_eq!((status, file.len() as u64), (200, export["bytes"].as_u64().unwrap()));
    assert!(file == at_once.text.as_bytes(), "the file in pieces is the file at once");

    let begun = Instant::now();
    let (pieces, export) = whole(&member, json!({ "list": "leads", "mark": true })).await;
    println!("{MANY} rows in {pieces} pieces: {:?}, {} bytes", begun.elapsed(), export["bytes"]);
    let (_, file) = fetch(&app, link(&export)).await;
    assert!(file.starts_with("\u{feff}id,".as_bytes()));
    let text = String::from_utf8(file).unwrap();
    assert_eq!(text.lines().last(), Some("rows,10000"));
    let ids: HashSet<_> = text.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    assert_eq!(ids.len(), MANY + 1, "none is lost and none comes twice");
}

#[tokio::test]
async fn what_changes_meanwhile_neither_adds_a_row_nor_moves_one() {
    let app = App::start().await;
    let member = app.member();
    for company in ["Alpha", "Beta"] {
        let mut form = plus("none");
        form["company"] = json!(company);
        app.lead_from(&member, form).await;
    }
    let export =
        begin(&member, json!({ "list": "leads", "query": "sort=company&direction=asc" })).await.expect(200);
    assert_eq!((&export["rows"], &export["done"]), (&json!(2), &json!(0)));
    let mut form = plus("none");
    form["company"] = json!("Aaa");
    app.lead_from(&member, form).await;
    let before = export["export"].clone();
    let export = go_on(&member, &before).await.expect(200);
    let (_, file) = fetch(&app, link(&export)).await;
    // Whoever asks again, since an answer was lost, gets the same file.
    let again = go_on(&member, &before).await.expect(200);
    assert_eq!((&again["done"], &again["bytes"]), (&export["done"], &export["bytes"]));
    assert_eq!(fetch(&app, link(&again)).await, (200, file.clone()));
    let text = String::from_utf8(file).unwrap();
    let companies: Vec<_> =
        text.lines().skip(1).map(|line| line.split(',').nth(6).unwrap_or_default()).collect();
    assert_eq!(companies, ["Alpha", "Beta", ""]);
    assert_eq!(text.lines().last(), Some("rows,2"));
}

#[tokio::test]
async fn a_link_expires_and_another_can_be_had_by_the_same_person_alone() {
    let app = App::start().await;
    app.lead_from(&app.member(), plus("none")).await;
    let (_, export) = whole(&app.member(), json!({ "list": "leads" })).await;
    let link = link(&export);
    assert_eq!(fetch(&app, link).await.0, 200);
    let (address, _) = link.split_once('?').unwrap();
    assert_eq!(fetch(&app, address).await.0, 400);
    let longer = link.replace("expires=1", "expires=2").replace("expires=2", "expires=3");
    assert_eq!(fetch(&app, &longer).await.0, 404, "nobody makes it live longer");
    assert_eq!(fetch(&app, &link.replace("leads.csv", "order")).await.0, 404, "nor lead elsewhere");

    let clock = app.running.clock();
    clock.set(clock.now() + TimeDelta::minutes(11)).unwrap();
    assert_eq!(fetch(&app, link).await.0, 404, "it has expired");
    let again = go_on(&app.member(), &export["export"]).await.expect(200);
    assert_eq!(fetch(&app, again["link"]["url"].as_str().unwrap()).await.0, 200);

    let made_up = json!("bm90aGluZw");
    let others = [
        app.partner(SAIGONWEB, "partner_member"),
        app.partner(SAIGONWEB, "partner_owner"),
        app.user("partner_owner"),
        app.manager(),
        app.user("merchant"),
    ];
    for other in others {
        let theirs = go_on(&other, &export["export"]).await;
        theirs.problem(404, "not_found");
        assert_eq!(theirs.without_request_id(), go_on(&other, &made_up).await.without_request_id());
    }
}

#[tokio::test]
async fn everybody_exports_what_they_see_and_nothing_else() {
    let app = App::start().await;
    app.lead_from(&app.member(), plus("none")).await;
    let mut form = plus("none");
    form["country"] = json!("VN");
    app.lead_from(&app.partner(SAIGONWEB, "partner_member"), form).await;
    let rows = async |user: User<'_>| whole(&user, json!({ "list": "leads" })).await.1["rows"].clone();
    assert_eq!(rows(app.user("partner_viewer")).await, 1);
    assert_eq!(rows(app.rep("rep-chau")).await, 1);
    assert_eq!(rows(app.rep("rep-daniel")).await, 0);
    assert_eq!(rows(app.manager()).await, 2);
    begin(&app.user("merchant"), json!({ "list": "leads" })).await.problem(403, "forbidden");
    begin(&app.manager(), json!({ "list": "inquiries" })).await.problem(403, "forbidden");
    for list in ["inquiries", "referrals"] {
        let (_, none) = whole(&app.member(), json!({ "list": list })).await;
        assert!(fetch(&app, link(&none)).await.1.ends_with(b"rows,0\r\n"), "{list}");
    }
    // Amounts are for whoever may see money.
    let (_, none) = whole(&app.user("partner_owner"), json!({ "list": "ledger" })).await;
    assert!(fetch(&app, link(&none)).await.1.starts_with(b"id,booked_at,"));
    let without = app.with_claims("partner_member", &json!({ "guildhall_financials": "no" }));
    begin(&without, json!({ "list": "ledger" })).await.problem(403, "forbidden");
    let by_revenue = json!({ "list": "referrals", "query": "sort=revenue&direction=desc" });
    begin(&without, by_revenue).await.problem(403, "forbidden");
    let (_, history) = whole(&without, json!({ "list": "referrals" })).await;
    assert!(!String::from_utf8(fetch(&app, link(&history)).await.1).unwrap().contains("revenue"));
    let with = app.with_claims("partner_member", &json!({}));
    go_on(&with, &history["export"]).await.problem(404, "not_found");
    begin(&app.member(), json!({ "list": "people" })).await.problem(422, "invalid_fields");
    begin(&app.member(), json!({ "list": "leads", "query": "status=won" }))
        .await
        .problem(400, "invalid_query");
    go_on(&app.member(), &json!(7)).await.problem(422, "invalid_fields");
}
