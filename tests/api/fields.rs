//! Every rule of every field, through the API.

use reqwest::Method;
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::{App, key, plus, pos};

async fn refused(form: &Value) -> Vec<(String, String)> {
    let app = App::start().await;
    let body = app.member().submit(&key(), form).await.problem(422, "invalid_fields");
    assert!(app.member().ids("").await.is_empty(), "nothing may be half-written");
    let errors = body["errors"].as_array().unwrap().iter();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    errors.map(|error| (text(&error["pointer"]), text(&error["code"]))).collect()
}

fn with(mut form: Value, field: &str, value: Value) -> Value {
    form[field] = value;
    form
}

fn only(pointer: &str, code: &str) -> Vec<(String, String)> {
    vec![(pointer.to_owned(), code.to_owned())]
}

#[rstest]
#[case("contact_name")]
#[case("contact_email")]
#[case("company")]
#[case("website")]
#[case("country")]
#[case("sales_support")]
#[case("description")]
#[case("product")]
#[tokio::test]
async fn a_required_field_may_not_be_missing_empty_or_null(#[case] field: &str) {
    let mut missing = plus("none");
    missing.as_object_mut().unwrap().remove(field);
    let expected = only(&format!("/{field}"), "required");
    assert_eq!(refused(&missing).await, expected);
    assert_eq!(refused(&with(plus("none"), field, json!("   "))).await, expected);
    assert_eq!(refused(&with(plus("none"), field, Value::Null)).await, expected);
}

#[rstest]
#[case("contact_name", json!("x".repeat(121)), "too_long")]
#[case("contact_name", json!("Anna\nBo"), "control_character")]
#[case("contact_name", json!(["Anna"]), "wrong_kind")]
#[case("contact_email", json!("anna"), "email_invalid")]
#[case("contact_email", json!("anna@acme"), "email_invalid")]
#[case("contact_email", json!("Anna <anna@acme.example>"), "email_invalid")]
#[case("contact_email", json!("anna@[10.0.0.1]"), "email_invalid")]
#[case("contact_email", json!("two@at@acme.example"), "email_invalid")]
#[case("contact_email", json!(format!("{}@acme.example", "a".repeat(250))), "too_long")]
#[case("phone", json!("call me"), "phone_invalid")]
#[case("phone", json!("+46 \u{202e}31"), "control_character")]
#[case("company", json!("x".repeat(10_000)), "too_long")]
#[case("company", json!("Acme\u{0}"), "control_character")]
#[case("company", json!(42), "wrong_kind")]
#[case("website", json!("acme.com"), "scheme_missing")]
#[case("website", json!("javascript:alert(1)"), "website_invalid")]
#[case("website", json!("https://"), "website_invalid")]
#[case("website", json!(format!("https://acme.com/{}", "x".repeat(300))), "too_long")]
#[case("country", json!("Sweden"), "country_unknown")]
#[case("country", json!("XX"), "country_unknown")]
#[case("existing_store", json!("acme.com"), "store_invalid")]
#[case("expected_timing", json!("soon"), "choice_unknown")]
#[case("current_platform", json!("x".repeat(81)), "too_long")]
#[case("annual_revenue", json!(5_000_000), "wrong_kind")]
#[case("sales_support", json!("maybe"), "choice_unknown")]
#[case("sales_support", json!(true), "wrong_kind")]
#[case("description", json!("x".repeat(2_001)), "too_long")]
#[case("description", json!("bell\u{7}"), "control_character")]
#[case("reference", json!("x".repeat(65)), "too_long")]
#[case("consent", json!(false), "consent_needed")]
#[case("consent", json!("true"), "wrong_kind")]
#[case("consent", Value::Null, "consent_needed")]
#[case("location_count", json!(3), "other_product")]
#[case("status", json!("awarded"), "unknown")]
#[case("product", json!("crm"), "choice_unknown")]
#[tokio::test]
async fn a_wrong_field_of_a_plus_form_is_named(
    #[case] field: &str,
    #[case] value: Value,
    #[case] code: &str,
) {
    assert_eq!(refused(&with(plus("none"), field, value)).await, only(&format!("/{field}"), code));
}

