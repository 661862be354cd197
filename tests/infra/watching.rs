//! What is watched, and who is told.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;
use serde_yaml_ng::Value;

use crate::template::{TEMPLATE, at, each, find, only, resources, text};

/// The functions that are throttled by design, so that an alarm of it would only make noise.
const MADE_TO_WAIT: [&str; 1] = ["PublishProfile"];

fn alarms() -> BTreeMap<&'static str, &'static Value> {
    resources("AWS::CloudWatch::Alarm")
}

fn function_names() -> BTreeSet<&'static str> {
    resources("AWS::Serverless::Function").into_keys().collect()
}

/// The functions that an alarm of this metric watches.
fn watched(metric: &str) -> BTreeSet<&'static str> {
    let mut watched = BTreeSet::new();
    for alarm in alarms().into_values() {
        if find(alarm, &["Properties", "MetricName"]).map(text) != Some(metric) {
            continue;
        }
        for dimension in each(at(alarm, &["Properties", "Dimensions"])) {
            if text(at(dimension, &["Name"])) == "FunctionName" {
                let value = at(dimension, &["Value"]);
                watched.insert(find(value, &["Ref"]).map_or_else(|| text(value), text));
            }
        }
    }
    watched
}

#[test]
fn every_function_has_an_alarm_of_its_errors_and_one_of_its_throttles() {
    assert_eq!(watched("Errors"), function_names());
    let waiting = BTreeSet::from(MADE_TO_WAIT);
    let mut throttled = watched("Throttles");
    assert!(throttled.is_disjoint(&waiting), "an alarm of what is throttled by design");
    throttled.extend(waiting);
    assert_eq!(throttled, function_names());
}

#[test]
fn every_follower_of_the_stream_has_an_alarm_of_how_far_it_is_behind() {
    let follows = |function: &Value| {
        let events = find(function, &["Properties", "Events"]).and_then(Value::as_mapping);
        events.into_iter().flatten().any(|(_, event)| text(at(event, &["Type"])) == "DynamoDB")
    };
    let functions = resources("AWS::Serverless::Function").into_iter();
    let followers: BTreeSet<_> =
        functions.filter(|(_, function)| follows(function)).map(|(name, _)| name).collect();
    assert_eq!(watched("IteratorAge"), followers);
}

#[test]
fn every_alarm_tells_somebody_and_says_what_to_do() {
    for (name, alarm) in alarms() {
        let properties = at(alarm, &["Properties"]);
        let told: Vec<_> = each(at(properties, &["AlarmActions"])).into_iter().map(text).collect();
        assert_eq!(told, ["Alarms"], "{name}");
        assert!(text(at(properties, &["AlarmDescription"])).len() > 60, "{name} says nothing of what to do");
        assert_eq!(text(at(properties, &["TreatMissingData"])), "notBreaching", "{name} goes off at night");
    }
    let mail = at(only("AWS::SNS::Subscription"), &["Properties"]);
    assert_eq!(text(at(mail, &["TopicArn"])), "Alarms");
    assert_eq!(text(at(mail, &["Endpoint"])), "AlarmAddress");
}

/// What goes wrong beyond single functions, by the metric that shows it first.
const WATCHED: [&str; 7] = [
    "5xx",
    "Latency",
    "ApproximateNumberOfMessagesVisible",
    "IteratorAge",
    "SystemErrors",
    "Reputation.BounceRate",
    "Reputation.ComplaintRate",
];

#[test]
fn the_api_the_table_the_stream_and_mail_are_watched() {
    let single = alarms().into_values().filter_map(|alarm| find(alarm, &["Properties", "MetricName"]));
    let joined =
        alarms().into_values().filter_map(|alarm| find(alarm, &["Properties", "Metrics"])).flat_map(each);
    let joined = joined.filter_map(|part| find(part, &["MetricStat", "Metric", "MetricName"]));
    let watched: BTreeSet<_> = single.chain(joined).map(text).collect();
    for metric in WATCHED.into_iter().chain(["ReadThrottleEvents", "WriteThrottleEvents"]) {
        assert!(watched.contains(metric), "nothing watches {metric}");
    }
}

/// The widgets of the dashboard, with the names of resources where their values will be.
fn widgets() -> Vec<Json> {
    let body = text(at(only("AWS::CloudWatch::Dashboard"), &["Properties", "DashboardBody"]));
    let body: Json = serde_json::from_str(body).expect("the dashboard is JSON");
    body["widgets"].as_array().expect("a list of widgets").clone()
}

#[test]
fn the_dashboard_shows_the_errors_and_throttles_of_every_function() {
    for title in ["Errors of functions", "Throttles of functions"] {
        let widgets = widgets();
        let widget = widgets.iter().find(|widget| widget["properties"]["title"] == title);
        let metrics = widget.and_then(|widget| widget["properties"]["metrics"].as_array());
        let metrics = metrics.unwrap_or_else(|| panic!("nothing is called {title}"));
        let last = metrics.iter().filter_map(|metric| metric.as_array()?.last()?.as_str());
        let shown: BTreeSet<_> = last.map(|name| name.trim_matches(['$', '{', '}'])).collect();
        assert_eq!(shown, function_names(), "{title}");
    }
}

#[test]
fn the_dashboard_shows_every_alarm_that_is_not_of_a_single_function() {
    let widgets = widgets();
    let shown = widgets.iter().find(|widget| widget["type"] == "alarm").expect("a widget of alarms");
    let shown = shown["properties"]["alarms"].as_array().expect("a list");
    for (name, alarm) in alarms() {
        let metric = find(alarm, &["Properties", "MetricName"]).map(text);
        if !matches!(metric, Some("Errors" | "Throttles")) {
            assert!(
                shown.contains(&Json::from(format!("${{{name}.Arn}}"))),
                "{name} is not on the dashboard"
            );
        }
    }
}

#[test]
fn the_dashboard_shows_nothing_of_other_stacks_but_the_mail_of_the_account() {
    for widget in widgets().iter().filter(|widget| widget["type"] == "metric") {
        let metrics = widget["properties"]["metrics"].as_array().expect("a widget has metrics");
        let first = metrics[0].as_array().expect("a metric is a list");
        let names_ours = first.iter().filter_map(Json::as_str).any(|part| part.starts_with("${"));
        assert!(names_ours || widget["properties"]["title"] == "Mail of the account", "{widget}");
    }
}

#[test]
fn functions_are_traced_and_log_in_a_form_that_can_be_searched() {
    let all = at(&TEMPLATE, &["Globals", "Function"]);
    assert_eq!(text(at(all, &["Tracing"])), "Active");
    assert_eq!(text(at(all, &["LoggingConfig", "LogFormat"])), "JSON");
    for (name, function) in resources("AWS::Serverless::Function") {
        for setting in ["LogFormat", "ApplicationLogLevel", "SystemLogLevel"] {
            assert!(
                find(function, &["Properties", "LoggingConfig", setting]).is_none(),
                "{name} has its own {setting}"
            );
        }
        assert!(find(function, &["Properties", "Tracing"]).is_none(), "{name} is traced in a way of its own");
    }
}
