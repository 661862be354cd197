//! Whatever order the platform's events come in, and however often, the records, the ledger and the accounts are the same.

#![allow(clippy::unwrap_used, reason = "a test that finds nothing there has failed")]

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, Utc};
use guildhall_domain::ids::OrgId;
use guildhall_domain::money::{Currency, Money};
use guildhall_domain::payout::Period;
use guildhall_domain::policy::Fees;
use guildhall_domain::referral::{
    Account, Booked, EntryId, EventId, Happening, LedgerEntry, LedgerKind, Merchant, NotBooked, Plan,
    PlatformEvent, ReferralId, ReferralRecord, Source, Sums,
};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

fn start() -> DateTime<Utc> {
    "2025-06-20T00:00:00Z".parse().unwrap()
}

fn now() -> DateTime<Utc> {
    "2026-11-22T12:00:00Z".parse().unwrap()
}

fn org() -> OrgId {
    "acme".parse().unwrap()
}

const STORES: [&str; 3] = ["north", "south", "east"];

/// What is kept of all that was told, as the table keeps it.
#[derive(Debug, Default, PartialEq, Eq)]
struct Books {
    records: BTreeMap<ReferralId, ReferralRecord>,
    entries: BTreeMap<EntryId, LedgerEntry>,
    accounts: BTreeMap<Currency, Account>,
    applied: BTreeSet<EventId>,
    waiting: Vec<PlatformEvent>,
}

impl Books {
    fn tell(&mut self, event: &PlatformEvent) {
        if self.waiting.contains(event) {
            return;
        }
        match self.apply(event) {
            Ok(()) => {}
            Err(refused) => {
                assert!(refused.is_passing(), "{refused}");
                self.waiting.push(event.clone());
            }
        }
        // What waited may have been waiting for this.
        let waiting = std::mem::take(&mut self.waiting);
        self.waiting = waiting.into_iter().filter(|event| self.apply(event).is_err()).collect();
    }

    fn apply(&mut self, event: &PlatformEvent) -> Result<(), NotBooked> {
        if self.applied.contains(&event.id) {
            return Ok(());
        }
        let booking = event.onto(self.records.get(&event.record), Booked::at(now()))?;
        for entry in booking.entries {
            let currency = entry.amount.currency;
            let account = self.accounts.entry(currency).or_insert_with(|| Account::new(org(), currency));
            account.book(entry.period, entry.amount.minor).unwrap();
            assert!(self.entries.insert(entry.id, entry).is_none(), "an id is used once");
        }
        // Versions count changes, of which repetitions cause none.
        let record = ReferralRecord { version: 0, ..booking.record };
        self.records.insert(record.id.clone(), record);
        self.applied.insert(event.id.clone());
        Ok(())
    }

    fn assert_agree(&self) {
        for record in self.records.values() {
            let of_record = self.entries.values().filter(|entry| entry.record == record.id);
            assert_eq!(Sums::of(of_record.map(|entry| entry.amount)), Ok(record.revenue.clone()));
        }
        let all = Sums::of(self.entries.values().map(|entry| entry.amount)).unwrap();
        for account in self.accounts.values() {
            assert_eq!(account.unpaid(), Ok(all.get(account.currency)));
            assert_eq!(account.payable(Period::of(now())), account.unpaid());
        }
    }
}

fn money() -> impl Strategy<Value = Money> {
    (0_i64..1_000_000, select(vec!["USD", "SEK", "VND"]))
        .prop_map(|(minor, currency)| Money { minor, currency: currency.parse().unwrap() })
}

fn happenings() -> impl Strategy<Value = Happening> {
    let plans = || select(Plan::ALL.to_vec());
    let fees = || {
        (money(), 0_i64..100).prop_map(|(base, percent)| Fees {
            base,
            billed: Money { minor: base.minor * percent / 100, ..base },
        })
    };
    prop_oneof![
        plans().prop_map(|plan| Happening::PlanChanged { plan }),
        (plans(), fees()).prop_map(|(plan, fees)| Happening::MerchantPaid { plan, fees }),
        (plans(), fees()).prop_map(|(plan, fees)| Happening::Refunded { plan, fees }),
        (money(), any::<bool>()).prop_map(|(amount, takes)| {
            let amount = Money { minor: if takes { -amount.minor } else { amount.minor }, ..amount };
            Happening::Adjusted { kind: LedgerKind::Adjustment, amount, reason: "Agreed".to_owned() }
        }),
    ]
}

