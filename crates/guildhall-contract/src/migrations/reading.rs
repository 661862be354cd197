//! What the readers of all records share: names, moments, texts.

use chrono::{DateTime, Utc};
use guildhall_domain::ids::OrgId;
use guildhall_domain::marketplace::MarketplaceId;
use guildhall_domain::personal::Personal;
use serde_json::{Map, Value};

use crate::fields::{FieldCode, FieldError, FieldKind, FieldRule, Need, Reader};

pub(super) const fn required(name: &'static str, kind: FieldKind) -> FieldRule {
    FieldRule { name, kind, need: Need::Required }
}

pub(super) const fn optional(name: &'static str, kind: FieldKind) -> FieldRule {
    FieldRule { name, kind, need: Need::Optional }
}

/// A line as long as the marketplace let one be.
pub(super) const LINE: FieldKind = FieldKind::Line { max: 1_000 };
/// A text as long as the marketplace let one be.
pub(super) const TEXT: FieldKind = FieldKind::Paragraph { max: 100_000 };
/// An id, perhaps behind `gid://…/`.
pub(super) const NAME: FieldKind = FieldKind::Line { max: 200 };
/// The longest list of anything but messages.
pub(super) const LIST_MAX: usize = 200;

pub(super) const ID: FieldRule = required("id", NAME);
pub(super) const ORGANISATION: FieldRule = required("organizationId", NAME);

/// A thing's name in the marketplace.
pub(super) fn read_id(reader: &mut Reader<'_>, rule: &FieldRule) -> Option<MarketplaceId> {
    let text = reader.text(rule)?;
    let id = text.parse().ok();
    if id.is_none() {
        reader.refuse(FieldError::at(reader.pointer(rule.name), FieldCode::IdInvalid));
    }
    id
}

/// The organisation whose record it is: its id here, which is its name in the marketplace too.
pub(super) fn read_org(reader: &mut Reader<'_>) -> Option<OrgId> {
    let text = reader.text(&ORGANISATION)?;
    let id = text.parse::<MarketplaceId>().ok().and_then(|id| id.as_str().parse().ok());
    if id.is_none() {
        reader.refuse(FieldError::at(reader.pointer(ORGANISATION.name), FieldCode::IdInvalid));
    }
    id
}

/// A moment, as `2023-09-30T23:59:59Z`.
pub(super) fn read_moment(reader: &mut Reader<'_>, rule: &FieldRule) -> Option<DateTime<Utc>> {
    let text = reader.text(rule)?;
    let moment = DateTime::parse_from_rfc3339(&text).ok().map(|moment| moment.to_utc());
    if moment.is_none() {
        reader.refuse(FieldError::at(reader.pointer(rule.name), FieldCode::MomentInvalid));
    }
    moment
}

/// A text that may be about a person.
pub(super) fn read_personal(reader: &mut Reader<'_>, rule: &FieldRule) -> Option<Personal> {
    reader.text(rule).map(Personal::new)
}

/// A text inside a list.
pub(super) fn read_text(value: &Value, place: String) -> Result<String, Vec<FieldError>> {
    let text = value.as_str().map(str::trim);
    text.map(str::to_owned)
        .ok_or_else(|| vec![FieldError::at(place, FieldCode::WrongKind).with("expected", "string")])
}

/// An object inside a list, or behind a field.
pub(super) fn object<'a>(value: &'a Value, place: &str) -> Result<&'a Map<String, Value>, Vec<FieldError>> {
    let wrong = || vec![FieldError::at(place.to_owned(), FieldCode::WrongKind).with("expected", "object")];
    value.as_object().ok_or_else(wrong)
}

/// One of an enumeration's words, as the marketplace wrote them.
pub(super) fn read_word<T: Copy>(
    reader: &mut Reader<'_>,
    rule: &FieldRule,
    words: &[T],
    code: impl Fn(T) -> &'static str,
) -> Option<T> {
    let text = reader.text(rule)?;
    let found = words.iter().copied().find(|word| code(*word) == text);
    if found.is_none() {
        let allowed: Vec<_> = words.iter().map(|word| code(*word)).collect();
        let error = FieldError::at(reader.pointer(rule.name), FieldCode::ChoiceUnknown);
        reader.refuse(error.with("allowed", allowed.join(", ")));
    }
    found
}
