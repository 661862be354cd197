//! The chain of the timeline, over random commands.

use guildhall_domain::lead::{Event, EventHash, Product, Support};
use proptest::prelude::*;
use serde_json::Value;

use crate::world::*;

/// Every event that differs from this one in a single place and still reads as an event.
fn alterations(event: &Event) -> Vec<Event> {
    let whole = serde_json::to_value(event).unwrap();
    let mut places = Vec::new();
    collect(&whole, &mut String::new(), &mut places);
    let altered = places.iter().flat_map(|place| {
        let value = whole.pointer(place).unwrap();
        others(value).into_iter().map(|other| {
            let mut copy = whole.clone();
            *copy.pointer_mut(place).unwrap() = other;
            copy
        })
    });
    let altered = altered.filter_map(|copy| serde_json::from_value(copy).ok());
    altered.filter(|copy: &Event| copy != event).collect()
}

fn collect(value: &Value, place: &mut String, places: &mut Vec<String>) {
    if !place.is_empty() {
        places.push(place.clone());
    }
    let members: Vec<(String, &Value)> = match value {
        Value::Object(members) => members.iter().map(|(name, value)| (name.clone(), value)).collect(),
        Value::Array(parts) => parts.iter().enumerate().map(|(at, value)| (at.to_string(), value)).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
    };
    for (name, value) in members {
        let before = place.len();
        place.push('/');
        place.push_str(&name);
        collect(value, place, places);
        place.truncate(before);
    }
}

/// What might stand in a value's place: another text, moment, choice or number, or nothing.
fn others(value: &Value) -> Vec<Value> {
    let choices = [
        "2027-01-01T00:00:00Z",
        "partner_owner",
        "sales_manager",
        "submitted",
        "awarded",
        "not_eligible",
        "requested",
        "none",
        "withdrawn",
        "questions",
        "company",
        "phone",
        "first_answer",
        "decision",
        "SEK",
        "work_started",
        "question_asked",
    ];
    let mut others = vec![Value::Null];
    match value {
        Value::Null | Value::Object(_) => {}
        Value::Bool(yes) => others.push(Value::from(!yes)),
        Value::Number(number) => others.extend(number.as_i64().map(|number| Value::from(number + 1))),
        Value::String(text) => {
            others.push(Value::from(format!("{text}x")));
            others.extend(choices.map(Value::from));
        }
        Value::Array(parts) => others.push(Value::from(parts.iter().skip(1).cloned().collect::<Vec<_>>())),
    }
    others
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_altered_in_any_event_breaks_the_chain_at_that_event(mut lead in leads(), tries in tries()) {
        run(&mut lead, &tries);
        prop_assert_eq!(lead.first_altered(), None);
        for place in 0..lead.timeline.len() {
            let event = lead.timeline[place].clone();
            for altered in alterations(&event) {
                // What the words hash to may be said of an event that kept them all, as long as it is true.
                let is_same = altered.erased == Some(event.hash_of_words()) && altered.parts() == event.parts();
                lead.timeline[place] = altered.clone();
                let broken = lead.first_altered();
                prop_assert!(is_same || broken.is_some_and(|seq| seq == place as u64 + 1), "{:?} {:?}", altered, broken);
            }
            lead.timeline[place] = event;
        }
        prop_assert_eq!(lead.first_altered(), None);
    }

    #[test]
    fn an_event_that_is_left_out_added_or_moved_breaks_the_chain(mut lead in leads(), tries in tries(), place in any::<prop::sample::Index>()) {
        run(&mut lead, &tries);
        let whole = lead.timeline.clone();
        let place = place.index(whole.len());
        // The newest can only be missed by whoever holds a receipt of it.
        if place + 1 < whole.len() {
            lead.timeline.remove(place);
            prop_assert_eq!(lead.first_altered(), Some(place as u64 + 1));
            lead.timeline.clone_from(&whole);
            lead.timeline.swap(place, place + 1);
            prop_assert_eq!(lead.first_altered(), Some(place as u64 + 1));
        }
        lead.timeline.clone_from(&whole);
        lead.timeline.insert(place, whole[place].clone());
        prop_assert!(lead.first_altered().is_some());
        lead.timeline = whole;
        lead.terms.push('x');
        prop_assert_eq!(lead.first_altered(), Some(1));
    }

    #[test]
    fn an_event_whose_words_were_erased_keeps_its_place_and_its_facts_stay_proven(mut lead in leads(), tries in tries(), place in any::<prop::sample::Index>()) {
        run(&mut lead, &tries);
        let place = place.index(lead.timeline.len());
        let event = &mut lead.timeline[place];
        event.erased = Some(event.hash_of_words());
        event.by.name = "[erased]".to_owned();
        prop_assert_eq!(lead.first_altered(), None);
        lead.timeline[place].erased = Some(EventHash::default());
        prop_assert_eq!(lead.first_altered(), Some(place as u64 + 1));
        lead.timeline[place].erased = None;
        prop_assert_eq!(lead.first_altered(), Some(place as u64 + 1));
    }
}

#[test]
fn a_key_of_a_request_is_covered_too() {
    let mut lead = submit(Product::Plus, Support::None, true);
    lead.mark_request("key-1");
    assert_eq!(lead.first_altered(), None);
    lead.timeline.last_mut().unwrap().request = Some("key-2".to_owned());
    assert_eq!(lead.first_altered(), Some(lead.version));
}
