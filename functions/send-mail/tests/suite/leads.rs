//! From what happens to a lead to mails on their way, by the table's own stream.

use guildhall_domain::actor::Role;
use guildhall_domain::delivery::Delivery;
use guildhall_domain::lead::{Command, Lead};
use guildhall_domain::notice::{Audience, Topic};
use guildhall_domain::policy::Language;
use guildhall_store::{Commit, Leads, Mails, Roster, Table};
use guildhall_worker::BatchWorker;

use crate::support::bench::Bench;
use crate::support::carrier::{Carrier, Day};
use crate::support::leads::{
    REPRESENTATIVE, SUBMITTER, astrid, contact, day, lead, lead_address, manager, member, representative,
    submit, switch_off,
};

async fn act(table: &Table, lead: &mut Lead, command: Command, actor: &guildhall_domain::actor::Actor) {
    let number = i64::try_from(lead.version).unwrap();
    lead.apply(&command, actor, day(number)).unwrap();
    assert_eq!(Leads::new(table.clone()).commit(lead).await.unwrap(), Commit::Done);
}

fn start_work() -> Command {
    Command::StartWork { note: Some("First call booked.".into()) }
}

fn question() -> Command {
    Command::AskRepresentative { message: "When?".into() }
}

/// Where each mail went, and what it is about.
fn sent(carrier: &Carrier) -> Vec<(String, Topic)> {
    carrier.mails().iter().map(|mail| (mail.to.as_str().to_owned(), mail.topic)).collect()
}

/// What the lead says of its mails.
async fn told(table: &Table, lead: &Lead) -> Vec<(u64, String, Delivery)> {
    let lead = Leads::new(table.clone()).get(&lead.id).await.unwrap().unwrap();
    lead.mails.into_iter().map(|told| (told.seq, told.audience, told.delivery)).collect()
}

fn is(seq: u64, audience: Audience, delivery: Delivery) -> (u64, String, Delivery) {
    (seq, audience.code().to_owned(), delivery)
}

#[tokio::test]
async fn a_submission_is_confirmed_and_given_to_the_representative_once() {
    let (bench, carrier) = (Bench::new().await, Carrier::with(&[Day::Good]));
    let lead = submit(&bench.table, "a").await;
    for _ in 0..3 {
        // What the worker itself notes at the lead is in the stream by now, and calls for nothing.
        assert!(bench.worker(&carrier).handle(&bench.changes().await).await.is_empty());
    }
    let expected =
        [(SUBMITTER.to_owned(), Topic::LeadConfirmation), (REPRESENTATIVE.to_owned(), Topic::LeadAssignment)];
    assert_eq!(sent(&carrier), expected);
    let languages: Vec<_> = carrier.mails().iter().map(|mail| mail.language).collect();
    assert_eq!(languages, [Language::Sv, Language::Vi]);
    let expected =
        [is(1, Audience::Partner, Delivery::Sent), is(2, Audience::Representative, Delivery::Sent)];
    assert_eq!(told(&bench.table, &lead).await, expected);
}

#[tokio::test]
async fn a_move_is_told_with_its_new_status_and_not_to_whoever_made_it() {
    let (bench, carrier) = (Bench::new().await, Carrier::with(&[Day::Good]));
    let mut lead = submit(&bench.table, "a").await;
    act(&bench.table, &mut lead, start_work(), &astrid()).await;
    assert!(bench.worker(&carrier).handle(&bench.changes().await).await.is_empty());
    let mails = carrier.mails();
    let [_, _, progress] = &mails[..] else { panic!("three mails: {mails:?}") };
    assert_eq!((progress.to.as_str(), progress.topic), (SUBMITTER, Topic::LeadProgress));
    assert!(progress.subject.as_str().contains("Bearbetas"), "{}", progress.subject.as_str());
    assert!(progress.text.as_str().contains("First call booked."));
    assert_eq!(progress.reply_to.as_ref().unwrap().as_str(), REPRESENTATIVE);
}

