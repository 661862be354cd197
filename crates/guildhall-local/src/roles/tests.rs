//! The gate in front of the embedded database, with functions that do what they may and what they may not.

use std::path::Path;

use guildhall_store::{PublicProfiles, StoreError, Table};
use reqwest::{Client, StatusCode};
use serde_json::{Value, json};

use super::policy::Policies;
use super::table::TableShape;
use super::uses::Uses;
use super::{RoleGate, endpoint_of};
use crate::TABLE_NAME;
use crate::data_dir::DataDir;
use crate::database::EmbeddedDatabase;
use crate::template::{TEMPLATE, Template};

struct Bench {
    gate: RoleGate,
    _database: EmbeddedDatabase,
}

impl Bench {
    async fn new() -> Self {
        let database = EmbeddedDatabase::start(&DataDir::Memory, None).unwrap();
        Table::connect(database.endpoint(), TABLE_NAME).ensure_created().await.unwrap();
        Self { gate: RoleGate::start(database.endpoint()).unwrap(), _database: database }
    }

    fn profiles(&self, function: &str) -> PublicProfiles {
        PublicProfiles::new(Table::connect(&self.gate.endpoint_of(function), TABLE_NAME))
    }

    async fn call(&self, function: &str, operation: &str, body: &Value) -> (StatusCode, Value) {
        let request = Client::new().post(self.gate.endpoint_of(function)).body(body.to_string());
        let request = request.header("x-amz-target", format!("DynamoDB_20120810.{operation}"));
        let request = request.header("content-type", "application/x-amz-json-1.0").header(
            "authorization",
            "AWS4-HMAC-SHA256 Credential=a/20261121/eu-north-1/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=0",
        );
        let answer = request.header("x-amz-date", "20261121T090000Z").send().await.unwrap();
        (answer.status(), answer.json().await.unwrap())
    }
}

#[tokio::test]
async fn a_function_may_do_what_it_is_granted_and_is_refused_the_same_thing_elsewhere() {
    let bench = Bench::new().await;
    let handle = "norrsken".parse().unwrap();
    assert!(bench.profiles("get-profile").get(&handle).await.unwrap().is_none());
    for stranger in ["search-directory", "list-leads", "describe-api", "nobody"] {
        let error = bench.profiles(stranger).get(&handle).await.unwrap_err();
        let StoreError::Refused { code, .. } = &error else { panic!("{stranger}: {error}") };
        assert_eq!(code, "AccessDeniedException", "{stranger}");
    }
}

#[tokio::test]
async fn a_refusal_names_the_function_the_action_and_the_partition_and_nothing_of_the_item() {
    let bench = Bench::new().await;
    let item = json!({ "PK": { "S": "ORG#norrsken#LEADS" }, "SK": { "S": "x" }, "name": { "S": "Ada" } });
    let body = json!({ "TableName": TABLE_NAME, "Item": item });
    let (status, answer) = bench.call("plan-lead", "PutItem", &body).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert!(answer["__type"].as_str().unwrap().ends_with("#AccessDeniedException"), "{answer}");
    let message = answer["message"].as_str().unwrap();
    for word in ["plan-lead", "PutItem", "the table", "ORG#norrsken#LEADS", "nowhere"] {
        assert!(message.contains(word), "{word}: {message}");
    }
    assert!(!message.contains("Ada"), "{message}");
}

#[tokio::test]
async fn operations_that_nobody_is_granted_are_refused_whoever_asks() {
    let bench = Bench::new().await;
    let body = json!({ "Statement": "SELECT * FROM guildhall" });
    let (status, answer) = bench.call("list-leads", "ExecuteStatement", &body).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert!(answer["message"].as_str().unwrap().contains("ExecuteStatement"), "{answer}");
    let (status, _) = bench.call("list-leads", "Scan", &json!({ "TableName": TABLE_NAME })).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn what_the_table_itself_refuses_comes_through_as_it_is() {
    let bench = Bench::new().await;
    let body = json!({ "TableName": TABLE_NAME, "Key": { "PK": { "S": "PROFILE#norrsken" } } });
    let (status, answer) = bench.call("get-profile", "GetItem", &body).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert!(answer["__type"].as_str().unwrap().ends_with("#ValidationException"), "{answer}");
}

#[tokio::test]
async fn a_table_that_does_not_answer_is_one_that_cannot_be_reached() {
    // It hangs up on whoever calls.
    let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let gate = RoleGate::start(&format!("http://{}", silent.local_addr().unwrap())).unwrap();
    let hanging_up = tokio::spawn(async move { while silent.accept().await.is_ok() {} });
    let profiles = PublicProfiles::new(Table::connect(&gate.endpoint_of("get-profile"), TABLE_NAME));
    let error = profiles.get(&"norrsken".parse().unwrap()).await.unwrap_err();
    assert!(matches!(error, StoreError::Unavailable { .. }), "{error}");
    hanging_up.abort();
}

#[test]
fn each_function_has_an_address_of_its_own() {
    assert_eq!(endpoint_of("http://127.0.0.1:1", "submit-lead"), "http://127.0.0.1:1/as/submit-lead");
}

#[test]
fn uses_are_written_down_once_beside_all_that_is_granted() {
    let values = std::collections::BTreeMap::new();
    let template = Template::read(TEMPLATE, &values).unwrap();
    let policies = Policies::read(&template, &TableShape::read(&template).unwrap()).unwrap();
    let folder = std::env::temp_dir().join(format!("guildhall-grants-{}", std::process::id()));
    for numbers in [[0, 1, 0], [1, 1, 2]] {
        let uses = Uses::open(policies.grants(), Some(&folder)).unwrap();
        for number in numbers {
            uses.note(number, &policies.grants()[number]);
        }
    }
    let (granted, used) = written(&folder);
    std::fs::remove_dir_all(&folder).unwrap();
    let all: Vec<String> = policies.grants().iter().map(ToString::to_string).collect();
    assert_eq!(granted, all);
    let mut expected = vec![&all[0], &all[1], &all[1], &all[2]];
    expected.sort();
    assert_eq!(used.iter().collect::<Vec<_>>(), expected);
}

/// What is in the files of a folder: the lines of what is granted, and of what was used, in order.
fn written(folder: &Path) -> (Vec<String>, Vec<String>) {
    let lines = |path: &Path| -> Vec<String> {
        std::fs::read_to_string(path).unwrap().lines().map(ToOwned::to_owned).collect()
    };
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let (granted, used): (Vec<_>, Vec<_>) = files.partition(|path| path.ends_with("granted"));
    let mut used: Vec<String> = used.iter().flat_map(|path| lines(path)).collect();
    used.sort();
    (granted.iter().flat_map(|path| lines(path)).collect(), used)
}
