//! What owners are told by mail of payouts and webhooks.

use chrono::{DateTime, Utc};
use guildhall_domain::actor::{Role, Stamp};
use guildhall_domain::clock::Clock;
use guildhall_domain::ids::OrgId;
use guildhall_domain::money::{Currency, Money};
use guildhall_domain::organisation::{House, Membership};
use guildhall_domain::payout::{HeldReason, Payout, Settlement};
use guildhall_domain::personal::Personal;
use guildhall_domain::referral::Account;
use guildhall_local::Message;
use guildhall_store::{Hooks, Members, Payouts, Settled};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{App, User};

/// An organisation that nobody is a member of from the start.
const ORG: &str = "tallbacken";

/// Two owners, a member who sees amounts, and nobody else.
async fn with_owners() -> App {
    let app = App::start().await;
    let house = House::Organisation(org());
    let person = |id: &str, role| Membership {
        person: id.parse().unwrap(),
        name: id.into(),
        email: Personal::new(format!("{id}@tallbacken.example")),
        role,
        financials: true,
        house: house.clone(),
        since: now(&app),
        ended: false,
    };
    let people = [
        person("tallbacken-partner_owner", Role::PartnerOwner),
        person("oskar", Role::PartnerOwner),
        person("nils", Role::PartnerMember),
    ];
    assert!(Members::new(app.table()).establish(&house, None, &people).await.unwrap());
    app
}

fn org() -> OrgId {
    ORG.parse().unwrap()
}

fn now(app: &App) -> DateTime<Utc> {
    app.running.clock().now()
}

/// A run keeps something back.
async fn hold(app: &App, period: &str) {
    let payout = Payout {
        org: org(),
        name: "Norrsken Commerce AB".to_owned(),
        period: period.parse().unwrap(),
        amount: Money { minor: 123_456, currency: Currency::USD },
        settlement: Settlement::Held { reason: HeldReason::DetailsMissing },
        at: now(app),
    };
    let account = Account::new(org(), Currency::USD);
    assert!(matches!(Payouts::new(app.table()).settle(&payout, &account).await.unwrap(), Settled::Done));
    app.running.settle().await;
}

/// Everything that was mailed, by address and subject.
fn mailed(app: &App) -> Vec<(String, String)> {
    let mut told: Vec<_> =
        app.running.mailbox().into_iter().map(|message| (message.to, message.subject)).collect();
    told.sort();
    told
}

async fn bounce(app: &App, message: &Message) {
    let url = format!("{}/dev/mailbox/{}/bounce", app.running.base_url(), message.id);
    let answer = app.client.post(url).send().await.unwrap();
    assert!(answer.status().is_redirection(), "{}", answer.text().await.unwrap());
}

/// The only mail that did not arrive, as managers see it.
async fn open(app: &App) -> Value {
    let open = app.manager().get("/mails").await.expect(200);
    let [mail] = &open["items"].as_array().unwrap()[..] else { panic!("one mail: {open}") };
    mail.clone()
}

async fn again(user: &User<'_>, mail: &Value) -> crate::support::Reply {
    let path = format!("/mails/{}/send", mail["id"].as_str().unwrap());
    user.send(user.request(Method::POST, &path)).await
}

#[tokio::test]
async fn every_owner_who_wants_it_is_told_of_a_payout_and_no_mail_names_an_amount() {
    let app = with_owners().await;
    hold(&app, "2026-02-1").await;
    let subject = "Your payout for 1 February 2026 – 15 February 2026 is carried over";
    let told = |to: &str| (format!("{to}@tallbacken.example"), subject.to_owned());
    assert_eq!(mailed(&app), [told("oskar"), told("tallbacken-partner_owner")]);
    let messages = app.running.mailbox();
    for message in &messages {
        assert!(!message.text.contains("1234") && !message.text.contains("1,234"), "{}", message.text);
        let link = format!("{}/payouts/details", app.running.base_url());
        assert!(message.text.contains(&link) && message.html.contains(&link), "{}", message.text);
    }

    // A run that is told of again, or goes on, mails nothing twice.
    app.running.settle().await;
    assert_eq!(app.running.mailbox().len(), 2);

    // One of them has had enough, and reads Swedish.
    app.partner(ORG, "partner_owner")
        .put("/me/settings", 0, &json!({ "language": "sv", "off": ["payout"] }))
        .await
        .expect(200);
    hold(&app, "2026-02-2").await;
    let told: Vec<_> =
        mailed(&app).into_iter().filter(|(_, subject)| subject.contains("16 February")).collect();
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].0, "oskar@tallbacken.example");
}

