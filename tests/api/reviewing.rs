//! Reviews: who may write them, when the world sees them, and what becomes of them.

use chrono::TimeDelta;
use guildhall_domain::clock::Clock;
use guildhall_domain::inquiry::Inquiry;
use serde_json::{Value, json};

use crate::support::{App, NORRSKEN, Reply, SAIGONWEB, User, listed, now, partner_form, worked_on};

const HANDLE: &str = "tallbacken";

/// A system with one partner that has worked for these merchants.
async fn app_with(merchants: &[&str]) -> (App, Vec<Inquiry>) {
    let app = App::start().await;
    let at = now() - TimeDelta::days(30);
    app.bulk().partner_profiles(&[listed(NORRSKEN, &partner_form(HANDLE), at)]).await.unwrap();
    let inquiries: Vec<_> =
        merchants.iter().map(|merchant| worked_on(&format!("{merchant}-merchant"), HANDLE, at)).collect();
    app.bulk().inquiries(&inquiries).await.unwrap();
    (app, inquiries)
}

async fn write(user: &User<'_>, inquiry: &Inquiry, quality: u8, communication: u8) -> Reply {
    let review = json!({
        "inquiry": inquiry.id, "service": "customize-design", "quality": quality,
        "communication": communication, "text": "Good work.\n<b>Really.</b>",
    });
    user.post(&format!("/profiles/{HANDLE}/reviews"), &review).await
}

/// Two days pass, and the schedule comes round.
async fn two_days_later(app: &App) {
    let clock = app.running.clock();
    clock.set(clock.now() + TimeDelta::hours(48)).unwrap();
    app.running.settle().await;
}

/// A published review; its id.
async fn published(app: &App, inquiry: &Inquiry, stars: u8) -> String {
    let id = write(&app.merchant("tom"), inquiry, stars, stars).await.expect(201)["id"].clone();
    two_days_later(app).await;
    id.as_str().unwrap().to_owned()
}

async fn reviews(app: &App) -> Value {
    app.anonymous().get(&format!("/profiles/{HANDLE}/reviews")).await.expect(200)
}

async fn rating(app: &App) -> Value {
    app.anonymous().get(&format!("/profiles/{HANDLE}")).await.expect(200)["rating"].clone()
}

#[tokio::test]
async fn scenario_20_a_review_is_held_for_two_days_and_counts_only_then() {
    let (app, inquiries) = app_with(&["tom"]).await;
    let tom = app.merchant("tom");
    let reply = write(&tom, &inquiries[0], 5, 4).await;
    let review = reply.expect(201);
    let path = format!("/reviews/{}", review["id"].as_str().unwrap());
    assert_eq!(reply.location.as_deref(), Some(format!("/api/v1{path}").as_str()));
    assert_eq!(review["status"], "held");
    assert_eq!(tom.get(&path).await.expect(200), review);
    for somebody in [app.anonymous(), app.owner(), app.merchant("anna")] {
        assert!(matches!(somebody.get(&path).await.status, 401 | 404));
    }

    let clock = app.running.clock();
    clock.set(clock.now() + TimeDelta::hours(47)).unwrap();
    app.running.settle().await;
    assert_eq!(reviews(&app).await["total"], 0);
    assert_eq!((&rating(&app).await["count"], &rating(&app).await["average"]), (&json!(0), &Value::Null));

    clock.set(clock.now() + TimeDelta::hours(1)).unwrap();
    app.running.settle().await;
    let page = reviews(&app).await;
    assert_eq!(page["total"], 1);
    assert_eq!(page["items"][0]["text"], "Good work.\n<b>Really.</b>");
    assert_eq!(page["items"][0]["company"], "Ashworth Outdoor Ltd");
    let rating = rating(&app).await;
    assert_eq!((&rating["count"], &rating["average"]), (&json!(1), &json!(450)));
    assert_eq!((&rating["quality"], &rating["communication"]), (&json!(500), &json!(400)));
    assert_eq!(rating["histogram"], json!([0, 0, 0, 0, 1]));
    let card = app.anonymous().get("/directory").await.expect(200);
    assert_eq!(card["items"][0]["rating"], rating);

    write(&tom, &inquiries[0], 1, 1).await.problem(409, "review_exists");
    app.running.settle().await;
    assert_eq!(self::rating(&app).await, rating);
}

