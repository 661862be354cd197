//! What the distribution lets through, keeps, and asks.

use serde_json::json;
use serde_yaml_ng::Value;

use super::network::{asks_the_api, behaviour, behaviours, configuration, run};
use crate::template::{at, each, find, functions, only, resources, text};

/// AWS's own policies.
const CACHING_DISABLED: &str = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
const ALL_VIEWER_EXCEPT_HOST_HEADER: &str = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

fn methods(behaviour: &Value) -> Vec<&str> {
    each(at(behaviour, &["AllowedMethods"])).into_iter().map(text).collect()
}

#[test]
fn nothing_of_the_api_is_kept_and_all_of_a_request_reaches_it() {
    let api = behaviour("/api/v1/leads");
    assert_eq!(text(at(api, &["TargetOriginId"])), "api");
    assert_eq!(text(at(api, &["CachePolicyId"])), CACHING_DISABLED);
    assert_eq!(text(at(api, &["OriginRequestPolicyId"])), ALL_VIEWER_EXCEPT_HOST_HEADER);
    for method in ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"] {
        assert!(methods(api).contains(&method), "{method}");
    }
    assert_eq!(text(at(api, &["ViewerProtocolPolicy"])), "https-only");
}

/// Limits count by addresses: without this all people behind one place of the network would share one.
#[tokio::test]
async fn the_api_learns_who_asks_and_from_nobody_but_the_distribution() {
    let api = behaviour("/api/v1/leads");
    let [association] = each(at(api, &["FunctionAssociations"]))[..] else { panic!("one function") };
    assert_eq!(text(at(association, &["FunctionARN"])), "NameViewer.FunctionARN");
    let forged = json!({ "x-viewer-address": { "value": "198.51.100.1" }, "accept": { "value": "*/*" } });
    let event = json!({ "viewer": { "ip": "203.0.113.7" }, "request": { "uri": "/api/v1/leads", "headers": forged } });
    let request = run("NameViewer", vec![event]).await.remove(0);
    assert_eq!(request["headers"]["x-viewer-address"]["value"], "203.0.113.7");
    assert_eq!(request["headers"]["accept"]["value"], "*/*");

    let origins = each(at(configuration(), &["Origins"]));
    let origin =
        origins.into_iter().find(|origin| text(at(origin, &["Id"])) == "api").expect("the API is asked");
    let [header] = each(at(origin, &["OriginCustomHeaders"]))[..] else { panic!("one header") };
    assert_eq!(text(at(header, &["HeaderName"])), "x-edge-secret");
    let secret = text(at(header, &["HeaderValue"]));
    let function = functions()["contact-partner"];
    assert_eq!(text(at(function, &["Properties", "Environment", "Variables", "EDGE_SECRET"])), secret);
}

#[test]
fn files_are_only_read_and_kept_by_their_address_alone() {
    for (pattern, behaviour) in behaviours().into_iter().filter(|(_, behaviour)| !asks_the_api(behaviour)) {
        assert_eq!(methods(behaviour), ["GET", "HEAD"], "{pattern}");
        assert_eq!(text(at(behaviour, &["CachePolicyId"])), "FileCaching", "{pattern}");
        assert_eq!(text(at(behaviour, &["ViewerProtocolPolicy"])), "redirect-to-https", "{pattern}");
        assert_eq!(at(behaviour, &["Compress"]), &Value::Bool(true), "{pattern}");
    }
    let policy = at(only("AWS::CloudFront::CachePolicy"), &["Properties", "CachePolicyConfig"]);
    // More than nothing would keep a page longer than it says.
    assert_eq!(at(policy, &["MinTTL"]).as_u64(), Some(0));
    let key = at(policy, &["ParametersInCacheKeyAndForwardedToOrigin"]);
    assert_eq!(text(at(key, &["CookiesConfig", "CookieBehavior"])), "none");
    assert_eq!(text(at(key, &["HeadersConfig", "HeaderBehavior"])), "none");
    assert_eq!(text(at(key, &["QueryStringsConfig", "QueryStringBehavior"])), "none");
}

/// An answer to one person's question about a lead must not be given to the next who asks for the same address.
#[test]
fn no_error_is_kept_and_none_is_replaced() {
    let errors = each(at(configuration(), &["CustomErrorResponses"]));
    let mut codes = Vec::new();
    for error in errors {
        assert_eq!(at(error, &["ErrorCachingMinTTL"]).as_u64(), Some(0));
        assert!(find(error, &["ResponsePagePath"]).is_none(), "the API's problems would be lost");
        codes.push(at(error, &["ErrorCode"]).as_u64().expect("a number"));
    }
    // Those that CloudFront keeps for ten seconds unless it is told otherwise.
    assert_eq!(codes, [400, 403, 404, 405, 414, 500, 501, 502, 503, 504]);
}

#[test]
fn origins_are_asked_by_tls_and_by_name_of_the_distribution() {
    for origin in each(at(configuration(), &["Origins"])) {
        let id = text(at(origin, &["Id"]));
        let access = find(origin, &["OriginAccessControlId"]).map(text);
        let expected = match id {
            "site" | "pages" => Some("BucketAccess.Id"),
            "missing" => Some("FunctionAccess.Id"),
            // Whoever calls it shows a token, or asks what anybody may.
            "api" => None,
            other => panic!("the origin {other} is not known here"),
        };
        assert_eq!(access, expected, "{id}");
        if let Some(custom) = find(origin, &["CustomOriginConfig"]) {
            assert_eq!(text(at(custom, &["OriginProtocolPolicy"])), "https-only", "{id}");
            assert_eq!(each(at(custom, &["OriginSSLProtocols"])), ["TLSv1.2"], "{id}");
        }
    }
    for (name, access) in resources("AWS::CloudFront::OriginAccessControl") {
        let config = at(access, &["Properties", "OriginAccessControlConfig"]);
        assert_eq!(text(at(config, &["SigningBehavior"])), "always", "{name}");
    }
}

#[test]
fn the_function_for_what_is_missing_can_be_called_by_the_distribution_alone() {
    let function = resources("AWS::Serverless::Function")["ShowMissing"];
    assert_eq!(text(at(function, &["Properties", "FunctionUrlConfig", "AuthType"])), "AWS_IAM");
    let mut allowed = Vec::new();
    for permission in resources("AWS::Lambda::Permission").into_values() {
        let properties = at(permission, &["Properties"]);
        if text(at(properties, &["FunctionName"])) != "ShowMissing" {
            continue;
        }
        assert_eq!(text(at(properties, &["Principal"])), "cloudfront.amazonaws.com");
        let distribution = "arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/${Distribution}";
        assert_eq!(text(at(properties, &["SourceArn"])), distribution);
        allowed.push(text(at(properties, &["Action"])));
    }
    allowed.sort_unstable();
    assert_eq!(allowed, ["lambda:InvokeFunction", "lambda:InvokeFunctionUrl"]);
}

#[test]
fn it_speaks_what_browsers_speak_and_nothing_outdated() {
    assert_eq!(text(at(configuration(), &["HttpVersion"])), "http2and3");
    assert_eq!(at(configuration(), &["IPV6Enabled"]), &Value::Bool(true));
    // With a certificate of one's own; the distribution's own name comes with the network's own choice.
    let certificate = each(at(configuration(), &["ViewerCertificate"]));
    assert_eq!(text(certificate[0]), "HasCertificate");
    assert_eq!(text(at(certificate[1], &["MinimumProtocolVersion"])), "TLSv1.2_2021");
}
