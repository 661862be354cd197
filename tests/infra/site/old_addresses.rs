//! The addresses of the Experts Marketplace lead to the same place in AWS as on one machine.

use guildhall_local::{Options, System};
use reqwest::redirect::Policy;
use serde_json::json;

use super::network::{asks_the_api, behaviour, run};
use crate::template::{at, each, text};

/// AWS's own policy.
const CACHING_DISABLED: &str = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

/// Old addresses of every kind.
const ADDRESSES: [&str; 8] = [
    "/experts",
    "/experts/",
    "/experts/services/email-marketing",
    "/experts/services/marketing-and-sales/",
    "/experts/nobody-of-this-name",
    "/experts/a%20b&path=/x",
    "/experts/../secret",
    "/experts//evil.example",
];

async fn led(http: &reqwest::Client, url: String) -> (u16, Option<String>, Option<String>) {
    let answer = http.get(url).send().await.expect("an answer");
    let header =
        |name: &str| answer.headers().get(name).map(|value| value.to_str().expect("a text").to_owned());
    (answer.status().as_u16(), header("location"), header("cache-control"))
}

#[tokio::test]
async fn every_old_address_leads_to_the_same_in_aws_as_on_one_machine() {
    let system = System::start(Options::in_memory()).await.expect("it starts");
    let http = reqwest::Client::builder().redirect(Policy::none()).build().expect("a client");
    for path in ADDRESSES {
        let taken = behaviour(path);
        assert!(asks_the_api(taken), "{path}");
        assert_eq!(text(at(taken, &["CachePolicyId"])), CACHING_DISABLED, "{path}");
        let [association] = each(at(taken, &["FunctionAssociations"]))[..] else { panic!("one function") };
        assert_eq!(text(at(association, &["FunctionARN"])), "FindOldAddress.FunctionARN", "{path}");
        let event = json!({
            "viewer": { "ip": "203.0.113.7" },
            "request": { "uri": path, "headers": {}, "querystring": { "path": { "value": "%2Fadmin" } } },
        });
        let request = run("FindOldAddress", vec![event]).await.remove(0);
        assert_eq!(request["headers"]["x-viewer-address"]["value"], "203.0.113.7");
        let (uri, value) = (&request["uri"], &request["querystring"]["path"]["value"]);
        let asked = format!("{}?path={}", uri.as_str().expect("a text"), value.as_str().expect("a text"));
        let there = led(&http, format!("{}{asked}", system.base_url())).await;
        assert_eq!((there.0, there.2.as_deref()), (302, Some("no-store")), "{path}");
        // A client tidies `..` away before it asks.
        if !path.contains("..") {
            assert_eq!(led(&http, format!("{}{path}", system.base_url())).await, there, "{path}");
        }
    }
    for other in ["/expertsx", "/sv/experts", "/expert"] {
        assert!(!asks_the_api(behaviour(other)), "{other}");
    }
    system.shutdown().await;
}
