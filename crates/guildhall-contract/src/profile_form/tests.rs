//! What is read of a profile, and what is refused.

use guildhall_domain::taxonomy::Service;
use rstest::rstest;
use serde_json::json;

use super::*;

fn form() -> Map<String, Value> {
    let form = json!({
        "handle": "atelje-almgren", "name": "Ateljé Almgren", "bio": "", "contact_email": "hej@almgren.example",
        "city": "Göteborg", "country": "SE", "supported_countries": ["DK", "SE", "DK"],
        "languages": ["sv", "en"], "industries": ["home-and-garden"],
        "services": [
            {"service": "tax-setup", "price": {"type": "contact"}},
            {"service": "customize-design", "featured": true, "description": "A theme of your own",
             "price": {"type": "range", "from": {"minor": 400_000, "currency": "USD"}, "to": {"minor": 1_200_000, "currency": "USD"}}},
        ],
        "featured_work": [{"title": "Tjörn", "link": "https://tjorn.example"}],
        "social": [{"network": "linkedin", "url": "https://se.linkedin.com/company/almgren"}],
    });
    form.as_object().unwrap().clone()
}

fn with(pointer: &str, value: Value) -> Vec<FieldError> {
    let mut body = Value::Object(form());
    *body.pointer_mut(pointer).unwrap() = value;
    read_profile_form(body.as_object().unwrap()).err().unwrap_or_default()
}

#[test]
fn a_profile_is_read_whole_with_specialities_first() {
    let (handle, content) = read_profile_form(&form()).unwrap();
    assert_eq!(handle.as_str(), "atelje-almgren");
    assert_eq!(content.services[0].service, Service::CustomizeDesign);
    assert_eq!(codes(&content.supported_countries), ["DK"]);
    let again = serde_json::to_value(ProfileBody::new(&handle, &content)).unwrap();
    assert_eq!(read_profile_form(again.as_object().unwrap()), Ok((handle, content)));
}

#[rstest]
#[case("/handle", json!("services"), FieldCode::HandleInvalid, "/handle")]
#[case("/handle", json!("Ateljé"), FieldCode::HandleInvalid, "/handle")]
#[case("/name", json!(""), FieldCode::Required, "/name")]
#[case("/bio", json!("x".repeat(3_001)), FieldCode::TooLong, "/bio")]
#[case("/languages/1", json!("tlh"), FieldCode::ChoiceUnknown, "/languages/1")]
#[case("/supported_countries/0", json!("XX"), FieldCode::CountryUnknown, "/supported_countries/0")]
#[case("/services/0/service", json!("juggling"), FieldCode::ChoiceUnknown, "/services/0/service")]
#[case("/services/0/service", json!("customize-design"), FieldCode::Repeated, "/services/1/service")]
#[case("/services/0/price", json!({"type": "free"}), FieldCode::WrongKind, "/services/0/price")]
#[case("/services/1/price/to/minor", json!(100), FieldCode::RangeInvalid, "/services/1/price")]
#[case("/services/1/price/to/currency", json!("EUR"), FieldCode::RangeInvalid, "/services/1/price")]
#[case("/services/1/price/from/currency", json!("XAU"), FieldCode::CurrencyUnknown, "/services/1/price")]
#[case("/services/1/price/from/minor", json!(0), FieldCode::OutOfRange, "/services/1/price")]
#[case("/featured_work/0/link", json!("javascript:alert(1)"), FieldCode::WebsiteInvalid, "/featured_work/0/link")]
#[case("/social/0/url", json!("https://evil-linkedin.com/x"), FieldCode::NetworkMismatch, "/social/0/url")]
#[case("/services", json!("all"), FieldCode::WrongKind, "/services")]
fn what_is_wrong_is_named_by_its_place(
    #[case] at: &str,
    #[case] value: Value,
    #[case] code: FieldCode,
    #[case] named: &str,
) {
    let errors = with(at, value);
    let found = errors.iter().map(|error| (error.pointer.as_deref(), error.code)).collect::<Vec<_>>();
    assert_eq!(found, [(Some(named), code)]);
}

#[test]
fn an_unknown_field_inside_a_list_is_named_too() {
    let errors =
        with("/services/0", json!({"service": "tax-setup", "price": {"type": "contact"}, "rank": 1}));
    assert_eq!(errors[0].pointer.as_deref(), Some("/services/0/rank"));
}
