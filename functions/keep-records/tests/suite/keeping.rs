//! Each privileged act is kept once, with who, when, what and why; what partners do is not kept.

use guildhall_domain::actor::{Actor, Stamp};
use guildhall_domain::audit::{AuditDetail, SubjectKind};
use guildhall_domain::lead::{AwardCheck, Command};
use guildhall_domain::limit::Limit;
use guildhall_domain::notice::Topic;
use guildhall_domain::policy::ReasonCode;
use guildhall_domain::profile::ProfileCommand;
use guildhall_domain::review::{RemovalReason, ReportReason};
use guildhall_domain::taxonomy::Tier;

use guildhall_store::keys::Key;
use guildhall_store::{Claiming, Decided, MailRecord};

use crate::bench::Bench;
use crate::people::{admin, manager, noon, owner, rep};

#[tokio::test]
async fn what_the_sales_team_does_to_a_lead_is_kept_and_its_routing_is_not() {
    let bench = Bench::new().await;
    let mut lead = bench.submit().await;
    let question = Command::AskRepresentative { message: "when?".into() };
    bench.step(&mut lead, question, &owner(), 1).await;
    bench.step(&mut lead, Command::StartWork { note: None }, &rep(), 2).await;
    let check = AwardCheck { terms_checked: true, deal_closed: true };
    bench.step(&mut lead, Command::Award { check, note: Some("signed".into()) }, &manager(), 3).await;
    assert_eq!(bench.acts().await, ["work_started", "awarded"]);
    let award = bench.log().await.remove(1);
    assert_eq!((award.at, award.by), (lead.timeline.last().unwrap().at, manager().signature()));
    assert_eq!((award.subject.kind, award.subject.id), (SubjectKind::Lead, lead.id.to_string()));
    assert_eq!(award.organisation.unwrap().name.as_deref(), Some("Acme"));
    assert_eq!(award.note.unwrap().as_str(), "signed");
}

#[tokio::test]
async fn a_refusal_is_kept_with_its_reason() {
    let bench = Bench::new().await;
    let mut lead = bench.submit().await;
    let reason = ReasonCode::Duplicate;
    bench.step(&mut lead, Command::StartWork { note: None }, &rep(), 1).await;
    bench.step(&mut lead, Command::MarkNotEligible { reason, note: None }, &rep(), 2).await;
    assert_eq!(bench.acts().await, ["work_started", "marked_not_eligible"]);
    assert_eq!(bench.log().await[1].detail, Some(AuditDetail::Reason { reason }));
}

#[tokio::test]
async fn what_the_programme_decides_about_a_profile_is_kept() {
    let bench = Bench::new().await;
    let mut profile = bench.waiting_profile().await;
    let ask = ProfileCommand::AskChanges { note: "a longer text".to_owned() };
    bench.decide(&mut profile, ask, &admin(), 2).await;
    bench.decide(&mut profile, ProfileCommand::Submit, &owner(), 3).await;
    bench.decide(&mut profile, ProfileCommand::Approve, &admin(), 4).await;
    bench.decide(&mut profile, ProfileCommand::Suspend { reason: "fees".to_owned() }, &admin(), 5).await;
    bench.decide(&mut profile, ProfileCommand::Reinstate { note: "paid".to_owned() }, &admin(), 6).await;
    bench.decide(&mut profile, ProfileCommand::SetTier { tier: Tier::Plus }, &admin(), 7).await;
    let expected = [
        "profile_changes_asked",
        "profile_approved",
        "profile_suspended",
        "profile_reinstated",
        "tier_changed",
    ];
    assert_eq!(bench.acts().await, expected);
    let log = bench.log().await;
    assert_eq!(log[0].note.as_ref().unwrap().as_str(), "a longer text");
    assert_eq!((log[0].subject.id.as_str(), log[0].subject.name.as_str()), ("acme-studio", "Acme Studio"));
    assert_eq!(log[4].detail, Some(AuditDetail::Tier { from: Tier::Select, to: Tier::Plus }));
}

#[tokio::test]
async fn what_the_programme_decides_about_a_review_is_kept_each_time() {
    let bench = Bench::new().await;
    let mut profile = bench.waiting_profile().await;
    bench.decide(&mut profile, ProfileCommand::Approve, &admin(), 2).await;
    let mut review = bench.published_review().await;
    for minutes in [10, 20] {
        let at = noon() + chrono::TimeDelta::minutes(minutes);
        review.report(ReportReason::Fake, "no".into(), &owner(), at).unwrap();
        bench.reviews.commit(&review, None).await.unwrap();
        review.keep(&admin(), at).unwrap();
        bench.reviews.commit(&review, None).await.unwrap();
    }
    let moved =
        review.remove(RemovalReason::Abusive, &admin(), noon() + chrono::TimeDelta::minutes(30)).unwrap();
    bench.reviews.commit(&review, moved).await.unwrap();
    assert_eq!(
        bench.acts().await,
        ["profile_approved", "report_dismissed", "report_dismissed", "review_removed"]
    );
    let removal = bench.log().await.remove(3);
    assert_eq!((removal.by, removal.subject.id), (admin().signature(), review.id.to_string()));
    assert_eq!(removal.detail, Some(AuditDetail::Removal { reason: RemovalReason::Abusive }));
}

#[tokio::test]
async fn who_sends_a_mail_again_and_who_lets_one_be_is_kept_and_that_a_worker_sent_it_is_not() {
    let bench = Bench::new().await;
    let lead = bench.submit().await;
    let record = MailRecord::new(&Key::lead(&lead.id), 1, "partner", Topic::LeadConfirmation.row().code);
    let fails = async || {
        let Claiming::Ours(claim) = bench.mails.claim(&record).await.unwrap() else { panic!("it is free") };
        bench.mails.fail(&claim, "rejected").await.unwrap();
    };
    let stamp = |actor: &Actor, minutes| {
        let at = noon() + chrono::TimeDelta::minutes(minutes);
        Stamp { by: actor.signature(), at }
    };
    let often = Limit { scope: "mail", burst: 5, interval: 60 };
    fails().await;
    for (actor, minutes) in [(manager(), 1), (owner(), 2)] {
        let decided = bench.mails.send_again_within(&record.id(), often, &stamp(&actor, minutes)).await;
        assert_eq!(decided.unwrap(), Decided::Done);
        fails().await;
    }
    assert_eq!(bench.mails.dismiss(&record.id(), &stamp(&admin(), 3)).await.unwrap(), Decided::Done);
    assert_eq!(bench.acts().await, ["mail_sent_again", "mail_sent_again", "mail_dismissed"]);
    let log = bench.log().await;
    let people: Vec<_> = log.iter().map(|entry| &entry.by).collect();
    assert_eq!(people, [&manager().signature(), &owner().signature(), &admin().signature()]);
    assert_eq!(log[0].subject.id, record.id().to_string());
    assert_eq!(log[0].organisation.as_ref().unwrap().id, *lead.id.org());
    assert_eq!(log[0].detail, Some(AuditDetail::Code { code: "lead_confirmation".to_owned() }));
}
