//! Whatever a function is handed, its process goes on to the next event.

use guildhall_tests::{Endpoints, Environment, Function, Outcome};
use serde_json::{Value, json};

use crate::support::{
    Backend, Database, MEMBER, ask, definition, definitions, event, panicking, start, tell,
};

#[tokio::test]
async fn a_panic_is_answered_with_500_and_the_same_process_serves_the_next_request() {
    let definition = definition("describe-api");
    let environment = |runtime_api: &str| Environment::of(&definition, runtime_api, &Endpoints::default());
    let time = std::time::Duration::from_secs(definition.timeout);
    let function = Function::start(&panicking(), time, environment).await.expect("it starts");
    for _ in 0..3 {
        let (status, problem) = ask(&function, &event("GET /panic", &[], None, None)).await;
        assert_eq!((status, &problem["code"]), (500, &json!("internal")));
        assert_eq!(problem["request_id"], "JKJaXmPLvHcESHA=");
        assert!(!problem.to_string().contains("as the test wants it"), "{problem}");
        assert_eq!(ask(&function, &event("GET /fine", &[], None, None)).await, (200, json!("fine")));
    }
    let told = function.log().iter().filter(|line| line.contains("handler panicked")).count();
    assert_eq!(told, 3, "{:?}", function.log());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_event_fails_and_the_same_process_handles_the_next() {
    let database = Database::with_table(Backend::Dynoxide).await;
    let endpoints = Endpoints::of_dynamodb(database.endpoint());
    let nonsense = [
        "{",
        "",
        "null",
        "[]",
        "{}",
        "\"Records\"",
        r#"{"Records":[{"eventName":"INSERT"}]}"#,
        r#"{"version":"2.0"}"#,
    ];
    for definition in definitions() {
        let name = definition.binary.as_str();
        let function = start(name, &endpoints).await;
        for text in nonsense {
            // Fails or is answered; a schedule looks at no event, so it has nothing to be wrong about.
            function.invoke(text.into()).await.unwrap_or_else(|error| panic!("{name} to {text}: {error}"));
        }
        let kind = definition.events.first().map_or("", String::as_str);
        match kind {
            "HttpApi" => {
                let (status, _) =
                    ask(&function, &event("GET /api/v1/nowhere", &[], Some(MEMBER), None)).await;
                assert!((400..500).contains(&status) || status == 200, "{name}: {status}");
            }
            "DynamoDB" => {
                let answer = tell(&function, r#"{"Records":[]}"#).await;
                assert_eq!(answer, Ok(json!({ "batchItemFailures": [] })), "{name}");
            }
            "ScheduleV2" => assert_eq!(tell(&function, "{}").await, Ok(Value::Null), "{name}"),
            "EventBridgeRule" => {
                let other =
                    r#"{"id":"1","source":"aws.ses","detail-type":"Email Sent","detail":{"mail":{}}}"#;
                let handled = function.invoke(other.into()).await.expect("it lives");
                assert!(matches!(handled.outcome, Outcome::Answer(_) | Outcome::Failure { .. }));
            }
            // Called by the distribution and by the user pool, which the template connects elsewhere.
            other => assert_eq!(other, "", "{name} listens to something new: say here what it is told"),
        }
    }
}
