//! The client of SES against an emulator of SES.

use send_mail::{Mailer, Ses};
use serde_json::json;

use crate::support::emulator::Emulator;
use crate::support::mails::mail;

const SENDER: &str = "Guildhall <no-reply@guildhall.example>";

#[tokio::test]
async fn a_mail_arrives_at_ses_as_it_was_written() {
    let emulator = Emulator::start();
    let ses = Ses::connect(&emulator.endpoint, SENDER);
    let sent = mail(1);
    let message = ses.send(&sent).await.unwrap();
    let kept = emulator.mails().await;
    let [kept] = &kept[..] else { panic!("one mail, not {}", kept.len()) };
    assert_eq!(kept["messageId"], json!(message.0));
    assert_eq!(kept["from"], json!(SENDER));
    assert_eq!(kept["destination"], json!({ "to": ["hej@almgren.example"], "cc": [], "bcc": [] }));
    assert_eq!(kept["replyTo"], json!(["ingrid@lampverket.example"]));
    assert_eq!(kept["subject"], json!(sent.subject.as_str()));
    assert_eq!(kept["body"], json!({ "html": sent.html.as_str(), "text": sent.text.as_str() }));
    let headers = json!([
        { "name": "Auto-Submitted", "value": "auto-generated" },
        { "name": "X-Auto-Response-Suppress", "value": "All" },
        { "name": "Content-Language", "value": "sv" },
    ]);
    assert_eq!(kept["headers"], headers);
}

#[tokio::test]
async fn a_mail_without_somebody_to_answer_to_has_no_reply_address() {
    let emulator = Emulator::start();
    let mail = send_mail::Mail { reply_to: None, ..mail(1) };
    Ses::connect(&emulator.endpoint, SENDER).send(&mail).await.unwrap();
    assert_eq!(emulator.mails().await[0]["replyTo"], json!([]));
}
