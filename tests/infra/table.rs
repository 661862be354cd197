//! The table in the template is the table that the store creates on an emulator.

use std::collections::BTreeSet;

use guildhall_store::table::{
    BY_CHANGE, BY_OWNER, CHANGED_AT, EXPIRES_AT, GSI1PK, GSI1SK, LIST_COLUMNS, PK, SK,
};
use serde_yaml_ng::Value;

use crate::template::{at, each, only, text};

fn properties() -> &'static Value {
    at(only("AWS::DynamoDB::Table"), &["Properties"])
}

fn pairs<'a>(list: &'a Value, first: &str, second: &str) -> Vec<(&'a str, &'a str)> {
    each(list).into_iter().map(|entry| (text(at(entry, &[first])), text(at(entry, &[second])))).collect()
}

fn keys(of: &Value) -> Vec<(&str, &str)> {
    pairs(at(of, &["KeySchema"]), "AttributeName", "KeyType")
}

fn index(kind: &str, name: &str) -> &'static Value {
    each(at(properties(), &[kind]))
        .into_iter()
        .find(|index| text(at(index, &["IndexName"])) == name)
        .unwrap_or_else(|| panic!("{kind} has no {name}"))
}

fn projected(index: &Value) -> Vec<&str> {
    assert_eq!(text(at(index, &["Projection", "ProjectionType"])), "INCLUDE");
    each(at(index, &["Projection", "NonKeyAttributes"])).into_iter().map(text).collect()
}

#[test]
fn the_keys_are_the_stores() {
    assert_eq!(keys(properties()), [(PK, "HASH"), (SK, "RANGE")]);
    let attributes = pairs(at(properties(), &["AttributeDefinitions"]), "AttributeName", "AttributeType");
    let expected = BTreeSet::from([(PK, "S"), (SK, "S"), (CHANGED_AT, "N"), (GSI1PK, "S"), (GSI1SK, "S")]);
    assert_eq!(attributes.into_iter().collect::<BTreeSet<_>>(), expected);
}

#[test]
fn the_list_of_changes_carries_the_list_columns() {
    let by_change = index("LocalSecondaryIndexes", BY_CHANGE);
    assert_eq!(keys(by_change), [(PK, "HASH"), (CHANGED_AT, "RANGE")]);
    assert_eq!(projected(by_change), LIST_COLUMNS);
}

#[test]
fn the_list_of_an_owner_carries_the_list_columns() {
    let by_owner = index("GlobalSecondaryIndexes", BY_OWNER);
    assert_eq!(keys(by_owner), [(GSI1PK, "HASH"), (GSI1SK, "RANGE")]);
    assert_eq!(projected(by_owner), LIST_COLUMNS);
}

#[test]
fn there_are_no_other_indexes() {
    assert_eq!(each(at(properties(), &["LocalSecondaryIndexes"])).len(), 1);
    assert_eq!(each(at(properties(), &["GlobalSecondaryIndexes"])).len(), 1);
}

#[test]
fn every_write_reaches_the_stream_and_what_expires_is_what_the_store_says() {
    assert_eq!(text(at(properties(), &["StreamSpecification", "StreamViewType"])), "NEW_AND_OLD_IMAGES");
    assert_eq!(text(at(properties(), &["TimeToLiveSpecification", "AttributeName"])), EXPIRES_AT);
}
