//! The way from JSON to a checked representative or desk.

use guildhall_domain::country::Country;
use guildhall_domain::desk::Desk;
use guildhall_domain::ids::UserId;
use guildhall_domain::lead::Product;
use guildhall_domain::personal::Personal;
use guildhall_domain::representative::Representative;
use serde_json::{Map, Value};

use crate::fields::{FieldCode, FieldError, FieldKind, FieldRule, Need, Reader};
use crate::settings::{LANGUAGES, language_of};

const fn required(name: &'static str, kind: FieldKind) -> FieldRule {
    FieldRule { name, kind, need: Need::Required }
}

const NAME: FieldRule = required("name", FieldKind::Line { max: 120 });
const EMAIL: FieldRule = required("email", FieldKind::Email);
const PHONE: FieldRule = required("phone", FieldKind::Phone);
const TIME_ZONE: FieldRule = required("time_zone", FieldKind::Line { max: 64 });
const COUNTRY: FieldRule = required("country", FieldKind::Country);
const LANGUAGE: FieldRule = required("language", FieldKind::Choice(LANGUAGES));
const ACTIVE: FieldRule = required("active", FieldKind::Flag);
const PRODUCTS: &str = "products";
const COUNTRIES: &str = "countries";
const COUNTRIES_MAX: usize = 249;

/// The fields of a representative that take one value, in the order to ask them.
pub const REPRESENTATIVE_FIELDS: &[FieldRule] = &[NAME, EMAIL, PHONE, TIME_ZONE, COUNTRY, LANGUAGE, ACTIVE];

/// The team's address for leads that wait too long.
pub const ESCALATION_ADDRESS: FieldRule =
    FieldRule { name: "escalation_address", kind: FieldKind::Email, need: Need::Optional };

/// Reads a representative. `is_zone` knows the time zones: the list of them is long, so each end uses its own.
///
/// # Errors
/// Everything that is wrong with it, one entry per field.
pub fn read_representative(
    id: UserId,
    body: &Map<String, Value>,
    is_zone: impl Fn(&str) -> bool,
) -> Result<Representative, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let read = read_fields(id, body, &mut reader, is_zone);
    let errors = reader.finish();
    match read {
        Some(representative) if errors.is_empty() => Ok(representative),
        _ => Err(errors),
    }
}

fn read_fields(
    id: UserId,
    body: &Map<String, Value>,
    reader: &mut Reader<'_>,
    is_zone: impl Fn(&str) -> bool,
) -> Option<Representative> {
    // Each field is read before any is judged, so that all errors come at once.
    let name = reader.text(&NAME);
    let email = reader.text(&EMAIL);
    let phone = reader.text(&PHONE);
    let time_zone = reader.text(&TIME_ZONE);
    if time_zone.as_deref().is_some_and(|zone| !is_zone(zone)) {
        reader.refuse(FieldError::field(TIME_ZONE.name, FieldCode::TimeZoneUnknown));
    }
    let product = |code: &str| Product::ALL.into_iter().find(|product| product.code() == code);
    let products = reader.choices(PRODUCTS, Product::ALL.len(), FieldCode::ChoiceUnknown, product);
    let named_none = |value: &Value| value.is_null() || value.as_array().is_some_and(Vec::is_empty);
    if body.get(PRODUCTS).is_none_or(named_none) {
        reader.refuse(FieldError::field(PRODUCTS, FieldCode::Required));
    }
    let by_code = |code: &str| code.parse::<Country>().ok();
    let countries = reader.choices(COUNTRIES, COUNTRIES_MAX, FieldCode::CountryUnknown, by_code);
    // An empty list means everywhere, so a missing one must not be taken for it.
    if body.get(COUNTRIES).is_none_or(Value::is_null) {
        reader.refuse(FieldError::field(COUNTRIES, FieldCode::Required));
    }
    let country = reader.text(&COUNTRY);
    let language = reader.text(&LANGUAGE);
    let active = reader.flag(&ACTIVE);
    Some(Representative {
        id,
        name: name?,
        email: email?,
        phone: phone?,
        time_zone: time_zone?,
        country: country?.parse().ok()?,
        language: language_of(&language?)?,
        products,
        countries,
        active,
    })
}

/// Reads the desk. The address must be said, though it may be `null`.
///
/// # Errors
/// Everything that is wrong with it, one entry per field.
pub fn read_desk(body: &Map<String, Value>) -> Result<Desk, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let escalation_address = reader.text(&ESCALATION_ADDRESS).map(Personal::new);
    if !body.contains_key(ESCALATION_ADDRESS.name) {
        reader.refuse(FieldError::field(ESCALATION_ADDRESS.name, FieldCode::Required));
    }
    let language = reader.text(&LANGUAGE).as_deref().and_then(language_of);
    let errors = reader.finish();
    match language {
        Some(language) if errors.is_empty() => Ok(Desk { escalation_address, language }),
        _ => Err(errors),
    }
}

