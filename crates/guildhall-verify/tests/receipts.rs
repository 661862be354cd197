//! A receipt that was altered in any place is found out.

#![allow(clippy::unwrap_used, reason = "a test that finds nothing there has failed")]

use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use guildhall_contract::receipts::{ALGORITHM, Receipt, ReceiptKey};
use guildhall_domain::actor::{Actor, Role};
use guildhall_domain::ids::{LeadId, OrgId};
use guildhall_domain::lead::chain::canonical;
use guildhall_domain::lead::{
    AwardCheck, Command, Lead, LeadForm, NewLead, PlusDetails, Product, ProductDetails, Support,
};
use guildhall_domain::policy::Language;
use guildhall_domain::representative::Representative;
use guildhall_verify::{Signed, Unreadable, Verdict, check, keys_in};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

fn org() -> OrgId {
    "acme".parse().unwrap()
}

fn actor(id: &str, role: Role) -> Actor {
    let org = role.submits_leads().then(org);
    Actor { id: id.parse().unwrap(), name: format!("{id} by name"), role, org }
}

fn start() -> DateTime<Utc> {
    "2026-03-02T12:00:00Z".parse().unwrap()
}

fn representative() -> Representative {
    Representative {
        id: "erik".parse().unwrap(),
        name: "Erik".to_owned(),
        email: "erik@guildhall.example".to_owned(),
        phone: "+46 8 555 01 23".to_owned(),
        time_zone: "Europe/Stockholm".to_owned(),
        country: "SE".parse().unwrap(),
        language: Language::Sv,
        products: Product::ALL.to_vec(),
        countries: Vec::new(),
        active: true,
    }
}

/// A lead that was submitted, corrected, worked on and awarded.
fn lead() -> Lead {
    let form = LeadForm {
        contact_name: "Anna".into(),
        contact_email: "anna@shop.example".into(),
        company: "Shop".to_owned(),
        website: Some("https://shop.example".to_owned()),
        country: "SE".parse().unwrap(),
        phone: None,
        description: "Wants one system".into(),
        existing_store: None,
        reference: None,
        sales_support: Support::Requested,
        consent: true,
        inquiry: None,
        details: ProductDetails::Plus(PlusDetails::default()),
    };
    let (member, manager) = (actor("maria", Role::PartnerMember), actor("sara", Role::SalesManager));
    let corrected = LeadForm { company: "Shop AB".to_owned(), ..form.clone() };
    let new = NewLead {
        id: LeadId::derive(&org(), "key"),
        org_name: "Acme".to_owned(),
        form,
        representative: Some(representative()),
        contact: None,
    };
    let mut lead = Lead::submit(new, &member, start()).unwrap();
    let commands = [
        (Command::CorrectDetails { form: Box::new(corrected), note: None, imported: false }, &member),
        (Command::StartWork { note: Some("We met".into()) }, &manager),
        (
            Command::Award {
                check: AwardCheck { terms_checked: true, deal_closed: true },
                note: Some("Well done".into()),
            },
            &manager,
        ),
    ];
    for (hours, (command, actor)) in (1..).zip(commands) {
        lead.apply(&command, actor, start() + TimeDelta::hours(hours)).unwrap();
    }
    lead
}

fn pair(seed: u8) -> Ed25519KeyPair {
    Ed25519KeyPair::from_seed_unchecked(&[seed; 32]).unwrap()
}

fn key(pair: &Ed25519KeyPair) -> ReceiptKey {
    let public = pair.public_key().as_ref();
    ReceiptKey {
        id: Sha256::digest(public).iter().take(8).map(|byte| format!("{byte:02x}")).collect(),
        algorithm: ALGORITHM.to_owned(),
        public: URL_SAFE_NO_PAD.encode(public),
    }
}

fn receipt(lead: &Lead, event: u64, pair: &Ed25519KeyPair) -> Value {
    let receipt = Receipt::of(lead, event, key(pair)).unwrap();
    let mut value = serde_json::to_value(&receipt).unwrap();
    let signature = pair.sign(canonical(&value).as_bytes());
    value["signature"] = json!(URL_SAFE_NO_PAD.encode(signature));
    value
}

fn places(value: &Value, place: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(name, value)| places(value, &format!("{place}/{name}"), found));
        }
        Value::Array(parts) => {
            parts.iter().enumerate().for_each(|(at, value)| places(value, &format!("{place}/{at}"), found));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => found.push(place.to_owned()),
    }
}

#[test]
fn a_receipt_is_good_also_in_another_layout() {
    let (lead, ours) = (lead(), pair(1));
    let value = receipt(&lead, lead.version, &ours);
    let keys = keys_in(&json!({ "keys": [key(&pair(2)), key(&ours)] })).unwrap();
    let pretty = serde_json::to_string_pretty(&value).unwrap();
    let report = check(&serde_json::from_str(&pretty).unwrap(), Some(&keys)).unwrap();
    assert!(report.is_good(), "{report}");
    assert_eq!(report.signed, Signed::ByGuildhall);
    assert!(report.events.iter().all(|event| event.verdict == Verdict::AsRecorded));
    assert!(report.to_string().ends_with("The receipt is good.\n"));
    assert_eq!(check(&value, None).unwrap().signed, Signed::BySomebody);
}

#[test]
fn whatever_is_altered_in_a_receipt_is_found_out() {
    let (lead, ours) = (lead(), pair(1));
    let good = receipt(&lead, lead.version, &ours);
    let mut all = Vec::new();
    places(&good, "", &mut all);
    assert!(all.len() > 60, "{all:?}");
    for place in all {
        for other in [json!(null), json!("altered"), json!(7), json!(["altered"])] {
            let mut altered = good.clone();
            *altered.pointer_mut(&place).unwrap() = other.clone();
            let is_found = altered == good || check(&altered, None).map_or(true, |report| !report.is_good());
            assert!(is_found, "{place} {other}");
        }
    }
}

