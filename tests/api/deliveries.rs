//! What became of mails, and what people do about those that did not arrive.

use std::time::Duration;

use futures::future::join_all;
use guildhall_domain::inquiry::spam::FASTEST_SECONDS;
use guildhall_local::Message;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{App, LeadKind, NORRSKEN, Reply, SAIGONWEB, User, inquiry, partner_form};

const HANDLE: &str = "tallbacken";

/// An inquiry with its two mails.
struct Sent {
    app: App,
    inquiry: String,
}

/// A merchant has written to a partner, and both mails are out.
async fn sent() -> Sent {
    let app = App::start().await;
    app.publish(NORRSKEN, &partner_form(HANDLE)).await;
    let token = app.anonymous().open_form(HANDLE).await;
    tokio::time::sleep(Duration::from_secs(FASTEST_SECONDS.unsigned_abs()) + Duration::from_millis(50)).await;
    let receipt = app.merchant("tom").inquire(HANDLE, "once", &token, &inquiry()).await.expect(201);
    app.running.settle().await;
    let inquiry = receipt["id"].as_str().unwrap().to_owned();
    Sent { app, inquiry }
}

impl Sent {
    /// The messages to an audience, the oldest first.
    fn messages(&self, audience: &str) -> Vec<Message> {
        messages(&self.app, audience)
    }

    /// The inquiry as its partner's member reads it.
    async fn read(&self) -> Value {
        self.app.member().get(&format!("/inquiries/{}", self.inquiry)).await.expect(200)
    }

    async fn mail(&self) -> String {
        self.read().await["mail"].as_str().expect("a member may send it again").to_owned()
    }
}

fn messages(app: &App, audience: &str) -> Vec<Message> {
    let mut messages = app.running.mailbox();
    messages.retain(|message| message.audience == audience);
    messages.reverse();
    messages
}

/// The carrier tells something of a message.
async fn tell(app: &App, message: &Message, what: &str) {
    let url = format!("{}/dev/mailbox/{}/{what}", app.running.base_url(), message.id);
    let answer = app.client.post(url).send().await.expect("an answer");
    // It leads back to the message.
    assert!(answer.status().is_redirection(), "{}", answer.text().await.unwrap());
}

async fn again(user: &User<'_>, mail: &str) -> Reply {
    user.send(user.request(Method::POST, &format!("/mails/{mail}/send"))).await
}

async fn dismiss(user: &User<'_>, mail: &str) -> Reply {
    user.send(user.request(Method::POST, &format!("/mails/{mail}/dismiss"))).await
}

#[tokio::test]
async fn scenario_15_a_bounce_shows_at_the_partner_and_the_mail_can_be_sent_again() {
    let sent = sent().await;
    let app = &sent.app;
    let [first] = &sent.messages("partner")[..] else { panic!("one mail to the partner") };
    tell(app, first, "bounce").await;
    let read = sent.read().await;
    assert_eq!(read["delivery"], "bounced");
    // Another reader of the organisation sees it too, and does nothing about it.
    let viewer = app.user("partner_viewer").get(&format!("/inquiries/{}", sent.inquiry)).await.expect(200);
    assert_eq!((&viewer["delivery"], &viewer["mail"]), (&json!("bounced"), &Value::Null));
    let merchant = app.merchant("tom").get(&format!("/inquiries/{}", sent.inquiry)).await.expect(200);
    assert_eq!((&merchant["delivery"], &merchant["mail"]), (&json!("bounced"), &Value::Null));
    assert!(!merchant.to_string().contains("permanent"), "the merchant learns no more than that");

    let mail = sent.mail().await;
    assert_eq!(again(&app.member(), &mail).await.status, 204);
    app.running.settle().await;
    let [_, second] = &sent.messages("partner")[..] else { panic!("one more mail") };
    assert_eq!((&second.to, &second.mail), (&first.to, &first.mail));
    assert_eq!(sent.read().await["delivery"], "sent");
    tell(app, second, "deliver").await;
    // What the carrier tells late of the first attempt says nothing about the second.
    tell(app, first, "bounce").await;
    assert_eq!(sent.read().await["delivery"], "delivered");
    let box_url = format!("{}/dev/mailbox.json", app.running.base_url());
    let shown: Value = app.client.get(box_url).send().await.unwrap().json().await.unwrap();
    let state = |message: &Message| {
        let all = shown["messages"].as_array().unwrap();
        all.iter().find(|one| one["id"] == message.id.as_str()).unwrap()["delivery"].clone()
    };
    assert_eq!((state(first), state(second)), (json!("bounced"), json!("delivered")));
    assert_eq!(app.running.dead_letters(), []);
}

