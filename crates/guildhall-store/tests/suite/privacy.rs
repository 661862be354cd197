//! Finding a person everywhere, and erasing them everywhere.

use std::collections::BTreeSet;

use guildhall_domain::audit::of_lead;
use guildhall_domain::directory::DirectoryRow;
use guildhall_domain::inquiry::InquiryRow;
use guildhall_domain::privacy::{Holding, STRUCK, Subject, Tie};
use guildhall_domain::referral::ReferralId;
use guildhall_domain::review::ReviewRow;
use guildhall_store::{
    Directory, Held, InquiryList, LeadList, Mails, Members, PartnerProfiles, Privacy, ReviewCreated, Reviews,
    Search, Views,
};
use rstest::rstest;

use crate::support::leads::org;
use crate::support::merchants::{EMAIL, review};
use crate::support::privacy::{World, find_all, go_on, joined, mentions};
use crate::support::{Backend, Bench};

fn anna() -> Subject {
    Subject::new(" ANNA@shop.example")
}

/// What was found, by kind and tie.
fn kinds(held: &[Held]) -> BTreeSet<(&'static str, Tie)> {
    held.iter().map(|held| (held.holding.slug(), held.tie)).collect()
}

async fn erase(bench: &Bench, rows: u16) -> Vec<Held> {
    let privacy = Privacy::new(bench.table.clone()).in_pieces_of(rows);
    let mut held = Vec::new();
    let mut search = Some(Search::default());
    while let Some(from) = search {
        let step = privacy.erase(&anna(), from).await.unwrap();
        held.extend(step.held);
        search = step.next;
    }
    held
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn everything_that_is_kept_of_a_person_is_found_and_nothing_else(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    World::in_table_of(&bench).await;
    let held = find_all(&bench, &anna(), 3).await;
    let expected = BTreeSet::from([
        ("lead", Tie::Own),
        ("lead", Tie::Mentioned),
        ("referral", Tie::Own),
        ("mail", Tie::Own),
        ("audit", Tie::Own),
        ("inquiry", Tie::Own),
        ("review", Tie::Own),
        ("review", Tie::Signed),
        ("person", Tie::Own),
    ]);
    assert_eq!(kinds(&held), expected);
    let leads: Vec<_> =
        held.iter().filter(|held| (held.holding, held.tie) == (Holding::Lead, Tie::Own)).collect();
    assert_eq!(leads.len(), 2, "one with each organisation");
    let awarded = leads.iter().find(|held| held.about == "acme").unwrap();
    assert_eq!(awarded.data["email"], "Anna@Shop.example");
    assert!(awarded.data["submitted"].as_str().unwrap().ends_with('Z'), "{}", awarded.data["submitted"]);
    let text = serde_json::to_string(&awarded.data).unwrap();
    assert!(!text.contains("Maria Lind"), "who typed it in is another person");
    let settings = held.iter().find(|held| held.holding == Holding::Person).unwrap();
    assert_eq!(settings.data["record"]["name"], "Anna Sjöström");
    assert_eq!(find_all(&bench, &Subject::new("nobody@shop.example"), 100).await, []);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn an_erased_person_is_nowhere_and_nobody_else_has_lost_anything(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let world = World::in_table_of(&bench).await;
    let before = bench.everything().await;
    assert!(!erase(&bench, 7).await.is_empty());
    let after = bench.everything().await;
    for trace in [EMAIL, "sjöström", "said yes to us"] {
        assert_eq!(mentions(&after, trace), Vec::<String>::new(), "{trace}");
    }
    for item in &before {
        if world.is_of_others(item) {
            assert!(after.contains(item), "{item:?}");
        }
    }
    assert_eq!(erase(&bench, 7).await, [], "a second time there is nothing to do");
    assert_eq!(find_all(&bench, &anna(), 100).await, []);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn what_the_law_wants_stays_without_the_name(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let world = World::in_table_of(&bench).await;
    let id = ReferralId::of_lead(&world.lead.id);
    let before = bench.referrals.get(world.lead.id.org(), &id).await.unwrap().unwrap();
    erase(&bench, 100).await;
    let after = bench.referrals.get(world.lead.id.org(), &id).await.unwrap().unwrap();
    assert_eq!((after.merchant.as_str(), after.version), (STRUCK, before.version + 1));
    assert_eq!(
        (after.revenue, after.plan, after.referred_at),
        (before.revenue, before.plan, before.referred_at)
    );

    let award = world.lead.timeline.last().unwrap();
    let entry = of_lead(&world.lead, award).unwrap();
    let kept =
        guildhall_store::Audit::new(bench.table.clone()).get(entry.month(), entry.id).await.unwrap().unwrap();
    assert_eq!((kept.act, &kept.by, kept.at), (entry.act, &entry.by, entry.at));
    assert_eq!((kept.subject.name.as_str(), kept.note), ("", None));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn warm_lists_drop_the_person_and_the_stars_are_gone_with_the_review(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let world = World::in_table_of(&bench).await;
    let acme = org("acme");
    let leads = bench.views();
    let inquiries = Views::<InquiryRow>::new(bench.table.clone(), usize::MAX);
    let reviews = Views::<ReviewRow>::new(bench.table.clone(), usize::MAX);
    let directory = Views::<DirectoryRow>::new(bench.table.clone(), usize::MAX);
    let sent_by = InquiryList::SentBy(world.inquiry.merchant.clone());
    let lists = [LeadList::Of(acme.clone()), LeadList::Sales];
    for list in &lists {
        assert!(leads.read(list).await.unwrap().iter().any(|row| row.lead.id == world.lead.id));
    }
    assert_eq!(inquiries.read(&InquiryList::Of(acme.clone())).await.unwrap().len(), 2);
    assert_eq!(inquiries.read(&sent_by).await.unwrap().len(), 1);
    assert_eq!(reviews.read(&acme).await.unwrap().len(), 2);
    assert_eq!(directory.read(&Directory).await.unwrap().iter().next().unwrap().ratings.count, 2);

    erase(&bench, 100).await;
    for list in &lists {
        assert!(leads.read(list).await.unwrap().iter().all(|row| row.lead.id != world.lead.id));
    }
    assert_eq!(inquiries.read(&InquiryList::Of(acme.clone())).await.unwrap().len(), 1);
    assert_eq!(inquiries.read(&sent_by).await.unwrap().len(), 0);
    assert_eq!(reviews.read(&acme).await.unwrap().len(), 1);
    assert_eq!(directory.read(&Directory).await.unwrap().iter().next().unwrap().ratings.count, 1);
    let anew = review(&acme, "m-anna", 5, 5);
    assert_eq!(Reviews::new(bench.table.clone()).create(&anew).await.unwrap(), ReviewCreated::Erased);
    assert!(PartnerProfiles::new(bench.table.clone()).get(&acme).await.unwrap().is_some());
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_mail_about_something_erased_is_closed_for_good(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let world = World::in_table_of(&bench).await;
    let mails = Mails::new(bench.table.clone());
    assert_eq!(mails.open().await.unwrap().len(), 1);
    erase(&bench, 100).await;
    assert_eq!(mails.open().await.unwrap(), []);
    let mail = mails.get(&world.mail.id()).await.unwrap().unwrap();
    assert!(mail.is_erased() && !mail.may_be_sent_again() && !mail.may_be_dismissed(), "{mail:?}");
    assert_eq!((mail.message.as_deref(), mails.send_again(&world.mail.id()).await.unwrap()), (None, false));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn an_erasure_that_broke_off_anywhere_is_begun_anew_and_comes_to_the_same_end(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
    #[values(5, 15, 30, 45)] pieces: usize,
) {
    let bench = backend.bench().await;
    World::in_table_of(&bench).await;
    let privacy = Privacy::new(bench.table.clone()).in_pieces_of(1);
    go_on(&privacy, &anna(), pieces).await;
    erase(&bench, 100).await;
    let after = bench.everything().await;
    for trace in [EMAIL, "sjöström"] {
        assert_eq!(mentions(&after, trace), Vec::<String>::new(), "{trace}");
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_member_leaves_the_roll_and_no_name_stands_under_what_they_did(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (house, id) = joined(&bench).await;
    let held = find_all(&bench, &anna(), 100).await;
    let expected = BTreeSet::from([
        ("membership", Tie::Own),
        ("invitation", Tie::Own),
        ("lead", Tie::Mentioned),
        ("lead", Tie::Signed),
    ]);
    assert_eq!(kinds(&held), expected);
    erase(&bench, 100).await;
    let after = bench.everything().await;
    for trace in [EMAIL, "sjöström"] {
        assert_eq!(mentions(&after, trace), Vec::<String>::new(), "{trace}");
    }
    let roll = Members::new(bench.table.clone()).roll(&house).await.unwrap();
    assert_eq!((roll.members.len(), roll.invited.len()), (1, 0), "the owner is still there");
    let lead = bench.leads.get(&id).await.unwrap().unwrap();
    assert!(lead.correspondents.is_empty(), "nobody is written to there any more");
    assert_eq!(lead.timeline[0].by.name, STRUCK);
    assert_eq!(lead.form.contact_name.as_str(), "Joanna Berg");
}
