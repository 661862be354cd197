//! What was typed, and what it becomes on the wire.

use std::collections::BTreeMap;

use guildhall_contract::fields::{FieldKind, FieldRule};
use serde_json::{Map, Value};

/// What a person has typed, by field; a tick is [`TICKED`]. Empty answers are left out.
pub(crate) type Answers = BTreeMap<String, String>;

/// The answer of a box that is ticked.
pub(super) const TICKED: &str = "true";

/// Whether the field is a box.
pub(super) fn is_tick(kind: FieldKind) -> bool {
    matches!(kind, FieldKind::Consent | FieldKind::Flag)
}

/// The body that these answers make. What does not fit its kind is sent as it was typed, so that the
/// check names it.
pub(crate) fn json(rules: &[FieldRule], answers: &Answers) -> Map<String, Value> {
    let value = |rule: &FieldRule| {
        let text = answers.get(rule.name).map(String::as_str).unwrap_or_default();
        match rule.kind {
            kind if is_tick(kind) => Some(Value::Bool(text == TICKED)),
            _ if text.trim().is_empty() => None,
            FieldKind::Count { .. } => Some(number(text)),
            _ => Some(Value::from(text)),
        }
    };
    rules.iter().filter_map(|rule| Some((rule.name.to_owned(), value(rule)?))).collect()
}

fn number(text: &str) -> Value {
    let digits: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    digits.parse::<i64>().map_or_else(|_| Value::from(text), Value::from)
}

#[cfg(test)]
mod tests {
    use guildhall_contract::lead_form::{lead_fields, read_lead_form};
    use guildhall_domain::lead::Product;

    use super::*;

    fn answers(pairs: &[(&str, &str)]) -> Answers {
        pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    }

    fn body(pairs: &[(&str, &str)]) -> Map<String, Value> {
        let mut body = json(lead_fields(Product::Pos), &answers(pairs));
        body.insert("product".to_owned(), Value::from("pos"));
        body
    }

    #[test]
    fn a_filled_in_form_is_taken_by_the_contract() {
        let body = body(&[
            ("contact_name", "Anna Sjöström"),
            ("contact_email", "anna@acme.example"),
            ("company", "Acme AB"),
            ("country", "SE"),
            ("location_count", "1 200"),
            ("sales_support", "none"),
            ("description", "Six shops."),
            ("consent", TICKED),
        ]);
        assert_eq!(body["location_count"], Value::from(1_200));
        assert!(read_lead_form(&body).is_ok());
    }

    #[test]
    fn a_count_in_words_is_refused_as_it_was_typed() {
        let body = body(&[("location_count", "a dozen")]);
        assert_eq!(body["location_count"], Value::from("a dozen"));
        let errors = read_lead_form(&body).unwrap_err();
        assert!(errors.iter().any(|error| error.name() == Some("location_count")));
    }

    #[test]
    fn what_was_left_empty_is_not_sent() {
        let body = body(&[("phone", "  ")]);
        assert!(!body.contains_key("phone"));
        assert_eq!(body["consent"], Value::Bool(false));
    }
}
