//! What holds of the roll of a house, over random commands by everybody.

#![allow(clippy::unwrap_used, reason = "a test that finds nothing there has failed")]

use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};
use guildhall_domain::actor::{Actor, Role, Side};
use guildhall_domain::ids::UserId;
use guildhall_domain::organisation::{
    Act, AddressMark, Enrolled, Expected, House, InvitationId, MOST, MemberRefusal, Place, Roll, VALID_DAYS,
    permit,
};
use proptest::prelude::*;

fn start() -> DateTime<Utc> {
    "2026-03-01T08:00:00Z".parse().unwrap()
}

fn acme() -> House {
    House::Organisation("acme".parse().unwrap())
}

fn person(place: u8) -> UserId {
    format!("u-{place}").parse().unwrap()
}

fn actor(house: &House, role: Role, place: u8) -> Actor {
    let org = house.org().filter(|_| role.side() == Side::Partner).cloned();
    Actor { id: person(place), name: "Somebody".to_owned(), role, org }
}

fn address(place: u8) -> AddressMark {
    AddressMark::of(&format!("u-{place}@acme.example"))
}

fn id(place: u8) -> InvitationId {
    InvitationId::from_chance(u128::from(place))
}

/// Something that somebody tries; roles by their place among the house's.
#[derive(Debug, Clone)]
enum Step {
    Invite { place: u8 },
    Withdraw { place: u8 },
    Accept { place: u8, role: usize },
    ChangeRole { place: u8, role: usize },
    Remove { place: u8 },
    Wait { days: i64 },
}

fn step() -> impl Strategy<Value = Step> {
    let place = 0..12_u8;
    prop_oneof![
        place.clone().prop_map(|place| Step::Invite { place }),
        place.clone().prop_map(|place| Step::Withdraw { place }),
        (place.clone(), 0..3_usize).prop_map(|(place, role)| Step::Accept { place, role }),
        (place.clone(), 0..3_usize).prop_map(|(place, role)| Step::ChangeRole { place, role }),
        place.prop_map(|place| Step::Remove { place }),
        (1..20_i64).prop_map(|days| Step::Wait { days }),
    ]
}

fn attempt(roll: &Roll, house: &House, step: &Step, now: DateTime<Utc>) -> Result<Roll, MemberRefusal> {
    match step {
        Step::Invite { place } => {
            let known = match roll.place(address(*place))? {
                Place::New => id(*place),
                Place::Known(known) => known,
            };
            let until = now + TimeDelta::days(VALID_DAYS);
            roll.invite(Expected { id: known, address: address(*place), until }, now)
        }
        Step::Withdraw { place } => roll.withdraw(id(*place)),
        Step::Accept { place, role } => roll.accept(id(*place), &person(*place), house.roles()[*role], now),
        Step::ChangeRole { place, role } => roll.change_role(house, &person(*place), house.roles()[*role]),
        Step::Remove { place } => roll.remove(house, &person(*place)),
        Step::Wait { .. } => Ok(roll.clone()),
    }
}

proptest! {
    #[test]
    fn a_house_that_had_a_head_keeps_one_and_nobody_is_there_twice(
        steps in prop::collection::vec(step(), 1..60),
        is_staff in any::<bool>(),
    ) {
        let house = if is_staff { House::Staff } else { acme() };
        let (mut roll, mut now) = (Roll::default(), start());
        for step in steps {
            if let Step::Wait { days } = step {
                now += TimeDelta::days(days);
            }
            let before = roll.clone();
            if let Ok(after) = attempt(&roll, &house, &step, now) {
                roll = after;
            }
            prop_assert!(!before.has_head(&house) || roll.has_head(&house), "{step:?}");
            let people: HashSet<_> = roll.members.iter().map(|member| &member.person).collect();
            prop_assert_eq!(people.len(), roll.members.len());
            let marks: HashSet<_> = roll
                .members
                .iter()
                .map(|member| member.address)
                .chain(roll.invited.iter().map(|expected| expected.address))
                .collect();
            prop_assert_eq!(marks.len(), roll.members.len() + roll.invited.len(), "an address is there twice");
            prop_assert!(roll.taken(now) <= MOST);
            prop_assert!(roll.members.iter().all(|member| house.roles().contains(&member.role)));
        }
    }

    #[test]
    fn an_invitation_is_accepted_only_once_and_only_in_time(days in 0..30_i64) {
        let house = acme();
        let roll = attempt(&Roll::default(), &house, &Step::Invite { place: 1 }, start()).unwrap();
        let now = start() + TimeDelta::days(days);
        let accepted = roll.accept(id(1), &person(1), Role::PartnerOwner, now);
        prop_assert_eq!(accepted.is_ok(), days < VALID_DAYS);
        if let Ok(after) = accepted {
            prop_assert!(after.has_head(&house));
            let again = after.accept(id(1), &person(2), Role::PartnerOwner, now);
            prop_assert_eq!(again.err(), Some(MemberRefusal::Closed));
        }
    }
}

