//! What people type: `cargo lambda watch` and `cargo lambda invoke`, once, with a function of ours.
//!
//! `watch` would build the function by itself, with another choice of packages and so with other features than
//! everything else here; it is told to leave that alone, as it is for functions that are started by a debugger.

use std::net::TcpListener;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use guildhall_tests::{Endpoints, Environment, Template, response_of};
use serde_json::Value;
use tokio::net::TcpStream;
use tokio::process::Command;

use crate::api::plus;
use crate::support::{Backend, Database, MEMBER, binary, definition, event, with_header};

fn cargo_lambda() -> Command {
    let program = std::env::var_os("CARGO_LAMBDA").map(PathBuf::from).expect(
        "CARGO_LAMBDA is not set: run these tests through `cargo xtask test lambda`, which installs cargo-lambda \
         and sets it",
    );
    let mut command = Command::new(program);
    command.arg("lambda").current_dir(Template::root()).stdin(Stdio::null()).kill_on_drop(true);
    command
}

#[tokio::test(flavor = "multi_thread")]
async fn a_function_answers_an_event_file_under_cargo_lambda() {
    let database = Database::with_table(Backend::Dynoxide).await;
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port().to_string();
    let there = ["--invoke-address", "127.0.0.1", "--invoke-port", &port];
    let _watch = cargo_lambda()
        .args(["watch", "--only-lambda-apis"])
        .args(there)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("cargo-lambda starts");
    let listens = async {
        while TcpStream::connect(format!("127.0.0.1:{port}")).await.is_err() {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(30), listens).await.expect("it listens");

    // As `watch` says on its first lines: a function that it did not start has no name.
    let runtime_api = format!("http://127.0.0.1:{port}/.rt");
    let endpoints = Endpoints::of_dynamodb(database.endpoint());
    let environment = Environment::of(&definition("submit-lead"), &runtime_api, &endpoints);
    let environment = environment.with("AWS_LAMBDA_FUNCTION_NAME", "_");
    let _function = Command::new(binary("submit-lead"))
        .env_clear()
        .envs(environment.iter())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .expect("the function starts");

    let request = event("POST /api/v1/leads", &[], Some(MEMBER), Some(&plus("none")));
    let file = std::env::temp_dir().join(format!("guildhall-event-{}.json", std::process::id()));
    std::fs::write(&file, with_header(request, "idempotency-key", "once").to_string()).unwrap();
    let invoke = cargo_lambda().arg("invoke").args(there).arg("--data-file").arg(&file).output();
    let invoked = tokio::time::timeout(Duration::from_secs(30), invoke).await.expect("it answers").unwrap();
    std::fs::remove_file(&file).unwrap();
    assert!(invoked.status.success(), "{}", String::from_utf8_lossy(&invoked.stderr));
    let response = response_of(&invoked.stdout).expect("an answer for API Gateway");
    let lead: Value = serde_json::from_slice(response.body()).expect("JSON");
    assert_eq!((response.status().as_u16(), &lead["status"]), (201, &Value::from("submitted")), "{lead}");
}
