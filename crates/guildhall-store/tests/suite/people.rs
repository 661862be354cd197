//! What people want by mail: written by whoever saw the last revision, read many at a time.

use std::collections::{BTreeMap, BTreeSet};

use futures::future::join_all;
use guildhall_domain::actor::Role;
use guildhall_domain::notice::{Contact, LeadMail, Person, Preferences, Topic};
use guildhall_domain::policy::Language;
use guildhall_store::keys::Key;
use guildhall_store::{Known, People, SettingsPut};
use rstest::rstest;

use crate::support::leads::org;
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
        revision: 1,
    }
}

fn people(bench: &Bench) -> People {
    People::new(bench.table.clone())
}

fn leads_to(email: &str, revision: u64) -> LeadMail {
    let to = Contact { email: email.into(), language: Language::Sv };
    LeadMail { to: Some(to), revision }
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn people_and_their_organisation_are_read_in_one_call(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let people = people(&bench);
    let (anna, olle) = (person("p-anna"), person("p-olle"));
    for person in [&anna, &olle] {
        assert_eq!(people.put(person).await.unwrap(), SettingsPut::Done);
        let call = bench.only_call();
        assert_eq!(call.operation, "PutItem");
        assert_eq!(parts(&call), BTreeMap::from([("by_owner", 1.0), ("table", 1.0)]));
    }
    let mail = leads_to("leads@acme.example", 1);
    assert_eq!(people.put_lead_mail(&org("acme"), &mail).await.unwrap(), SettingsPut::Done);
    assert_eq!(bench.only_call().units, 1.0);

    let nobody = "p-nobody".parse().unwrap();
    let asked = [anna.id.clone(), olle.id.clone(), nobody, anna.id.clone()];
    let known = people.get_many(&asked, Some(&org("acme"))).await.unwrap();
    let call = bench.only_call();
    // Consistent reads, one unit each, of four different keys; what is not there costs as much.
    assert_eq!((call.operation, call.units), ("BatchGetItem", 4.0));
    let everybody = [&anna, &olle].map(|person| (person.id.clone(), person.clone()));
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
    let first = person("p-anna");
    let mut second = Person { revision: 2, ..first.clone() };
    assert_eq!(people.put(&second).await.unwrap(), SettingsPut::Conflict(None), "there is no first");
    people.put(&first).await.unwrap();
    second.preferences.off = BTreeSet::from([Topic::LeadProgress]);
    bench.calls();
    assert_eq!(people.put(&second).await.unwrap(), SettingsPut::Done);
    let call = bench.only_call();
    assert_eq!(parts(&call), BTreeMap::from([("by_owner", 1.0), ("table", 1.0)]), "it keeps its place");
    assert_eq!(people.put(&second).await.unwrap(), SettingsPut::Done, "a lost answer");
    let current = SettingsPut::Conflict(Some(Box::new(second.clone())));
    assert_eq!(people.put(&first).await.unwrap(), current);
    let mut late = second.clone();
    late.preferences.language = Language::Vi;
    assert_eq!(people.put(&late).await.unwrap(), current);

    let acme = org("acme");
    let mails: Vec<_> = (0..5).map(|place| leads_to(&format!("team-{place}@acme.example"), 1)).collect();
    let answers = join_all(mails.iter().map(|mail| people.put_lead_mail(&acme, mail))).await;
    let done = answers.iter().filter(|answer| matches!(answer, Ok(SettingsPut::Done))).count();
    assert_eq!(done, 1, "{answers:?}");
    let gone = LeadMail { to: None, revision: 2 };
    assert_eq!(people.put_lead_mail(&acme, &gone).await.unwrap(), SettingsPut::Done);
    assert_eq!(people.get_many(&[], Some(&acme)).await.unwrap().lead_mail, Some(gone));
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
        people.put(&person).await.unwrap();
        expected.push(person);
    }
    people.put_lead_mail(&org("acme"), &leads_to("leads@acme.example", 1)).await.unwrap();
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
    people.put(&anna).await.unwrap();
    let key = Key::person(&anna.id);
    let mut item = bench.raw(&key).await.unwrap();
    let other = bench.raw(&key).await.unwrap().remove("SK").unwrap();
    item.insert("record".to_owned(), other);
    bench.put_raw(item).await;
    let error = people.get_many(std::slice::from_ref(&anna.id), None).await.unwrap_err();
    let told = format!("{error} {error:?}");
    assert!(told.contains("PERSON#p-anna") && told.contains("record") && !told.contains("@acme"), "{told}");
}
