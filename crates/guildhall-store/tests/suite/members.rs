//! Organisations, members and invitations: what is written together, what it costs, and who is faster.

use chrono::{DateTime, TimeDelta, Utc};
use futures::future::join_all;
use guildhall_domain::actor::{Actor, Role};
use guildhall_domain::delivery::Delivery;
use guildhall_domain::organisation::{
    House, Invitation, InvitationId, InvitationState, MemberRefusal, Membership, OrgStanding, Organisation,
    VALID_DAYS,
};
use guildhall_domain::personal::Personal;
use guildhall_domain::policy::Language;
use guildhall_store::{Accepted, Doing, Ended, Founded, Invited, Kept, MemberChange, Members, NewInvitation};
use rstest::rstest;

use crate::support::leads::{noon, org};
use crate::support::{Backend, Bench};
use crate::units::together;

fn acme() -> House {
    House::Organisation(org("acme"))
}

fn organisation() -> Organisation {
    let since = noon().date_naive();
    Organisation {
        id: org("acme"),
        name: "Acme".to_owned(),
        since,
        standing: OrgStanding::Good,
        reason: None,
    }
}

fn person(id: &str, role: Role) -> Actor {
    let org = role.reads_referrals().then(|| org("acme"));
    Actor { id: id.parse().unwrap(), name: format!("Name of {id}"), role, org }
}

fn at(actor: &Actor, now: DateTime<Utc>) -> Doing<'_> {
    Doing { actor, is_suspended: false, now }
}

fn new(email: &str, role: Role) -> NewInvitation {
    NewInvitation {
        house: acme(),
        house_name: "Acme".to_owned(),
        email: email.into(),
        role,
        financials: false,
        language: Language::Sv,
    }
}

/// The house with two owners, as from the start.
async fn established(bench: &Bench) -> Members {
    let members = Members::new(bench.table.clone());
    let owner = |id: &str| Membership {
        person: id.parse().unwrap(),
        name: id.into(),
        email: Personal::new(format!("{id}@acme.example")),
        role: Role::PartnerOwner,
        financials: false,
        house: acme(),
        since: noon(),
        ended: false,
    };
    let people = [owner("anna"), owner("olle")];
    assert!(members.establish(&acme(), Some(&organisation()), &people).await.unwrap());
    assert!(!members.establish(&acme(), Some(&organisation()), &people).await.unwrap(), "it is there");
    bench.calls();
    members
}

async fn invite(members: &Members, email: &str, role: Role, now: DateTime<Utc>) -> Invitation {
    let anna = person("anna", Role::PartnerOwner);
    match members.invite(&new(email, role), &at(&anna, now)).await.unwrap() {
        Invited::New(invitation) | Invited::Renewed(invitation) => *invitation,
        refused @ (Invited::Limited(_) | Invited::Refused(_)) => panic!("{refused:?}"),
    }
}