#[tokio::test]
async fn reports_come_in_any_order_and_more_than_once() {
    let sent = sent().await;
    let app = &sent.app;
    let [mail] = &sent.messages("partner")[..] else { panic!("one mail to the partner") };
    let [copy] = &sent.messages("merchant")[..] else { panic!("one copy to the merchant") };
    // What becomes of the copy is not what becomes of the inquiry.
    tell(app, copy, "bounce").await;
    assert_eq!(sent.read().await["delivery"], "sent");
    let mut version = sent.read().await["version"].clone();
    for (told, known, is_news) in [
        ("deliver", "delivered", true),
        ("deliver", "delivered", false),
        ("complain", "complained", true),
        ("deliver", "complained", false),
        ("bounce", "complained", false),
        ("complain", "complained", false),
    ] {
        tell(app, mail, told).await;
        let read = sent.read().await;
        assert_eq!(read["delivery"], known, "{told}");
        assert_eq!(read["version"] != version, is_news, "{told}");
        version = read["version"].clone();
    }
    // Whoever called it unwanted is not written to again.
    again(&app.manager(), &sent.mail().await).await.problem(409, "not_now");
    let unknown = format!("{}/dev/mailbox/{}/bounce", app.running.base_url(), "0".repeat(32));
    assert_eq!(app.client.post(unknown).send().await.unwrap().status(), 404);
}

#[tokio::test]
async fn asked_at_once_by_many_a_mail_is_sent_again_once() {
    let sent = sent().await;
    let app = &sent.app;
    tell(app, &sent.messages("partner")[0], "bounce").await;
    let mail = sent.mail().await;
    let (member, manager) = (app.member(), app.manager());
    let asked = join_all((0..12).map(|place| again(if place % 2 == 0 { &member } else { &manager }, &mail)));
    let statuses: Vec<_> = asked.await.iter().map(|reply| reply.status).collect();
    assert_eq!(statuses.iter().filter(|status| **status == 204).count(), 1, "{statuses:?}");
    assert!(statuses.iter().all(|status| [204, 409].contains(status)), "{statuses:?}");
    app.running.settle().await;
    assert_eq!(sent.messages("partner").len(), 2);
    assert_eq!(sent.read().await["delivery"], "sent");
    again(&member, &mail).await.problem(409, "not_now");
}

#[tokio::test]
async fn one_mail_is_not_sent_again_without_end() {
    let sent = sent().await;
    let (app, mail) = (&sent.app, sent.mail().await);
    for _ in 0..5 {
        tell(app, sent.messages("partner").last().unwrap(), "bounce").await;
        assert_eq!(again(&app.member(), &mail).await.status, 204);
        app.running.settle().await;
    }
    tell(app, sent.messages("partner").last().unwrap(), "bounce").await;
    let refused = again(&app.member(), &mail).await;
    refused.problem(429, "too_many_requests");
    assert!((1..=12 * 60).contains(&refused.retry_after.unwrap()), "{refused:?}");
    assert_eq!(sent.read().await["delivery"], "bounced", "nothing was done");
    assert_eq!(sent.messages("partner").len(), 6);
}

#[tokio::test]
async fn a_mail_of_somebody_else_is_answered_like_a_missing_one() {
    let sent = sent().await;
    let app = &sent.app;
    tell(app, &sent.messages("partner")[0], "bounce").await;
    let (mail, missing) = (sent.mail().await, "0".repeat(32));
    let strangers = [
        app.partner(SAIGONWEB, "partner_owner"),
        app.partner(SAIGONWEB, "partner_member"),
        app.user("partner_viewer"),
        app.merchant("tom"),
        app.merchant("eve"),
        app.rep("rep-astrid"),
    ];
    for stranger in strangers {
        for id in [mail.as_str(), "nonsense"] {
            let (there, not_there) = (again(&stranger, id).await, again(&stranger, &missing).await);
            assert_eq!((there.status, there.content_type.clone()), (404, not_there.content_type.clone()));
            assert_eq!(there.without_request_id(), not_there.without_request_id());
            assert_eq!(dismiss(&stranger, id).await.without_request_id(), not_there.without_request_id());
        }
        stranger.get("/mails").await.problem(403, "forbidden");
    }
    app.anonymous().get("/mails").await.expect(401);
    assert_eq!(sent.read().await["delivery"], "bounced");
    assert_eq!(sent.messages("partner").len(), 1);
}

