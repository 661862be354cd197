//! The columns of a file of leads, and what a cell of each says in the words of the form.

use guildhall_domain::lead::Product;
use serde_json::Value;

use crate::fields::{FieldKind, FieldRule, Need};
use crate::lead_form::lead_fields;
use crate::sheets::FORMULAS_BEGIN;

/// A column of the file: a field of the lead form.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Its name in the file's first line, which is the field's name on the wire.
    pub name: &'static str,
    /// Whether a file without it is refused. A field that only one of the products needs is asked for row by row.
    pub required: bool,
    /// Something that may stand in it.
    pub example: &'static str,
}

const fn needed(name: &'static str, example: &'static str) -> Column {
    Column { name, required: true, example }
}

const fn open(name: &'static str, example: &'static str) -> Column {
    Column { name, required: false, example }
}

/// Every column, in the order of the template.
pub const COLUMNS: &[Column] = &[
    needed("reference", "A-1042"),
    needed("product", "plus"),
    needed("company", "Lampverket AB"),
    needed("contact_name", "Ingrid Hallström"),
    needed("contact_email", "ingrid@lampverket.example"),
    open("phone", "+46 70 123 45 67"),
    open("website", "https://lampverket.example"),
    needed("country", "SE"),
    open("existing_store", "lampverket.myshopify.com"),
    open("expected_timing", "within_3_months"),
    open("current_platform", "WooCommerce"),
    open("annual_revenue", "1m_to_5m"),
    open("location_count", "3"),
    open("current_pos", "Zettle"),
    open("payments_interest", "yes"),
    needed("sales_support", "requested"),
    needed("description", "Three shops and a growing online store."),
    needed("consent", "yes"),
];

/// How people write that something holds.
const YES: &[&str] = &["true", "yes", "ja", "có", "x", "1"];
const NO: &[&str] = &["false", "no", "nej", "không", "0"];

impl Column {
    /// The column of a name in a file's first line. Case, and spaces instead of underscores, make no other of it.
    pub(super) fn of(name: &str) -> Option<&'static Self> {
        let name: String = name
            .trim()
            .chars()
            .map(|letter| if matches!(letter, ' ' | '-') { '_' } else { letter.to_ascii_lowercase() })
            .collect();
        COLUMNS.iter().find(|column| column.name == name)
    }

    /// The field's rule: that of the product which has the field.
    #[must_use]
    pub fn rule(&self) -> Option<&'static FieldRule> {
        let rules = Product::ALL.iter().flat_map(|product| lead_fields(*product));
        rules.into_iter().find(|rule| rule.name == self.name)
    }

    /// The products whose form has the field.
    pub fn products(&self) -> impl Iterator<Item = Product> {
        let name = self.name;
        Product::ALL.into_iter().filter(move |product| {
            name == "product" || lead_fields(*product).iter().any(|rule| rule.name == name)
        })
    }

    /// Whether the form of a product needs it.
    #[must_use]
    pub fn is_needed_for(&self, product: Product) -> bool {
        let rule = lead_fields(product).iter().find(|rule| rule.name == self.name);
        self.required || rule.is_some_and(|rule| rule.need == Need::Required)
    }

    /// What a cell says, as the form's own JSON has it; `None` for an empty one. What cannot be read as what the field
    /// wants stays text, so that the form's rule says what is wrong with it.
    pub(super) fn value(&self, cell: &str) -> Option<Value> {
        let text = plain(cell.trim());
        if text.is_empty() {
            return None;
        }
        let word = text.to_lowercase();
        if self.name == "product" {
            return Some(Value::from(word));
        }
        let kind = self.rule().map(|rule| rule.kind);
        Some(match kind {
            Some(FieldKind::Consent | FieldKind::Flag) if YES.contains(&word.as_str()) => Value::from(true),
            Some(FieldKind::Consent | FieldKind::Flag) if NO.contains(&word.as_str()) => Value::from(false),
            Some(FieldKind::Choice(choices)) => choice(choices, &word),
            Some(FieldKind::Country) => Value::from(text.to_uppercase()),
            Some(FieldKind::Count { .. }) => {
                word.parse::<u32>().map_or_else(|_| Value::from(text), Value::from)
            }
            _ => Value::from(text),
        })
    }
}

/// The word of a choice, also where the answer is a plain yes or no.
fn choice(choices: &[&str], word: &str) -> Value {
    let is_support = choices.contains(&"requested") && choices.contains(&"none");
    match word {
        _ if choices.contains(&word) => Value::from(word),
        _ if is_support && YES.contains(&word) => Value::from("requested"),
        _ if is_support && NO.contains(&word) => Value::from("none"),
        _ => Value::from(word),
    }
}

/// A cell as it was before an export put a quote in front, so that what was exported can come back.
pub(crate) fn plain(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(FORMULAS_BEGIN) => rest,
        Some(_) | None => cell,
    }
}
