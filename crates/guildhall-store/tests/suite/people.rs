//! What people want by mail: written by whoever saw the last revision, read many at a time.

use std::collections::{BTreeMap, BTreeSet};

use futures::future::join_all;
use guildhall_domain::actor::{Role, Stamp};
use guildhall_domain::notice::{Contact, LeadMail, Person, Preferences, Topic};
use guildhall_domain::policy::Language;
use guildhall_store::keys::Key;
use guildhall_store::{Kept, KeptPut, Known, People};
use rstest::rstest;

use crate::support::leads::{member, noon, org};
use crate::support::{Backend, Bench};
use crate::units::parts;

fn person(id: &str) -> Person {
    Person {
        id: id.parse().unwrap(),
        name: "Anna Sjöström".into(),
        email: Some("anna@acme.example".into()),
        role: Role::PartnerOwner,
        org: Some(org("acme")),
        preferences: Preferences::from_the_start(Language::Sv),
    }
}

fn people(bench: &Bench) -> People {
    People::new(bench.table.clone())
}

/// What a person writes after having seen a revision.
fn after<T>(revision: u64, value: T) -> Kept<T> {
    Kept::after(revision, value, Stamp { by: member(&org("acme")).signature(), at: noon() })
}

fn done<T: Clone>(kept: &Kept<T>) -> KeptPut<T> {
    KeptPut::Done(Box::new(kept.clone()))
}

fn leads_to(email: &str) -> LeadMail {
    LeadMail { to: Some(Contact { email: email.into(), language: Language::Sv }) }
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn people_and_their_organisation_are_read_in_one_call(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let people = people(&bench);
    let (anna, olle) = (after(0, person("p-anna")), after(0, person("p-olle")));
    for person in [&anna, &olle] {
        assert_eq!(people.put(person.clone()).await.unwrap(), done(person));
        let call = bench.only_call();
        assert_eq!(call.operation, "PutItem");
        assert_eq!(parts(&call), BTreeMap::from([("by_owner", 1.0), ("table", 1.0)]));
    }
    let mail = after(0, leads_to("leads@acme.example"));
    assert_eq!(people.put_lead_mail(&org("acme"), mail.clone()).await.unwrap(), done(&mail));
    assert_eq!(bench.only_call().units, 1.0);

    let mut asked = vec![anna.value.id.clone(), olle.value.id.clone(), anna.value.id.clone()];
    let known = people.get_many(&asked, Some(&org("acme"))).await.unwrap();
    let call = bench.only_call();
    // Consistent reads, one unit each, of three different keys.
    assert_eq!((call.operation, call.units), ("BatchGetItem", 3.0));
    asked.push("p-nobody".parse().unwrap());
    assert_eq!(people.get_many(&asked, Some(&org("acme"))).await.unwrap(), known, "nobody is nobody");
    assert_eq!(known.person(&anna.value.id), Some(&anna.value));
    assert_eq!(known.lead_contact(), mail.value.to.as_ref());
    let everybody = [anna, olle].map(|person| (person.value.id.clone(), person));
    assert_eq!(known, Known { people: everybody.into(), lead_mail: Some(mail) });

    let other = people.get_many(&[], Some(&org("other"))).await.unwrap();
    assert_eq!(other, Known::default(), "another organisation's address is its own");
    bench.calls();
    assert_eq!(people.get_many(&[], None).await.unwrap(), Known::default());
    assert!(bench.calls().is_empty(), "nothing to ask for");
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn whoever_saw_an_older_revision_is_told_of_the_current_one(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let people = people(&bench);
    let first = after(0, person("p-anna"));
    let mut second = after(1, person("p-anna"));
    second.value.preferences.off = BTreeSet::from([Topic::LeadProgress]);
    assert_eq!(people.put(second.clone()).await.unwrap(), KeptPut::Conflict(None), "there is no first");
    people.put(first.clone()).await.unwrap();
    bench.calls();
    assert_eq!(people.put(second.clone()).await.unwrap(), done(&second));
    let call = bench.only_call();
    assert_eq!(parts(&call), BTreeMap::from([("by_owner", 1.0), ("table", 1.0)]), "it keeps its place");
    let mut again = second.clone();
    again.changed.as_mut().unwrap().at += chrono::TimeDelta::seconds(2);
    assert_eq!(people.put(again).await.unwrap(), done(&second), "a lost answer");
    let current = KeptPut::Conflict(Some(Box::new(second.clone())));
    assert_eq!(people.put(first).await.unwrap(), current);
    let mut late = second;
    late.value.preferences.language = Language::Vi;
    assert_eq!(people.put(late).await.unwrap(), current);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn of_several_owners_at_once_one_sets_the_address(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (people, acme) = (people(&bench), org("acme"));
    let mails = (0..5).map(|place| after(0, leads_to(&format!("team-{place}@acme.example"))));
    let answers = join_all(mails.map(|mail| people.put_lead_mail(&acme, mail))).await;
    let done_of = answers.iter().filter(|answer| matches!(answer, Ok(KeptPut::Done(_)))).count();
    assert_eq!(done_of, 1, "{answers:?}");
    let gone = after(1, LeadMail::default());
    assert_eq!(people.put_lead_mail(&acme, gone.clone()).await.unwrap(), done(&gone));
    let known = people.get_many(&[], Some(&acme)).await.unwrap();
    assert_eq!(known.lead_contact(), None);
    assert_eq!(known.lead_mail, Some(gone));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn everybody_is_listed_from_the_index(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let people = people(&bench);
    assert_eq!(people.everybody().await.unwrap(), []);
    let mut expected = Vec::new();
    for place in 0..30 {
        let person = person(&format!("p-{place:02}"));
        people.put(after(0, person.clone())).await.unwrap();
        expected.push(person);
    }
    people.put_lead_mail(&org("acme"), after(0, leads_to("leads@acme.example"))).await.unwrap();
    bench.calls();
    assert_eq!(people.everybody().await.unwrap(), expected);
    assert_eq!(bench.only_call().operation, "Query");
    // More than one call's worth is read to the end.
    let asked: Vec<_> = (0..130).map(|place| format!("p-{place:02}").parse().unwrap()).collect();
    assert_eq!(people.get_many(&asked, None).await.unwrap().people.len(), 30);
    assert_eq!(bench.calls().len(), 2);
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn damaged_settings_are_named_without_what_is_personal(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let (people, anna) = (people(&bench), person("p-anna"));
    people.put(after(0, anna.clone())).await.unwrap();
    let key = Key::person(&anna.id);
    let mut item = bench.raw(&key).await.unwrap();
    let sort_key = item["SK"].clone();
    item.insert("record".to_owned(), sort_key);
    bench.put_raw(item).await;
    let error = people.get_many(std::slice::from_ref(&anna.id), None).await.unwrap_err();
    let told = format!("{error} {error:?}");
    assert!(told.contains("PERSON#p-anna") && told.contains("record") && !told.contains("@acme"), "{told}");
}
