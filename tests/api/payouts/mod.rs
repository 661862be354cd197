//! Payouts: what partners are told, where they are paid, and the runs.

mod details;
mod leads;
mod runs;

use chrono::{DateTime, Utc};
use guildhall_domain::money::{Currency, Money};
use guildhall_domain::policy::Fees;
use guildhall_domain::referral::{Happening, Merchant, Plan, PlatformEvent, ReferralId, Source};
use guildhall_store::{PlatformEvents, Recorded};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{App, NORRSKEN, User};

/// The account of a partner, as they type it, and as whoever pays needs it.
const ACCOUNT: (&str, &str) = ("SE45 5000 0000 0583 9825 7466", "SE4550000000058398257466");
/// While the first half of November runs, after it, and when it is paid.
const WITHIN: &str = "2026-11-10T10:00:00Z";
const AFTER: &str = "2026-11-17T10:00:00Z";
const PAY_DAY: &str = "2026-11-20T10:00:00Z";
const PERIOD: &str = "2026-11-1";

impl App {
    /// Sets the business clock.
    fn clock_at(&self, moment: &str) {
        self.running.clock().set(moment.parse::<DateTime<Utc>>().unwrap()).unwrap();
    }

    /// The platform tells that something happened at the present moment of business.
    async fn tell(&self, org: &str, id: &str, record: &ReferralId, happened: Happening) -> Recorded {
        let now = guildhall_domain::clock::Clock::now(self.running.clock());
        let (id, org) = (id.parse().unwrap(), org.parse().unwrap());
        let event = PlatformEvent { id, occurred_at: now, org, record: record.clone(), happened };
        PlatformEvents::new(self.table()).record(&event, now).await.unwrap()
    }

    /// A merchant for whom the organisation created a store pays so much that it earns this, in cents.
    async fn earns(&self, org: &str, store: &str, cents: i64) {
        let record: ReferralId = format!("store:{store}").parse().unwrap();
        let merchant = Merchant { name: store.to_owned(), website: None, email: None };
        let made = Happening::Referred { source: Source::StoreCreated, merchant, plan: None };
        self.tell(org, &format!("made-{store}"), &record, made).await;
        let paid = self.tell(org, &format!("paid-{store}"), &record, paid(Plan::Advanced, cents * 5)).await;
        assert!(matches!(&paid, Recorded::Applied(entries) if entries.len() == 1), "{paid:?}");
    }
}

/// The merchant paid, in cents.
fn paid(plan: Plan, cents: i64) -> Happening {
    let money = Money { minor: cents, currency: Currency::USD };
    Happening::MerchantPaid { plan, fees: Fees { base: money, billed: money } }
}

fn usd(cents: i64) -> Value {
    json!({ "minor": cents, "currency": "USD" })
}

fn details() -> Value {
    json!({ "payee": "Norrsken Handel AB", "country": "SE", "account": ACCOUNT.0 })
}

/// The organisation says where it is paid.
async fn says_where(app: &App) {
    app.owner().put("/payouts/details", 0, &details()).await.expect(200);
}

fn run_of(period: &str) -> String {
    format!("/payout-runs/{period}")
}

/// A piece of a run.
async fn piece(user: &User<'_>, period: &str) -> crate::support::Reply {
    user.send(user.request(Method::POST, &run_of(period))).await
}

/// A run, from wherever it is to its end.
async fn run(app: &App, period: &str) -> Value {
    for _ in 0..50 {
        let progress = piece(&app.admin(), period).await.expect(200);
        if progress["is_finished"] == true {
            return app.admin().get(&run_of(period)).await.expect(200);
        }
    }
    panic!("the run of {period} comes to no end");
}

/// The payouts of the organisation, as its owner sees them.
async fn payouts(app: &App) -> Value {
    app.partner(NORRSKEN, "partner_owner").get("/payouts").await.expect(200)
}
