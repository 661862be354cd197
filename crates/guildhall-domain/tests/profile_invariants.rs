//! What holds of a profile, whatever is asked of it, by whom and in which order.

#![allow(clippy::unwrap_used, reason = "a test that finds nothing there has failed")]

use chrono::{DateTime, Duration, Utc};
use guildhall_domain::actor::{Actor, Role};
use guildhall_domain::ids::OrgId;
use guildhall_domain::personal::Personal;
use guildhall_domain::policy::Language;
use guildhall_domain::profile::{
    Availability, PROFILE_TRANSITIONS, PartnerProfile, Price, ProfileCommand, ProfileContent, ProfileRefusal,
    PublicChange, ReviewState, ServiceOffer, Standing,
};
use guildhall_domain::taxonomy::{Service, SpokenLanguage, Tier};
use proptest::prelude::*;

fn org() -> OrgId {
    "acme".parse().unwrap()
}

fn actor(role: Role, org: Option<&str>) -> Actor {
    Actor {
        id: "user".parse().unwrap(),
        name: "Somebody".to_owned(),
        role,
        org: org.map(|org| org.parse().unwrap()),
    }
}

fn owner() -> Actor {
    actor(Role::PartnerOwner, Some("acme"))
}

fn admin() -> Actor {
    actor(Role::ProgramAdmin, None)
}

fn start() -> DateTime<Utc> {
    "2026-03-01T08:00:00Z".parse().unwrap()
}

/// Content that tells itself apart by its text; complete unless it has none.
fn content(text: &str) -> ProfileContent {
    ProfileContent {
        name: "Acme".to_owned(),
        tagline: "We build".to_owned(),
        bio: text.to_owned(),
        contact_email: Personal::from("hello@acme.example"),
        contact_language: Language::Sv,
        contact_phone: None,
        website: None,
        city: "Malmö".to_owned(),
        country: "SE".parse().unwrap(),
        supported_countries: Vec::new(),
        languages: vec![SpokenLanguage::Swedish],
        industries: Vec::new(),
        services: vec![ServiceOffer {
            service: Service::CustomizeDesign,
            featured: true,
            price: Price::Contact,
            description: String::new(),
        }],
        featured_work: Vec::new(),
        social: Vec::new(),
        availability: Availability::Open,
    }
}

fn profile() -> PartnerProfile {
    let standing =
        Standing { tier: Tier::Registered, partner_since: start().date_naive(), referrals_year: 0 };
    PartnerProfile::create(org(), "acme".parse().unwrap(), content("first"), standing, &owner(), start())
        .unwrap()
}

fn commands() -> impl Strategy<Value = ProfileCommand> {
    let note = || "because".to_owned();
    prop_oneof![
        4 => ("[a-d]{0,1}", prop::bool::ANY).prop_map(|(text, moves)| ProfileCommand::Edit {
            handle: if moves { "acme-two" } else { "acme" }.parse().unwrap(),
            content: Box::new(content(&text)),
        }),
        3 => Just(ProfileCommand::Submit),
        3 => Just(ProfileCommand::Approve),
        1 => Just(ProfileCommand::AskChanges { note: note() }),
        1 => Just(ProfileCommand::Hide),
        1 => Just(ProfileCommand::Show),
        1 => Just(ProfileCommand::Suspend { reason: note() }),
        1 => Just(ProfileCommand::Reinstate { note: note() }),
        1 => Just(ProfileCommand::SetTier { tier: Tier::Plus }),
    ]
}

fn actors() -> impl Strategy<Value = Actor> {
    let anybody =
        (prop::sample::select(&Role::ALL[..]), prop::sample::select(vec![Some("acme"), Some("other"), None]))
            .prop_map(|(role, org)| actor(role, org));
    prop_oneof![4 => Just(owner()), 4 => Just(admin()), 1 => anybody]
}

proptest! {
    #[test]
    fn what_the_world_sees_was_approved_and_is_what_the_changes_made_it(
        steps in prop::collection::vec((commands(), actors()), 0..40),
    ) {
        let mut profile = profile();
        let mut approved: Vec<String> = Vec::new();
        // What the public copy holds when every change is carried out and nothing else.
        let mut shown: Option<ProfileContent> = None;
        let mut handle = profile.handle.clone();
        for (place, (command, actor)) in (1..).zip(steps) {
            let before = profile.clone();
            let working = profile.content.bio.clone();
            let is_edit = matches!(command, ProfileCommand::Edit { .. });
            let is_approval = command == ProfileCommand::Approve;
            let could = profile.allowed(&actor).contains(&command.kind());
            let now = start() + Duration::minutes(place);
            match profile.apply(command, &actor, now) {
                Err(refusal) => {
                    prop_assert_eq!(&profile, &before);
                    let judged = matches!(refusal, ProfileRefusal::Incomplete { .. } | ProfileRefusal::HandleFixed);
                    prop_assert!(!could || judged, "offered, and then {:?}", refusal);
                }
                Ok(change) => {
                    prop_assert!(could);
                    prop_assert_eq!(profile.version, before.version + 1);
                    if is_approval {
                        approved.push(working);
                    }
                    if is_edit {
                        prop_assert_eq!(profile.public_content(), before.public_content());
                    }
                    match change {
                        Some(PublicChange::Show(content)) => shown = Some(*content),
                        Some(PublicChange::Withdraw) => shown = None,
                        Some(PublicChange::Move { from }) => {
                            prop_assert_eq!(&from, &handle);
                            handle = profile.handle.clone();
                        }
                        Some(PublicChange::Standing(standing)) => prop_assert_eq!(standing, profile.standing),
                        None => {}
                    }
                }
            }
            prop_assert_eq!(profile.public_content(), shown.as_ref());
            prop_assert_eq!(&profile.handle, &handle);
            if let Some(content) = profile.public_content() {
                prop_assert!(approved.contains(&content.bio));
                prop_assert!(!profile.hidden && profile.suspension.is_none());
            }
            if matches!(profile.review, ReviewState::InReview { .. }) {
                prop_assert!(!profile.content.bio.is_empty(), "what waits for approval is complete");
            }
        }
    }

    #[test]
    fn nobody_but_those_of_the_table_ever_changes_anything(
        steps in prop::collection::vec((commands(), actors()), 0..30),
    ) {
        let mut profile = profile();
        for (command, actor) in steps {
            let kind = command.kind();
            let version = profile.version;
            let _ = profile.apply(command, &actor, start());
            if profile.version != version {
                prop_assert!(PROFILE_TRANSITIONS.iter().any(|row| row.command == kind && row.role == actor.role));
                prop_assert!(actor.role == Role::ProgramAdmin || actor.org == Some(org()));
            }
        }
    }
}

#[test]
fn a_published_profile_keeps_its_handle_and_goes_for_approval_when_it_is_edited() {
    let mut profile = profile();
    let edit = |handle: &str, text: &str| ProfileCommand::Edit {
        handle: handle.parse().unwrap(),
        content: Box::new(content(text)),
    };
    profile.apply(edit("acme-two", "first"), &owner(), start()).unwrap();
    profile.apply(ProfileCommand::Submit, &owner(), start()).unwrap();
    profile.apply(ProfileCommand::Approve, &admin(), start()).unwrap();
    assert_eq!(profile.apply(edit("acme", "first"), &owner(), start()), Err(ProfileRefusal::HandleFixed));
    profile.apply(edit("acme-two", "second"), &owner(), start()).unwrap();
    assert!(matches!(profile.review, ReviewState::InReview { .. }));
    assert_eq!(profile.public_content().map(|content| content.bio.as_str()), Some("first"));
}
