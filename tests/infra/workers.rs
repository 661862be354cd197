//! What runs without a request: bounded in tries and age, and what it gives up is kept.

use std::collections::BTreeSet;

use guildhall_store::kind;
use serde_yaml_ng::Value;

use crate::template::{at, each, find, functions, only, text};

const KINDS: [&str; 16] = [
    kind::LEAD,
    kind::ERASED,
    kind::REFERRAL,
    kind::REPRESENTATIVE,
    kind::PROFILE,
    kind::PARTNER_PROFILE,
    kind::INQUIRY,
    kind::SENDER,
    kind::LIMIT,
    kind::REVIEW,
    kind::REFERENCE,
    kind::MAIL,
    kind::AUDIT,
    kind::DESK,
    kind::PERSON,
    kind::LEAD_MAIL,
];

/// The events of a type, with the names of their functions and the functions themselves.
fn events(kind: &str) -> Vec<(&'static str, &'static Value, &'static Value)> {
    let mut found = Vec::new();
    for (name, function) in functions() {
        let events = at(function, &["Properties", "Events"]).as_mapping().expect("Events is a mapping");
        for event in events.values().filter(|event| text(at(event, &["Type"])) == kind) {
            found.push((name, function, at(event, &["Properties"])));
        }
    }
    found
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap_or_else(|| panic!("not a number: {value:?}"))
}

/// Where something ends up when it is given up.
fn assert_kept(destination: &Value) {
    assert_eq!(text(at(destination, &["OnFailure", "Type"])), "SQS");
    assert_eq!(text(at(destination, &["OnFailure", "Destination"])), "DeadLetters.Arn");
}

#[test]
fn mail_pages_and_the_audit_log_follow_the_stream_and_nothing_else_does() {
    let followers: Vec<_> = events("DynamoDB").into_iter().map(|(name, ..)| name).collect();
    assert_eq!(followers, ["keep-audit", "publish-profile", "send-mail"]);
    let called: Vec<_> = events("ScheduleV2").into_iter().map(|(name, ..)| name).collect();
    assert_eq!(called, ["publish-reviews"]);
}

#[test]
fn a_worker_misses_nothing_and_says_which_change_it_could_not_handle() {
    for (name, _, event) in events("DynamoDB") {
        assert_eq!(text(at(event, &["Stream"])), "Table.StreamArn", "{name}");
        assert_eq!(text(at(event, &["StartingPosition"])), "TRIM_HORIZON", "{name}");
        let answers: Vec<_> = each(at(event, &["FunctionResponseTypes"])).into_iter().map(text).collect();
        assert_eq!(answers, ["ReportBatchItemFailures"], "{name}");
        assert_eq!(at(event, &["BisectBatchOnFunctionError"]), &Value::Bool(true), "{name}");
    }
}

#[test]
fn no_change_is_tried_for_ever_and_none_is_dropped_unseen() {
    for (name, function, event) in events("DynamoDB") {
        assert!((1..=10).contains(&number(at(event, &["MaximumRetryAttempts"]))), "{name}");
        // Less than the day that the stream keeps.
        assert!((60..86_400).contains(&number(at(event, &["MaximumRecordAgeInSeconds"]))), "{name}");
        assert_kept(at(event, &["DestinationConfig"]));
        assert!(number(at(function, &["Properties", "Timeout"])) >= 60, "{name} has no time for a batch");
    }
}

#[test]
fn a_tick_is_tried_again_a_few_times_and_kept_when_it_fails() {
    for (name, function, event) in events("ScheduleV2") {
        for policy in [at(event, &["RetryPolicy"]), at(function, &["Properties", "EventInvokeConfig"])] {
            assert!(number(at(policy, &["MaximumRetryAttempts"])) <= 3, "{name}");
            assert!(number(at(policy, &["MaximumEventAgeInSeconds"])) <= 300, "{name}");
        }
        assert_eq!(text(at(event, &["DeadLetterConfig", "Arn"])), "DeadLetters.Arn", "{name}");
        assert_kept(at(function, &["Properties", "EventInvokeConfig", "DestinationConfig"]));
    }
}

#[test]
fn a_worker_is_woken_only_for_kinds_of_items_that_there_are() {
    let kinds = BTreeSet::from(KINDS);
    for (name, _, event) in events("DynamoDB") {
        let filters = each(at(event, &["FilterCriteria", "Filters"]));
        assert!(!filters.is_empty(), "{name} is woken for everything");
        for filter in filters {
            let pattern: serde_json::Value =
                serde_json::from_str(text(at(filter, &["Pattern"]))).expect("a pattern is JSON");
            for (_, image) in pattern["dynamodb"].as_object().expect("a pattern is about the record") {
                for kind in image["type"]["S"].as_array().expect("a pattern is about the type") {
                    let kind = kind.as_str().expect("a type is a text");
                    assert!(kinds.contains(kind), "{name} waits for {kind}, which nothing is");
                }
            }
        }
    }
}

#[test]
fn what_was_given_up_is_kept_long_enough_to_be_looked_at_and_somebody_is_told() {
    let queue = at(only("AWS::SQS::Queue"), &["Properties"]);
    assert_eq!(number(at(queue, &["MessageRetentionPeriod"])), 14 * 24 * 60 * 60);
    assert_eq!(at(queue, &["SqsManagedSseEnabled"]), &Value::Bool(true));
    let alarm = at(only("AWS::CloudWatch::Alarm"), &["Properties"]);
    assert_eq!(text(at(alarm, &["MetricName"])), "ApproximateNumberOfMessagesVisible");
    assert_eq!(number(at(alarm, &["Threshold"])), 0);
}

#[test]
fn published_pages_are_private_encrypted_and_can_be_had_back() {
    let bucket = only("AWS::S3::Bucket");
    assert_eq!(text(at(bucket, &["DeletionPolicy"])), "Retain");
    let properties = at(bucket, &["Properties"]);
    for block in ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"] {
        let blocked = at(properties, &["PublicAccessBlockConfiguration", block]);
        assert_eq!(blocked, &Value::Bool(true), "{block}");
    }
    assert!(find(properties, &["BucketEncryption", "ServerSideEncryptionConfiguration"]).is_some());
    assert_eq!(text(at(properties, &["VersioningConfiguration", "Status"])), "Enabled");
}
