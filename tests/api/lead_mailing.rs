//! What people are told by mail about leads, from the request to the mailbox.

use futures::future::join_all;
use guildhall_local::Message;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{App, LeadKind, key, plus};

const PARTNER: &str = "somebody@norrsken.example";
const REPRESENTATIVE: &str = "rep-astrid@guildhall.example";

/// All mail once everything is handled, the oldest first.
async fn mailbox(app: &App) -> Vec<Message> {
    app.running.settle().await;
    assert_eq!(app.running.dead_letters(), []);
    let mut messages = app.running.mailbox();
    messages.reverse();
    messages
}

/// What came to an address.
async fn mail_to(app: &App, address: &str) -> Vec<Message> {
    mailbox(app).await.into_iter().filter(|message| message.to == address).collect()
}

fn award() -> Value {
    json!({ "command": "award", "terms_checked": true, "deal_closed": true })
}

fn start_work() -> Value {
    json!({ "command": "start_work", "note": "First call booked" })
}

#[tokio::test]
async fn scenario_9_a_lead_is_confirmed_once_with_every_field_however_often_it_is_sent() {
    let app = App::start().await;
    let member = app.member();
    let mut form = plus("requested");
    form["reference"] = json!("A-2026-17");
    for _ in 0..3 {
        member.submit("once", &form).await;
    }
    let messages = mail_to(&app, PARTNER).await;
    let [mail] = &messages[..] else { panic!("one mail: {messages:?}") };
    for field in ["contact_name", "contact_email", "phone", "company", "website", "existing_store"] {
        let entered = form[field].as_str().unwrap();
        assert!(mail.text.contains(entered), "{entered} is not in {}", mail.text);
    }
    for entered in
        ["Magento 2.4", "A-2026-17", "Six shops and a web store.", "They want one stock.", "Sweden", "Plus"]
    {
        assert!(mail.text.contains(entered), "{entered} is not in {}", mail.text);
    }
    let id = member.ids("").await.remove(0);
    let link = format!("{}/referrals/leads/{id}", app.running.base_url());
    assert!(mail.text.contains(&link) && mail.html.contains(&link), "{}", mail.text);
    let lead = member.lead(&id).await.expect(200);
    let told = &lead["mails"][0];
    assert_eq!(
        (&told["seq"], &told["audience"], &told["delivery"]),
        (&json!(1), &json!("partner"), &json!("sent"))
    );
}

#[tokio::test]
async fn a_move_is_told_with_its_new_status_to_everybody_but_whoever_made_it() {
    let app = App::start().await;
    let id = app.lead(LeadKind::PlusWithSupport).await;
    app.rep("rep-astrid").act(&id, &start_work()).await.expect(200);
    app.manager().act(&id, &award()).await.expect(200);
    let subjects: Vec<_> = mail_to(&app, PARTNER).await.into_iter().map(|mail| mail.subject).collect();
    let [_, started, awarded] = &subjects[..] else { panic!("three mails: {subjects:?}") };
    assert!(started.ends_with("is now In progress"), "{started}");
    assert!(awarded.ends_with("is now Awarded"), "{awarded}");
    let to_representative = mail_to(&app, REPRESENTATIVE).await;
    assert_eq!(to_representative.len(), 1, "only that the lead is theirs: {to_representative:?}");
    // The roster names Swedish.
    assert_eq!(to_representative[0].language, "sv");
}

#[tokio::test]
async fn a_question_goes_to_the_representative_and_back_to_whoever_asked() {
    let app = App::start().await;
    let id = app.lead(LeadKind::PlusWithSupport).await;
    let question = json!({ "kind": "question", "message": "When do you <b>call</b> them?" });
    for _ in 0..2 {
        app.member().contact(&id, "once", &question).await.expect(200);
    }
    let asked = mail_to(&app, REPRESENTATIVE).await;
    let [_, mail] = &asked[..] else { panic!("two mails: {asked:?}") };
    assert_eq!(mail.reply_to.as_deref(), Some(PARTNER));
    assert!(mail.text.contains(&id) && mail.text.contains("When do you <b>call</b> them?"), "{}", mail.text);
    assert!(mail.html.contains("When do you &#60;b&#62;call"), "{}", mail.html);
    let copies = mail_to(&app, PARTNER).await;
    let [_, copy] = &copies[..] else { panic!("two mails: {copies:?}") };
    assert_eq!(copy.reply_to.as_deref(), Some(REPRESENTATIVE));
    assert!(copy.subject.starts_with("Copy of your question"), "{}", copy.subject);
}

