//! The weekly summary, from the settings to the mailbox.

use chrono::{DateTime, Utc};
use guildhall_local::Message;
use reqwest::Method;
use serde_json::json;

use crate::support::{App, LeadKind, NORRSKEN, SAIGONWEB, User};

const SUMMARY: &str = "wait";

/// The clock is moved, and everything that is due happens; the summaries so far, the oldest first.
async fn summaries(app: &App, moment: &str) -> Vec<Message> {
    app.running.clock().set(moment.parse::<DateTime<Utc>>().unwrap()).unwrap();
    app.running.settle().await;
    assert_eq!(app.running.dead_letters(), []);
    let mut messages = app.running.mailbox();
    messages.reverse();
    messages.into_iter().filter(|message| message.subject.contains(SUMMARY)).collect()
}

async fn wants_summaries(user: &User<'_>) {
    let request = user.request(Method::PUT, "/me/settings").header("if-match", "\"0\"");
    user.send(request.json(&json!({ "language": "en", "off": [] }))).await.expect(200);
}

#[tokio::test]
async fn on_mondays_whoever_wants_it_reads_what_waits_for_whom_once() {
    let app = App::start().await;
    summaries(&app, "2026-03-03T10:00:00Z").await;
    for role in ["partner_member", "sales_manager"] {
        wants_summaries(&app.user(role)).await;
    }
    // Nothing waits for them.
    wants_summaries(&app.partner(SAIGONWEB, "partner_owner")).await;
    wants_summaries(&app.rep("rep-chau")).await;
    app.lead(LeadKind::PlusWithSupport).await;
    for _ in 0..2 {
        app.lead_from(&app.partner(NORRSKEN, "partner_owner"), crate::support::plus("none")).await;
    }
    assert!(summaries(&app, "2026-03-08T23:59:00Z").await.is_empty(), "it is Sunday");

    for moment in ["2026-03-09T06:00:00Z", "2026-03-09T07:00:00Z", "2026-03-12T06:00:00Z"] {
        let mails = summaries(&app, moment).await;
        let mut subjects: Vec<_> = mails.iter().map(|mail| mail.subject.as_str()).collect();
        subjects.sort_unstable();
        assert_eq!(
            subjects,
            ["1 lead waits for you, 2 for partners", "2 leads wait for you, 1 for us"],
            "{moment}"
        );
        assert!(mails.iter().all(|mail| !mail.text.contains("reminder")), "nothing is quiet for long");
    }

    let mails = summaries(&app, "2026-03-23T06:00:00Z").await;
    let [_, _, later @ ..] = &mails[..] else { panic!("there were two before") };
    assert_eq!(later.len(), 2, "the next Monday that anybody was there");
    let to_partner = later.iter().find(|mail| mail.subject.contains("for us")).unwrap();
    // The last thing that happened to one of them was that its deadline had passed.
    assert!(to_partner.text.contains("Acme AB, since 8 March 2026"), "{}", to_partner.text);
    assert!(to_partner.text.contains("Only a reminder"));
    let counts = app.member().get("/leads").await.expect(200)["counts"].clone();
    assert_eq!(counts["submitted"], 3, "a reminder decides nothing: {counts}");
}

#[tokio::test]
async fn a_summary_that_bounced_is_sent_again_as_it_was() {
    let app = App::start().await;
    summaries(&app, "2026-03-03T10:00:00Z").await;
    wants_summaries(&app.member()).await;
    app.lead(LeadKind::PlusWithSupport).await;
    let [first] = &summaries(&app, "2026-03-09T06:00:00Z").await[..] else { panic!("one summary") };
    let bounce = format!("{}/dev/mailbox/{}/bounce", app.running.base_url(), first.id);
    assert!(app.client.post(bounce).send().await.unwrap().status().is_redirection());
    let manager = app.manager();
    let again = manager.request(Method::POST, &format!("/mails/{}/send", first.mail));
    assert_eq!(manager.send(again).await.status, 204);
    let [sent, again] = &summaries(&app, "2026-03-09T07:00:00Z").await[..] else { panic!("it came again") };
    assert_eq!((&again.to, &again.subject, &again.text), (&sent.to, &sent.subject, &sent.text));
}