async fn accept(members: &Members, id: InvitationId, who: &str, now: DateTime<Utc>) -> Accepted {
    let actor = person(who, Role::Merchant);
    let address = Personal::new(format!("{}@acme.example", who.to_uppercase()));
    members.accept(id, &address, &at(&actor, now)).await.unwrap()
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn inviting_accepting_and_listing_cost_few_calls(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let members = established(&bench).await;
    let invitation = invite(&members, "nils@acme.example", Role::PartnerMember, noon()).await;
    let calls = bench.calls();
    let names: Vec<_> = calls.iter().map(|call| call.operation).collect();
    assert_eq!(names, ["BatchGetItem", "TransactWriteItems"]);
    // In the table the invitation, the roll and the limit, whose update DynamoDB Local does not count; in the index
    // the invitation.
    let in_table = match backend {
        Backend::Dynoxide => 3.0,
        Backend::DynamodbLocal => 2.0,
    };
    assert_eq!(calls[1].units, together(backend, in_table, 1.0), "{calls:?}");

    assert!(matches!(accept(&members, invitation.id, "nils", noon()).await, Accepted::Done(_)));
    let calls = bench.calls();
    let names: Vec<_> = calls.iter().map(|call| call.operation).collect();
    assert_eq!(names, ["GetItem", "BatchGetItem", "TransactWriteItems"]);

    let nils = "nils".parse().unwrap();
    let membership = members.membership(&nils).await.unwrap().unwrap();
    assert_eq!((membership.value.role, membership.revision), (Role::PartnerMember, 1));
    assert_eq!(membership.value.email.as_str(), "nils@acme.example", "as it was invited");
    let call = bench.only_call();
    assert_eq!((call.operation, call.units), ("GetItem", 1.0));
    assert!(members.organisation(&org("acme")).await.unwrap().is_some());
    assert_eq!(bench.only_call().units, 1.0);
    let people = members.people_of(&acme()).await.unwrap();
    assert_eq!((people.members.len(), people.invitations.len()), (3, 0));
    let call = bench.only_call();
    assert_eq!((call.operation, call.units), ("Query", 0.5), "the people of a house are one cheap query");
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn the_same_address_has_one_invitation_however_often_it_is_invited(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let members = established(&bench).await;
    let anna = person("anna", Role::PartnerOwner);
    let first = invite(&members, "nils@acme.example", Role::PartnerMember, noon()).await;
    // Said again at once, nothing is written; later, and for another role, it is renewed.
    let again = invite(&members, "Nils@acme.example", Role::PartnerMember, noon()).await;
    assert_eq!(again, first);
    let later = noon() + TimeDelta::days(VALID_DAYS + 3);
    let renewed = invite(&members, "nils@acme.example", Role::PartnerViewer, later).await;
    assert_eq!((renewed.id, renewed.role), (first.id, Role::PartnerViewer));
    assert_eq!(members.invitation(first.id).await.unwrap().unwrap().revision, 2);
    // Several at once come to one.
    let new = new("eva@acme.example", Role::PartnerMember);
    let doing = at(&anna, noon());
    let invited = join_all((0..4).map(|_| members.invite(&new, &doing))).await;
    let ids: std::collections::HashSet<_> = invited
        .into_iter()
        .map(|invited| match invited.unwrap() {
            Invited::New(invitation) | Invited::Renewed(invitation) => invitation.id,
            refused @ (Invited::Limited(_) | Invited::Refused(_)) => panic!("{refused:?}"),
        })
        .collect();
    assert_eq!(ids.len(), 1);
    let people = members.people_of(&acme()).await.unwrap();
    assert_eq!(people.invitations.len(), 2);
    // Whoever is there is not invited.
    let there = members.invite(&self::new("Olle@acme.example", Role::PartnerOwner), &doing).await.unwrap();
    assert_eq!(there, Invited::Refused(MemberRefusal::MemberAlready));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_is_for_its_address_and_for_a_while(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let members = established(&bench).await;
    let invitation = invite(&members, "nils@acme.example", Role::PartnerMember, noon()).await;
    assert_eq!(accept(&members, invitation.id, "eva", noon()).await, Accepted::Missing);
    let late = noon() + TimeDelta::days(VALID_DAYS);
    let closed = Accepted::Refused(MemberRefusal::Closed);
    assert_eq!(accept(&members, invitation.id, "nils", late).await, closed);
    let anna = person("anna", Role::PartnerOwner);
    assert_eq!(members.withdraw(&acme(), invitation.id, &at(&anna, noon())).await.unwrap(), Ended::Done);
    assert_eq!(members.withdraw(&acme(), invitation.id, &at(&anna, noon())).await.unwrap(), Ended::Done);
    assert_eq!(accept(&members, invitation.id, "nils", noon()).await, closed);
    assert!(members.people_of(&acme()).await.unwrap().invitations.is_empty());
    let stranger = House::Organisation(org("other"));
    let other = Actor { org: Some(org("other")), ..anna };
    let refused = members.withdraw(&stranger, invitation.id, &at(&other, noon())).await.unwrap();
    assert_eq!(refused, Ended::Refused(MemberRefusal::Unknown));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn somebody_is_a_member_once_and_may_come_back(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let members = established(&bench).await;
    let first = invite(&members, "nils@acme.example", Role::PartnerMember, noon()).await;
    assert!(matches!(accept(&members, first.id, "nils", noon()).await, Accepted::Done(_)));
    assert!(matches!(accept(&members, first.id, "nils", noon()).await, Accepted::Done(_)), "a lost answer");
    // An organisation of its own invites them too.
    let (house, admin) = (House::Organisation(org("other")), person("ruth", Role::ProgramAdmin));
    let owner = NewInvitation { house: house.clone(), ..new("nils@acme.example", Role::PartnerOwner) };
    let other = Organisation { id: org("other"), ..organisation() };
    let founded = members.found(other.clone(), &owner, &at(&admin, noon())).await.unwrap();
    assert!(matches!(founded, Founded::Done(_)));
    let again = members.found(other.clone(), &owner, &at(&admin, noon())).await.unwrap();
    assert_eq!(again, founded, "said again");
    let renamed = Organisation { name: "Another".to_owned(), ..other };
    assert_eq!(members.found(renamed, &owner, &at(&admin, noon())).await.unwrap(), Founded::Taken);
    let second = members.people_of(&house).await.unwrap().invitations.remove(0).value;
    let already = Accepted::Refused(MemberRefusal::MemberAlready);
    assert_eq!(accept(&members, second.id, "nils", noon()).await, already);

    let nils = person("nils", Role::PartnerMember);
    assert_eq!(members.remove(&acme(), &nils.id, &at(&nils, noon())).await.unwrap(), Ended::Done);
    assert_eq!(members.membership(&nils.id).await.unwrap(), None);
    assert!(matches!(accept(&members, second.id, "nils", noon()).await, Accepted::Done(_)));
    let membership = members.membership(&nils.id).await.unwrap().unwrap();
    assert_eq!((membership.value.house, membership.revision), (house, 3), "joined, left, joined");
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn of_the_last_two_owners_who_go_at_once_one_stays(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let members = established(&bench).await;
    let people = ["anna", "olle"].map(|id| person(id, Role::PartnerOwner));
    // Each puts the other out, and leaves, all in the same moment.
    let (anna, olle) = (at(&people[0], noon()), at(&people[1], noon()));
    let house = acme();
    let goes = [
        members.remove(&house, &people[1].id, &anna),
        members.remove(&house, &people[0].id, &olle),
        members.remove(&house, &people[0].id, &anna),
        members.remove(&house, &people[1].id, &olle),
    ];
    let ended: Vec<_> = join_all(goes).await.into_iter().map(Result::unwrap).collect();
    assert_eq!(ended.iter().filter(|ended| **ended == Ended::Done).count(), 1, "{ended:?}");
    let left = members.people_of(&acme()).await.unwrap().members;
    let [left] = &left[..] else { panic!("one stays: {left:?}") };
    let last = person(left.value.person.as_str(), Role::PartnerOwner);
    let refused = members.remove(&acme(), &last.id, &at(&last, noon())).await.unwrap();
    assert_eq!(refused, Ended::Refused(MemberRefusal::LastHead));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn whoever_saw_an_older_revision_of_a_member_is_told_of_the_current_one(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let members = established(&bench).await;
    let (anna, olle) = (person("anna", Role::PartnerOwner), "olle".parse().unwrap());
    let doing = at(&anna, noon());
    let change =
        async |role, seen| members.change_role(&acme(), &olle, role, None, seen, &doing).await.unwrap();
    let done = change(Role::PartnerViewer, 1).await;
    let MemberChange::Done(changed) = &done else { panic!("{done:?}") };
    assert_eq!((changed.value.role, changed.revision), (Role::PartnerViewer, 2));
    assert_eq!(change(Role::PartnerViewer, 1).await, done, "a lost answer");
    let conflict = change(Role::PartnerMember, 1).await;
    assert_eq!(conflict, MemberChange::Conflict(changed.clone()));
    let own = members.change_role(&acme(), &anna.id, Role::PartnerViewer, None, 1, &doing).await.unwrap();
    assert_eq!(own, MemberChange::Refused(MemberRefusal::OwnRole));
    let nobody = "nobody".parse().unwrap();
    let unknown = members.change_role(&acme(), &nobody, Role::PartnerViewer, None, 1, &doing).await.unwrap();
    assert_eq!(unknown, MemberChange::Refused(MemberRefusal::Unknown));
}

#[rstest]
#[tokio::test(flavor = "multi_thread")]
async fn what_became_of_the_mail_shows_on_the_revision_that_it_brought(
    #[values(Backend::Dynoxide, Backend::DynamodbLocal)] backend: Backend,
) {
    let bench = backend.bench().await;
    let members = established(&bench).await;
    let id = invite(&members, "nils@acme.example", Role::PartnerMember, noon()).await.id;
    let known = async || -> Kept<Invitation> { members.invitation(id).await.unwrap().unwrap() };
    assert!(members.record_delivery(id, 1, Delivery::Sent).await.unwrap());
    assert!(!members.record_delivery(id, 1, Delivery::Sent).await.unwrap(), "that is known");
    assert_eq!((known().await.value.delivery, known().await.revision), (Delivery::Sent, 1));
    assert!(members.record_delivery(id, 1, Delivery::Bounced).await.unwrap());
    let later = noon() + TimeDelta::days(1);
    invite(&members, "nils@acme.example", Role::PartnerMember, later).await;
    assert!(!members.record_delivery(id, 1, Delivery::Delivered).await.unwrap(), "it is another mail");
    assert_eq!((known().await.value.delivery, known().await.revision), (Delivery::Pending, 2));
    assert_eq!(known().await.value.state, InvitationState::Open);
}