#[tokio::test]
async fn open_mails_are_listed_without_addresses_until_somebody_decides() {
    let sent = sent().await;
    let app = &sent.app;
    for role in ["sales_manager", "program_admin"] {
        assert_eq!(app.user(role).get("/mails").await.expect(200)["items"], json!([]), "all is well");
    }
    for audience in ["partner", "merchant"] {
        tell(app, &sent.messages(audience)[0], "bounce").await;
    }
    let manager = app.manager();
    let first = manager.get("/mails?limit=1").await.expect(200);
    assert_eq!((&first["total"], &first["previous"]), (&json!(2), &Value::Null));
    let listed = &first["items"][0];
    assert_eq!(listed["audience"], "partner", "the oldest first");
    assert_eq!(listed["about"], json!({ "kind": "inquiry", "id": sent.inquiry }));
    assert_eq!((&listed["delivery"], &listed["reason"]), (&json!("bounced"), &json!("permanent")));
    assert_eq!((&listed["attempts"], &listed["topic"]), (&json!(1), &json!("inquiry")));
    let next = manager.get(&format!("/mails?limit=1&cursor={}", first["next"].as_str().unwrap())).await;
    let copy = next.expect(200)["items"][0].clone();
    assert_eq!(copy["audience"], "merchant");
    for page in [first.to_string(), next.text.clone()] {
        assert!(!page.contains('@') && !page.contains("Ashworth"), "{page}");
    }
    app.user("program_admin")
        .get(&format!("/mails?cursor={}", first["next"].as_str().unwrap()))
        .await
        .problem(400, "invalid_cursor");
    manager.get("/mails?q=tom").await.problem(400, "invalid_query");

    let mail = listed["id"].as_str().unwrap();
    for _ in 0..2 {
        assert_eq!(dismiss(&manager, mail).await.status, 204);
    }
    assert_eq!(dismiss(&app.user("program_admin"), copy["id"].as_str().unwrap()).await.status, 204);
    assert_eq!(manager.get("/mails").await.expect(200)["total"], 0);
    // The partner still sees what happened, and may still do something about it.
    assert_eq!(sent.read().await["delivery"], "bounced");
    assert_eq!(again(&app.member(), mail).await.status, 204);
    app.running.settle().await;
    assert_eq!(sent.messages("partner").len(), 2);
    dismiss(&manager, mail).await.problem(409, "not_now");
}

#[tokio::test]
async fn a_bounce_about_a_lead_shows_on_the_lead_and_in_its_list() {
    let app = App::start().await;
    let lead = app.lead(LeadKind::PlusWithSupport).await;
    app.running.settle().await;
    let told = messages(&app, "partner");
    let [mail] = &told[..] else { panic!("one mail to the partner: {told:?}") };
    tell(&app, mail, "bounce").await;
    let read = app.member().lead(&lead).await.expect(200);
    let shown = read["mails"].as_array().unwrap().iter().find(|one| one["id"] == mail.mail.as_str());
    assert_eq!(shown.unwrap()["delivery"], "bounced");
    assert_eq!(app.member().get("/leads").await.expect(200)["items"][0]["undelivered"], true);
    let stranger = app.partner(SAIGONWEB, "partner_member");
    again(&stranger, &mail.mail).await.problem(404, "not_found");
    assert_eq!(again(&app.member(), &mail.mail).await.status, 204);
    app.running.settle().await;
    assert_eq!(messages(&app, "partner").len(), 2);
    let list = app.member().get("/leads").await.expect(200);
    assert_eq!(list["items"][0]["undelivered"], false);
    assert_eq!(app.running.dead_letters(), []);
}
