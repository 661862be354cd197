//! Each privileged act is kept once, with who, when, what and why; what partners do is not kept.

use guildhall_domain::audit::{AuditDetail, SubjectKind};
use guildhall_domain::lead::{AwardCheck, Command};
use guildhall_domain::policy::ReasonCode;
use guildhall_domain::profile::ProfileCommand;
use guildhall_domain::review::{RemovalReason, ReportReason};
use guildhall_domain::taxonomy::Tier;

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
