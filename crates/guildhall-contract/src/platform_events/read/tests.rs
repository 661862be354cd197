use rstest::rstest;
use serde_json::json;

use super::*;

fn now() -> DateTime<Utc> {
    "2026-11-22T12:00:00Z".parse().unwrap()
}

fn read(body: &Value) -> Result<PlatformEvent, Vec<FieldError>> {
    read_platform_event(body.as_object().unwrap(), now())
}

fn paid() -> Value {
    json!({
        "id": "evt-1", "type": "merchant_paid", "occurred_at": "2026-11-22T11:00:00Z",
        "organisation": "acme", "referral": { "store": "north" }, "plan": "basic",
        "fees": { "base": { "minor": 3900, "currency": "USD" }, "billed": { "minor": 3500, "currency": "USD" } },
    })
}

fn with(pointer: &str, value: Value) -> Value {
    let mut body = paid();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    body.pointer_mut(parent).unwrap().as_object_mut().unwrap().insert(name.to_owned(), value);
    body
}

#[test]
fn every_sort_of_event_is_read() {
    let event = read(&paid()).unwrap();
    assert_eq!((event.id.as_str(), event.record.as_str()), ("evt-1", "store:north"));
    assert_eq!(event.event_type(), EventType::MerchantPaid);
    let merchant = json!({ "name": "North", "website": "https://north.example", "email": "a@north.example" });
    let base = |kind: &str, referral: Value| {
        json!({ "id": "e", "type": kind, "occurred_at": "2026-11-22T11:00:00Z", "organisation": "acme",
                "referral": referral, "merchant": merchant })
    };
    for (kind, referral, record) in [
        ("store_created", json!({ "store": "north" }), "store:north"),
        ("affiliate_joined", json!({ "affiliate": "spring-26" }), "affiliate:spring-26"),
        ("referred", json!({ "other": { "source": "markets_pro", "name": "north" } }), "markets_pro:north"),
    ] {
        let event = read(&base(kind, referral)).unwrap();
        assert_eq!((event.event_type().code(), event.record.as_str()), (kind, record));
    }
    let adjusted = json!({
        "id": "e", "type": "adjusted", "occurred_at": "2026-11-22T11:00:00Z", "organisation": "acme",
        "referral": { "lead": "acme.0123456789abcdef0123456789abcdef" }, "entry": "tax",
        "amount": { "minor": -100, "currency": "SEK" }, "reason": "Withheld",
    });
    assert_eq!(read(&adjusted).unwrap().event_type(), EventType::Adjusted);
}

#[rstest]
#[case("/fees/base/currency", json!("XXX"), "/fees/base/currency", FieldCode::CurrencyUnknown)]
#[case("/fees/base/minor", json!(-1), "/fees/base/minor", FieldCode::OutOfRange)]
#[case("/fees/base/minor", json!(9_223_372_036_854_775_808_u64), "/fees/base/minor", FieldCode::OutOfRange)]
#[case("/fees/base/minor", json!(1e300), "/fees/base/minor", FieldCode::OutOfRange)]
#[case("/fees/base/minor", json!(1.5), "/fees/base/minor", FieldCode::WrongKind)]
#[case("/fees/base/minor", json!("12"), "/fees/base/minor", FieldCode::WrongKind)]
#[case("/fees/billed/currency", json!("SEK"), "/fees/billed/currency", FieldCode::RangeInvalid)]
#[case("/fees", json!(null), "/fees", FieldCode::Required)]
#[case("/occurred_at", json!("2026-11-22T12:05:01Z"), "/occurred_at", FieldCode::FromTheFuture)]
#[case("/occurred_at", json!("yesterday"), "/occurred_at", FieldCode::MomentInvalid)]
#[case("/occurred_at", json!("1969-12-31T23:59:59Z"), "/occurred_at", FieldCode::MomentInvalid)]
#[case("/type", json!("store_burnt"), "/type", FieldCode::ChoiceUnknown)]
#[case("/plan", json!("gold"), "/plan", FieldCode::ChoiceUnknown)]
#[case("/plan", json!(null), "/plan", FieldCode::Required)]
#[case("/id", json!("a b"), "/id", FieldCode::IdInvalid)]
#[case("/organisation", json!("ACME"), "/organisation", FieldCode::IdInvalid)]
#[case("/referral", json!({}), "/referral", FieldCode::Required)]
#[case("/referral", json!({ "store": "a", "affiliate": "b" }), "/referral", FieldCode::TooMany)]
#[case("/referral", json!({ "store": "North!" }), "/referral/store", FieldCode::IdInvalid)]
#[case("/referral", json!({ "lead": "other.0123456789abcdef0123456789abcdef" }), "/referral/lead", FieldCode::IdInvalid)]
#[case("/referral", json!({ "other": { "source": "affiliate", "name": "x" } }), "/referral/other/source", FieldCode::IdInvalid)]
#[case("/merchant", json!({ "name": "North" }), "/merchant", FieldCode::Unknown)]
fn what_is_wrong_is_said_where_it_is(
    #[case] pointer: &str,
    #[case] value: Value,
    #[case] place: &str,
    #[case] code: FieldCode,
) {
    let errors = read(&with(pointer, value)).unwrap_err();
    let found: Vec<_> = errors.iter().map(|error| (error.pointer.as_deref().unwrap(), error.code)).collect();
    assert_eq!(found, [(place, code)]);
}

#[test]
fn a_lead_is_referred_by_its_award_alone_and_no_address_gets_into_the_ledger() {
    let mut body = with("/type", json!("store_created"));
    body["referral"] = json!({ "lead": "acme.0123456789abcdef0123456789abcdef" });
    body["merchant"] = json!({ "name": "North" });
    body.as_object_mut().unwrap().remove("fees");
    let errors = read(&body).unwrap_err();
    assert_eq!((errors[0].pointer.as_deref(), errors[0].code), (Some("/referral"), FieldCode::ChoiceUnknown));
    let adjusted = json!({
        "id": "e", "type": "adjusted", "occurred_at": "2026-11-22T11:00:00Z", "organisation": "acme",
        "referral": { "store": "north" }, "entry": "commission",
        "amount": { "minor": 1, "currency": "SEK" }, "reason": "As anna@north.example wrote",
    });
    let codes: Vec<_> = read(&adjusted).unwrap_err().iter().map(|error| error.code).collect();
    assert_eq!(codes, [FieldCode::ChoiceUnknown, FieldCode::AddressInside]);
}
