//! What stands in front of the site, as `infra/edge.yaml` has it.

use std::fs;
use std::sync::LazyLock;

use guildhall_contract::problem::{BODY_MAX, ProblemBody, ProblemCode};
use serde_yaml_ng::Value;

use crate::template::{TEMPLATE, at, each, find, root, text};

static EDGE: LazyLock<Value> = LazyLock::new(|| {
    let text = fs::read_to_string(root().join("infra/edge.yaml")).expect("the template is there");
    serde_yaml_ng::from_str(&text).expect("the template is YAML")
});

fn web_acl() -> &'static Value {
    at(&EDGE, &["Resources", "WebAcl", "Properties"])
}

fn rule(name: &str) -> &'static Value {
    let rules = each(at(web_acl(), &["Rules"]));
    rules
        .into_iter()
        .find(|rule| text(at(rule, &["Name"])) == name)
        .unwrap_or_else(|| panic!("no rule {name}"))
}

#[test]
fn what_the_edge_makes_is_what_the_main_stack_takes() {
    for name in ["WebAclArn", "CertificateArn"] {
        assert!(find(&EDGE, &["Outputs", name]).is_some(), "the edge gives no {name}");
        assert!(find(&TEMPLATE, &["Parameters", name]).is_some(), "the main stack takes no {name}");
    }
    assert_eq!(text(at(web_acl(), &["Scope"])), "CLOUDFRONT");
    let region = at(&EDGE, &["Rules", "OnlyInVirginia", "Assertions"]);
    let parts = match at(each(region)[0], &["Assert"]) {
        Value::Tagged(tagged) => each(&tagged.value),
        other => panic!("not a comparison: {other:?}"),
    };
    assert_eq!(parts.into_iter().map(text).collect::<Vec<_>>(), ["AWS::Region", "us-east-1"]);
}

/// The application reads it as it reads the API's own limits.
#[test]
fn too_many_requests_from_one_address_are_refused_with_a_problem() {
    let rule = rule("requests-per-address");
    let rate = at(rule, &["Statement", "RateBasedStatement"]);
    assert_eq!(text(at(rate, &["AggregateKeyType"])), "IP");
    assert_eq!(at(rate, &["EvaluationWindowSec"]).as_u64(), Some(300));
    let answer = at(rule, &["Action", "Block", "CustomResponse"]);
    let body = text(at(answer, &["CustomResponseBodyKey"]));
    let content = text(at(web_acl(), &["CustomResponseBodies", body, "Content"]));
    let problem: ProblemBody = serde_json::from_str(content).expect("a problem");
    assert_eq!(problem.code, ProblemCode::TooManyRequests);
    assert_eq!(problem.kind, format!("about:blank#{}", problem.code.code()));
    assert_eq!(problem.title, problem.code.title());
    assert_eq!(u64::from(problem.status), at(answer, &["ResponseCode"]).as_u64().expect("a number"));
    let headers = each(at(answer, &["ResponseHeaders"]));
    assert!(headers.into_iter().any(|header| text(at(header, &["Name"])) == "retry-after"));
}

#[test]
fn aws_knows_bad_addresses_bad_inputs_and_common_attacks() {
    let groups = each(at(web_acl(), &["Rules"])).into_iter().filter_map(|rule| {
        assert_eq!(
            at(rule, &["VisibilityConfig", "CloudWatchMetricsEnabled"]),
            &Value::Bool(true),
            "{rule:?}"
        );
        find(rule, &["Statement", "ManagedRuleGroupStatement", "Name"]).map(text)
    });
    let expected = [
        "AWSManagedRulesAmazonIpReputationList",
        "AWSManagedRulesKnownBadInputsRuleSet",
        "AWSManagedRulesCommonRuleSet",
    ];
    assert_eq!(groups.collect::<Vec<_>>(), expected);
}

/// The rule for bodies refuses what is over 8 KB, and others what merely looks like markup or an address.
#[test]
fn what_the_api_takes_is_not_refused_before_it() {
    assert_eq!(BODY_MAX, 64 * 1024);
    let read =
        at(web_acl(), &["AssociationConfig", "RequestBody", "CLOUDFRONT", "DefaultSizeInspectionLimit"]);
    assert_eq!(text(read), "KB_64");
    let group = at(rule("common-attacks"), &["Statement", "ManagedRuleGroupStatement"]);
    let mut counted = Vec::new();
    for change in each(at(group, &["RuleActionOverrides"])) {
        assert!(find(change, &["ActionToUse", "Count"]).is_some(), "{change:?}");
        counted.push(text(at(change, &["Name"])));
    }
    let expected = ["SizeRestrictions_BODY", "CrossSiteScripting_BODY", "GenericLFI_BODY", "GenericRFI_BODY"];
    assert_eq!(counted, expected);
}

#[test]
fn the_log_of_what_was_blocked_holds_no_token_and_no_query_and_ends() {
    let logging = at(&EDGE, &["Resources", "BlockedLogging", "Properties"]);
    assert_eq!(text(at(logging, &["LoggingFilter", "DefaultBehavior"])), "DROP");
    let redacted = each(at(logging, &["RedactedFields"]));
    let headers: Vec<_> =
        redacted.iter().filter_map(|field| find(field, &["SingleHeader", "Name"]).map(text)).collect();
    assert_eq!(headers, ["authorization", "cookie"]);
    assert!(redacted.iter().any(|field| find(field, &["QueryString"]).is_some()));
    let log = at(&EDGE, &["Resources", "BlockedLogs", "Properties"]);
    assert_eq!(text(at(log, &["RetentionInDays"])), "LogRetentionDays");
    assert!(text(at(log, &["LogGroupName"])).starts_with("aws-waf-logs-"), "WAF refuses any other name");
}
