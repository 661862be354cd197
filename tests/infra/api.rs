//! The stage of the HTTP API: what it logs, and how much it lets through.

use std::collections::BTreeSet;

use serde_json::Value as Json;
use serde_yaml_ng::Value;

use crate::template::{at, only, resources, routes, text};

fn stage() -> &'static Value {
    at(only("AWS::Serverless::HttpApi"), &["Properties"])
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap_or_else(|| panic!("not a number: {value:?}"))
}

/// The access log's own words for what it writes, by the names it gives them.
fn logged() -> serde_json::Map<String, Json> {
    let format = text(at(stage(), &["AccessLogSettings", "Format"]));
    serde_json::from_str(format).expect("a line of the access log is JSON")
}

#[test]
fn the_api_is_reached_without_a_stage_in_its_address() {
    assert_eq!(text(at(stage(), &["StageName"])), "$default");
}

#[test]
fn every_request_is_logged_with_what_it_takes_to_look_into_it() {
    let logged: BTreeSet<_> = logged().values().filter_map(Json::as_str).map(str::to_owned).collect();
    for needed in ["requestId", "requestTime", "routeKey", "status", "responseLatency", "integrationLatency"]
    {
        assert!(logged.contains(&format!("$context.{needed}")), "{needed} is not logged");
    }
    for needed in ["integration.requestId", "integrationErrorMessage", "error.message", "authorizer.error"] {
        assert!(logged.contains(&format!("$context.{needed}")), "{needed} is not logged");
    }
    let group = text(at(stage(), &["AccessLogSettings", "DestinationArn"]));
    let group = group.strip_suffix(".Arn").expect("a log of the template");
    let group = resources("AWS::Logs::LogGroup")[group];
    assert_eq!(text(at(group, &["Properties", "RetentionInDays"])), "LogRetentionDays");
}

/// Everything that API Gateway can log and that is about nobody.
const ABOUT_NOBODY: [&str; 12] = [
    "requestId",
    "requestTime",
    "routeKey",
    "status",
    "responseLatency",
    "responseLength",
    "integration.requestId",
    "integrationStatus",
    "integrationLatency",
    "integrationErrorMessage",
    "authorizer.error",
    "error.message",
];

#[test]
fn the_access_log_holds_nothing_about_whoever_asked() {
    for (name, value) in logged() {
        let value = value.as_str().expect("a text");
        let variable = value.strip_prefix("$context.").expect("a single variable");
        assert!(ABOUT_NOBODY.contains(&variable), "{name} is {variable}");
    }
}

#[test]
fn every_route_is_throttled() {
    let all = at(stage(), &["DefaultRouteSettings"]);
    let own = at(stage(), &["RouteSettings"]).as_mapping().expect("RouteSettings is a mapping");
    for settings in own.values().chain([all]) {
        let (rate, burst) = (at(settings, &["ThrottlingRateLimit"]), at(settings, &["ThrottlingBurstLimit"]));
        // What an account has for all of its APIs together.
        assert!((1..10_000).contains(&number(rate)) && (1..5_000).contains(&number(burst)), "{settings:?}");
        assert!(number(rate) <= number(burst), "{settings:?}");
        assert_eq!(text(at(settings, &["DetailedMetricsEnabled"])), "RouteMetrics");
    }
}

#[test]
fn only_routes_that_there_are_have_limits_of_their_own_and_every_public_one_has() {
    let own = at(stage(), &["RouteSettings"]).as_mapping().expect("RouteSettings is a mapping");
    let own: BTreeSet<_> = own.keys().map(|key| text(key).to_owned()).collect();
    let key = |route: &crate::template::Route| format!("{} {}", route.method, route.path);
    let all: BTreeSet<_> = routes().iter().map(key).collect();
    assert_eq!(own.difference(&all).collect::<Vec<_>>(), Vec::<&String>::new(), "no such routes");
    let public: BTreeSet<_> = routes().iter().filter(|route| route.public).map(key).collect();
    assert_eq!(public.difference(&own).collect::<Vec<_>>(), Vec::<&String>::new(), "public without a limit");
}