#[tokio::test]
async fn a_question_goes_to_the_representative_with_a_copy_to_whoever_asked() {
    let (bench, carrier) = (Bench::new().await, Carrier::with(&[Day::Good]));
    let mut lead = submit(&bench.table, "a").await;
    act(&bench.table, &mut lead, question(), &member()).await;
    assert!(bench.worker(&carrier).handle(&bench.changes().await).await.is_empty());
    let mails = carrier.mails();
    let [_, _, mail, copy] = &mails[..] else { panic!("four mails: {mails:?}") };
    assert_eq!((mail.to.as_str(), mail.reply_to.as_ref().unwrap().as_str()), (REPRESENTATIVE, SUBMITTER));
    assert_eq!((copy.to.as_str(), copy.reply_to.as_ref().unwrap().as_str()), (SUBMITTER, REPRESENTATIVE));
    assert!(mail.text.as_str().contains(&lead.id.to_string()));
}

#[tokio::test]
async fn what_somebody_switched_off_is_not_sent_but_shown_and_a_reopening_is_always_sent() {
    let (bench, carrier) = (Bench::new().await, Carrier::with(&[Day::Good]));
    let off = [Topic::LeadConfirmation, Topic::LeadProgress, Topic::LeadReopening];
    switch_off(&bench.table, "member", Role::PartnerMember, &off).await;
    let mut lead = submit(&bench.table, "a").await;
    act(&bench.table, &mut lead, start_work(), &astrid()).await;
    let check = guildhall_domain::lead::AwardCheck { terms_checked: true, deal_closed: true };
    act(&bench.table, &mut lead, Command::Award { check, note: None }, &astrid()).await;
    act(&bench.table, &mut lead, Command::Reopen { reason: "Mistake.".into() }, &manager()).await;
    assert!(bench.worker(&carrier).handle(&bench.changes().await).await.is_empty());
    let expected = [
        (REPRESENTATIVE.to_owned(), Topic::LeadAssignment),
        // The settings name another address than the token did, and another language.
        ("new@norrsken.example".to_owned(), Topic::LeadReopening),
    ];
    assert_eq!(sent(&carrier), expected);
    assert_eq!(carrier.mails()[1].language, Language::En);
    let expected = [
        is(1, Audience::Partner, Delivery::NotWanted),
        is(2, Audience::Representative, Delivery::Sent),
        is(3, Audience::Partner, Delivery::NotWanted),
        is(4, Audience::Partner, Delivery::NotWanted),
        is(5, Audience::Partner, Delivery::Sent),
    ];
    assert_eq!(told(&bench.table, &lead).await, expected);
    let lead = Leads::new(bench.table.clone()).get(&lead.id).await.unwrap().unwrap();
    assert!(lead.partner_was_told(5), "so the second person may agree");
    assert!(!lead.has_undelivered_mail());
}

#[tokio::test]
async fn the_organisations_address_comes_before_whoever_submitted() {
    let (bench, carrier) = (Bench::new().await, Carrier::with(&[Day::Good]));
    lead_address(&bench.table, "leads@norrsken.example").await;
    switch_off(&bench.table, "member", Role::PartnerMember, &[Topic::LeadConfirmation]).await;
    submit(&bench.table, "a").await;
    assert!(bench.worker(&carrier).handle(&bench.changes().await).await.is_empty());
    let mail = &carrier.mails()[0];
    assert_eq!((mail.to.as_str(), mail.language), ("leads@norrsken.example", Language::Vi));
}

#[tokio::test]
async fn nobody_to_write_to_shows_on_the_lead_and_among_the_open_mails() {
    let (bench, carrier) = (Bench::new().await, Carrier::with(&[Day::Good]));
    let lead = lead("a", None, None);
    Leads::new(bench.table.clone()).create(&lead, "a").await.unwrap();
    for _ in 0..2 {
        assert!(bench.worker(&carrier).handle(&bench.changes().await).await.is_empty());
    }
    assert!(sent(&carrier).is_empty());
    assert_eq!(told(&bench.table, &lead).await, [is(1, Audience::Partner, Delivery::Failed)]);
    let open = bench.mails.open().await.unwrap();
    assert_eq!(open.len(), 1);
    assert_eq!(open[0].record.lead(), Some(lead.id));
}

