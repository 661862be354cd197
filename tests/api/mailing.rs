//! What people are told by mail, from the request to the mailbox.

use std::time::Duration;

use guildhall_domain::inquiry::spam::FASTEST_SECONDS;
use guildhall_local::Message;

use crate::support::{App, NORRSKEN, inquiry, partner_form};

const HANDLE: &str = "tallbacken";
const PARTNER: &str = "hej@tallbacken.example";
const MERCHANT: &str = "tom@ashworthoutdoor.example";

/// A system with one partner, and the token of a form that a person has filled in since.
async fn open() -> (App, String) {
    let app = App::start().await;
    app.publish(NORRSKEN, &partner_form(HANDLE)).await;
    let token = app.anonymous().open_form(HANDLE).await;
    tokio::time::sleep(Duration::from_secs(FASTEST_SECONDS.unsigned_abs()) + Duration::from_millis(50)).await;
    (app, token)
}

/// All mail once everything is handled, the oldest first.
async fn mailbox(app: &App) -> Vec<Message> {
    app.running.settle().await;
    let mut messages = app.running.mailbox();
    messages.reverse();
    messages
}

#[tokio::test]
async fn scenario_14_the_partner_gets_one_mail_and_the_merchant_one_copy() {
    let (app, token) = open().await;
    let tom = app.merchant("tom");
    let receipt = tom.inquire(HANDLE, "once", &token, &inquiry()).await.expect(201);
    // Sent again after a lost answer.
    tom.inquire(HANDLE, "once", &token, &inquiry()).await.expect(201);
    let messages = mailbox(&app).await;
    let [mail, copy] = &messages[..] else { panic!("two mails: {messages:?}") };
    assert_eq!((mail.to.as_str(), mail.reply_to.as_deref()), (PARTNER, Some(MERCHANT)));
    assert_eq!((copy.to.as_str(), copy.reply_to.as_deref()), (MERCHANT, Some(PARTNER)));
    // The partner's profile names Swedish.
    assert_eq!((mail.language.as_str(), copy.language.as_str()), ("sv", "en"));

    let id = receipt["id"].as_str().unwrap();
    let link = format!("{}/inquiries/{id}", app.running.base_url());
    for message in [mail, copy] {
        assert!(message.text.contains(&link) && message.html.contains(&link), "{}", message.text);
        for field in ["contact_name", "contact_email", "company", "website"] {
            let entered = inquiry()[field].as_str().unwrap().to_owned();
            assert!(message.text.contains(&entered), "{entered} is not in {}", message.text);
        }
        assert!(message.text.contains("100 %"), "the partner keeps all of it: {}", message.text);
    }
    let read = app.member().get(&format!("/inquiries/{id}")).await.expect(200);
    assert_eq!(read["delivery"], "sent");
    assert_eq!(app.running.dead_letters(), []);
}

#[tokio::test]
async fn a_repeated_inquiry_is_mailed_as_one() {
    let (app, token) = open().await;
    let tom = app.merchant("tom");
    tom.inquire(HANDLE, "first", &token, &inquiry()).await.expect(201);
    tom.inquire(HANDLE, "second", &token, &inquiry()).await.expect(201);
    let messages = mailbox(&app).await;
    let subjects: Vec<_> = messages
        .iter()
        .filter(|message| message.to == PARTNER)
        .map(|message| message.subject.as_str())
        .collect();
    let [first, second] = &subjects[..] else { panic!("one each: {subjects:?}") };
    assert!(first.starts_with("Ny förfrågan från Ashworth"), "{first}");
    assert!(second.starts_with("Upprepad förfrågan från Ashworth"), "{second}");
    assert_eq!(messages.len(), 4);
}
