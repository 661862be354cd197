//! Requests that nobody thought of: schemathesis makes them up from the API's own description.

use std::process::Stdio;
use std::time::Duration;

use guildhall_domain::api_token::Scope;
use serde_json::json;
use tokio::process::Command;

use crate::support::{App, LeadKind, User};

/// What every answer must hold. Left out on purpose: that a request which fits the description is always
/// accepted (rules such as "a POS form has no revenue band" are beyond a schema), and what is answered
/// to a method that no route has (API Gateway says 404).
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,\
    response_schema_conformance,negative_data_rejection,ignored_auth";

/// Which answers reject a request.
const CONFIGURATION: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/api/schemathesis.toml");

/// The routes that people do not reach, and nobody else's.
const OF_PROGRAMS: &str = "^/api/v1/partner/";

/// As somebody who signed in, on every route that is for people.
async fn fuzz(app: &App, user: &User<'_>) {
    fuzz_some(app, user, ["--exclude-path-regex", OF_PROGRAMS]).await;
}

async fn fuzz_some(app: &App, user: &User<'_>, routes: [&str; 2]) {
    let program = std::env::var("SCHEMATHESIS")
        .expect("SCHEMATHESIS names the program; `cargo xtask test api` installs it and sets this");
    let base = app.running.base_url();
    let run = Command::new(program)
        .args(["--config-file", CONFIGURATION])
        .args(["run", &format!("{base}/api/v1/openapi.json"), "--url", base])
        .args(["--header", &format!("Authorization: Bearer {}", user.token())])
        .args(["--phases", "examples,coverage,fuzzing", "--max-examples", "10", "--seed", "20261121"])
        .args(routes)
        .args(["--checks", CHECKS, "--warnings", "off", "--request-timeout", "10", "--no-color"])
        .current_dir(std::env::temp_dir())
        .stdin(Stdio::null())
        .kill_on_drop(true)
        .output();
    let output = tokio::time::timeout(Duration::from_secs(240), run)
        .await
        .expect("it ends within four minutes")
        .expect("schemathesis starts");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}\n{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.contains("Tested: "), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_a_partner_sends_is_answered_as_described() {
    let app = App::start().await;
    app.lead(LeadKind::PlusAlone).await;
    fuzz(&app, &app.user("partner_owner")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_a_manager_sends_is_answered_as_described() {
    let app = App::start().await;
    app.lead(LeadKind::PosAlone).await;
    fuzz(&app, &app.manager()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_a_merchant_sends_is_answered_as_described() {
    let app = App::start().await;
    fuzz(&app, &app.user("merchant")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_an_administrator_sends_is_answered_as_described() {
    let app = App::start().await;
    fuzz(&app, &app.user("program_admin")).await;
}

/// A token takes two minutes' worth of calls at once, so each part of the routes is asked with one of its own.
#[tokio::test(flavor = "multi_thread")]
async fn whatever_a_program_sends_is_answered_as_described() {
    let app = App::start().await;
    app.lead(LeadKind::PlusAlone).await;
    let scopes: Vec<_> = Scope::ALL.iter().copied().map(Scope::slug).collect();
    for part in ["leads$", "leads[/.]", "marketplace", "(?!leads|marketplace)"] {
        let body = json!({ "name": "CRM", "scopes": scopes });
        let made = app.owner().post("/organisation/tokens", &body).await.expect(201);
        let program = app.bearer(made["secret"].as_str().unwrap());
        fuzz_some(&app, &program, ["--include-path-regex", &format!("{OF_PROGRAMS}{part}")]).await;
    }
}
