//! What merchants write to partners: sent once, seen by two, marked by one.

use std::time::Duration;

use chrono::TimeDelta;
use futures::future::join_all;
use guildhall_domain::clock::Clock;
use guildhall_domain::inquiry::spam::{FASTEST_SECONDS, PER_SENDER};
use serde_json::{Value, json};

use crate::support::{App, NORRSKEN, SAIGONWEB, inquiry, key, partner_form, plus};

const HANDLE: &str = "tallbacken";

/// A system with one partner, and the token of a form that a person has filled in since.
async fn open() -> (App, String) {
    let app = App::start().await;
    app.publish(NORRSKEN, &partner_form(HANDLE)).await;
    let token = app.anonymous().open_form(HANDLE).await;
    tokio::time::sleep(Duration::from_secs(FASTEST_SECONDS.unsigned_abs()) + Duration::from_millis(50)).await;
    (app, token)
}

fn total(page: &Value) -> u64 {
    page["total"].as_u64().unwrap()
}

#[tokio::test]
async fn scenario_14_an_inquiry_reaches_the_partner_once_with_everything_that_was_entered() {
    let (app, token) = open().await;
    let (tom, member) = (app.merchant("tom"), app.member());
    let reply = tom.inquire(HANDLE, "once", &token, &inquiry()).await;
    let receipt = reply.expect(201);
    let id = receipt["id"].as_str().unwrap();
    assert_eq!(reply.location.as_deref(), Some(format!("/api/v1/inquiries/{id}").as_str()));
    assert_eq!((&receipt["partner"], &receipt["is_repeat"]), (&json!("Tallbacken Byrå"), &json!(false)));
    // Sent again after a lost answer, even with a form that was opened anew.
    assert_eq!(tom.inquire(HANDLE, "once", &token, &inquiry()).await.expect(201), receipt);
    let mut other = inquiry();
    other["goal"] = json!("Something else.");
    tom.inquire(HANDLE, "once", &token, &other).await.problem(422, "idempotency_key_reused");

    let list = member.get("/inquiries").await.expect(200);
    assert_eq!(total(&list), 1);
    assert_eq!(list["counts"], json!({ "all": 1, "new": 1, "answered": 0, "worked_on": 0, "declined": 0 }));
    let read = member.get(&format!("/inquiries/{id}")).await.expect(200);
    for (field, value) in inquiry().as_object().unwrap() {
        assert_eq!(&read["form"][field], value, "{field}");
    }
    assert_eq!(read["events"][0]["by"]["role"], "merchant");
    assert_eq!(total(&tom.get("/inquiries").await.expect(200)), 1);
    assert_eq!(tom.get(&format!("/inquiries/{id}")).await.expect(200)["form"], read["form"]);
    assert_eq!(total(&member.get("/leads").await.expect(200)), 0, "an inquiry is no lead");
}

#[tokio::test]
async fn the_same_key_at_once_is_one_inquiry() {
    let (app, token) = open().await;
    let (tom, form) = (app.merchant("tom"), inquiry());
    let replies = join_all((0..8).map(|_| tom.inquire(HANDLE, "at-once", &token, &form))).await;
    let sent: Vec<_> = replies.iter().filter(|reply| reply.status == 201).collect();
    assert!(!sent.is_empty() && replies.iter().all(|reply| matches!(reply.status, 201 | 503)), "{replies:?}");
    assert!(sent.iter().all(|reply| reply.json() == sent[0].json()));
    assert_eq!(total(&app.owner().get("/inquiries").await.expect(200)), 1);
}

#[tokio::test]
async fn a_further_inquiry_is_delivered_and_marked_for_180_days() {
    let (app, token) = open().await;
    let (tom, anna) = (app.merchant("tom"), app.merchant("anna"));
    let first = tom.ask(HANDLE, &token).await;
    let second = tom.ask(HANDLE, &token).await;
    let mut own = inquiry();
    own["contact_email"] = json!("anna@elsewhere.example");
    let stranger = anna.inquire(HANDLE, &key(), &token, &own).await.expect(201);
    assert_eq!(stranger["is_repeat"], false);
    let read = app.member().get(&format!("/inquiries/{second}")).await.expect(200);
    assert_eq!((&read["is_repeat"], &read["repeat_of"]), (&json!(true), &json!(first)));

    let clock = app.running.clock();
    clock.set(clock.now() + TimeDelta::days(181)).unwrap();
    let later = tom.inquire(HANDLE, &key(), &token, &inquiry()).await.expect(201);
    assert_eq!(later["is_repeat"], false);
    assert_eq!(total(&app.member().get("/inquiries").await.expect(200)), 4);
}