#[test]
fn an_altered_event_is_found_by_the_chain_alone_also_if_somebody_signs_anew() {
    let (lead, ours) = (lead(), pair(1));
    let good = receipt(&lead, lead.version, &ours);
    let mut all = Vec::new();
    places(&good["chain"], "/chain", &mut all);
    for place in all {
        let mut altered = good.clone();
        *altered.pointer_mut(&place).unwrap() = json!("altered");
        altered.as_object_mut().unwrap().remove("signature");
        let signature = ours.sign(canonical(&altered).as_bytes());
        altered["signature"] = json!(URL_SAFE_NO_PAD.encode(signature));
        match check(&altered, None) {
            Err(Unreadable::Missing(_)) => {}
            Err(other) => panic!("{other}"),
            Ok(report) => {
                assert_eq!(report.signed, Signed::BySomebody);
                assert!(report.events.iter().any(|event| event.verdict == Verdict::Altered), "{place}");
                assert!(!report.is_good());
            }
        }
    }
}

#[test]
fn an_event_that_is_left_out_or_put_in_is_found_out() {
    let (lead, ours) = (lead(), pair(1));
    let good = receipt(&lead, lead.version, &ours);
    for place in 0..5 {
        let mut altered = good.clone();
        altered["chain"].as_array_mut().unwrap().remove(place);
        assert!(!check(&altered, None).unwrap().is_good());
        let mut altered = good.clone();
        let again = altered["chain"][place].clone();
        altered["chain"].as_array_mut().unwrap().insert(place, again);
        assert!(!check(&altered, None).unwrap().is_good());
    }
}

#[test]
fn a_key_that_is_not_guildhalls_is_told() {
    let lead = lead();
    let theirs = receipt(&lead, lead.version, &pair(9));
    let keys = keys_in(&json!({ "keys": [key(&pair(1))] })).unwrap();
    let report = check(&theirs, Some(&keys)).unwrap();
    assert_eq!((report.signed, report.is_good()), (Signed::ByAnother, false));
    assert!(keys_in(&json!({ "keys": [] })).is_err());
}

#[test]
fn erased_words_are_told_apart_from_altered_ones() {
    let (mut lead, ours) = (lead(), pair(1));
    let event = &mut lead.timeline[0];
    event.erased = Some(event.hash_of_words());
    event.by.name = "[erased]".to_owned();
    let report = check(&receipt(&lead, lead.version, &ours), None).unwrap();
    assert!(report.is_good(), "{report}");
    let verdicts: Vec<_> = report.events.iter().map(|event| event.verdict).collect();
    assert_eq!(verdicts[0], Verdict::PartlyErased);
    assert!(verdicts[1..].iter().all(|verdict| *verdict == Verdict::AsRecorded));
    lead.timeline[2].by.name = "Somebody else".to_owned();
    let report = check(&receipt(&lead, lead.version, &ours), None).unwrap();
    assert_eq!(report.events[2].verdict, Verdict::Altered);
}

#[test]
fn a_receipt_is_of_its_moment_and_only_of_decisions() {
    let (lead, ours) = (lead(), pair(1));
    let first = receipt(&lead, 1, &ours);
    assert_eq!((&first["lead"]["company"], first["chain"].as_array().unwrap().len()), (&json!("Shop"), 1));
    assert_eq!(receipt(&lead, 5, &ours)["lead"]["company"], "Shop AB");
    assert!(first["number"].as_str().unwrap().ends_with("-1"));
    for event in [0, 2, 3, 4, 6] {
        assert_eq!(Receipt::of(&lead, event, key(&ours)), None, "{event}");
    }
}

#[test]
fn what_is_no_receipt_is_no_receipt() {
    assert_eq!(check(&json!({}), None), Err(Unreadable::Format));
    assert_eq!(check(&json!({ "format": "guildhall-receipt/1" }), None), Err(Unreadable::Missing("number")));
}

#[test]
fn the_binary_says_by_its_end_what_it_found() {
    let (lead, ours) = (lead(), pair(1));
    let folder = std::env::temp_dir().join(format!("guildhall-verify-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let write = |name: &str, value: &Value| {
        let path = folder.join(name);
        std::fs::write(&path, serde_json::to_string_pretty(value).unwrap()).unwrap();
        path
    };
    let good = receipt(&lead, lead.version, &ours);
    let mut altered = good.clone();
    altered["chain"][0]["facts"]["at"] = json!("2020-01-01T00:00:00Z");
    let keys = write("keys.json", &json!({ "keys": [key(&ours)] }));
    let others = write("others.json", &json!({ "keys": [key(&pair(2))] }));
    let ends_with = |receipt: &std::path::Path, keys: &std::path::Path| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_guildhall"));
        let output = command.arg("verify").arg(receipt).arg("--keys").arg(keys).output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    let (receipt, altered) = (write("receipt.json", &good), write("altered.json", &altered));
    let (code, text) = ends_with(&receipt, &keys);
    assert_eq!(code, Some(0), "{text}");
    let (code, text) = ends_with(&altered, &keys);
    assert_eq!(code, Some(1));
    assert!(text.contains("   1  2020-01-01T00:00:00Z  submitted") && text.contains("ALTERED"), "{text}");
    assert_eq!(ends_with(&receipt, &others).0, Some(1));
    assert_eq!(ends_with(&keys, &keys).0, Some(2));
    assert_eq!(ends_with(&folder.join("nothing.json"), &keys).0, Some(2));
    std::fs::remove_dir_all(folder).unwrap();
}
