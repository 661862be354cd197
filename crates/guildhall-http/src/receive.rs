//! What came with a request: body, headers, path, query.

use guildhall_contract::partner_api::PartnerRoute;
use guildhall_domain::notice::accepted_language;
use guildhall_domain::policy::Language;
use http::header::{ACCEPT_LANGUAGE, CONTENT_TYPE, IF_MATCH, IF_NONE_MATCH};
use lambda_http::aws_lambda_events::apigw::ApiGatewayV2httpRequestContext;
use lambda_http::request::RequestContext;
use lambda_http::{Request, RequestExt};
use serde::Serialize;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::{Problem, ProblemCode};

pub use guildhall_contract::problem::BODY_MAX;

/// The body as a JSON object.
///
/// # Errors
/// 413 when it is too large, 415 when it does not claim to be JSON, 400 when it is not an object.
pub fn json_object(request: &Request) -> Result<Map<String, Value>, Problem> {
    json_object_within(request, BODY_MAX)
}

/// The body as a JSON object of so many bytes at most, for the few routes that take more than [`BODY_MAX`].
///
/// # Errors
/// As [`json_object`].
pub fn json_object_within(request: &Request, max: usize) -> Result<Map<String, Value>, Problem> {
    let body = request.body().as_ref();
    if body.len() > max {
        return Err(Problem::new(ProblemCode::TooLarge));
    }
    let media_type =
        request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let media_type = media_type.split(';').next().unwrap_or_default().trim();
    if !media_type.eq_ignore_ascii_case("application/json") {
        return Err(Problem::new(ProblemCode::UnsupportedMediaType));
    }
    serde_json::from_slice(body).map_err(|_| Problem::new(ProblemCode::Malformed))
}

/// The `Idempotency-Key`: 1 to 64 visible ASCII characters.
///
/// # Errors
/// 400 when it is missing or anything else.
pub fn idempotency_key(request: &Request) -> Result<&str, Problem> {
    request
        .headers()
        .get("idempotency-key")
        .and_then(|value| value.to_str().ok())
        .filter(|key| (1..=64).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_graphic()))
        .ok_or_else(|| Problem::new(ProblemCode::IdempotencyKeyNeeded))
}

/// The version that the caller saw, from `If-Match`.
///
/// # Errors
/// 428 when it is missing, 400 when it is not one strong entity tag of ours.
pub fn if_match(request: &Request) -> Result<u64, Problem> {
    let Some(value) = request.headers().get(IF_MATCH) else {
        return Err(Problem::new(ProblemCode::IfMatchNeeded));
    };
    value
        .to_str()
        .ok()
        .and_then(|tag| tag.strip_prefix('"')?.strip_suffix('"')?.parse().ok())
        .ok_or_else(|| Problem::new(ProblemCode::InvalidIfMatch))
}

/// The version that the caller saw, from `If-Match`; 0 for `If-None-Match: *`, which is how something new is put.
///
/// # Errors
/// As [`if_match`]; 400 too when both are there, or `If-None-Match` is anything else.
pub fn seen_or_new(request: &Request) -> Result<u64, Problem> {
    let Some(value) = request.headers().get(IF_NONE_MATCH) else {
        return if_match(request);
    };
    let says_new = value.as_bytes() == b"*" && !request.headers().contains_key(IF_MATCH);
    if says_new { Ok(0) } else { Err(Problem::new(ProblemCode::InvalidIfMatch)) }
}

/// The language that the caller reads, from `Accept-Language`: the application sends the one it is shown in.
/// English for whoever reads none of the interface's.
#[must_use]
pub fn language(request: &Request) -> Language {
    let accepted = request.headers().get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    accepted.and_then(accepted_language).unwrap_or_default()
}

/// A parameter of the path, as the route names it.
#[must_use]
pub fn path_parameter(request: &Request, name: &str) -> Option<String> {
    request.path_parameters_ref().and_then(|parameters| parameters.first(name)).map(str::to_owned)
}

/// The query as name and value, decoded and sorted by name: they arrive in a map without an order, and an
/// answer that names them must not differ from one request to the next. The values of one name stay in the
/// order that they were sent in.
#[must_use]
pub fn query_pairs(request: &Request) -> Vec<(String, String)> {
    let Some(parameters) = request.query_string_parameters_ref() else {
        return Vec::new();
    };
    let mut pairs: Vec<_> =
        parameters.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    pairs.sort_by(|one, other| one.0.cmp(&other.0));
    pairs
}

/// What API Gateway says about the request.
pub(crate) fn context(request: &Request) -> Option<&ApiGatewayV2httpRequestContext> {
    match request.request_context_ref() {
        Some(RequestContext::ApiGatewayV2(context)) => Some(context),
        _ => None,
    }
}

/// The route that matched, as handlers know it: `GET /api/v1/leads/{lead_id}`. A route for tokens is known by the one
/// that it stands for.
#[must_use]
pub fn route_key(request: &Request) -> &str {
    let key = gateway_key(request);
    PartnerRoute::find(key).map_or(key, |route| route.base)
}

/// The route that matched, as the template spells it: `GET /api/v1/partner/leads/{lead_id}`.
pub(crate) fn gateway_key(request: &Request) -> &str {
    context(request).and_then(|context| context.route_key.as_deref()).unwrap_or("$default")
}

/// The network address that the request came from, as the gateway saw it.
pub(crate) fn source_address(request: &Request) -> Option<&str> {
    context(request).and_then(|context| context.http.source_ip.as_deref())
}