#[tokio::test]
async fn a_flood_is_told_when_to_come_back_and_loses_nothing_that_was_sent() {
    let (app, token) = open().await;
    let tom = app.merchant("tom");
    for number in 0..PER_SENDER.burst {
        tom.inquire(HANDLE, &format!("key-{number}"), &token, &inquiry()).await.expect(201);
    }
    let refused = tom.inquire(HANDLE, "one-more", &token, &inquiry()).await;
    refused.problem(429, "too_many_requests");
    let wait = refused.retry_after.unwrap();
    assert!((1..=PER_SENDER.interval.unsigned_abs()).contains(&wait), "{wait}");
    tom.inquire(HANDLE, "key-0", &token, &inquiry()).await.expect(201);
    let mut own = inquiry();
    own["contact_email"] = json!("anna@elsewhere.example");
    app.merchant("anna").inquire(HANDLE, &key(), &token, &own).await.expect(201);
    assert_eq!(total(&app.member().get("/inquiries").await.expect(200)), PER_SENDER.burst.unsigned_abs() + 1);
}

#[tokio::test]
async fn a_machine_is_known_by_its_haste_its_trap_and_its_token() {
    let app = App::start().await;
    app.publish(NORRSKEN, &partner_form(HANDLE)).await;
    app.publish(SAIGONWEB, &partner_form("other")).await;
    let tom = app.merchant("tom");
    let token = tom.open_form(HANDLE).await;
    let error = |reply: crate::support::Reply| {
        let problem = reply.problem(422, "invalid_fields");
        let error = &problem["errors"][0];
        (error["pointer"].as_str().unwrap().to_owned(), error["code"].as_str().unwrap().to_owned())
    };
    let of = |pointer: &str, code: &str| (pointer.to_owned(), code.to_owned());
    let quick = tom.inquire(HANDLE, &key(), &token, &inquiry()).await;
    assert_eq!(error(quick), of("/form_token", "too_fast"));
    let mut trapped = inquiry();
    trapped["fax_number"] = json!("+44 1");
    assert_eq!(error(tom.inquire(HANDLE, &key(), &token, &trapped).await), of("/fax_number", "leave_empty"));
    let invalid = of("/form_token", "form_token_invalid");
    for token in ["made-up", &tom.open_form("other").await] {
        assert_eq!(error(tom.inquire(HANDLE, &key(), token, &inquiry()).await), invalid);
    }
    let mut unagreed = inquiry();
    unagreed["consent"] = json!(false);
    assert_eq!(error(tom.inquire(HANDLE, &key(), &token, &unagreed).await), of("/consent", "consent_needed"));
    assert_eq!(total(&app.member().get("/inquiries").await.expect(200)), 0);
}

#[tokio::test]
async fn only_merchants_write_and_only_to_partners_who_are_shown_and_open() {
    let app = App::start().await;
    let mut booked = partner_form(HANDLE);
    booked["availability"] = json!("booked");
    app.publish(NORRSKEN, &booked).await;
    let form = app.anonymous().get("/profiles/tallbacken/inquiry-form").await.expect(200);
    assert_eq!(form["accepting"], false);
    let token = form["form_token"].as_str().unwrap();
    for role in ["partner_owner", "rep", "sales_manager", "program_admin"] {
        app.user(role).inquire(HANDLE, &key(), token, &inquiry()).await.problem(403, "forbidden");
    }
    app.anonymous().inquire(HANDLE, &key(), token, &inquiry()).await.expect(401);
    let tom = app.merchant("tom");
    tom.inquire(HANDLE, &key(), token, &inquiry()).await.problem(409, "form_closed");
    tom.inquire("unknown", &key(), token, &inquiry()).await.problem(404, "not_found");
}

#[tokio::test]
async fn nobody_else_can_tell_that_an_inquiry_exists() {
    let (app, token) = open().await;
    let id = app.merchant("tom").ask(HANDLE, &token).await;
    let path = format!("/inquiries/{id}");
    let missing = format!("/inquiries/{NORRSKEN}.{}", "0".repeat(32));
    let unknown = app.merchant("tom").get(&missing).await;
    let strangers = [
        app.merchant("anna"),
        app.partner(SAIGONWEB, "partner_owner"),
        app.rep("rep-astrid"),
        app.manager(),
        app.admin(),
    ];
    for stranger in &strangers {
        let reply = stranger.get(&path).await;
        reply.problem(404, "not_found");
        assert_eq!(reply.without_request_id(), unknown.without_request_id());
        stranger.mark(&id, 1, "mark_answered").await.problem(404, "not_found");
    }
    assert_eq!(total(&app.merchant("anna").get("/inquiries").await.expect(200)), 0);
    assert_eq!(total(&app.partner(SAIGONWEB, "partner_viewer").get("/inquiries").await.expect(200)), 0);
    app.manager().get("/inquiries").await.problem(403, "forbidden");
}

