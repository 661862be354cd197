//! Awards and referral records move together: a lead is awarded if and only if one live record says so.

use chrono::TimeDelta;
use futures::future::join_all;
use guildhall_domain::delivery::Delivery;
use guildhall_domain::lead::{Command, Lead, Product, Status, Support};
use guildhall_domain::money::{Currency, Money};
use guildhall_domain::notice::Audience;
use guildhall_domain::payout::Period;
use guildhall_domain::referral::{
    Booked, CauseKind, LedgerEntry, LedgerKind, ReferralId, ReferralRecord, Sums, change_of,
};
use guildhall_store::keys::Key;
use guildhall_store::{Commit, Ledger, MailRecord, StoreError};
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
    let derived = change_of(&lead, event).unwrap().onto(None, Booked::at(event.at)).unwrap();
    assert_eq!(derived.entries, [], "a Plus lead earns when the merchant pays");
    assert_eq!(record_of(&bench, &lead).await, Some(derived.record));
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
    assert_eq!((record.is_live(), record.version), (true, 1));
    assert_eq!(bench.everything().await.len(), 2, "the lead and its record");
}

/// The second person may agree once the partner was told.
async fn take_back(bench: &Bench, lead: &mut Lead) {
    step(&bench.leads, lead, &reopen(), &manager()).await;
    assert!(record_of(bench, lead).await.unwrap().is_live(), "a proposal reverses nothing");
    let told =
        MailRecord::new(&Key::lead(&lead.id), lead.version, Audience::Partner.code(), "lead_reopening");
    assert!(bench.leads.record_delivery(&lead.id, &told, Delivery::Sent).await.unwrap());
    *lead = bench.leads.get(&lead.id).await.unwrap().unwrap();
    step(&bench.leads, lead, &reopen(), &admin()).await;
}

fn sums(entries: &[LedgerEntry]) -> Sums {
    Sums::of(entries.iter().map(|entry| entry.amount)).unwrap()
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn an_award_taken_back_takes_back_what_was_earned_and_a_new_award_gives_it_back(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let mut lead = lead_of(&org("acme"), "key", form(Product::Pos, Support::Requested));
    bench.leads.create(&lead, "hash").await.unwrap();
    step(&bench.leads, &mut lead, &start_work(), &rep()).await;
    step(&bench.leads, &mut lead, &award(), &rep()).await;
    let earned = record_of(&bench, &lead).await.unwrap();
    let bonus = bench.ledger(&org("acme")).await;
    assert_eq!(
        bonus.iter().map(|entry| (entry.kind, entry.cause.what)).collect::<Vec<_>>(),
        [(LedgerKind::Bonus, CauseKind::Awarded)]
    );
    assert_eq!((sums(&bonus), earned.version), (earned.revenue.clone(), 1));

    take_back(&bench, &mut lead).await;
    let reversed = record_of(&bench, &lead).await.unwrap();
    assert_eq!((reversed.is_reversed, reversed.version), (true, 2));
    assert_eq!(reversed.revenue, Sums::of([Money::zero(Currency::USD)]).unwrap());
    assert_eq!(bench.leads.get(&lead.id).await.unwrap().as_ref(), Some(&lead));

    step(&bench.leads, &mut lead, &award(), &rep()).await;
    let revived = record_of(&bench, &lead).await.unwrap();
    assert_eq!((revived.is_reversed, revived.version), (false, 3));
    assert_eq!(revived.revenue, earned.revenue);
    let entries = bench.ledger(&org("acme")).await;
    let kinds: Vec<_> = entries.iter().map(|entry| (entry.kind, entry.cause.what)).collect();
    assert_eq!(
        kinds,
        [
            (LedgerKind::Bonus, CauseKind::Awarded),
            (LedgerKind::Adjustment, CauseKind::AwardReversed),
            (LedgerKind::Adjustment, CauseKind::AwardRestored),
        ]
    );
    bench.assert_books_agree(&org("acme")).await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_recorded_payout_is_booked_in_the_period_that_it_is_paid_with(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let mut lead = lead_of(&org("acme"), "key", form(Product::Pos, Support::None));
    bench.leads.create(&lead, "hash").await.unwrap();
    let amount = Money { minor: 50_000, currency: "SEK".parse().unwrap() };
    let (now, period): (_, Period) = (noon() + TimeDelta::days(30), "2026-03-1".parse().unwrap());
    lead.apply(&Command::RecordPayout { amount }, &admin(), now).unwrap();
    let booked = Booked::in_period(now, period);
    assert_eq!(bench.leads.commit_booked(&lead, booked).await.unwrap(), Commit::Done);
    let record = record_of(&bench, &lead).await.unwrap();
    assert_eq!((record.revenue, record.last_period), (Sums::of([amount]).unwrap(), Some(period)));
    let account = Ledger::new(bench.table.clone()).account(&org("acme"), amount.currency).await.unwrap();
    assert_eq!(account.unwrap().payable(period), Ok(amount));
    bench.assert_books_agree(&org("acme")).await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn many_awards_at_once_come_to_one_account_that_equals_the_ledger(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let acme = org("acme");
    let mut leads = Vec::new();
    for number in 0..12 {
        let mut lead = lead_of(&acme, &format!("key-{number}"), form(Product::Pos, Support::Requested));
        bench.leads.create(&lead, "hash").await.unwrap();
        step(&bench.leads, &mut lead, &start_work(), &rep()).await;
        leads.push(lead);
    }
    // Each by two persons at once.
    let attempts = leads.iter().flat_map(|lead| [1, 2].map(|day| (lead, day))).map(|(lead, day)| {
        let mut mine = lead.clone();
        mine.apply(&award(), &manager(), noon() + TimeDelta::days(day)).unwrap();
        let leads = bench.leads.clone();
        async move { leads.commit(&mine).await.unwrap() }
    });
    let outcomes = join_all(attempts).await;
    assert_eq!(outcomes.iter().filter(|outcome| **outcome == Commit::Done).count(), leads.len());
    for lead in &leads {
        let is_awarded = bench.leads.get(&lead.id).await.unwrap().unwrap().status == Status::Awarded;
        assert!(is_awarded && record_of(&bench, lead).await.unwrap().is_live());
    }
    assert_eq!(bench.ledger(&acme).await.len(), leads.len());
    bench.assert_books_agree(&acme).await;
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
    let derived = change_of(&awarded, &event).unwrap().onto(None, Booked::at(event.at)).unwrap();
    bench.referrals.put(&derived.record).await.unwrap();
    let outcome = bench.leads.commit(&awarded).await;
    assert!(matches!(outcome, Err(StoreError::Corrupt { attribute: "referral", .. })), "{outcome:?}");
    assert_eq!(bench.leads.get(&lead.id).await.unwrap(), Some(lead));
}
