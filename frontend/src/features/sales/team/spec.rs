//! From what was typed about a representative to the body that is sent, and back.

use std::sync::Arc;

use guildhall_contract::fields::{FieldCode, FieldError, FieldKind, FieldRule, Need};
use guildhall_contract::sales::{REPRESENTATIVE_FIELDS, RosterEntry, read_representative};
use guildhall_domain::ids::UserId;
use guildhall_domain::representative::Representative;
use leptos::prelude::*;
use serde_json::{Map, Value};

use crate::features::form::{Answers, Form, Spec, json};
use crate::i18n::texts;

/// The id of a new representative, which is part of the address and not of the body.
pub(super) const ID: &str = "id";
/// What they sell: codes with commas between them.
pub(super) const PRODUCTS: &str = "products";
/// Where: codes with commas between them.
pub(super) const COUNTRIES: &str = "countries";

const fn line(name: &'static str, need: Need) -> FieldRule {
    FieldRule { name, kind: FieldKind::Line { max: 64 }, need }
}

/// The rule of a single field.
pub(super) fn rule(name: &str) -> Option<&'static FieldRule> {
    REPRESENTATIVE_FIELDS.iter().find(|rule| rule.name == name)
}

/// What the form asks: of a new representative the user id too.
fn rules(is_new: bool) -> Vec<FieldRule> {
    let lists = [line(PRODUCTS, Need::Required), line(COUNTRIES, Need::Optional)];
    let id = is_new.then_some(line(ID, Need::Required));
    id.into_iter().chain(REPRESENTATIVE_FIELDS.iter().copied()).chain(lists).collect()
}

/// The codes of a list.
pub(super) fn codes(text: &str) -> Vec<String> {
    text.split(',').filter(|code| !code.is_empty()).map(str::to_owned).collect()
}

fn body(answers: &Answers, is_new: bool) -> Map<String, Value> {
    let mut body = json(REPRESENTATIVE_FIELDS, answers);
    for name in [PRODUCTS, COUNTRIES] {
        let text = answers.get(name).map(String::as_str).unwrap_or_default();
        body.insert(name.to_owned(), codes(text).into());
    }
    if is_new {
        let id = answers.get(ID).map(|id| id.trim().to_owned()).unwrap_or_default();
        body.insert(ID.to_owned(), id.into());
    }
    body
}

fn check_known(body: &Map<String, Value>) -> Result<(), Vec<FieldError>> {
    // The browser offers the time zones that it knows; the service knows them all.
    read_representative(UserId::system(), body, |_| true).map(drop)
}

fn check_new(body: &Map<String, Value>) -> Result<(), Vec<FieldError>> {
    let (id, body) = split_id(body);
    let mut errors = check_known(&body).err().unwrap_or_default();
    match id.parse::<UserId>() {
        Ok(_) => {}
        Err(_) if id.is_empty() => errors.insert(0, FieldError::field(ID, FieldCode::Required)),
        Err(_) => errors.insert(0, FieldError::field(ID, FieldCode::IdInvalid)),
    }
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}

/// The id of the address, and the body without it.
pub(super) fn split_id(body: &Map<String, Value>) -> (String, Map<String, Value>) {
    let mut body = body.clone();
    let id = body.remove(ID);
    (id.as_ref().and_then(Value::as_str).unwrap_or_default().to_owned(), body)
}

fn required(field: &str) -> &'static str {
    match field {
        PRODUCTS => texts::team::products_needed(),
        _ => texts::submit::answer_needed(),
    }
}

/// The form of a representative, as its draft left it or else as they are saved. A draft belongs to the revision
/// that it was begun on.
pub(super) fn new_form(entry: Option<&RosterEntry>, user: &str) -> Form {
    let is_new = entry.is_none();
    let check = if is_new { check_new } else { check_known };
    let assemble = Arc::new(move |answers: &Answers| body(answers, is_new));
    let spec = Spec { rules: rules(is_new), assemble, check, required };
    let place = match entry {
        Some(entry) => {
            format!("guildhall.draft.representative.{}.{}.{user}", entry.representative.id, entry.version)
        }
        None => format!("guildhall.draft.representative.new.{user}"),
    };
    let form = Form::new(spec, place);
    if form.restored_at().with_untracked(Option::is_none) {
        match entry {
            Some(entry) => fill(form, &entry.representative),
            None => form.tick("active").set(true),
        }
    }
    form
}

/// Puts a representative into the form.
fn fill(form: Form, rep: &Representative) {
    for (name, text) in shown(rep) {
        form.text(name).set(text);
    }
    form.tick("active").set(rep.active);
}

/// What stands in the fields of a representative, by field.
pub(super) fn shown(rep: &Representative) -> Vec<(&'static str, String)> {
    let countries: Vec<_> = rep.countries.iter().map(|country| country.code()).collect();
    let products: Vec<_> = rep.products.iter().map(|product| product.code()).collect();
    vec![
        ("name", rep.name.clone()),
        ("email", rep.email.clone()),
        ("phone", rep.phone.clone()),
        ("time_zone", rep.time_zone.clone()),
        ("country", rep.country.code().to_owned()),
        ("language", rep.language.tag().to_owned()),
        (PRODUCTS, products.join(",")),
        (COUNTRIES, countries.join(",")),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(pairs: &[(&str, &str)]) -> Answers {
        pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn what_was_typed_makes_a_body_that_the_contract_takes() {
        let answers = answers(&[
            ("id", " rep-bo "),
            ("name", "Bo Ek"),
            ("email", "bo@guildhall.example"),
            ("phone", "+46 8 555 02 11"),
            ("time_zone", "Europe/Stockholm"),
            ("country", "SE"),
            ("language", "sv"),
            ("products", "plus,pos"),
            ("active", "true"),
        ]);
        let body = body(&answers, true);
        assert_eq!(check_new(&body), Ok(()));
        let (id, body) = split_id(&body);
        assert_eq!(id, "rep-bo");
        let read = read_representative(id.parse().unwrap(), &body, |_| true).unwrap();
        assert!(read.active && read.countries.is_empty() && read.products.len() == 2);
        let shown: Answers = shown(&read).into_iter().map(|(name, text)| (name.to_owned(), text)).collect();
        assert_eq!(shown["products"], "plus,pos");
    }

    #[test]
    fn a_new_representative_needs_an_id_that_is_one() {
        let code = |id: &str| {
            let errors = check_new(&body(&answers(&[("id", id)]), true)).unwrap_err();
            (errors[0].name().unwrap().to_owned(), errors[0].code)
        };
        assert_eq!(code(""), ("id".to_owned(), FieldCode::Required));
        assert_eq!(code("bo ek"), ("id".to_owned(), FieldCode::IdInvalid));
    }
}
