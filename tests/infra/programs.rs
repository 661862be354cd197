//! The routes for programs: which there are, who is asked about them, and whose function answers.

use std::collections::{BTreeMap, BTreeSet};

use guildhall_contract::partner_api::{PREFIX, ROUTES};
use serde_yaml_ng::Value;

use crate::template::{at, each, find, functions, only, routes, text};

const AUTHORIZER: &str = "ProgramToken";

/// Every route, with its function and the authorizer that it names, if it names one.
fn authorizers() -> BTreeMap<String, (&'static str, Option<&'static str>)> {
    let mut found = BTreeMap::new();
    for (function, resource) in functions() {
        let events = find(resource, &["Properties", "Events"]).and_then(Value::as_mapping);
        for event in events.into_iter().flat_map(|events| events.values()) {
            if text(at(event, &["Type"])) == "HttpApi" {
                let field = |name: &str| text(at(event, &["Properties", name]));
                let authorizer = find(event, &["Properties", "Auth", "Authorizer"]).map(text);
                found.insert(format!("{} {}", field("Method"), field("Path")), (function, authorizer));
            }
        }
    }
    found
}

#[test]
fn the_table_of_scopes_and_the_template_name_the_same_routes() {
    let in_table: BTreeSet<_> =
        ROUTES.iter().map(guildhall_contract::partner_api::PartnerRoute::key).collect();
    let in_template: BTreeSet<_> = routes()
        .into_iter()
        .filter(|route| route.path.starts_with(PREFIX))
        .map(|route| format!("{} {}", route.method, route.path))
        .collect();
    assert_eq!(in_template, in_table);
}

#[test]
fn each_leads_to_the_function_of_the_route_that_it_stands_for_past_the_authorizer_of_tokens() {
    let authorizers = authorizers();
    for route in ROUTES {
        let (own, authorizer) = authorizers[&route.key()];
        let (base, other) = authorizers[route.base];
        assert_eq!((own, authorizer), (base, Some(AUTHORIZER)), "{}", route.base);
        assert_eq!(other, None, "{} takes the tokens of people", route.base);
    }
    for (key, (_, authorizer)) in authorizers {
        assert_eq!(authorizer == Some(AUTHORIZER), key.contains(PREFIX), "{key}");
    }
}

#[test]
fn the_authorizer_is_asked_each_time_about_one_header() {
    let api = only("AWS::Serverless::HttpApi");
    let authorizer = at(api, &["Properties", "Auth", "Authorizers", AUTHORIZER]);
    assert_eq!(text(at(authorizer, &["AuthorizerPayloadFormatVersion"])), "2.0");
    assert_eq!(at(authorizer, &["EnableSimpleResponses"]), &Value::Bool(true));
    assert_eq!(text(at(authorizer, &["FunctionArn"])), "AuthorizeToken.Arn");
    let headers = each(at(authorizer, &["Identity", "Headers"]));
    assert_eq!(headers.into_iter().map(text).collect::<Vec<_>>(), ["Authorization"]);
    // Remembered, an answer would let in what was revoked.
    assert_eq!(at(authorizer, &["Identity", "ReauthorizeEvery"]).as_u64(), Some(0));
    let function = functions()["authorize-token"];
    assert!(find(function, &["Properties", "Events"]).is_none(), "nobody else asks it");
    assert!(at(function, &["Properties", "Timeout"]).as_u64().is_some_and(|seconds| seconds < 10));
}