#[tokio::test]
async fn the_partner_marks_an_inquiry_and_the_merchant_learns_only_of_work() {
    let (app, token) = open().await;
    let (tom, member) = (app.merchant("tom"), app.member());
    let id = tom.ask(HANDLE, &token).await;
    let path = format!("/inquiries/{id}");
    let opened = app.user("partner_viewer").get(&path).await.version();
    app.user("partner_viewer").mark(&id, opened, "mark_answered").await.problem(403, "forbidden");
    tom.mark(&id, opened, "mark_worked_on").await.problem(403, "forbidden");

    // The mail goes out meanwhile, which is nobody's change.
    app.running.settle().await;
    let marked = member.mark(&id, opened, "mark_declined").await.expect(200);
    assert_eq!(marked["delivery"], "sent");
    let version = marked["version"].as_u64().unwrap();
    assert_eq!(marked["status"], "declined");
    assert_eq!(marked["events"][1]["from"], "new");
    member.mark(&id, opened, "mark_answered").await.problem(409, "version_conflict");
    member.mark(&id, version, "mark_declined").await.problem(409, "not_now");
    let seen = tom.get(&path).await.expect(200);
    assert_eq!((&seen["status"], &seen["may_review"]), (&json!("new"), &json!(false)));
    assert_eq!(seen["events"].as_array().unwrap().len(), 1);
    assert_eq!(seen["updated_at"], seen["sent_at"]);

    member.mark(&id, version, "mark_worked_on").await.expect(200);
    let seen = tom.get(&path).await.expect(200);
    assert_eq!((&seen["status"], &seen["may_review"]), (&json!("worked_on"), &json!(true)));
    assert_eq!(total(&member.get("/inquiries?status=worked_on").await.expect(200)), 1);
    assert_eq!(total(&member.get("/inquiries?status=new").await.expect(200)), 0);
}

#[tokio::test]
async fn inquiries_are_searched_sorted_and_exported() {
    let (app, token) = open().await;
    for (merchant, company) in [("tom", "Beta Tents"), ("anna", "Alpha Ånge"), ("lan", "=SUM(A1)")] {
        let mut form = inquiry();
        form["company"] = json!(company);
        form["contact_email"] = json!(format!("{merchant}@shop.example"));
        app.merchant(merchant).inquire(HANDLE, &key(), &token, &form).await.expect(201);
    }
    let member = app.member();
    let companies = async |query: &str| -> Vec<String> {
        let page = member.get(&format!("/inquiries?{query}")).await.expect(200);
        let items = page["items"].as_array().unwrap().iter();
        items.map(|item| item["company"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(companies("q=ange").await, ["Alpha Ånge"]);
    assert_eq!(companies("q=anna@shop").await, ["Alpha Ånge"]);
    assert_eq!(companies("sort=company&direction=desc").await, ["Beta Tents", "Alpha Ånge", "=SUM(A1)"]);
    let csv = member.get("/inquiries.csv?sort=company&direction=asc").await;
    assert!(csv.text.contains(",'=SUM(A1),"), "{}", csv.text);
    assert!(csv.text.ends_with("rows,3\r\n") || csv.text.ends_with("rows,3\n"), "{}", csv.text);
}

#[tokio::test]
async fn a_lead_keeps_the_inquiry_that_it_came_from() {
    let (app, token) = open().await;
    let id = app.merchant("tom").ask(HANDLE, &token).await;
    let mut form = plus("none");
    form["inquiry"] = json!(id);
    let other = app.partner(SAIGONWEB, "partner_owner");
    let unknown = other.submit(&key(), &form).await.problem(422, "invalid_fields");
    assert_eq!(unknown["errors"][0]["code"], "inquiry_unknown");

    let first = app.member().submit("from-inquiry", &form).await.expect(201);
    let lead = first["id"].as_str().unwrap();
    assert_eq!(app.member().lead(lead).await.expect(200)["form"]["inquiry"], id);
    let read = app.member().get(&format!("/inquiries/{id}")).await.expect(200);
    assert_eq!(read["lead"], lead);
    assert_eq!(read["events"][1]["kind"], "turned_into_lead");
    assert_eq!(app.merchant("tom").get(&format!("/inquiries/{id}")).await.expect(200)["lead"], Value::Null);

    assert_eq!(app.member().submit("from-inquiry", &form).await.expect(201), first);
    let again = app.member().submit(&key(), &form).await.problem(422, "invalid_fields");
    assert_eq!(again["errors"][0]["code"], "inquiry_used");
    assert_eq!(again["errors"][0]["params"]["lead_id"], lead);
    assert_eq!(app.member().ids("").await.len(), 1);
}
