//! Functions and routes.

use std::collections::BTreeSet;
use std::fs;

use crate::template::{at, each, find, functions, only, resources, root, routes, text};

#[test]
fn every_function_folder_is_in_the_template_and_the_other_way_round() {
    let folders: BTreeSet<String> = fs::read_dir(root().join("functions"))
        .expect("there are functions")
        .map(|entry| entry.expect("readable").path())
        .filter(|path| path.join("Cargo.toml").is_file())
        .map(|path| path.file_name().expect("a name").to_string_lossy().into_owned())
        .collect();
    let binaries: BTreeSet<String> = functions().into_keys().map(str::to_owned).collect();
    assert_eq!(binaries, folders);
}

#[test]
fn every_function_is_built_from_this_workspace() {
    for (name, function) in functions() {
        assert_eq!(text(at(function, &["Metadata", "BuildMethod"])), "rust-cargolambda", "{name}");
    }
    assert_eq!(resources("AWS::Serverless::Function").len(), functions().len(), "two share one binary");
}

#[test]
fn exactly_the_directory_the_move_the_description_and_the_keys_of_receipts_are_public() {
    let public: BTreeSet<String> = routes()
        .into_iter()
        .filter(|route| route.public)
        .map(|route| format!("{} {}", route.method, route.path))
        .collect();
    let expected = [
        "GET /api/v1/cutover",
        "GET /api/v1/directory",
        "GET /api/v1/old-addresses",
        "GET /api/v1/openapi.json",
        "GET /api/v1/profiles/{handle}",
        "GET /api/v1/profiles/{handle}/inquiry-form",
        "GET /api/v1/profiles/{handle}/reviews",
        "GET /api/v1/receipt-keys",
        // It takes none, and says where to go instead.
        "POST /api/v1/marketplace/jobs",
    ];
    assert_eq!(public, expected.map(str::to_owned).into());
}

#[test]
fn what_is_not_public_needs_a_token_by_default() {
    let api = only("AWS::Serverless::HttpApi");
    let default = text(at(api, &["Properties", "Auth", "DefaultAuthorizer"]));
    let jwt = at(api, &["Properties", "Auth", "Authorizers", default, "JwtConfiguration"]);
    assert_eq!(text(at(jwt, &["issuer"])), "Users.ProviderURL");
    assert_eq!(each(at(jwt, &["audience"])).into_iter().map(text).collect::<Vec<_>>(), ["WebClient"]);
}

#[test]
fn a_route_belongs_to_one_function() {
    let mut seen = BTreeSet::new();
    for route in routes() {
        assert!(seen.insert((route.method.clone(), route.path.clone())), "{route:?} is there twice");
        assert!(route.path.starts_with("/api/v1/"), "{route:?} is outside the API");
    }
}

#[test]
fn every_function_has_a_log_of_its_own_that_does_not_grow_for_ever() {
    let mut logs = BTreeSet::new();
    for (name, function) in functions() {
        let log = text(at(function, &["Properties", "LoggingConfig", "LogGroup"]));
        assert!(logs.insert(log), "{name} writes into the log of another function");
        let groups = resources("AWS::Logs::LogGroup");
        let group =
            groups.get(log).unwrap_or_else(|| panic!("{name} names the log {log}, which is not there"));
        assert!(find(group, &["Properties", "RetentionInDays"]).is_some(), "{log} is kept for ever");
    }
}
