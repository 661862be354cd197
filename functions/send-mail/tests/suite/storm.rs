//! Leads in a storm: whatever happens, nobody gets a mail twice, and nothing goes missing unseen.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use guildhall_domain::delivery::Delivery;
use guildhall_domain::lead::Lead;
use guildhall_domain::notice::{Audience, Topic};
use guildhall_store::bulk::Bulk;
use guildhall_store::keys::Key;
use guildhall_store::{Leads, MailId, MailItem, MailRecord, MailState, Mails, Table};
use guildhall_worker::Change;
use send_mail::{Post, SendMail, Site};
use serde_json::{Value, json};

use crate::support::bench::{RawTable, table_without_stream};
use crate::support::leads::{contact, lead};
use crate::support::storm::{Dice, StormCarrier, follow};

/// So many workers get everything, each in another order.
const WORKERS: usize = 3;
/// Every so many changes, one is damaged.
const POISON_EVERY: usize = 97;
/// One in so many leads is looked at closely.
const SAMPLE: usize = 7;
/// Shorter than a batch takes, so that workers find claims run out whose owner still lives.
const LEASE: Duration = Duration::from_millis(40);

fn record(lead: &Lead) -> MailRecord {
    MailRecord::new(&Key::lead(&lead.id), 1, Audience::Partner.code(), Topic::LeadConfirmation.code())
}

fn worker(table: &Table, carrier: &StormCarrier) -> SendMail<StormCarrier> {
    let mails = Mails::new(table.clone()).with_lease(LEASE);
    let post = Post::new(mails, carrier.clone()).with_first_pause(Duration::from_micros(1));
    SendMail::new(table, carrier.clone(), Site::new("https://guildhall.example")).with_post(post)
}

/// The submissions as the stream tells them, and between them some that nobody can read.
async fn submissions(raw: &RawTable, leads: &[Lead]) -> (Vec<Change>, HashSet<String>) {
    let pk = Key::lead(&leads[0].id).pk;
    let (mut changes, mut poison) = (Vec::new(), HashSet::new());
    for (number, item) in raw.partition(&pk).await.into_iter().enumerate() {
        if number % POISON_EVERY == POISON_EVERY / 2 {
            let name = format!("poison-{number}");
            let mut broken = item.clone();
            broken["SK"] = json!({ "S": name });
            broken["timeline"] = json!({ "L": [{ "S": "nonsense" }] });
            changes.push(change(&broken, &name));
            poison.insert(name);
        }
        let sequence = item["SK"]["S"].as_str().unwrap().to_owned();
        changes.push(change(&item, &sequence));
    }
    (changes, poison)
}

fn change(item: &Value, sequence: &str) -> Change {
    let keys = json!({ "PK": item["PK"], "SK": item["SK"] });
    let record = json!({ "Keys": keys, "NewImage": item, "SequenceNumber": sequence });
    serde_json::from_value(json!({ "dynamodb": record })).unwrap()
}

async fn items(table: &Table, ids: &[MailId]) -> HashMap<MailId, MailItem> {
    let mails = Mails::new(table.clone()).with_lease(Duration::ZERO);
    mails.get_many(ids).await.unwrap().into_iter().map(|item| (item.id, item)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_storm_each_lead_is_confirmed_at_most_once_and_none_is_lost() {
    storm(400).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "seven minutes of computing, nearly all of it the unoptimised client of the table: --run-ignored all"]
async fn ten_thousand_leads_in_a_storm_are_each_confirmed_at_most_once_and_none_is_lost() {
    storm(10_000).await;
}

async fn storm(count: usize) {
    let (table, raw) = table_without_stream().await;
    let leads: Vec<_> = (0..count).map(|number| lead(&number.to_string(), None, Some(contact()))).collect();
    Bulk::new(table.clone()).leads(&leads).await.unwrap();
    let (changes, poison) = submissions(&raw, &leads).await;
    assert_eq!(changes.len(), count + poison.len());

    let carrier = StormCarrier::new();
    let workers: Vec<_> = (0..WORKERS)
        .map(|number| {
            let mut changes = changes.clone();
            // They begin at other places, so that they meet.
            changes.rotate_left(number * count / WORKERS / 50);
            let carrier = carrier.for_one();
            let dice = Dice::new(1_000 + number as u64);
            tokio::spawn(follow(worker(&table, &carrier), carrier, changes, dice))
        })
        .collect();
    let mut given_up: HashMap<String, usize> = HashMap::new();
    for worker in workers {
        for sequence in worker.await.unwrap() {
            *given_up.entry(sequence).or_default() += 1;
        }
    }

    for name in &poison {
        assert_eq!(given_up.remove(name), Some(WORKERS), "nobody can do anything with {name}");
    }
    assert!(given_up.len() <= count / 50, "{} were given up by somebody", given_up.len());

    let records: Vec<_> = leads.iter().map(record).collect();
    let items = items(&table, &records.iter().map(MailRecord::id).collect::<Vec<_>>()).await;
    let mut totals: HashMap<&str, usize> = HashMap::new();
    for (lead, record) in leads.iter().zip(&records) {
        let taken = carrier.taken(&record.id());
        assert!(taken <= 1, "a mail left {taken} times");
        let Some(item) = items.get(&record.id()) else {
            // Then somebody has it in the dead letters, where it is seen.
            assert!(given_up.contains_key(&Key::lead(&lead.id).sk), "a lead was told to nobody");
            *totals.entry("dead letters").or_default() += 1;
            continue;
        };
        match item.state {
            MailState::Sent => assert_eq!(taken, 1, "a mail is called sent that is not"),
            MailState::Waiting | MailState::Failed => {
                assert_eq!(taken, 0, "a mail left that is said not to have");
            }
            MailState::Unknown => {}
            MailState::Claimed => panic!("nobody holds a claim any more"),
        }
        *totals.entry(item.state.code()).or_default() += 1;
    }
    assert_eq!(totals.values().sum::<usize>(), count);
    let of = |state: MailState| totals.get(state.code()).copied().unwrap_or_default();
    assert!(of(MailState::Sent) > count / 2, "most arrive: {totals:?}");
    assert!(of(MailState::Failed) + of(MailState::Unknown) > 0, "it was a storm: {totals:?}");

    // The lead itself says the same of its mail.
    let store = Leads::new(table.clone());
    for (lead, record) in leads.iter().zip(&records).step_by(SAMPLE) {
        if given_up.contains_key(&Key::lead(&lead.id).sk) {
            continue;
        }
        let read = store.get(&lead.id).await.unwrap().unwrap();
        let shown = read.mails.first().map(|told| told.delivery);
        let expected = items.get(&record.id()).map(MailItem::delivery);
        assert_eq!(shown, expected.filter(|delivery| *delivery != Delivery::Pending), "{}", lead.id);
    }
}