#[tokio::test]
async fn nobody_reviews_without_work_or_about_another_ones_work() {
    let (app, inquiries) = app_with(&["tom"]).await;
    // The partner takes the mark back.
    let id = inquiries[0].id.to_string();
    app.owner().mark(&id, inquiries[0].version, "mark_answered").await.expect(200);
    write(&app.merchant("tom"), &inquiries[0], 5, 5).await.problem(409, "review_not_eligible");
    let stranger = write(&app.merchant("anna"), &inquiries[0], 5, 5).await.problem(422, "invalid_fields");
    assert_eq!(stranger["errors"][0]["code"], "inquiry_unknown");
    for role in ["partner_owner", "program_admin", "rep"] {
        write(&app.user(role), &inquiries[0], 5, 5).await.problem(403, "forbidden");
    }
    let elsewhere = json!({
        "inquiry": id, "service": "customize-design", "quality": 5, "communication": 5, "text": "Good.",
    });
    let other = app.merchant("tom").post("/profiles/elsewhere/reviews", &elsewhere).await;
    assert_eq!(other.problem(422, "invalid_fields")["errors"][0]["code"], "inquiry_unknown");
}

#[tokio::test]
async fn a_review_that_breaks_a_rule_is_refused_with_its_field() {
    let (app, inquiries) = app_with(&["tom"]).await;
    for (field, value, code) in [
        ("quality", json!(0), "out_of_range"),
        ("communication", json!(6), "out_of_range"),
        ("quality", json!(4.5), "wrong_kind"),
        ("text", json!(""), "required"),
        ("text", json!("x".repeat(2_001)), "too_long"),
        ("service", json!("juggling"), "choice_unknown"),
        ("company", json!("Another"), "unknown"),
    ] {
        let mut review = json!({
            "inquiry": inquiries[0].id, "service": "customize-design", "quality": 5, "communication": 5,
            "text": "Good.",
        });
        review[field] = value;
        let path = format!("/profiles/{HANDLE}/reviews");
        let refused = app.merchant("tom").post(&path, &review).await.problem(422, "invalid_fields");
        assert_eq!(refused["errors"][0]["pointer"], format!("/{field}"));
        assert_eq!(refused["errors"][0]["code"], code, "{field}");
    }
}

#[tokio::test]
async fn the_owner_answers_once_and_only_what_is_published() {
    let (app, inquiries) = app_with(&["tom"]).await;
    let id = write(&app.merchant("tom"), &inquiries[0], 4, 4).await.expect(201)["id"].clone();
    let path = format!("/reviews/{}/reply", id.as_str().unwrap());
    let text = json!({ "text": "Thank you!" });
    app.owner().post(&path, &text).await.problem(404, "not_found");
    two_days_later(&app).await;
    app.member().post(&path, &text).await.problem(403, "forbidden");
    app.partner(SAIGONWEB, "partner_owner").post(&path, &text).await.problem(404, "not_found");
    app.merchant("tom").post(&path, &text).await.problem(404, "not_found");
    app.owner().post(&path, &text).await.expect(200);
    app.owner().post(&path, &json!({ "text": "And more." })).await.problem(409, "already_replied");
    assert_eq!(reviews(&app).await["items"][0]["reply"]["text"], "Thank you!");
}

#[tokio::test]
async fn a_suspended_organisation_answers_no_review() {
    let (app, inquiries) = app_with(&["tom"]).await;
    let id = published(&app, &inquiries[0], 2).await;
    let path = format!("/reviews/{id}/reply");
    let suspended = app.with_claims("partner_owner", &json!({ "guildhall_org_standing": "suspended" }));
    let text = json!({ "text": "Thank you!" });
    suspended.post(&path, &text).await.problem(403, "organisation_suspended");
    assert_eq!(reviews(&app).await["items"][0]["reply"], Value::Null);
    app.owner().post(&path, &text).await.expect(200);
}

