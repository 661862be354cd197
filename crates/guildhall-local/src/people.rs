//! The made-up people and organisations of the one-machine system. The sign-in lets you be any of
//! them, and the demo data is about them. Ids are stable: they are the tokens' `sub`. What is here is where they
//! start: from then on their memberships stand in the table, and can be changed there as anywhere.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use guildhall_domain::actor::{Role, Side};
use guildhall_domain::organisation::{House, Membership, OrgStanding, Organisation as Known};
use guildhall_domain::personal::Personal;

/// A partner organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Organisation {
    /// Its id, in tokens and keys.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The day it joined the programme, as `YYYY-MM-DD`.
    pub since: &'static str,
}

/// Somebody who can sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Person {
    /// The token's `sub`; for a representative also their id in the roster.
    pub id: &'static str,
    /// The name to show.
    pub name: &'static str,
    /// Where they get mail.
    pub email: &'static str,
    /// What they may do.
    pub role: Role,
    /// The organisation that they belong to; partners only.
    pub organisation: Option<&'static Organisation>,
    /// Whether they were granted to see what it earns, which owners do without.
    pub financials: bool,
}

/// Joined before leads were kept in the table, so it sees the notice about older leads.
pub static NORRSKEN: Organisation =
    Organisation { id: "norrsken", name: "Norrsken Commerce AB", since: "2019-03-04" };

/// Joined when leads were long kept in the table.
pub static SAIGON_WEB: Organisation =
    Organisation { id: "saigonweb", name: "Sài Gòn Web Studio", since: "2025-02-10" };

/// Both partner organisations.
pub static ORGANISATIONS: [&Organisation; 2] = [&NORRSKEN, &SAIGON_WEB];

/// Everybody who can sign in.
pub static PEOPLE: [Person; 12] = [
    partner("norrsken-owner", "Elin Sandström", "elin@norrsken.example", Role::PartnerOwner, &NORRSKEN),
    partner("norrsken-member", "Oskar Lindqvist", "oskar@norrsken.example", Role::PartnerMember, &NORRSKEN),
    sees_no_money(partner(
        "norrsken-viewer",
        "Maja Bergman",
        "maja@norrsken.example",
        Role::PartnerViewer,
        &NORRSKEN,
    )),
    partner(
        "saigonweb-owner",
        "Nguyễn Thị Lan Anh",
        "lananh@saigonweb.example",
        Role::PartnerOwner,
        &SAIGON_WEB,
    ),
    partner("saigonweb-member", "Trần Quốc Bảo", "bao@saigonweb.example", Role::PartnerMember, &SAIGON_WEB),
    partner("saigonweb-viewer", "Phạm Gia Hân", "han@saigonweb.example", Role::PartnerViewer, &SAIGON_WEB),
    staff("rep-astrid", "Astrid Holm", "astrid.holm@guildhall.example", Role::Rep),
    staff("rep-chau", "Lê Minh Châu", "chau.le@guildhall.example", Role::Rep),
    staff("rep-daniel", "Daniel Okafor", "daniel.okafor@guildhall.example", Role::Rep),
    staff("manager-helena", "Helena Marsh", "helena.marsh@guildhall.example", Role::SalesManager),
    staff("admin-ruth", "Ruth Adler", "ruth.adler@guildhall.example", Role::ProgramAdmin),
    staff("merchant-tom", "Tom Ashworth", "tom@ashworthoutdoor.example", Role::Merchant),
];

/// The person with this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Person> {
    PEOPLE.iter().find(|person| person.id == id)
}

/// The day the platform's own people came, as `YYYY-MM-DD`.
const STAFF_SINCE: &str = "2019-01-07";

/// Every house with its people, as they start.
pub(crate) fn houses() -> Vec<(House, Option<Known>, Vec<Membership>)> {
    let mut houses: Vec<_> = ORGANISATIONS
        .iter()
        .map(|organisation| {
            let known = organisation.known();
            let house = House::Organisation(known.id.clone());
            let belongs = |person: &Person| person.organisation.is_some_and(|own| own.id == organisation.id);
            let people = members(&house, organisation.since, belongs);
            (house, Some(known), people)
        })
        .collect();
    let is_staff = |person: &Person| person.role.side() == Side::Platform;
    houses.push((House::Staff, None, members(&House::Staff, STAFF_SINCE, is_staff)));
    houses
}

fn members(house: &House, since: &str, belongs: impl Fn(&Person) -> bool) -> Vec<Membership> {
    let since = midnight(since);
    let member = |person: &Person| Membership {
        person: person.id.parse().expect("every person has an id that holds"),
        name: Personal::from(person.name),
        email: Personal::from(person.email),
        role: person.role,
        financials: person.financials,
        house: house.clone(),
        since,
        ended: false,
    };
    PEOPLE.iter().filter(|person| belongs(person)).map(member).collect()
}

impl Organisation {
    fn known(&self) -> Known {
        Known {
            id: self.id.parse().expect("every organisation has an id that holds"),
            name: self.name.to_owned(),
            since: day(self.since),
            standing: OrgStanding::Good,
            reason: None,
        }
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("the days exist")
}

fn midnight(text: &str) -> DateTime<Utc> {
    day(text).and_time(NaiveTime::MIN).and_utc()
}

const fn partner(
    id: &'static str,
    name: &'static str,
    email: &'static str,
    role: Role,
    organisation: &'static Organisation,
) -> Person {
    Person { id, name, email, role, organisation: Some(organisation), financials: true }
}

const fn sees_no_money(person: Person) -> Person {
    Person { financials: false, ..person }
}

const fn staff(id: &'static str, name: &'static str, email: &'static str, role: Role) -> Person {
    Person { id, name, email, role, organisation: None, financials: false }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_role_that_signs_in_has_a_person() {
        let roles: BTreeSet<_> = PEOPLE.iter().map(|person| format!("{:?}", person.role)).collect();
        let expected: BTreeSet<_> =
            Role::ALL.iter().filter(|role| **role != Role::System).map(|role| format!("{role:?}")).collect();
        assert_eq!(roles, expected);
    }

    #[test]
    fn exactly_the_partners_belong_to_an_organisation() {
        for person in &PEOPLE {
            let is_partner =
                matches!(person.role, Role::PartnerViewer | Role::PartnerMember | Role::PartnerOwner);
            assert_eq!(person.organisation.is_some(), is_partner, "{}", person.id);
        }
    }

    #[test]
    fn everybody_but_the_merchant_is_in_one_house_which_has_somebody_to_manage_it() {
        let houses = houses();
        let count: usize = houses.iter().map(|(.., people)| people.len()).sum();
        assert_eq!(count, PEOPLE.iter().filter(|person| person.role != Role::Merchant).count());
        for (house, _, people) in houses {
            assert!(people.iter().all(Membership::holds));
            assert!(people.iter().any(|member| member.role == house.head()), "{house:?}");
        }
    }

    #[test]
    fn no_two_people_share_an_id_and_no_address_is_real() {
        let ids: BTreeSet<_> = PEOPLE.iter().map(|person| person.id).collect();
        assert_eq!(ids.len(), PEOPLE.len());
        assert!(PEOPLE.iter().all(|person| person.email.ends_with(".example")));
    }
}