#[tokio::test]
async fn scenario_8_of_two_moves_at_once_one_is_told() {
    let app = App::start().await;
    let id = app.lead(LeadKind::PlusWithSupport).await;
    let version = app.manager().lead(&id).await.expect(200)["version"].as_u64().unwrap();
    let (astrid, manager) = (app.rep("rep-astrid"), app.manager());
    let (one, other) = (start_work(), start_work());
    let moves = [astrid.command(&id, version, &one), manager.command(&id, version, &other)];
    let statuses: Vec<_> = join_all(moves).await.into_iter().map(|reply| reply.status).collect();
    assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 1, "{statuses:?}");
    let messages = mail_to(&app, PARTNER).await;
    assert_eq!(messages.len(), 2, "the confirmation and one move: {messages:?}");
}

#[tokio::test]
async fn the_application_says_which_language_a_partner_reads() {
    let app = App::start().await;
    for (language, tag) in [("sv", "sv"), ("vi-VN,vi;q=0.9", "vi"), ("de", "en")] {
        let member = app.member();
        let request = member.request(Method::POST, "/leads").header("idempotency-key", key());
        let request = request.header("accept-language", language).json(&plus("none"));
        member.send(request).await.expect(201);
        let mail = mail_to(&app, PARTNER).await.pop().unwrap();
        assert_eq!(mail.language, tag);
    }
}

#[tokio::test]
async fn what_is_switched_off_is_not_mailed_and_stands_on_the_lead_all_the_same() {
    let app = App::start().await;
    let member = app.member();
    let settings = json!({ "language": "vi", "off": ["lead_confirmation"] });
    let request = member.request(Method::PUT, "/me/settings").header("if-match", "\"0\"");
    member.send(request.json(&settings)).await.expect(200);
    let id = app.lead(LeadKind::PlusWithSupport).await;
    assert!(mail_to(&app, PARTNER).await.is_empty());
    let lead = member.lead(&id).await.expect(200);
    assert_eq!(lead["mails"][0]["delivery"], "not_wanted");
    app.rep("rep-astrid").act(&id, &start_work()).await.expect(200);
    let messages = mail_to(&app, PARTNER).await;
    let [mail] = &messages[..] else { panic!("one mail: {messages:?}") };
    assert_eq!(mail.language, "vi");
}

#[tokio::test]
async fn an_organisation_may_want_mail_about_its_leads_somewhere_else() {
    let app = App::start().await;
    let owner = app.user("partner_owner");
    let to = json!({ "lead_address": "leads@norrsken.example", "language": "sv" });
    let request = owner.request(Method::PUT, "/organisation/lead-address").header("if-match", "\"0\"");
    owner.send(request.json(&to)).await.expect(200);
    app.lead(LeadKind::PosAlone).await;
    assert!(mail_to(&app, PARTNER).await.is_empty());
    let messages = mail_to(&app, "leads@norrsken.example").await;
    assert_eq!(messages.len(), 1);
    assert_eq!(messages[0].language, "sv");
}

#[tokio::test]
async fn an_award_is_taken_back_only_after_the_partner_was_told_of_the_proposal() {
    let app = App::start().await;
    let id = app.lead(LeadKind::PlusWithSupport).await;
    app.rep("rep-astrid").act(&id, &start_work()).await.expect(200);
    app.rep("rep-astrid").act(&id, &award()).await.expect(200);
    let reopen = json!({ "command": "reopen", "reason": "Signed by the wrong person" });
    app.manager().act(&id, &reopen).await.expect(200);
    let proposed = mail_to(&app, PARTNER).await.pop().unwrap();
    assert!(proposed.subject.contains("may be taken back"), "{}", proposed.subject);
    assert!(proposed.text.contains("Signed by the wrong person"));
    app.user("program_admin").act(&id, &reopen).await.expect(200);
    let reopened = mail_to(&app, PARTNER).await.pop().unwrap();
    assert!(reopened.subject.contains("was reopened and is now In progress"), "{}", reopened.subject);
}
