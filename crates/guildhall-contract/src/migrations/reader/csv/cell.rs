//! What a cell says, as JSON has it.

use serde_json::{Map, Value, json};

use super::Shape;
use crate::import::plain;

/// Between the things of one cell.
const NEXT: char = '|';
/// How exports write that something holds.
const YES: &[&str] = &["true", "yes", "ja", "có", "x", "1"];
const NO: &[&str] = &["false", "no", "nej", "không", "0"];

/// The value; `None` for an empty cell. What cannot be read as what the column wants stays text, so that whoever takes
/// the record says what is wrong with it.
pub(super) fn value(shape: Shape, cell: &str) -> Option<Value> {
    let text = plain(cell.trim());
    if text.is_empty() {
        return None;
    }
    Some(match shape {
        Shape::Text => Value::from(text),
        Shape::Flag => flag(text),
        Shape::Number => text.parse::<i64>().map_or_else(|_| Value::from(text), Value::from),
        Shape::Texts => things(text).map(Value::from).collect(),
        Shape::Requested => things(text).map(requested).collect(),
        Shape::Offers => things(text).map(offer).collect(),
        Shape::Works => things(text).map(work).collect(),
        Shape::Links => things(text).map(link).collect(),
        Shape::Answers => things(text).map(answer).collect(),
    })
}

fn things(text: &str) -> impl Iterator<Item = &str> {
    text.split(NEXT).map(str::trim).filter(|thing| !thing.is_empty())
}

fn flag(text: &str) -> Value {
    let word = text.to_lowercase();
    match word.as_str() {
        word if YES.contains(&word) => Value::from(true),
        word if NO.contains(&word) => Value::from(false),
        _ => Value::from(text),
    }
}

/// `name=rest`, or the name alone.
fn parted(thing: &str) -> (&str, Option<&str>) {
    match thing.split_once('=') {
        Some((name, rest)) => (name.trim(), Some(rest.trim()).filter(|rest| !rest.is_empty())),
        None => (thing, None),
    }
}

/// `handle=name`, or a name that is both.
fn requested(thing: &str) -> Value {
    let (handle, name) = parted(thing);
    json!({ "handle": handle, "name": name.unwrap_or(handle) })
}

/// `question=response`; what was not answered is the question alone.
fn answer(thing: &str) -> Value {
    let (question, response) = parted(thing);
    let responses: Vec<_> = response.into_iter().collect();
    json!({ "question": question, "responses": responses })
}

/// `title=link`, or the title alone.
fn work(thing: &str) -> Value {
    let (title, link) = parted(thing);
    match link {
        Some(link) => json!({ "title": title, "link": link }),
        None => json!({ "title": title }),
    }
}

/// `network=page`.
fn link(thing: &str) -> Value {
    let (network, url) = parted(thing);
    json!({ "type": network, "url": url })
}

/// `handle`, `handle=150.00 USD` for what begins at a price, or `handle=150.00-900.00 USD`; a star in front of it marks
/// a speciality.
fn offer(thing: &str) -> Value {
    let (name, price) = parted(thing);
    let (handle, featured) = match name.strip_prefix('*') {
        Some(handle) => (handle.trim(), true),
        None => (name, false),
    };
    let mut offer = Map::new();
    offer.insert("service".to_owned(), json!({ "handle": handle }));
    if featured {
        offer.insert("featured".to_owned(), Value::from(true));
    }
    if let Some(price) = price {
        put_price(&mut offer, price);
    }
    Value::Object(offer)
}

fn put_price(offer: &mut Map<String, Value>, price: &str) {
    // What is no price is said to be none where the record is judged.
    let (amounts, currency) = price.rsplit_once(' ').unwrap_or((price, ""));
    let amount = |text: &str| json!({ "amount": text.trim(), "currencyCode": currency });
    let (kind, least, most) = match amounts.split_once('-') {
        Some((least, most)) => ("RANGE", least, Some(most)),
        None => ("STARTING_FROM", amounts, None),
    };
    offer.insert("pricingType".to_owned(), Value::from(kind));
    offer.insert("minPrice".to_owned(), amount(least));
    if let Some(most) = most {
        offer.insert("maxPrice".to_owned(), amount(most));
    }
}