#[test]
fn a_house_takes_so_many_and_an_expired_invitation_gives_its_place_to_another() {
    let mut roll = Roll::default();
    let invite = |roll: &Roll, place: usize, now: DateTime<Utc>| {
        let address = AddressMark::of(&format!("{place}@acme.example"));
        let id = InvitationId::from_chance(u128::try_from(place).unwrap());
        roll.invite(Expected { id, address, until: now + TimeDelta::days(VALID_DAYS) }, now)
    };
    for place in 0..MOST {
        roll = invite(&roll, place, start()).unwrap();
    }
    assert_eq!(invite(&roll, MOST, start()), Err(MemberRefusal::Full));
    assert!(invite(&roll, 3, start()).is_ok(), "whoever has a place is invited again");
    let later = start() + TimeDelta::days(VALID_DAYS);
    let roll = invite(&roll, MOST, later).unwrap();
    assert_eq!((roll.invited.len(), roll.taken(later)), (1, 1));
}

/// One owner, one member.
fn settled() -> Roll {
    let enrolled = |place, role| Enrolled { person: person(place), role, address: address(place) };
    let members = vec![enrolled(1, Role::PartnerOwner), enrolled(2, Role::PartnerMember)];
    Roll { members, invited: Vec::new() }
}

#[test]
fn the_heads_of_a_house_manage_it_and_nobody_else() {
    let other = House::Organisation("other".parse().unwrap());
    for house in [acme(), House::Staff] {
        for home in [acme(), House::Staff, other.clone()] {
            for role in Role::ALL {
                let actor = actor(&home, role, 7);
                let is_head = House::of(&actor).as_ref() == Some(&house) && role == house.head();
                let target = person(2);
                let given = house.roles()[1];
                for act in
                    [Act::Invite(given), Act::Withdraw, Act::ChangeRole(&target, given), Act::Remove(&target)]
                {
                    let may = permit(&actor, false, &house, &settled(), act);
                    // The staff's own roll has no administrator in this table, so only its heads matter.
                    let is_first_owner =
                        role == Role::ProgramAdmin && act == Act::Withdraw && !settled().has_head(&house);
                    assert_eq!(may.is_ok(), is_head || is_first_owner, "{role:?} {act:?} {house:?}");
                }
            }
        }
    }
}

#[test]
fn an_administrator_invites_the_first_owner_and_no_second_one() {
    let admin = actor(&House::Staff, Role::ProgramAdmin, 9);
    let invite = |roll: &Roll, role| permit(&admin, false, &acme(), roll, Act::Invite(role));
    assert_eq!(invite(&Roll::default(), Role::PartnerOwner), Ok(()));
    assert_eq!(invite(&Roll::default(), Role::PartnerMember), Err(MemberRefusal::Forbidden));
    assert_eq!(invite(&settled(), Role::PartnerOwner), Err(MemberRefusal::Forbidden));
    assert_eq!(invite(&Roll::default(), Role::Rep), Err(MemberRefusal::RoleUnknown));
}

#[test]
fn nobody_changes_their_own_role_and_everybody_may_leave_but_the_last_owner() {
    let (owner, viewer) = (actor(&acme(), Role::PartnerOwner, 1), actor(&acme(), Role::PartnerViewer, 2));
    let own = Act::ChangeRole(&owner.id, Role::PartnerMember);
    assert_eq!(permit(&owner, false, &acme(), &settled(), own), Err(MemberRefusal::OwnRole));
    for suspended in [false, true] {
        assert_eq!(permit(&viewer, suspended, &acme(), &settled(), Act::Remove(&viewer.id)), Ok(()));
    }
    assert_eq!(settled().remove(&acme(), &owner.id), Err(MemberRefusal::LastHead));
    assert_eq!(settled().change_role(&acme(), &owner.id, Role::PartnerViewer), Err(MemberRefusal::LastHead));
    assert!(settled().remove(&acme(), &viewer.id).is_ok());
}

#[test]
fn a_suspended_organisation_changes_nothing_about_its_members() {
    let owner = actor(&acme(), Role::PartnerOwner, 1);
    let target = person(2);
    for act in [
        Act::Invite(Role::PartnerViewer),
        Act::Withdraw,
        Act::ChangeRole(&target, Role::PartnerViewer),
        Act::Remove(&target),
    ] {
        assert_eq!(permit(&owner, true, &acme(), &settled(), act), Err(MemberRefusal::Suspended), "{act:?}");
    }
}
