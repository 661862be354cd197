//! The referral history: what awarded and paid leads earned, and the stores that the partners created
//! for merchants who never were leads.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use guildhall_domain::ids::OrgId;
use guildhall_domain::lead::{Product, Support};
use guildhall_domain::money::{Currency, Money};
use guildhall_domain::policy::terms_at;
use guildhall_domain::referral::{
    LedgerEntry, LedgerKind, Plan, ReferralChange, ReferralId, ReferralRecord, ReferralState, Source,
};

use super::dice::Dice;
use super::leads::Told;
use super::merchants::Merchants;
use super::teller::at_work;
use crate::people::{ORGANISATIONS, Organisation};

/// How many stores each organisation created.
const STORES: i64 = 28;

/// A share is paid once a month.
const MONTH: TimeDelta = TimeDelta::days(30);

/// Every record of both organisations.
pub(super) fn tell_all(
    leads: &[Told],
    anchor: DateTime<Utc>,
    merchants: &mut Merchants,
    dice: &mut Dice,
) -> Vec<ReferralRecord> {
    let mut records: Vec<_> = leads.iter().flat_map(|told| of_lead(told, anchor, dice)).collect();
    for organisation in ORGANISATIONS {
        let since = organisation.since.parse::<NaiveDate>().unwrap_or_default();
        let stores = (0..STORES).map(|number| store(organisation, number, anchor, merchants, dice));
        // Nobody refers before they join.
        records.extend(stores.filter(|record| record.referred_at.date_naive() > since));
    }
    records
}

/// The record of a lead, if its events left one, with what it earned since.
fn of_lead(told: &Told, anchor: DateTime<Utc>, dice: &mut Dice) -> Option<ReferralRecord> {
    let mut records = BTreeMap::new();
    for change in &told.referrals {
        match change {
            ReferralChange::Create(record) => {
                let version = records.get(&record.id).map_or(0, |old: &ReferralRecord| old.version) + 1;
                records.insert(record.id.clone(), ReferralRecord { version, ..(**record).clone() });
            }
            ReferralChange::Reverse(id) => {
                if let Some(record) = records.get_mut(id) {
                    record.state = ReferralState::Reversed;
                    record.version += 1;
                }
            }
        }
    }
    let (_, mut record) = records.pop_first()?;
    if record.state == ReferralState::Scheduled {
        let since = told.lead.updated_at();
        match told.lead.product() {
            Product::Plus => earn_share(&mut record, since, anchor, dice.between(38, 130) * 1_000, dice),
            Product::Pos => earn_bonus(&mut record, since, anchor, dice.between(5, 12) * 5_000),
        }
    }
    Some(record)
}

/// A store that a partner created for a merchant.
fn store(
    organisation: &Organisation,
    number: i64,
    anchor: DateTime<Utc>,
    merchants: &mut Merchants,
    dice: &mut Dice,
) -> ReferralRecord {
    let merchant = merchants.meet(organisation.id, dice);
    let referred_at = at_work(anchor - TimeDelta::days(4 + number * 21 + dice.between(0, 14)), dice);
    let org: OrgId = organisation.id.parse().expect("every organisation has an id that holds");
    let (plan, monthly) = *dice.weighted(&[
        (5, (Plan::Basic, 780)),
        (3, (Plan::Standard, 2_100)),
        (1, (Plan::Advanced, 7_980)),
    ]);
    let id: ReferralId = format!("store:{}", merchant.slug).parse().expect("a slug is a name of a record");
    let mut record = ReferralRecord {
        id,
        org,
        source: Source::StoreCreated,
        merchant: merchant.company,
        lead: None,
        plan,
        referred_at,
        terms: terms_at(Product::Plus, Support::None, referred_at).id.to_owned(),
        state: ReferralState::Scheduled,
        currency: Currency::USD,
        entries: Vec::new(),
        version: 1,
    };
    earn_share(&mut record, referred_at, anchor, monthly, dice);
    record
}

/// A share of what the merchant pays, each month; now and then a month is refunded.
fn earn_share(
    record: &mut ReferralRecord,
    since: DateTime<Utc>,
    anchor: DateTime<Utc>,
    monthly: i64,
    dice: &mut Dice,
) {
    let mut at = since + MONTH;
    while at <= anchor {
        // The fee follows the merchant's sales, so no two months are alike.
        let share = monthly * dice.between(92, 112) / 100;
        add(record, LedgerKind::Commission, share, at, None);
        if dice.percent(3) {
            let refunded = Some("The merchant’s invoice of this month was refunded");
            add(record, LedgerKind::Adjustment, -share, at + TimeDelta::days(6), refunded);
        }
        at += MONTH;
    }
}

/// A bonus, once, when the next payout run comes round.
fn earn_bonus(record: &mut ReferralRecord, since: DateTime<Utc>, anchor: DateTime<Utc>, amount: i64) {
    let at = since + TimeDelta::days(21);
    if at <= anchor {
        add(record, LedgerKind::Bonus, amount, at, None);
    }
}

fn add(record: &mut ReferralRecord, kind: LedgerKind, minor: i64, at: DateTime<Utc>, reason: Option<&str>) {
    let amount = Money { minor, currency: record.currency };
    record.entries.push(LedgerEntry { kind, amount, at, reason: reason.map(str::to_owned) });
    record.state = ReferralState::Paid;
    record.version += 1;
}
