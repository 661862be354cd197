//! The referral history: what awarded and paid leads earned, and the stores that the partners created
//! for merchants who never were leads. All of it is booked by the rules that book it in earnest.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use guildhall_domain::ids::OrgId;
use guildhall_domain::money::Money;
use guildhall_domain::policy::{Fees, list_price};
use guildhall_domain::referral::{
    Account, Booked, Booking, Happening, LedgerEntry, Merchant, Plan, PlatformEvent, ReferralChange,
    ReferralId, ReferralRecord, Source,
};

use super::dice::Dice;
use super::leads::Told;
use super::merchants::Merchants;
use super::teller::at_work;
use crate::people::{ORGANISATIONS, Organisation};

/// How many stores each organisation created.
const STORES: i64 = 28;

/// Merchants pay once a month.
const MONTH: TimeDelta = TimeDelta::days(30);

/// Records, ledgers and accounts of both organisations.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Books {
    pub(crate) records: Vec<ReferralRecord>,
    pub(crate) entries: Vec<LedgerEntry>,
    pub(crate) accounts: Vec<Account>,
}

impl Books {
    /// Books, as whoever writes it does.
    fn take(&mut self, record: &mut Option<ReferralRecord>, booking: Booking) {
        for entry in booking.entries {
            let currency = entry.amount.currency;
            let place = self
                .accounts
                .iter()
                .position(|account| account.org == entry.org && account.currency == currency);
            let place = place.unwrap_or_else(|| {
                self.accounts.push(Account::new(entry.org.clone(), currency));
                self.accounts.len() - 1
            });
            self.accounts[place]
                .book(entry.period, entry.amount.minor)
                .expect("the demo's sums are in range");
            self.entries.push(entry);
        }
        *record = Some(booking.record);
    }

    fn tell(&mut self, record: &mut Option<ReferralRecord>, event: &PlatformEvent) {
        let booking = event.onto(record.as_ref(), Booked::at(event.occurred_at));
        self.take(record, booking.expect("the demo tells of merchants in order"));
    }
}

/// Every record of both organisations, and what it earned.
pub(super) fn tell_all(
    leads: &[Told],
    anchor: DateTime<Utc>,
    merchants: &mut Merchants,
    dice: &mut Dice,
) -> Books {
    let mut books = Books::default();
    for told in leads {
        of_lead(told, anchor, dice, &mut books);
    }
    for organisation in ORGANISATIONS {
        let since = organisation.since.parse::<NaiveDate>().unwrap_or_default();
        for number in 0..STORES {
            let merchant = merchants.meet(organisation.id, dice);
            let age = TimeDelta::days(4 + number * 21 + dice.between(0, 14));
            let referred_at = at_work(anchor - age, dice);
            // Nobody refers before they join.
            if referred_at.date_naive() > since {
                let name = (merchant.slug.as_str(), merchant.company);
                store(organisation, name, referred_at, anchor, dice, &mut books);
            }
        }
    }
    books
}

/// The record of a lead, if its events left one, with what it earned since.
fn of_lead(told: &Told, anchor: DateTime<Utc>, dice: &mut Dice, books: &mut Books) {
    let mut record = None;
    for change in &told.referrals {
        let (ReferralChange::Create { by, .. } | ReferralChange::Reverse { by, .. }) = change;
        let booking = change.clone().onto(record.as_ref(), Booked::at(by.at));
        books.take(&mut record, booking.expect("a lead has one record that lives or does not"));
    }
    if let Some(found) = &record
        && found.is_live()
        && found.source == Source::PlusLead
    {
        let since = told.lead.updated_at();
        pay(&mut record, Plan::Plus, since, anchor, dice, books);
    }
    books.records.extend(record);
}

/// A store that a partner created for a merchant.
fn store(
    organisation: &Organisation,
    (slug, company): (&str, String),
    referred_at: DateTime<Utc>,
    anchor: DateTime<Utc>,
    dice: &mut Dice,
    books: &mut Books,
) {
    let org: OrgId = organisation.id.parse().expect("every organisation has an id that holds");
    let plan = *dice.weighted(&[(5, Plan::Basic), (3, Plan::Standard), (1, Plan::Advanced)]);
    let id = ReferralId::named(&Source::StoreCreated, slug).expect("a slug is a name of a record");
    let merchant = Merchant { name: company, website: None, email: None };
    let happened = Happening::Referred { source: Source::StoreCreated, merchant, plan: Some(plan) };
    let mut record = None;
    books.tell(&mut record, &event(&org, &id, "created", referred_at, happened));
    pay(&mut record, plan, referred_at, anchor, dice, books);
    books.records.extend(record);
}

/// The merchant pays each month; now and then a month is paid back.
fn pay(
    record: &mut Option<ReferralRecord>,
    plan: Plan,
    since: DateTime<Utc>,
    anchor: DateTime<Utc>,
    dice: &mut Dice,
    books: &mut Books,
) {
    let Some((org, id)) = record.as_ref().map(|record| (record.org.clone(), record.id.clone())) else {
        return;
    };
    let base = list_price(plan).expect("every plan that is paid for has a price");
    let mut at = since + MONTH;
    for month in 1.. {
        if at > anchor {
            return;
        }
        // Discounts and credits differ from month to month.
        let billed = Money { minor: base.minor * dice.between(80, 100) / 100, ..base };
        let fees = Fees { base, billed };
        let paid = Happening::MerchantPaid { plan, fees };
        books.tell(record, &event(&org, &id, &format!("paid-{month}"), at, paid));
        let refunded_at = at + TimeDelta::days(6);
        if dice.percent(3) && refunded_at <= anchor {
            let refunded = Happening::Refunded { plan, fees };
            books.tell(record, &event(&org, &id, &format!("refunded-{month}"), refunded_at, refunded));
        }
        at += MONTH;
    }
}

fn event(
    org: &OrgId,
    record: &ReferralId,
    what: &str,
    occurred_at: DateTime<Utc>,
    happened: Happening,
) -> PlatformEvent {
    // An id of the platform's has 64 characters at most.
    let name: String = record.as_str().chars().rev().take(40).collect::<String>().chars().rev().collect();
    let id = format!("{name}:{what}").parse().expect("a name and a word are an id of an event");
    PlatformEvent { id, occurred_at, org: org.clone(), record: record.clone(), happened }
}

impl Books {
    /// What is booked of each record, by its place.
    #[cfg(test)]
    pub(crate) fn sums(&self) -> std::collections::BTreeMap<(OrgId, ReferralId), Vec<Money>> {
        let mut sums = std::collections::BTreeMap::<_, Vec<Money>>::new();
        for entry in &self.entries {
            sums.entry((entry.org.clone(), entry.record.clone())).or_default().push(entry.amount);
        }
        sums
    }
}