fn event(number: usize, store: &str, day: i64, happened: Happening) -> PlatformEvent {
    PlatformEvent {
        id: format!("evt-{number}").parse().unwrap(),
        occurred_at: start() + TimeDelta::days(day),
        org: org(),
        record: ReferralId::named(&Source::StoreCreated, store).unwrap(),
        happened,
    }
}

/// Some stores, of which perhaps not all are ever told of, and what happens to their merchants.
fn events() -> impl Strategy<Value = Vec<PlatformEvent>> {
    let created = (subsequence(STORES.to_vec(), 0..=3), of(select(Plan::ALL.to_vec())), 0_i64..40);
    let happened = proptest::collection::vec((select(STORES.to_vec()), 0_i64..400, happenings()), 0..25);
    (created, happened).prop_map(|((stores, plan, day), happened)| {
        let created = stores.into_iter().map(|store| {
            let merchant = Merchant { name: store.to_owned(), website: None, email: None };
            (store, day, Happening::Referred { source: Source::StoreCreated, merchant, plan })
        });
        let all = created.chain(happened).enumerate();
        all.map(|(number, (store, day, happened))| event(number, store, day, happened)).collect()
    })
}

/// The same events in another order, with some of them once more.
fn told_otherwise() -> impl Strategy<Value = (Vec<PlatformEvent>, Vec<PlatformEvent>)> {
    events().prop_flat_map(|events| {
        let again = subsequence(events.clone(), 0..=events.len());
        let shuffled = again.prop_flat_map({
            let events = events.clone();
            move |again| Just([events.clone(), again].concat()).prop_shuffle()
        });
        (Just(events), shuffled)
    })
}

proptest! {
    #[test]
    fn any_order_and_any_repetition_end_in_the_same_books((once, otherwise) in told_otherwise()) {
        let (mut books, mut others) = (Books::default(), Books::default());
        for event in &once {
            books.tell(event);
        }
        for event in &otherwise {
            others.tell(event);
            others.assert_agree();
        }
        books.assert_agree();
        let by_id = |event: &PlatformEvent| event.id.clone();
        books.waiting.sort_by_key(by_id);
        others.waiting.sort_by_key(by_id);
        // An account counts its changes, whatever their order.
        prop_assert_eq!(books, others);
    }

    #[test]
    fn a_refund_of_everything_leaves_nothing((fees, plan) in (money(), select(Plan::ALL.to_vec()))) {
        let merchant = Merchant { name: "North".to_owned(), website: None, email: None };
        let created = Happening::Referred { source: Source::StoreCreated, merchant, plan: None };
        let fees = Fees { base: fees, billed: fees };
        let mut books = Books::default();
        books.tell(&event(0, "north", 0, created));
        books.tell(&event(1, "north", 30, Happening::MerchantPaid { plan, fees }));
        books.tell(&event(2, "north", 40, Happening::Refunded { plan, fees }));
        books.assert_agree();
        prop_assert!(books.records.values().all(|record| record.revenue.iter().all(|sum| sum.minor == 0)));
    }
}

#[test]
fn the_share_is_of_the_terms_of_the_day_of_the_referral_whatever_the_plan_becomes() {
    let usd = |minor| Money { minor, currency: Currency::USD };
    let fees = Fees { base: usd(10_000), billed: usd(8_000) };
    // The terms changed on 1 July 2025, from the base fee to what is billed.
    for (day, share) in [(0, 2_000), (11, 1_600)] {
        let merchant = Merchant { name: "North".to_owned(), website: None, email: None };
        let created =
            Happening::Referred { source: Source::StoreCreated, merchant, plan: Some(Plan::Starter) };
        let mut books = Books::default();
        books.tell(&event(3, "north", 200, Happening::PlanChanged { plan: Plan::Advanced }));
        books.tell(&event(1, "north", 100, Happening::MerchantPaid { plan: Plan::Basic, fees }));
        books.tell(&event(0, "north", day, created));
        let record = books.records.values().next().unwrap();
        assert_eq!(record.revenue.iter().collect::<Vec<_>>(), [usd(share)]);
        assert_eq!(
            (record.plan(), record.referred_at),
            (Some(Plan::Advanced), start() + TimeDelta::days(day))
        );
    }
}
