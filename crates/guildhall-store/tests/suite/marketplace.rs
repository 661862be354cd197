//! Jobs and conversations of the marketplace: brought in, read, taken back, erased.

use chrono::{DateTime, Duration, Utc};
use guildhall_domain::ids::OrgId;
use guildhall_domain::marketplace::listing::{ConversationRow, JobRow};
use guildhall_domain::marketplace::{
    Conversation, ConversationStatus, Customer, Job, JobStatus, Message, MessageVia, Party, Requested,
    Requirement, Shop,
};
use guildhall_domain::migration::RunId;
use guildhall_domain::privacy::{STRUCK, Subject};
use guildhall_store::{Imported, Marketplace, MerchantKey, Privacy, Search, Views};
use rstest::rstest;

use crate::support::leads::org;
use crate::support::privacy::mentions;
use crate::support::raw::Attributes;
use crate::support::{Backend, Bench};

const ANNA: &str = "Anna@shop.example";

fn merchants() -> MerchantKey {
    MerchantKey::from_secret(b"secret")
}

fn run(number: u128) -> RunId {
    RunId::from_chance(number)
}

fn noon() -> DateTime<Utc> {
    "2023-09-01T12:00:00Z".parse().unwrap()
}

fn anna() -> Customer {
    Customer {
        name: "Anna Sjöström".into(),
        email: Some(ANNA.into()),
        phone: Some("+46 70 555 01 42".into()),
    }
}

/// A job in which everything is filled in.
fn job(org: &OrgId, id: &str, customer: Option<Customer>) -> Job {
    Job {
        id: id.parse().unwrap(),
        org: org.clone(),
        created_at: noon(),
        last_event_at: noon() + Duration::days(3),
        status: JobStatus::Responded,
        services: vec![Requested { handle: "theme-design".to_owned(), name: "Theme design".to_owned() }],
        requirements: vec![Requirement { question: "What?".to_owned(), responses: vec!["A shop.".into()] }],
        shop: Shop {
            id: "77".parse().unwrap(),
            name: "Annas Garn".to_owned(),
            domain: "annas-garn.myshopify.com".to_owned(),
        },
        customer,
        conversation: Some("c-1".parse().unwrap()),
        confirmed_completed: true,
        ends_at: Some(noon() + Duration::days(90)),
    }
}

fn conversation(org: &OrgId, id: &str, messages: usize, length: usize) -> Conversation {
    let message = |number: usize| Message {
        body: format!("{number} {}", "x".repeat(length)).as_str().into(),
        file_urls: vec!["https://files.example/1.png".to_owned()],
        sent_at: noon() + Duration::minutes(i64::try_from(number).unwrap()),
        sent_by: if number.is_multiple_of(2) { Party::Merchant } else { Party::Partner },
        sent_via: MessageVia::Email,
    };
    Conversation {
        id: id.parse().unwrap(),
        org: org.clone(),
        status: ConversationStatus::Active,
        has_unread: true,
        customer: anna(),
        messages: (0..messages).map(message).collect(),
    }
}

/// What is in the table, but for what moves with every write, and marks of what is gone.
async fn contents(bench: &Bench) -> Vec<Attributes> {
    let mut items: Vec<_> = bench.everything().await;
    items.retain(|item| item["type"].as_s().unwrap() != "erased");
    for item in &mut items {
        item.retain(|name, _| !["changed_at", "version", "GSI1SK"].contains(&name.as_str()));
    }
    let part = |item: &Attributes, name: &str| item[name].as_s().unwrap().clone();
    items.sort_by_cached_key(|item| (part(item, "PK"), part(item, "SK")));
    items
}

