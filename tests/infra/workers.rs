//! What runs without a request: bounded in tries and age, and what it gives up is kept.

use std::collections::BTreeSet;

use guildhall_store::kind;
use serde_yaml_ng::Value;

use crate::template::{at, each, find, functions, only, resources, text};

const KINDS: [&str; 35] = [
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
    kind::CUTOVER,
    kind::PERSON,
    kind::LEAD_MAIL,
    kind::API_TOKENS,
    kind::API_TOKEN_USE,
    kind::CUSTOMER,
    kind::DIGEST,
    kind::ORGANISATION,
    kind::MEMBERSHIP,
    kind::INVITATION,
    kind::ROLL,
    kind::ENTRY,
    kind::ACCOUNT,
    kind::PLATFORM_EVENT,
    kind::PAYOUT,
    kind::PAYOUT_DETAILS,
    kind::PAYOUT_RUN,
    kind::MIGRATION_RUN,
    kind::WEBHOOKS,
    kind::HOOK_DELIVERY,
    kind::HOOK_HEALTH,
];

/// The events of a type, with the names of their functions and the functions themselves.
fn events(kind: &str) -> Vec<(&'static str, &'static Value, &'static Value)> {
    let mut found = Vec::new();
    for (name, function) in functions() {
        let events = find(function, &["Properties", "Events"]).and_then(Value::as_mapping);
        let events = events.into_iter().flat_map(|events| events.values());
        for event in events.filter(|event| text(at(event, &["Type"])) == kind) {
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
fn mail_pages_and_records_follow_the_stream_and_nothing_else_does() {
    let followers: Vec<_> = events("DynamoDB").into_iter().map(|(name, ..)| name).collect();
    assert_eq!(followers, ["keep-records", "publish-profile", "send-mail"]);
    let called: Vec<_> = events("ScheduleV2").into_iter().map(|(name, ..)| name).collect();
    assert_eq!(
        called,
        [
            "escalate-leads",
            "publish-profile",
            "publish-reviews",
            "record-referral",
            "send-webhooks",
            "write-digests"
        ]
    );
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
fn reports_about_our_own_mails_are_handed_over_and_none_is_dropped_unseen() {
    let told = events("EventBridgeRule");
    let [("record-delivery", function, event), _] = told.as_slice() else { panic!("two rules: {told:?}") };
    let pattern = at(event, &["Pattern"]);
    assert_eq!(each(at(pattern, &["source"])).into_iter().map(text).collect::<Vec<_>>(), ["aws.ses"]);
    let of = each(at(pattern, &["detail", "mail", "tags", "ses:configuration-set"]));
    assert_eq!(of.into_iter().map(text).collect::<Vec<_>>(), ["MailReports"]);
    // Every sort of report that the set publishes has its name on the bus.
    let published =
        at(only("AWS::SES::ConfigurationSetEventDestination"), &["Properties", "EventDestination"]);
    let kinds = each(at(pattern, &["detail-type"]));
    assert_eq!(each(at(published, &["MatchingEventTypes"])).len(), kinds.len());
    for kind in ["Email Delivered", "Email Bounced", "Email Complaint Received"] {
        assert!(kinds.iter().any(|known| text(known) == kind), "{kind}");
    }
    let bus = "arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:event-bus/default";
    assert_eq!(text(at(published, &["EventBridgeDestination", "EventBusArn"])), bus);
    for policy in [at(event, &["RetryPolicy"]), at(function, &["Properties", "EventInvokeConfig"])] {
        assert!((1..=10).contains(&number(at(policy, &["MaximumRetryAttempts"]))));
        assert!((60..86_400).contains(&number(at(policy, &["MaximumEventAgeInSeconds"]))));
    }
    assert_eq!(text(at(event, &["DeadLetterConfig", "Arn"])), "DeadLetters.Arn");
    assert_kept(at(function, &["Properties", "EventInvokeConfig", "DestinationConfig"]));
    // Mail is sent under the set, or there would be no reports.
    let sender = functions()["send-mail"];
    let set = at(sender, &["Properties", "Environment", "Variables", "SES_CONFIGURATION_SET"]);
    assert_eq!(text(set), "MailReports");
}

#[test]
fn what_the_platform_tells_of_merchants_is_handed_over_and_none_is_dropped_unseen() {
    let told = events("EventBridgeRule");
    let [_, ("record-referral", function, event)] = told.as_slice() else { panic!("two rules: {told:?}") };
    let pattern = at(event, &["Pattern"]);
    assert_eq!(
        each(at(pattern, &["source"])).into_iter().map(text).collect::<Vec<_>>(),
        ["PlatformEventSource"]
    );
    assert_eq!(
        each(at(pattern, &["detail-type"])).into_iter().map(text).collect::<Vec<_>>(),
        ["Referral Event"]
    );
    assert!((1..=10).contains(&number(at(event, &["RetryPolicy", "MaximumRetryAttempts"]))));
    assert_eq!(text(at(event, &["DeadLetterConfig", "Arn"])), "DeadLetters.Arn");
    assert_kept(at(function, &["Properties", "EventInvokeConfig", "DestinationConfig"]));
}

#[test]
fn only_the_rules_may_put_something_into_the_queue_without_a_role_of_its_own() {
    let policy = at(only("AWS::SQS::QueuePolicy"), &["Properties", "PolicyDocument", "Statement"]);
    let statements = each(policy);
    let [statement] = statements.as_slice() else { panic!("one statement: {statements:?}") };
    assert_eq!(text(at(statement, &["Principal", "Service"])), "events.amazonaws.com");
    assert_eq!(text(at(statement, &["Action"])), "sqs:SendMessage");
    let sources = each(at(statement, &["Condition", "ArnEquals", "aws:SourceArn"]));
    let sources: Vec<_> = sources.into_iter().map(text).collect();
    assert_eq!(sources, ["RecordDeliveryReports.Arn", "RecordReferralTold.Arn"]);
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
    let alarm = at(resources("AWS::CloudWatch::Alarm")["DeadLettersAlarm"], &["Properties"]);
    assert_eq!(text(at(alarm, &["MetricName"])), "ApproximateNumberOfMessagesVisible");
    assert_eq!(number(at(alarm, &["Threshold"])), 0);
}
