//! The books of an organisation over random bookings and runs: whatever happens in whichever order, what was paid and
//! what is yet to be paid add up to what was earned, and nothing is paid twice.

use std::collections::BTreeMap;

use guildhall_domain::money::Currency;
use guildhall_domain::organisation::OrgStanding;
use guildhall_domain::payout::{Period, Verdict, minimum, upcoming};
use guildhall_domain::referral::Account;
use proptest::prelude::*;

const PERIODS: usize = 10;

#[derive(Debug, Clone)]
enum Step {
    /// Something is booked in a period, early or late.
    Book { period: usize, minor: i64 },
    /// The run of a period is made, perhaps again.
    Run { period: usize, has_details: bool, is_suspended: bool },
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (0..PERIODS, -60_00_i64..90_00).prop_map(|(period, minor)| Step::Book { period, minor }),
        2 => (0..PERIODS, any::<bool>(), any::<bool>())
            .prop_map(|(period, has_details, is_suspended)| Step::Run { period, has_details, is_suspended }),
    ]
}

fn periods() -> Vec<Period> {
    let first: Period = "2026-08-1".parse().expect("a period");
    std::iter::successors(Some(first), |last| Some(last.next())).take(PERIODS).collect()
}

proptest! {
    #[test]
    fn what_was_paid_and_what_is_payable_add_up_to_what_was_earned(steps in prop::collection::vec(step(), 1..80)) {
        let periods = periods();
        let mut account = Account::new("acme".parse().unwrap(), Currency::USD);
        let mut payouts: BTreeMap<Period, i64> = BTreeMap::new();
        let mut latest: Option<Period> = None;
        let mut earned = 0_i64;
        for step in steps {
            match step {
                Step::Book { period, minor } => {
                    account.book(periods[period], minor).unwrap();
                    earned += minor;
                }
                // Runs go forward; one that was made is final.
                Step::Run { period, .. } if latest.is_some_and(|latest| periods[period] <= latest) => {}
                Step::Run { period, has_details, is_suspended } => {
                    let period = periods[period];
                    latest = Some(period);
                    let payable = account.payable(period).unwrap();
                    let standing = if is_suspended { OrgStanding::Suspended } else { OrgStanding::Good };
                    if Verdict::of(payable, standing, has_details) == Verdict::Pay {
                        prop_assert!(payable.minor >= minimum(Currency::USD).minor);
                        prop_assert!(has_details && !is_suspended);
                        prop_assert_eq!(payouts.insert(period, payable.minor), None, "paid twice");
                        account.paid += payable.minor;
                        account.paid_through = account.paid_through.max(Some(period));
                        prop_assert_eq!(account.payable(period).unwrap().minor, 0);
                    }
                }
            }
            let paid: i64 = payouts.values().sum();
            prop_assert_eq!(account.paid, paid);
            prop_assert_eq!(paid + account.unpaid().unwrap().minor, earned);
            let next = upcoming(&account, latest, periods[PERIODS - 1].start()).unwrap();
            let pending: i64 = next.iter().map(|next| next.amount.minor).sum();
            prop_assert_eq!(pending, account.unpaid().unwrap().minor, "every amount is in one place");
        }
    }
}
