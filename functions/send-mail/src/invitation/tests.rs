//! The invitation, as its reader gets it.

use guildhall_domain::actor::{Role, Signature};
use guildhall_domain::delivery::Delivery;
use guildhall_domain::organisation::{InvitationId, InvitationState};
use rstest::rstest;

use super::*;
use crate::snapshot::{written, written_as_text};

fn invitation(house: House, role: Role, language: Language) -> Invitation {
    let is_staff = house == House::Staff;
    let (id, by) = if is_staff { ("admin-ruth", Role::ProgramAdmin) } else { ("elin", Role::PartnerOwner) };
    let name = if is_staff { "Ruth Adler" } else { "Elin Sandström" };
    let at = "2026-03-02T12:00:00Z".parse().unwrap();
    Invitation {
        id: InvitationId::from_chance(0x0123_4567_89ab_cdef),
        email: "nils@norrsken.example".into(),
        role,
        financials: false,
        house,
        house_name: if is_staff { String::new() } else { "Norrsken <Commerce> & Söner AB".to_owned() },
        language,
        invited_by: Signature { id: id.parse().unwrap(), name: name.to_owned(), role: by },
        at,
        expires_at: at + TimeDelta::days(14),
        state: InvitationState::Open,
        delivery: Delivery::Pending,
    }
}

fn site() -> Site {
    Site::new("https://guildhall.example")
}

#[rstest]
fn whoever_is_invited_reads_to_what_by_whom_and_how_to_accept(
    #[values(Language::En, Language::Sv, Language::Vi)] language: Language,
) {
    let house = House::Organisation("norrsken".parse().unwrap());
    let mail = mail(&invitation(house, Role::PartnerMember, language), 1, &site()).unwrap();
    insta::assert_snapshot!(format!("organisation-{}", language.tag()), written(&mail));
    let mail = super::mail(&invitation(House::Staff, Role::Rep, language), 3, &site()).unwrap();
    insta::assert_snapshot!(format!("staff-{}", language.tag()), written_as_text(&mail));
}

#[test]
fn each_revision_is_a_mail_of_its_own_to_the_invited_address_alone() {
    let invitation = invitation(House::Staff, Role::SalesManager, Language::En);
    let mails = [1, 2].map(|revision| mail(&invitation, revision, &site()).unwrap());
    assert_ne!(mails[0].id(), mails[1].id());
    assert_eq!(mails[0].to, invitation.email);
    assert_eq!(mails[0].reply_to, None, "nobody's address is given to somebody who may be a stranger");
}
