//! What keeps the data safe.

use serde_yaml_ng::Value;

use crate::template::{at, only, text};

fn table() -> &'static Value {
    only("AWS::DynamoDB::Table")
}

#[test]
fn the_table_outlives_the_stack_and_can_be_restored() {
    assert_eq!(text(at(table(), &["DeletionPolicy"])), "Retain");
    assert_eq!(text(at(table(), &["UpdateReplacePolicy"])), "Retain");
    let on = Value::Bool(true);
    let properties = at(table(), &["Properties"]);
    assert_eq!(at(properties, &["DeletionProtectionEnabled"]), &on);
    assert_eq!(at(properties, &["PointInTimeRecoverySpecification", "PointInTimeRecoveryEnabled"]), &on);
    assert_eq!(at(properties, &["SSESpecification", "SSEEnabled"]), &on);
}

#[test]
fn the_table_grows_with_its_use_and_forgets_what_has_expired() {
    let properties = at(table(), &["Properties"]);
    assert_eq!(text(at(properties, &["BillingMode"])), "PAY_PER_REQUEST");
    assert_eq!(text(at(properties, &["TimeToLiveSpecification", "AttributeName"])), "expires_at");
    assert_eq!(at(properties, &["TimeToLiveSpecification", "Enabled"]), &Value::Bool(true));
}
