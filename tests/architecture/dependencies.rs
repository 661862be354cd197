//! Which room may depend on which.

use crate::workspace::{Room, rooms};

const SHARED: [&str; 8] = [
    "guildhall-domain",
    "guildhall-contract",
    "guildhall-http",
    "guildhall-worker",
    "guildhall-store",
    "guildhall-search",
    "guildhall-shelf",
    // For tests alone: `only_tests_stand_on_the_bench` holds that.
    "guildhall-bench",
];

/// What a room may use of the others; `None` is everything.
fn allowed(room: &Room) -> Option<&'static [&'static str]> {
    match room.name.as_str() {
        "guildhall-domain" | "guildhall-locales" => Some(&[]),
        // For a test of its own: a deployment writes what the application reads.
        "xtask" => Some(&["guildhall-contract"]),
        "guildhall-contract" | "guildhall-store" | "guildhall-search" => Some(&["guildhall-domain"]),
        "guildhall-verify" => Some(&["guildhall-domain", "guildhall-contract"]),
        "guildhall-http" | "guildhall-shelf" => Some(&["guildhall-domain", "guildhall-contract"]),
        "guildhall-pages" => Some(&["guildhall-domain", "guildhall-contract", "guildhall-locales"]),
        "frontend" => Some(&[
            "guildhall-domain",
            "guildhall-contract",
            "guildhall-locales",
            "guildhall-pages",
            "guildhall-verify",
        ]),
        "guildhall-bench" => Some(&["guildhall-store"]),
        "guildhall-worker" => Some(&["guildhall-domain", "guildhall-store"]),
        // What it publishes are the pages.
        "publish-profile" => Some(&[
            "guildhall-domain",
            "guildhall-contract",
            "guildhall-worker",
            "guildhall-store",
            "guildhall-pages",
            "guildhall-bench",
        ]),
        "guildhall-local" | "guildhall-tests" => None,
        function if room.is_function() => {
            assert!(!SHARED.contains(&function), "{function} is not a function");
            Some(&SHARED)
        }
        other => panic!("{other} has no line here: say what it may depend on"),
    }
}

#[test]
fn a_room_uses_only_the_rooms_it_may() {
    for room in rooms() {
        let Some(allowed) = allowed(&room) else { continue };
        for used in room.rooms_it_uses() {
            assert!(allowed.contains(&used.as_str()), "{} must not depend on {used}", room.name);
        }
    }
}

#[test]
fn only_tests_stand_on_the_bench() {
    for room in rooms() {
        assert!(
            !room.built_in.iter().any(|name| name == "guildhall-bench"),
            "{} is built with it",
            room.name
        );
    }
}

#[test]
fn only_the_store_names_the_database_client() {
    let who: Vec<_> = rooms()
        .into_iter()
        .filter(|room| room.dependencies.iter().any(|name| name.starts_with("aws-sdk-dynamodb")))
        .map(|room| room.name)
        .collect();
    assert_eq!(who, ["guildhall-store"]);
}

#[test]
fn only_the_worker_that_sends_mail_names_its_carrier() {
    let who: Vec<_> = rooms()
        .into_iter()
        .filter(|room| room.dependencies.iter().any(|name| name == "aws-sdk-sesv2"))
        .map(|room| room.name)
        .collect();
    assert_eq!(who, ["send-mail"]);
}

#[test]
fn the_rules_do_no_input_or_output() {
    let doers = ["tokio", "reqwest", "http", "hyper", "axum", "lambda_http", "tracing", "aws-config"];
    for room in rooms().into_iter().filter(|room| room.name == "guildhall-domain") {
        for name in &room.dependencies {
            assert!(!doers.contains(&name.as_str()), "{} must not depend on {name}", room.name);
        }
    }
}

#[test]
fn what_the_browser_shares_brings_no_server_along() {
    let servers = ["tokio", "lambda_http", "aws-config", "axum", "guildhall-store", "guildhall-http"];
    for room in rooms() {
        if !matches!(room.name.as_str(), "guildhall-contract" | "guildhall-pages" | "frontend") {
            continue;
        }
        for name in &room.dependencies {
            assert!(!servers.contains(&name.as_str()), "{} must not depend on {name}", room.name);
        }
    }
}