#[tokio::test]
async fn a_representative_who_left_gets_nothing_and_the_managers_see_it() {
    let (bench, carrier) = (Bench::new().await, Carrier::with(&[Day::Good]));
    let mut lead = submit(&bench.table, "a").await;
    Roster::new(bench.table.clone()).put(&representative("rep-astrid", false)).await.unwrap();
    act(&bench.table, &mut lead, question(), &member()).await;
    assert!(bench.worker(&carrier).handle(&bench.changes().await).await.is_empty());
    assert!(!sent(&carrier).iter().any(|(to, _)| to == REPRESENTATIVE));
    assert!(told(&bench.table, &lead).await.contains(&is(3, Audience::Representative, Delivery::Failed)));
}

#[tokio::test]
async fn a_lead_that_changes_hands_is_told_to_all_three() {
    let (bench, carrier) = (Bench::new().await, Carrier::with(&[Day::Good]));
    let mut lead = submit(&bench.table, "a").await;
    let chau = representative("rep-chau", true);
    Roster::new(bench.table.clone()).put(&chau).await.unwrap();
    act(&bench.table, &mut lead, Command::Assign { representative: chau, note: None }, &manager()).await;
    assert!(bench.worker(&carrier).handle(&bench.changes().await).await.is_empty());
    let to: Vec<_> = sent(&carrier).split_off(2).into_iter().map(|(to, _)| to).collect();
    assert_eq!(to, ["rep-chau@guildhall.example", REPRESENTATIVE, SUBMITTER]);
}

#[tokio::test]
async fn a_refused_mail_leaves_again_when_somebody_says_so_and_tells_of_the_same_event() {
    let days = [Day::Good, Day::Good, Day::Refusal, Day::Good];
    let (bench, carrier) = (Bench::new().await, Carrier::with(&days));
    let mut lead = submit(&bench.table, "a").await;
    act(&bench.table, &mut lead, start_work(), &astrid()).await;
    let worker = bench.worker(&carrier);
    assert!(worker.handle(&bench.changes().await).await.is_empty());
    assert!(told(&bench.table, &lead).await.contains(&is(3, Audience::Partner, Delivery::Failed)));
    // Meanwhile it goes on; nobody is told of a question but the representative, who is told of it later.
    let open = bench.mails.open().await.unwrap();
    let [failed] = &open[..] else { panic!("one open mail: {open:?}") };
    assert!(Mails::new(bench.table.clone()).send_again(&failed.id).await.unwrap());
    for _ in 0..2 {
        assert!(worker.handle(&bench.changes().await).await.is_empty());
    }
    let mails = carrier.mails();
    assert_eq!(mails.len(), 3);
    assert!(mails[2].subject.as_str().contains("Bearbetas"));
    assert!(told(&bench.table, &lead).await.contains(&is(3, Audience::Partner, Delivery::Sent)));
    assert!(bench.mails.open().await.unwrap().is_empty());
}

#[tokio::test]
async fn a_plan_calls_for_no_mail() {
    let (bench, carrier) = (Bench::new().await, Carrier::with(&[Day::Good]));
    let lead = submit(&bench.table, "a").await;
    assert!(bench.worker(&carrier).handle(&bench.changes().await).await.is_empty());
    let plan = guildhall_domain::lead::Plan {
        date: day(3).date_naive(),
        note: Some("Call them.".into()),
        by: "Somebody".to_owned(),
    };
    let leads = Leads::new(bench.table.clone());
    leads.plan(&lead, guildhall_domain::actor::Side::Platform, Some(&plan)).await.unwrap();
    let before = carrier.calls();
    assert!(bench.worker(&carrier).handle(&bench.changes().await).await.is_empty());
    assert_eq!(carrier.calls(), before);
    assert_eq!(contact().email.as_str(), SUBMITTER);
}
