//! The distribution as the template has it: which behaviour takes an address, and which origins are asked.

use std::process::Stdio;
use std::time::Duration;

use serde_json::{Value as Json, json};
use serde_yaml_ng::Value;
use tokio::io::AsyncWriteExt;
use tokio::process::Command;

use crate::template::{at, each, find, only, resources, text};

/// How long node may take for all addresses.
const PATIENCE: Duration = Duration::from_secs(30);

/// The distribution's configuration.
pub(super) fn configuration() -> &'static Value {
    at(only("AWS::CloudFront::Distribution"), &["Properties", "DistributionConfig"])
}

/// The behaviours in their order, the default one last and for everything.
pub(super) fn behaviours() -> Vec<(&'static str, &'static Value)> {
    let named = each(at(configuration(), &["CacheBehaviors"]));
    let mut behaviours: Vec<_> =
        named.into_iter().map(|behaviour| (text(at(behaviour, &["PathPattern"])), behaviour)).collect();
    behaviours.push(("*", at(configuration(), &["DefaultCacheBehavior"])));
    behaviours
}

/// The behaviour that takes a path: the first whose pattern fits.
pub(super) fn behaviour(path: &str) -> &'static Value {
    let fits = |(pattern, _): &(&str, &Value)| fits(pattern.as_bytes(), path.as_bytes());
    behaviours().into_iter().find(fits).expect("the last one fits everything").1
}

/// The origins that a behaviour asks, one after the other.
pub(super) fn origins(behaviour: &Value) -> Vec<&'static str> {
    let target = text(at(behaviour, &["TargetOriginId"]));
    let groups = each(at(configuration(), &["OriginGroups", "Items"]));
    let group = groups.into_iter().find(|group| text(at(group, &["Id"])) == target);
    let Some(group) = group else { return vec![origin(target)] };
    let codes = each(at(group, &["FailoverCriteria", "StatusCodes", "Items"]));
    let codes: Vec<_> = codes.into_iter().filter_map(Value::as_u64).collect();
    assert_eq!(codes, [403, 404], "what a bucket says of a file that it does not have");
    let members = each(at(group, &["Members", "Items"]));
    members.into_iter().map(|member| origin(text(at(member, &["OriginId"])))).collect()
}

/// An origin's name, which must be that of one.
fn origin(id: &str) -> &'static str {
    let known = each(at(configuration(), &["Origins"])).into_iter().map(|origin| text(at(origin, &["Id"])));
    known.into_iter().find(|known| *known == id).unwrap_or_else(|| panic!("there is no origin {id}"))
}

/// `*` is any text, slashes too; `?` is one character.
fn fits(pattern: &[u8], path: &[u8]) -> bool {
    match (pattern, path) {
        ([], []) => true,
        ([b'*', rest @ ..], _) => (0..=path.len()).any(|skipped| fits(rest, &path[skipped..])),
        ([b'?', pattern @ ..], [_, path @ ..]) => fits(pattern, path),
        ([expected, pattern @ ..], [found, path @ ..]) => expected == found && fits(pattern, path),
        ([], [_, ..]) | ([_, ..], []) => false,
    }
}

/// What the distribution makes of paths, for a browser that takes these forms of compression.
pub(super) async fn rewritten(paths: &[&str], accept_encoding: Option<&str>) -> Vec<String> {
    let headers = accept_encoding.map_or(json!({}), |value| json!({ "accept-encoding": { "value": value } }));
    let events = paths
        .iter()
        .map(|path| json!({ "request": { "method": "GET", "uri": path, "headers": headers } }))
        .collect();
    let requests = run("FindFile", events).await;
    requests.into_iter().map(|request| request["uri"].as_str().expect("an address").to_owned()).collect()
}

/// What one of the distribution's functions makes of events, run by node.
pub(super) async fn run(function: &str, events: Vec<Json>) -> Vec<Json> {
    let function = resources("AWS::CloudFront::Function")[function];
    assert_eq!(text(at(function, &["Properties", "FunctionConfig", "Runtime"])), "cloudfront-js-2.0");
    let code = text(at(function, &["Properties", "FunctionCode"]));
    assert!(code.len() <= 10 * 1024, "CloudFront takes 10 KB");
    let events = Json::from(events);
    let script = format!("{code}\nconsole.log(JSON.stringify({events}.map((event) => handler(event))));\n");
    let mut node = Command::new("node")
        .args(["--input-type=module", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .expect("node is on this machine");
    let mut input = node.stdin.take().expect("it reads");
    input.write_all(script.as_bytes()).await.expect("it reads all of it");
    drop(input);
    let output = tokio::time::timeout(PATIENCE, node.wait_with_output()).await;
    let output = output.expect("node answers in time").expect("node runs");
    assert!(output.status.success(), "the function fails");
    serde_json::from_slice(&output.stdout).expect("node prints JSON")
}

/// Whether a behaviour asks the API.
pub(super) fn asks_the_api(behaviour: &Value) -> bool {
    text(at(behaviour, &["TargetOriginId"])) == "api"
}

/// Whether a behaviour runs the function that finds files.
pub(super) fn finds_files(behaviour: &Value) -> bool {
    find(behaviour, &["FunctionAssociations"]).is_some_and(|list| {
        each(list).into_iter().any(|association| {
            text(at(association, &["EventType"])) == "viewer-request"
                && text(at(association, &["FunctionARN"])) == "FindFile.FunctionARN"
        })
    })
}

#[test]
fn patterns_are_understood_as_the_network_does() {
    for (pattern, path, expected) in [
        ("/api/*", "/api/v1/leads", true),
        ("/api/*", "/apiary", false),
        ("/*directory/search", "/directory/search", true),
        ("/*directory/search", "/sv/directory/search", true),
        ("/*directory/search", "/directory/search/", false),
        ("/??/directory*", "/vi/directory/norrsken", true),
        ("/??/directory*", "/directory", false),
    ] {
        assert_eq!(fits(pattern.as_bytes(), path.as_bytes()), expected, "{pattern} and {path}");
    }
}
