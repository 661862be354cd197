//! Every route of the template leads to a handler that knows it, and no handler knows another one.

use std::collections::BTreeSet;
use std::fs;

use guildhall_local::{Options, System, client};
use reqwest::StatusCode;
use serde_json::Value;

use crate::template::{root, routes};

/// A route's path with the id of a lead and the handle of a profile that exist.
fn path_of(route: &str, lead: &str) -> String {
    route.replace("{lead_id}", lead).replace("{handle}", "norrsken-commerce")
}

#[tokio::test]
async fn every_route_is_answered_by_its_function() {
    let system = System::start(Options { empty: false, ..Options::in_memory() }).await.expect("it starts");
    let token =
        client::sign_in(system.base_url(), "manager-helena").await.expect("she can sign in").access_token;
    let http = reqwest::Client::new();
    let list = format!("{}/api/v1/leads", system.base_url());
    let leads: Value = http.get(list).bearer_auth(&token).send().await.unwrap().json().await.unwrap();
    let lead = leads["items"][0]["id"].as_str().unwrap_or_else(|| panic!("no lead in {leads}"));
    for route in routes() {
        let url = format!("{}{}", system.base_url(), path_of(&route.path, lead));
        let method = route.method.parse().expect("a method");
        let request = http.request(method, url);
        let request = if route.public { request } else { request.bearer_auth(&token) };
        let status = request.send().await.unwrap().status();
        let unknown = [StatusCode::NOT_FOUND, StatusCode::METHOD_NOT_ALLOWED, StatusCode::UNAUTHORIZED];
        assert!(!unknown.contains(&status) && !status.is_server_error(), "{route:?} answers {status}");
    }
    system.shutdown().await;
}

#[test]
fn a_function_names_no_route_that_the_template_does_not_lead_to_it() {
    let in_template: BTreeSet<(String, String)> = routes()
        .into_iter()
        .map(|route| (route.function.to_owned(), format!("{} {}", route.method, route.path)))
        .collect();
    for function in fs::read_dir(root().join("functions")).expect("there are functions") {
        let function = function.expect("readable").path();
        let name = function.file_name().expect("a name").to_string_lossy().into_owned();
        let code = fs::read_to_string(function.join("src/lib.rs")).expect("a function has a library");
        for text in
            code.split('"').filter(|text| ["GET /", "POST /"].iter().any(|verb| text.starts_with(verb)))
        {
            assert!(in_template.contains(&(name.clone(), text.to_owned())), "{name} names {text}");
        }
    }
}
