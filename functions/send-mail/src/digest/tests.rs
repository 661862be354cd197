//! The weekly summary, as its reader gets it.

use guildhall_domain::actor::Role;
use guildhall_domain::ids::LeadId;
use guildhall_domain::notice::QuietLead;
use rstest::rstest;

use super::*;
use crate::snapshot::written_as_text;

fn digest(role: Role) -> Digest {
    let lead = |name: &str| QuietLead {
        id: LeadId::derive(&"norrsken".parse().unwrap(), name),
        company: name.into(),
        since: "2026-02-12T12:00:00Z".parse().unwrap(),
    };
    Digest {
        week: "2026-W10".parse().unwrap(),
        reader: "reader".parse().unwrap(),
        role,
        yours: 3,
        theirs: 1,
        shared: 2,
        quiet: vec![lead("Lampverket & Söner AB"), lead("Phở Sáu")],
        more_quiet: 4,
    }
}

fn to(language: Language) -> Contact {
    Contact { email: "linnea@norrsken.example".into(), language }
}

#[rstest]
fn each_side_reads_what_waits_for_whom(
    #[values(Language::En, Language::Sv, Language::Vi)] language: Language,
) {
    for (name, role) in [("partner", Role::PartnerOwner), ("sales", Role::Rep)] {
        let mail = mail(&digest(role), &to(language), &Site::new("https://guildhall.example")).unwrap();
        insta::assert_snapshot!(format!("{name}-{}", language.tag()), written_as_text(&mail));
    }
}

#[test]
fn one_lead_is_one_lead_and_where_nothing_is_quiet_nobody_is_reminded() {
    let digest = Digest { yours: 1, quiet: Vec::new(), more_quiet: 0, ..digest(Role::PartnerOwner) };
    let mail = mail(&digest, &to(Language::En), &Site::new("https://guildhall.example")).unwrap();
    assert_eq!(mail.subject.as_str(), "1 lead waits for you, 1 for us");
    assert!(!mail.text.as_str().contains("reminder"));
}