/// The id under which the gateway logged the request.
pub(crate) fn request_id(request: &Request) -> String {
    context(request).and_then(|context| context.request_id.clone()).unwrap_or_else(|| "unknown".to_owned())
}

/// A fingerprint of what was asked. Taken of the checked request, it is equal for requests that mean
/// the same, however they were spelt.
///
/// # Errors
/// Never for the types of the contract; their keys are text.
pub fn content_hash(checked: &impl Serialize) -> Result<String, Problem> {
    let written = serde_json::to_vec(checked).map_err(|_| Problem::new(ProblemCode::Internal))?;
    Ok(Sha256::digest(&written).iter().map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use lambda_http::Body;
    use rstest::rstest;

    use super::*;

    fn request(content_type: &str, body: &[u8]) -> Request {
        http::Request::builder()
            .header(CONTENT_TYPE, content_type)
            .body(Body::Binary(body.to_vec()))
            .expect("a request")
    }

    #[rstest]
    #[case("application/json", b"{", ProblemCode::Malformed)]
    #[case("application/json", b"[]", ProblemCode::Malformed)]
    #[case("application/json", b"", ProblemCode::Malformed)]
    #[case("application/json", &[0xff, 0xfe], ProblemCode::Malformed)]
    #[case("text/plain", b"{}", ProblemCode::UnsupportedMediaType)]
    #[case("", b"{}", ProblemCode::UnsupportedMediaType)]
    fn a_body_that_is_no_json_object_is_refused(
        #[case] content_type: &str,
        #[case] body: &[u8],
        #[case] code: ProblemCode,
    ) {
        assert_eq!(json_object(&request(content_type, body)).unwrap_err().code, code);
    }

    #[test]
    fn a_body_of_64_kb_is_read_and_a_larger_one_refused() {
        let body = |length: usize| format!("{{\"a\":\"{}\"}}", "x".repeat(length - 8)).into_bytes();
        assert!(json_object(&request("application/json; charset=utf-8", &body(BODY_MAX))).is_ok());
        let refused = json_object(&request("application/json", &body(BODY_MAX + 1))).unwrap_err();
        assert_eq!(refused.code, ProblemCode::TooLarge);
    }

    #[rstest]
    #[case(None, Err(ProblemCode::IfMatchNeeded))]
    #[case(Some("\"7\""), Ok(7))]
    #[case(Some("7"), Err(ProblemCode::InvalidIfMatch))]
    #[case(Some("W/\"7\""), Err(ProblemCode::InvalidIfMatch))]
    #[case(Some("*"), Err(ProblemCode::InvalidIfMatch))]
    fn if_match_is_one_version_in_quotes(
        #[case] header: Option<&str>,
        #[case] expected: Result<u64, ProblemCode>,
    ) {
        let mut request = request("application/json", b"{}");
        if let Some(header) = header {
            request.headers_mut().insert(IF_MATCH, header.parse().expect("a header"));
        }
        assert_eq!(if_match(&request).map_err(|problem| problem.code), expected);
    }

    #[rstest]
    #[case(None, Some("*"), Ok(0))]
    #[case(Some("\"7\""), None, Ok(7))]
    #[case(Some("\"7\""), Some("*"), Err(ProblemCode::InvalidIfMatch))]
    #[case(None, Some("\"7\""), Err(ProblemCode::InvalidIfMatch))]
    #[case(None, None, Err(ProblemCode::IfMatchNeeded))]
    fn something_new_is_put_where_nothing_is(
        #[case] seen: Option<&str>,
        #[case] new: Option<&str>,
        #[case] expected: Result<u64, ProblemCode>,
    ) {
        let mut request = request("application/json", b"{}");
        for (name, value) in [(IF_MATCH, seen), (IF_NONE_MATCH, new)] {
            if let Some(value) = value {
                request.headers_mut().insert(name, value.parse().expect("a header"));
            }
        }
        assert_eq!(seen_or_new(&request).map_err(|problem| problem.code), expected);
    }

    #[test]
    fn whoever_asks_for_no_language_of_ours_reads_english() {
        let mut request = request("application/json", b"{}");
        assert_eq!(language(&request), Language::En);
        request.headers_mut().insert(ACCEPT_LANGUAGE, "de, vi;q=0.5".parse().expect("a header"));
        assert_eq!(language(&request), Language::Vi);
    }

    #[test]
    fn a_query_is_sorted_by_name_and_keeps_the_order_of_a_names_values() {
        let names = ["sort", "q", "near", "colour", "page", "explain", "shoe"];
        let sent = names.map(|name| (name.to_owned(), vec!["b".to_owned(), "a".to_owned()]));
        let parameters: HashMap<_, _> = sent.into_iter().collect();
        let request = request("application/json", b"").with_query_string_parameters(parameters);
        let pairs = query_pairs(&request);
        let mut sorted = names;
        sorted.sort_unstable();
        let expected: Vec<_> = sorted.iter().flat_map(|name| [(*name, "b"), (*name, "a")]).collect();
        let pairs: Vec<_> = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(pairs, expected);
    }

    #[rstest]
    #[case("", false)]
    #[case("a", true)]
    #[case("with space", false)]
    #[case(&"k".repeat(64), true)]
    #[case(&"k".repeat(65), false)]
    fn an_idempotency_key_is_1_to_64_visible_characters(#[case] key: &str, #[case] taken: bool) {
        let mut request = request("application/json", b"{}");
        request.headers_mut().insert("idempotency-key", key.parse().expect("a header"));
        assert_eq!(idempotency_key(&request).is_ok(), taken);
    }
}