#[rstest]
#[case("location_count", json!(0), "out_of_range")]
#[case("location_count", json!(10_001), "out_of_range")]
#[case("location_count", json!(-1), "out_of_range")]
#[case("location_count", json!("6"), "wrong_kind")]
#[case("location_count", json!(1.5), "wrong_kind")]
#[case("current_pos", json!("x".repeat(81)), "too_long")]
#[case("payments_interest", json!("perhaps"), "choice_unknown")]
#[case("annual_revenue", json!("under_1m"), "other_product")]
#[tokio::test]
async fn a_wrong_field_of_a_pos_form_is_named(#[case] field: &str, #[case] value: Value, #[case] code: &str) {
    assert_eq!(refused(&with(pos("none"), field, value)).await, only(&format!("/{field}"), code));
}

#[tokio::test]
async fn everything_that_is_wrong_is_said_at_once() {
    let form = json!({ "product": "pos", "contact_email": "x", "extra": 1, "location_count": 0 });
    let mut pointers: Vec<_> = refused(&form).await.into_iter().map(|(pointer, _)| pointer).collect();
    pointers.sort();
    assert_eq!(
        pointers,
        [
            "/company",
            "/consent",
            "/contact_email",
            "/contact_name",
            "/country",
            "/description",
            "/extra",
            "/location_count",
            "/sales_support"
        ]
    );
}

#[tokio::test]
async fn an_address_without_scheme_is_answered_with_the_whole_one() {
    let app = App::start().await;
    let form = with(plus("none"), "website", json!("acme.com/shop"));
    let body = app.member().submit(&key(), &form).await.problem(422, "invalid_fields");
    assert_eq!(body["errors"][0]["params"]["suggestion"], "https://acme.com/shop");
}

#[tokio::test]
async fn markup_and_every_script_come_back_as_they_were_typed() {
    let app = App::start().await;
    let html = "<script>alert(1)</script> & \"Räksmörgås\" Đặng";
    let mut form = plus("none");
    for field in ["contact_name", "company", "description", "reference"] {
        form[field] = json!(html);
    }
    form["current_platform"] = json!("<b>Magento</b>");
    form["contact_email"] = json!("anna+leads@räksmörgås.example");
    form["website"] = json!("https://räksmörgås.example/å");
    let id = app.lead_from(&app.member(), form.clone()).await;
    assert_eq!(app.member().lead(&id).await.expect(200)["form"], form);
    let page = app.member().get("/leads").await;
    assert!(page.content_type.starts_with("application/json"));
    assert_eq!(page.expect(200)["items"][0]["company"], html);
}

#[tokio::test]
async fn a_request_that_is_no_form_is_refused_before_it_is_read() {
    let app = App::start().await;
    let member = app.member();
    let request = || member.request(Method::POST, "/leads").header("idempotency-key", key());
    let json_type = ("content-type", "application/json");
    let with_body = |body: String| request().header(json_type.0, json_type.1).body(body);

    member.send(with_body("{".to_owned())).await.problem(400, "malformed");
    member.send(with_body("[]".to_owned())).await.problem(400, "malformed");
    member.send(with_body(String::new())).await.problem(400, "malformed");
    member.send(request().body("a=b")).await.problem(415, "unsupported_media_type");
    let large = with(plus("none"), "description", json!("x".repeat(70_000)));
    member.send(with_body(large.to_string())).await.problem(413, "too_large");
    let nested = format!("{}{}", "[".repeat(30_000), "]".repeat(30_000));
    member.send(with_body(format!("{{\"company\":{nested}}}"))).await.problem(400, "malformed");
}

#[rstest]
#[case(None)]
#[case(Some(String::new()))]
#[case(Some("two words".to_owned()))]
#[case(Some("k".repeat(65)))]
#[tokio::test]
async fn a_submission_needs_an_idempotency_key(#[case] key: Option<String>) {
    let app = App::start().await;
    let member = app.member();
    let mut request = member.request(Method::POST, "/leads").json(&plus("none"));
    if let Some(key) = key {
        request = request.header("idempotency-key", key);
    }
    member.send(request).await.problem(400, "idempotency_key_needed");
}
