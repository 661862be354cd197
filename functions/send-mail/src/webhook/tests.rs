//! The mail about an endpoint that was switched off, as an owner gets it.

use std::collections::BTreeSet;

use guildhall_domain::actor::{Role, Signature};
use guildhall_domain::notice::Contact;
use guildhall_domain::webhook::{HookId, HookStop};
use rstest::rstest;

use super::*;
use crate::snapshot::written;

fn hook() -> Webhook {
    Webhook {
        id: HookId::from_chance(0x0123_4567_89ab_cdef),
        url: "https://hooks.norrsken.example:8443/guildhall?key=h1dden".to_owned(),
        topics: BTreeSet::new(),
        secret: "sealed".to_owned(),
        created_at: "2026-02-01T09:00:00Z".parse().unwrap(),
        stopped: Some(HookStop::Broken),
    }
}

#[rstest]
fn an_owner_reads_which_endpoint_is_off_and_what_to_do(
    #[values(Language::En, Language::Sv, Language::Vi)] language: Language,
) {
    let contact = Contact { email: "elin@norrsken.example".into(), language };
    let owner = Owner { id: "elin".parse().unwrap(), contact };
    let by = Signature { id: "system".parse().unwrap(), name: String::new(), role: Role::System };
    let stamp = Stamp { by, at: "2026-03-02T12:00:00Z".parse().unwrap() };
    let (org, hook) = ("norrsken".parse().unwrap(), hook());
    let stopped = Stopped { org: &org, hook: &hook, revision: 7, by: Some(&stamp) };
    let site = Site::new("https://guildhall.example");
    let mail = mail(&stopped, &owner, &site).unwrap();
    let text = written(&mail);
    assert!(!text.contains("h1dden") && !text.contains("sealed"), "{text}");
    insta::assert_snapshot!(format!("stopped-{}", language.tag()), text);
    let later = Stopped { revision: 9, ..stopped };
    assert_ne!(super::mail(&later, &owner, &site).unwrap().id(), mail.id(), "each time is told once");
}