#[tokio::test]
async fn a_mail_about_a_payout_that_bounced_can_be_sent_again_while_its_reader_is_an_owner_who_wants_it() {
    let app = with_owners().await;
    hold(&app, "2026-02-1").await;
    let messages = app.running.mailbox();
    let message = messages.iter().find(|message| message.to.starts_with("tallbacken-partner_owner")).unwrap();
    bounce(&app, message).await;
    let mail = open(&app).await;
    assert_eq!((&mail["topic"], &mail["audience"]), (&json!("payout"), &json!("owner")));
    again(&app.partner(ORG, "partner_owner"), &mail).await.expect(404);
    assert_eq!(again(&app.manager(), &mail).await.status, 204);
    app.running.settle().await;
    assert_eq!(app.running.mailbox().len(), 3);

    bounce(&app, &app.running.mailbox()[0]).await;
    app.partner(ORG, "partner_owner")
        .put("/me/settings", 0, &json!({ "language": "en", "off": ["payout"] }))
        .await
        .expect(200);
    assert_eq!(again(&app.manager(), &mail).await.status, 204);
    app.running.settle().await;
    assert_eq!(app.running.mailbox().len(), 3, "by now they do not want it");
    assert_eq!(open(&app).await["reason"], "NotWanted");
}

#[tokio::test]
async fn owners_are_told_that_a_webhook_was_switched_off_unless_they_did_it_themselves() {
    let app = with_owners().await;
    let owner = app.partner(ORG, "partner_owner");
    let url = "https://hooks.norrsken-handel.com/guildhall?key=h1dden";
    let made = owner
        .post("/organisation/webhooks", &json!({ "url": url, "topics": ["lead.submitted"] }))
        .await
        .expect(201);
    let id = made["webhook"]["id"].as_str().unwrap().to_owned();
    let path = format!("/organisation/webhooks/{id}");
    let version = async || owner.get("/organisation/webhooks").await.expect(200)["version"].as_u64().unwrap();
    let switched = |on: bool| json!({ "url": url, "topics": ["lead.submitted"], "enabled": on });
    for on in [false, true] {
        owner.put(&path, version().await, &switched(on)).await.expect(200);
    }
    app.running.settle().await;
    assert_eq!(mailed(&app), [], "they know");

    let by = guildhall_domain::actor::Actor::system().signature();
    let stamp = Stamp { by, at: now(&app) };
    assert!(Hooks::new(app.table()).give_up(&org(), id.parse().unwrap(), &stamp).await.unwrap());
    app.running.settle().await;
    let subject = "Your webhook at hooks.norrsken-handel.com was switched off";
    let told = |to: &str| (format!("{to}@tallbacken.example"), subject.to_owned());
    assert_eq!(mailed(&app), [told("oskar"), told("tallbacken-partner_owner")]);
    let messages = app.running.mailbox();
    assert!(
        messages.iter().all(|message| !message.text.contains("h1dden") && !message.html.contains("h1dden"))
    );

    bounce(&app, &messages[0]).await;
    let mail = open(&app).await;
    assert_eq!((&mail["topic"], &mail["audience"]), (&json!("webhook"), &json!("owner")));
    assert_eq!(again(&app.manager(), &mail).await.status, 204);
    app.running.settle().await;
    assert_eq!(app.running.mailbox().len(), 3);
    bounce(&app, &app.running.mailbox()[0]).await;
    owner.put(&path, version().await, &switched(true)).await.expect(200);
    assert_eq!(again(&app.manager(), &mail).await.status, 204);
    app.running.settle().await;
    assert_eq!(app.running.mailbox().len(), 3, "it is on by now");
}
