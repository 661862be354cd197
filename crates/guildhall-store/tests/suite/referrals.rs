//! Awards and referral records move together: a lead is awarded if and only if one live record says so.

use chrono::TimeDelta;
use futures::future::join_all;
use guildhall_domain::delivery::Delivery;
use guildhall_domain::lead::{Command, Lead, Product, Status, Support};
use guildhall_domain::money::{Currency, Money};
use guildhall_domain::notice::Audience;
use guildhall_domain::referral::{
    LedgerEntry, LedgerKind, ReferralId, ReferralRecord, ReferralState, change_of,
};
use guildhall_store::keys::Key;
use guildhall_store::{Commit, MailRecord, StoreError};
use rstest::rstest;

use crate::support::leads::{
    admin, award, form, lead, lead_of, manager, noon, org, reopen, rep, start_work, step,
};
use crate::support::{Backend, Bench};

async fn record_of(bench: &Bench, lead: &Lead) -> Option<ReferralRecord> {
    bench.referrals.get(lead.id.org(), &ReferralId::of_lead(&lead.id)).await.unwrap()
}

/// A lead that is being worked on, in the table.
async fn worked_on(bench: &Bench) -> Lead {
    let mut lead = lead(&org("acme"), "key");
    bench.leads.create(&lead, "hash").await.unwrap();
    step(&bench.leads, &mut lead, &start_work(), &rep()).await;
    lead
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn an_award_creates_the_record_that_the_rules_derive(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let mut lead = worked_on(&bench).await;
    assert_eq!(record_of(&bench, &lead).await, None);
    step(&bench.leads, &mut lead, &award(), &rep()).await;
    let event = lead.timeline.last().unwrap();
    let Some(guildhall_domain::referral::ReferralChange::Create(derived)) = change_of(&lead, event) else {
        panic!("an award creates a record");
    };
    assert_eq!(record_of(&bench, &lead).await, Some(*derived));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn awards_at_once_create_one_record(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let lead = worked_on(&bench).await;
    let attempts = (0..8).map(|place| {
        let mut mine = lead.clone();
        mine.apply(&award(), &manager(), noon() + TimeDelta::days(place + 1)).unwrap();
        let leads = bench.leads.clone();
        async move { leads.commit(&mine).await.unwrap() }
    });
    let outcomes = join_all(attempts).await;
    assert_eq!(outcomes.iter().filter(|outcome| **outcome == Commit::Done).count(), 1, "{outcomes:?}");
    assert!(outcomes.iter().all(|outcome| match outcome {
        Commit::Done => true,
        Commit::Conflict(stands) => stands.as_ref().is_some_and(|lead| lead.status == Status::Awarded),
    }));
    let record = record_of(&bench, &lead).await.unwrap();
    assert_eq!((record.state, record.version), (ReferralState::Scheduled, 1));
    assert_eq!(bench.everything().await.len(), 2, "the lead and its record");
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn an_award_taken_back_reverses_the_record_and_a_new_award_revives_it_with_its_ledger(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let mut lead = worked_on(&bench).await;
    step(&bench.leads, &mut lead, &award(), &rep()).await;
    // The payout run has added to the ledger in the meantime.
    let mut record = record_of(&bench, &lead).await.unwrap();
    let amount = Money { minor: 12_500, currency: Currency::USD };
    record.entries.push(LedgerEntry { kind: LedgerKind::Commission, amount, at: noon(), reason: None });
    bench.referrals.put(&record).await.unwrap();

    step(&bench.leads, &mut lead, &reopen(), &manager()).await;
    assert!(record_of(&bench, &lead).await.unwrap().is_live(), "a proposal reverses nothing");
    // The second person may agree once the partner was told.
    let told =
        MailRecord::new(&Key::lead(&lead.id), lead.version, Audience::Partner.code(), "lead_reopening");
    assert!(bench.leads.record_delivery(&lead.id, &told, Delivery::Sent).await.unwrap());
    lead = bench.leads.get(&lead.id).await.unwrap().unwrap();
    step(&bench.leads, &mut lead, &reopen(), &admin()).await;
    let reversed = record_of(&bench, &lead).await.unwrap();
    assert_eq!((reversed.state, reversed.version), (ReferralState::Reversed, 2));
    assert_eq!(reversed.entries, record.entries);
    assert_eq!(bench.leads.get(&lead.id).await.unwrap().as_ref(), Some(&lead));

    step(&bench.leads, &mut lead, &award(), &rep()).await;
    let revived = record_of(&bench, &lead).await.unwrap();
    assert_eq!((revived.state, revived.version), (ReferralState::Scheduled, 3));
    assert_eq!(revived.entries, record.entries);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_recorded_payout_creates_a_paid_record(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let mut lead = lead_of(&org("acme"), "key", form(Product::Pos, Support::None));
    bench.leads.create(&lead, "hash").await.unwrap();
    let amount = Money { minor: 50_000, currency: "SEK".parse().unwrap() };
    step(&bench.leads, &mut lead, &Command::RecordPayout { amount }, &admin()).await;
    let record = record_of(&bench, &lead).await.unwrap();
    assert_eq!(record.state, ReferralState::Paid);
    assert_eq!(record.revenue(), Ok(amount));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn an_award_beside_a_live_record_is_not_written_at_all(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let lead = worked_on(&bench).await;
    let mut awarded = lead.clone();
    let event = awarded.apply(&award(), &rep(), noon() + TimeDelta::days(1)).unwrap();
    let Some(guildhall_domain::referral::ReferralChange::Create(record)) = change_of(&awarded, &event) else {
        panic!("an award creates a record");
    };
    bench.referrals.put(&record).await.unwrap();
    let outcome = bench.leads.commit(&awarded).await;
    assert!(matches!(outcome, Err(StoreError::Corrupt { attribute: "referral", .. })), "{outcome:?}");
    assert_eq!(bench.leads.get(&lead.id).await.unwrap(), Some(lead));
}