async fn undo_all(records: &Marketplace, org: &OrgId, run: RunId) -> (u32, u32) {
    let (mut restored, mut removed, mut after) = (0, 0, None);
    loop {
        let undone = records.undo_jobs(org, run, after.as_ref()).await.unwrap();
        restored += undone.restored;
        removed += undone.removed;
        let Some(next) = undone.next else { break };
        after = Some(next);
    }
    let undone = records.undo_conversations(org, run, None).await.unwrap();
    (restored + undone.restored, removed + undone.removed)
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn the_same_again_writes_nothing_and_reads_back_whole(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (records, acme) = (Marketplace::new(bench.table.clone()), org("acme"));
    let jobs = [job(&acme, "1", Some(anna())), job(&acme, "2", None)];
    let long = conversation(&acme, "c-1", 12, 40_000);
    let first = records.import_jobs(&merchants(), run(1), &jobs).await.unwrap();
    assert_eq!(first, [Imported::Added; 2]);
    assert_eq!(
        records.import_conversations(run(1), std::slice::from_ref(&long)).await.unwrap(),
        [Imported::Added]
    );
    bench.calls();

    assert_eq!(records.import_jobs(&merchants(), run(2), &jobs).await.unwrap(), [Imported::Same; 2]);
    let again = records.import_conversations(run(2), std::slice::from_ref(&long)).await.unwrap();
    assert_eq!(again, [Imported::Same]);
    let calls = bench.calls();
    assert!(calls.iter().all(|call| call.operation == "BatchGetItem"), "{calls:?}");

    assert_eq!(records.job(&acme, &jobs[0].id).await.unwrap().as_ref(), Some(&jobs[0]));
    assert_eq!(records.job(&org("saigon"), &jobs[0].id).await.unwrap(), None);
    assert_eq!(records.conversation(&acme, &long.id).await.unwrap(), Some(long.clone()));
    let stretch = records.jobs_after(&acme, None, 1).await.unwrap();
    assert_eq!((stretch.records.as_slice(), stretch.next.as_ref()), (&jobs[..1], Some(&jobs[0].id)));
    let rest = records.jobs_after(&acme, stretch.next.as_ref(), 10).await.unwrap();
    assert_eq!((rest.records.as_slice(), rest.next), (&jobs[1..], None));
    let all = records.conversations_after(&acme, None, 10).await.unwrap();
    assert_eq!(all.records, [long]);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn taking_runs_back_restores_what_stood_there_before_each(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (records, acme) = (Marketplace::new(bench.table.clone()), org("acme"));
    let empty = contents(&bench).await;
    let mut job_of_anna = job(&acme, "1", Some(anna()));
    let mut talk = conversation(&acme, "c-1", 3, 10);
    records.import_jobs(&merchants(), run(1), std::slice::from_ref(&job_of_anna)).await.unwrap();
    records.import_conversations(run(1), std::slice::from_ref(&talk)).await.unwrap();
    let after_first = contents(&bench).await;

    // The second run says something else of both, twice, and has more.
    for status in [JobStatus::Closed, JobStatus::Completed] {
        job_of_anna.status = status;
        job_of_anna.customer = Some(Customer { email: Some("olle@shop.example".into()), ..anna() });
        let more = [job_of_anna.clone(), job(&acme, "2", None)];
        records.import_jobs(&merchants(), run(2), &more).await.unwrap();
        talk.messages.pop();
        records.import_conversations(run(2), std::slice::from_ref(&talk)).await.unwrap();
    }
    assert_eq!(records.jobs_by(&merchants(), ANNA).await.unwrap(), []);
    assert_eq!(records.jobs_by(&merchants(), "Olle@shop.example").await.unwrap().len(), 1);
    let views = Views::<JobRow>::new(bench.table.clone(), usize::MAX);
    assert_eq!(views.read(&acme).await.unwrap().len(), 2);

    // What a later run wrote over is not the first one's any more.
    assert_eq!(undo_all(&records, &acme, run(1)).await, (0, 0));
    assert_eq!(undo_all(&records, &acme, run(2)).await, (2, 1));
    assert_eq!(contents(&bench).await, after_first);
    assert_eq!(undo_all(&records, &acme, run(2)).await, (0, 0), "twice changes nothing");
    assert_eq!(records.jobs_by(&merchants(), ANNA).await.unwrap().len(), 1);
    let there = views.read(&acme).await.unwrap();
    let told: Vec<_> = there.iter().map(|row| (row.job.id.as_str(), row.job.status)).collect();
    assert_eq!(told, [("1", JobStatus::Responded)], "the list hears of what is gone");

    assert_eq!(undo_all(&records, &acme, run(1)).await, (0, 2));
    assert_eq!(contents(&bench).await, empty);
    assert!(views.read(&acme).await.unwrap().is_empty());

    // What was taken back can be brought in anew.
    let anew = records.import_jobs(&merchants(), run(3), std::slice::from_ref(&job_of_anna)).await.unwrap();
    assert_eq!(anew, [Imported::Added]);
    assert_eq!(views.read(&acme).await.unwrap().len(), 1);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_job_twice_in_one_run_is_one_job_and_what_has_no_room_is_told(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (records, acme) = (Marketplace::new(bench.table.clone()), org("acme"));
    let (first, mut second) = (job(&acme, "1", None), job(&acme, "1", None));
    second.status = JobStatus::Closed;
    let mut large = job(&acme, "2", None);
    large.requirements[0].responses = vec!["x".repeat(200_000).as_str().into()];
    let jobs = [first, second.clone(), second, large];
    let told = records.import_jobs(&merchants(), run(1), &jobs).await.unwrap();
    assert_eq!(told, [Imported::Added, Imported::Changed, Imported::Same, Imported::TooLarge]);
    assert_eq!(
        undo_all(&records, &acme, run(1)).await,
        (0, 1),
        "the run added it, whatever it said meanwhile"
    );
    let talks = [conversation(&acme, "c-1", 1, 200_000), conversation(&acme, "c-2", 60, 60_000)];
    assert_eq!(records.import_conversations(run(1), &talks).await.unwrap(), [Imported::TooLarge; 2]);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn a_customer_who_is_erased_leaves_the_record_of_a_job_and_is_not_brought_back(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (records, acme) = (Marketplace::new(bench.table.clone()), org("acme"));
    let olle = Customer { name: "Olle".into(), email: Some("olle@shop.example".into()), phone: None };
    let mut other = job(&acme, "2", Some(olle));
    other.requirements[0].responses = vec!["Write to anna@shop.example, please.".into()];
    let jobs = [job(&acme, "1", Some(anna())), other];
    let talk = conversation(&acme, "c-1", 9, 50_000);
    records.import_jobs(&merchants(), run(1), &jobs).await.unwrap();
    records.import_conversations(run(1), std::slice::from_ref(&talk)).await.unwrap();
    let jobs_list = Views::<JobRow>::new(bench.table.clone(), usize::MAX);
    let talks_list = Views::<ConversationRow>::new(bench.table.clone(), usize::MAX);
    assert_eq!(jobs_list.read(&acme).await.unwrap().len(), 2);
    assert_eq!(talks_list.read(&acme).await.unwrap().len(), 1);

    let privacy = Privacy::new(bench.table.clone()).in_pieces_of(1);
    let mut search = Some(Search::default());
    while let Some(from) = search {
        search = privacy.erase(&Subject::new(ANNA), from).await.unwrap().next;
    }
    let left = bench.everything().await;
    for personal in ["anna@shop.example", "Sjöström", "+46 70 555", "Annas Garn\", domain", "xxxx"] {
        assert_eq!(mentions(&left, personal), Vec::<String>::new(), "{personal}");
    }
    let kept = records.job(&acme, &jobs[0].id).await.unwrap().unwrap();
    assert_eq!((kept.status, kept.created_at), (JobStatus::Responded, noon()));
    assert_eq!((kept.customer, kept.requirements.len(), kept.shop.name.as_str()), (None, 0, STRUCK));
    assert_eq!(records.jobs_by(&merchants(), ANNA).await.unwrap(), []);
    let other = records.job(&acme, &jobs[1].id).await.unwrap().unwrap();
    assert_eq!(other.requirements[0].responses[0].as_str(), format!("Write to {STRUCK}, please."));
    assert_eq!(other.shop.name, "Annas Garn", "another customer's store stays");
    let talk_left = records.conversation(&acme, &talk.id).await.unwrap().unwrap();
    assert!(talk_left.messages.is_empty());
    let shown = jobs_list.read(&acme).await.unwrap();
    assert!(shown.iter().all(|row| row.job.id.as_str() != "1" || row.job.customer.is_none()));
    let shown = talks_list.read(&acme).await.unwrap();
    assert!(shown.iter().all(|row| row.conversation.customer.email.is_none()));

    assert_eq!(
        records.import_jobs(&merchants(), run(2), &jobs[..1]).await.unwrap(),
        [Imported::Erased],
        "not even by the same file"
    );
    assert_eq!(
        records.import_conversations(run(2), std::slice::from_ref(&talk)).await.unwrap(),
        [Imported::Erased]
    );
    assert_eq!(mentions(&bench.everything().await, "Sjöström"), Vec::<String>::new());
}
