//! The made-up people and organisations of the one-machine system. The sign-in lets you be any of
//! them, and the demo data is about them. Ids are stable: they are the tokens' `sub`.

use guildhall_domain::actor::Role;

/// A partner organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Organisation {
    /// Its id, in tokens and keys.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The day it joined the programme, as `YYYY-MM-DD`.
    pub since: &'static str,
    /// `good` or `suspended`.
    pub standing: &'static str,
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
}

/// Joined before leads were kept in the table, so it sees the notice about older leads.
pub static NORRSKEN: Organisation =
    Organisation { id: "norrsken", name: "Norrsken Commerce AB", since: "2019-03-04", standing: "good" };

/// Joined when leads were long kept in the table.
pub static SAIGON_WEB: Organisation =
    Organisation { id: "saigonweb", name: "Sài Gòn Web Studio", since: "2025-02-10", standing: "good" };

/// Both partner organisations.
pub static ORGANISATIONS: [&Organisation; 2] = [&NORRSKEN, &SAIGON_WEB];

/// Everybody who can sign in.
pub static PEOPLE: [Person; 12] = [
    partner("norrsken-owner", "Elin Sandström", "elin@norrsken.example", Role::PartnerOwner, &NORRSKEN),
    partner("norrsken-member", "Oskar Lindqvist", "oskar@norrsken.example", Role::PartnerMember, &NORRSKEN),
    partner("norrsken-viewer", "Maja Bergman", "maja@norrsken.example", Role::PartnerViewer, &NORRSKEN),
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

const fn partner(
    id: &'static str,
    name: &'static str,
    email: &'static str,
    role: Role,
    organisation: &'static Organisation,
) -> Person {
    Person { id, name, email, role, organisation: Some(organisation) }
}

const fn staff(id: &'static str, name: &'static str, email: &'static str, role: Role) -> Person {
    Person { id, name, email, role, organisation: None }
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
    fn no_two_people_share_an_id_and_no_address_is_real() {
        let ids: BTreeSet<_> = PEOPLE.iter().map(|person| person.id).collect();
        assert_eq!(ids.len(), PEOPLE.len());
        assert!(PEOPLE.iter().all(|person| person.email.ends_with(".example")));
    }
}