#[tokio::test]
async fn a_reported_review_stays_until_the_programme_removes_it_and_its_stars_go_with_it() {
    let (app, inquiries) = app_with(&["tom", "anna"]).await;
    write(&app.merchant("anna"), &inquiries[1], 3, 3).await.expect(201);
    let id = published(&app, &inquiries[0], 5).await;
    assert_eq!(rating(&app).await["average"], 400);
    let report = format!("/reviews/{id}/report");
    let reason = json!({ "reason": "incentivised", "note": "It was rewarded." });
    app.anonymous().post(&report, &reason).await.expect(401);
    assert_eq!(app.owner().post(&report, &reason).await.status, 204);
    app.merchant("anna").post(&report, &reason).await.problem(409, "already_reported");
    assert_eq!(reviews(&app).await["total"], 2, "a report alone changes nothing");

    let queue = app.admin().get("/moderation").await.expect(200);
    assert_eq!(queue["reviews"][0]["review"]["id"], id);
    assert_eq!(queue["reviews"][0]["note"], "It was rewarded.");
    let decide = format!("/moderation/reviews/{id}");
    let remove = json!({ "command": "remove", "reason": "incentivised" });
    app.owner().post(&decide, &remove).await.problem(403, "forbidden");
    assert_eq!(app.admin().post(&decide, &remove).await.expect(200)["status"], "removed");
    let left = rating(&app).await;
    assert_eq!((&left["count"], &left["average"]), (&json!(1), &json!(300)));
    assert_eq!(left["histogram"], json!([0, 0, 1, 0, 0]));
    assert_eq!(reviews(&app).await["total"], 1);
    assert!(app.admin().get("/moderation").await.expect(200)["reviews"].as_array().unwrap().is_empty());
    app.admin().post(&decide, &remove).await.problem(409, "not_now");
    write(&app.merchant("tom"), &inquiries[0], 5, 5).await.problem(409, "review_exists");
}

#[tokio::test]
async fn a_review_that_the_programme_keeps_may_be_reported_again() {
    let (app, inquiries) = app_with(&["tom"]).await;
    let id = published(&app, &inquiries[0], 2).await;
    let (report, decide) = (format!("/reviews/{id}/report"), format!("/moderation/reviews/{id}"));
    let reason = json!({ "reason": "abusive" });
    assert_eq!(app.owner().post(&report, &reason).await.status, 204);
    app.admin().post(&decide, &json!({ "command": "keep" })).await.expect(200);
    assert_eq!(rating(&app).await["count"], 1);
    app.admin().post(&decide, &json!({ "command": "keep" })).await.problem(409, "not_now");
    assert_eq!(app.owner().post(&report, &reason).await.status, 204);
}

#[tokio::test]
async fn a_held_review_that_is_removed_is_never_published() {
    let (app, inquiries) = app_with(&["tom"]).await;
    let id = write(&app.merchant("tom"), &inquiries[0], 1, 1).await.expect(201)["id"].clone();
    let decide = format!("/moderation/reviews/{}", id.as_str().unwrap());
    app.admin().post(&decide, &json!({ "command": "remove", "reason": "fake" })).await.expect(200);
    two_days_later(&app).await;
    assert_eq!(reviews(&app).await["total"], 0);
    assert_eq!(rating(&app).await["count"], 0);
}

#[tokio::test]
async fn many_reviews_are_paged_filtered_and_counted() {
    let merchants: Vec<_> = (0..13).map(|number| format!("m{number}")).collect();
    let names: Vec<_> = merchants.iter().map(String::as_str).collect();
    let (app, inquiries) = app_with(&names).await;
    for (number, (name, inquiry)) in names.iter().zip(&inquiries).enumerate() {
        let stars = u8::try_from(number % 5 + 1).unwrap();
        write(&app.merchant(name), inquiry, stars, stars).await.expect(201);
    }
    two_days_later(&app).await;
    let anybody = app.anonymous();
    let path = format!("/profiles/{HANDLE}/reviews");
    let first = reviews(&app).await;
    assert_eq!((first["items"].as_array().unwrap().len(), &first["total"]), (10, &json!(13)));
    let next = first["next"].as_str().unwrap();
    let second = anybody.get(&format!("{path}?cursor={next}")).await.expect(200);
    assert_eq!((second["items"].as_array().unwrap().len(), &second["offset"]), (3, &json!(10)));
    assert_eq!(anybody.get(&format!("{path}?stars=1,5")).await.expect(200)["total"], 5);
    let best = anybody.get(&format!("{path}?sort=rating&direction=desc")).await.expect(200);
    assert_eq!(best["items"][0]["quality"], 5);
    let rating = rating(&app).await;
    assert_eq!(rating["histogram"], json!([3, 3, 3, 2, 2]));
    assert_eq!(rating["count"], 13);
}
