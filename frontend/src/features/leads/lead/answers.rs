//! What stands in a field of the form, in words.

use guildhall_contract::fields::FieldKind;
use guildhall_contract::lead_form::lead_fields;
use guildhall_domain::country::Country;
use guildhall_domain::lead::{LeadField, Product};
use guildhall_domain::personal::Personal;

use crate::features::leads::submit::choice_words;
use crate::format;
use crate::i18n::texts;

/// An answer as its reader says it: a country by its name, a choice by its words.
pub(super) fn answer(field: LeadField, product: Product, value: Option<&Personal>) -> String {
    let Some(text) = value.map(Personal::as_str).filter(|text| !text.is_empty()) else {
        return texts::lead_work::nothing().to_owned();
    };
    let name = field.slug();
    let kind = lead_fields(product).iter().find(|rule| rule.name == name).map(|rule| rule.kind);
    let worded = match kind {
        Some(FieldKind::Country) => text.parse::<Country>().ok().map(format::country),
        Some(FieldKind::Choice(_)) => choice_words(name, text).map(|words| words().to_owned()),
        Some(FieldKind::Count { .. }) => text.parse().ok().map(format::number),
        _ => None,
    };
    worded.unwrap_or_else(|| text.to_owned())
}
