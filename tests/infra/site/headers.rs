//! What browsers are told is the same in AWS and on one machine.

use std::collections::{BTreeMap, BTreeSet};

use guildhall_local::{Options, System};
use serde_yaml_ng::Value;

use super::network::behaviours;
use crate::template::{at, each, resources, text};

/// The sign-in, which is on another host in AWS.
const SIGN_IN: &str = " https://${SignInDomain}.auth.${AWS::Region}.amazoncognito.com";

/// What a policy sets, by the names of the headers.
fn headers(policy: &str) -> BTreeMap<String, String> {
    let policy = resources("AWS::CloudFront::ResponseHeadersPolicy")[policy];
    let config = at(policy, &["Properties", "ResponseHeadersPolicyConfig"]);
    let security = at(config, &["SecurityHeadersConfig"]).as_mapping().expect("a mapping");
    let mut headers = BTreeMap::new();
    for (kind, value) in security {
        let overrides = at(value, &["Override"]);
        assert_eq!(overrides, &Value::Bool(true), "{kind:?} is left to others");
        let (name, value) = match text(kind) {
            "ContentSecurityPolicy" => {
                ("content-security-policy", text(at(value, &["ContentSecurityPolicy"])))
            }
            "ContentTypeOptions" => ("x-content-type-options", "nosniff"),
            "ReferrerPolicy" => ("referrer-policy", text(at(value, &["ReferrerPolicy"]))),
            "StrictTransportSecurity" => {
                let seconds = at(value, &["AccessControlMaxAgeSec"]).as_u64().expect("a number");
                assert!(seconds >= 31_536_000, "less than a year");
                ("strict-transport-security", "")
            }
            other => panic!("the header {other} is not known here"),
        };
        headers.insert(name.to_owned(), value.to_owned());
    }
    let custom =
        crate::template::find(config, &["CustomHeadersConfig", "Items"]).map(each).unwrap_or_default();
    for header in custom {
        headers.insert(text(at(header, &["Header"])).to_owned(), text(at(header, &["Value"])).to_owned());
    }
    headers
}

#[tokio::test]
async fn the_site_has_the_headers_of_the_one_machine_system_and_the_sign_ins_host() {
    let system = System::start(Options::in_memory()).await.expect("it starts");
    let answer = reqwest::get(format!("{}/nowhere.txt", system.base_url())).await.expect("an answer");
    let mut there = headers("SiteHeaders");
    assert!(there.remove("strict-transport-security").is_some(), "all of it is reached by TLS");
    let policy = there["content-security-policy"].clone();
    assert!(
        policy.contains(&format!("connect-src 'self'{SIGN_IN};")),
        "tokens are asked for there: {policy}"
    );
    there.insert("content-security-policy".to_owned(), policy.replace(SIGN_IN, ""));
    let guarding = |name: &str| {
        name.contains("policy") || name.starts_with("x-content") || name.starts_with("content-security")
    };
    let here: BTreeMap<String, String> = answer
        .headers()
        .iter()
        .filter(|(name, _)| guarding(name.as_str()))
        .map(|(name, value)| (name.to_string(), value.to_str().expect("a text").to_owned()))
        .collect();
    assert_eq!(there, here);
    system.shutdown().await;
}

#[test]
fn answers_of_the_api_are_no_pages() {
    let headers = headers("ApiHeaders");
    assert_eq!(headers["content-security-policy"], "default-src 'none'; frame-ancestors 'none'");
    assert_eq!(headers["x-content-type-options"], "nosniff");
    assert!(headers.contains_key("strict-transport-security"));
}

#[test]
fn every_behaviour_sends_headers() {
    let sent: BTreeSet<_> = behaviours()
        .into_iter()
        .map(|(pattern, behaviour)| (pattern == "/api/*", text(at(behaviour, &["ResponseHeadersPolicyId"]))))
        .collect();
    assert_eq!(sent, BTreeSet::from([(true, "ApiHeaders"), (false, "SiteHeaders")]));
}