/// Reads which product and country are asked about.
///
/// # Errors
/// Every parameter that is wrong, missing or unknown.
pub fn read_routing_query<'a>(
    pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<(Product, Country), Vec<FieldError>> {
    let (mut product, mut country) = (None, None);
    let mut errors = Vec::new();
    for (name, value) in pairs {
        let mut refuse = |code| errors.push(FieldError::parameter(name, code));
        match name {
            "product" => match Product::ALL.into_iter().find(|product| product.code() == value) {
                Some(found) => product = Some(found),
                None => refuse(FieldCode::ChoiceUnknown),
            },
            "country" => match value.parse() {
                Ok(found) => country = Some(found),
                Err(_) => refuse(FieldCode::CountryUnknown),
            },
            _ => refuse(FieldCode::Unknown),
        }
    }
    let missing = [("product", product.is_none()), ("country", country.is_none())];
    for (name, is_missing) in missing {
        if is_missing && !errors.iter().any(|error| error.parameter.as_deref() == Some(name)) {
            errors.push(FieldError::parameter(name, FieldCode::Required));
        }
    }
    match (product, country) {
        (Some(product), Some(country)) if errors.is_empty() => Ok((product, country)),
        _ => Err(errors),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn body() -> Value {
        json!({
            "name": "Astrid Holm", "email": "astrid@guildhall.example", "phone": "+46 8 555 01 20",
            "time_zone": "Europe/Stockholm", "products": ["pos", "plus"], "countries": ["SE", "NO", "SE"],
            "country": "SE", "language": "sv", "active": true,
        })
    }

    fn read(body: &Value) -> Result<Representative, Vec<(String, FieldCode)>> {
        let id = "rep-astrid".parse().unwrap();
        let read = read_representative(id, body.as_object().unwrap(), |zone| zone == "Europe/Stockholm");
        let at = |error: FieldError| (error.pointer.unwrap_or_default(), error.code);
        read.map_err(|errors| errors.into_iter().map(at).collect())
    }

    #[test]
    fn a_representative_is_read_whole() {
        let representative = read(&body()).unwrap();
        assert_eq!(representative.id.as_str(), "rep-astrid");
        assert_eq!(representative.countries.len(), 2, "each once");
        assert!(representative.active);
    }

    #[test]
    fn each_field_must_be_said() {
        let found = read(&json!({})).unwrap_err();
        let required = |name: &str| (format!("/{name}"), FieldCode::Required);
        let names =
            ["name", "email", "phone", "time_zone", "products", "countries", "country", "language", "active"];
        assert_eq!(found, names.map(required));
        let mut body = body();
        body["countries"] = json!([]);
        assert!(read(&body).unwrap().countries.is_empty(), "everywhere, since it was said");
        body["products"] = json!([]);
        assert_eq!(read(&body).unwrap_err(), [required("products")]);
    }

    #[test]
    fn each_field_must_be_right() {
        let body = json!({
            "name": "x".repeat(121), "email": "astrid", "phone": "call me", "time_zone": "Europe/Uppsala",
            "products": ["pos", "hats"], "countries": ["SE", "XX"], "country": "Sweden", "language": "no",
            "active": "yes", "id": "rep-other",
        });
        let at = |pointer: &str, code| (pointer.to_owned(), code);
        assert_eq!(
            read(&body).unwrap_err(),
            [
                at("/name", FieldCode::TooLong),
                at("/email", FieldCode::EmailInvalid),
                at("/phone", FieldCode::PhoneInvalid),
                at("/time_zone", FieldCode::TimeZoneUnknown),
                at("/products/1", FieldCode::ChoiceUnknown),
                at("/countries/1", FieldCode::CountryUnknown),
                at("/country", FieldCode::CountryUnknown),
                at("/language", FieldCode::ChoiceUnknown),
                at("/active", FieldCode::WrongKind),
                at("/id", FieldCode::Unknown),
            ]
        );
    }

    #[test]
    fn the_desk_may_do_without_an_address_but_must_say_so() {
        let read = |body: Value| read_desk(body.as_object().unwrap());
        assert_eq!(read(json!({ "escalation_address": null, "language": "sv" })).unwrap().contact(), None);
        let desk = read(json!({ "escalation_address": "desk@guildhall.example", "language": "sv" })).unwrap();
        assert_eq!(desk.escalation_address, Some("desk@guildhall.example".into()));
        assert_eq!(read(json!({})).unwrap_err().len(), 2);
    }

    #[test]
    fn a_question_about_routing_names_a_product_and_a_country() {
        let read = |pairs: &[(&'static str, &'static str)]| read_routing_query(pairs.iter().copied());
        let (product, country) = read(&[("product", "pos"), ("country", "SE")]).unwrap();
        assert_eq!((product, country.code()), (Product::Pos, "SE"));
        let codes = |pairs| -> Vec<_> {
            let errors = read(pairs).unwrap_err();
            errors.into_iter().map(|error| (error.parameter.unwrap_or_default(), error.code)).collect()
        };
        let at = |name: &str, code| (name.to_owned(), code);
        assert_eq!(codes(&[]), [at("product", FieldCode::Required), at("country", FieldCode::Required)]);
        assert_eq!(
            codes(&[("product", "hats"), ("country", "se"), ("city", "Umeå")]),
            [
                at("product", FieldCode::ChoiceUnknown),
                at("country", FieldCode::CountryUnknown),
                at("city", FieldCode::Unknown)
            ]
        );
    }
}
