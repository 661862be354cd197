use std::collections::BTreeMap;

use rstest::rstest;

use super::*;
use crate::template::TEMPLATE;

const SMALL: &str = r#"
Resources:
  Table:
    Type: AWS::DynamoDB::Table
    Properties:
      KeySchema: [{ AttributeName: PK, KeyType: HASH }, { AttributeName: SK, KeyType: RANGE }]
      GlobalSecondaryIndexes:
        - { IndexName: by_owner, KeySchema: [{ AttributeName: GSI1PK, KeyType: HASH }] }
  Tell:
    Type: AWS::Serverless::Function
    Metadata: { BuildProperties: { Binary: tell } }
    Properties:
      Policies:
        - Statement:
            - Sid: ReadLists
              Effect: Allow
              Action: dynamodb:Query
              Resource: [!GetAtt Table.Arn, !Sub "${Table.Arn}/index/by_owner"]
            - Sid: Write
              Effect: Allow
              Action: [dynamodb:PutItem, ses:SendEmail]
              Resource: !GetAtt Table.Arn
              Condition:
                ForAllValues:StringLike:
                  dynamodb:LeadingKeys: ["A#*", B]
            - Sid: Send
              Effect: Allow
              Action: ses:SendEmail
              Resource: "*"
  Silent:
    Type: AWS::Serverless::Function
    Metadata: { BuildProperties: { Binary: silent } }
    Properties: {}
"#;

fn read(yaml: &str) -> Result<Policies, TemplateError> {
    let values = BTreeMap::new();
    let template = Template::read(yaml, &values)?;
    let table = TableShape::read(&template)?;
    Policies::read(&template, &table)
}

fn need(action: Action, index: Option<&str>, partitions: &[&str]) -> Need {
    let resource = index.map_or(Resource::Table, |name| Resource::Index(name.to_owned()));
    Need { action, resource, partitions: partitions.iter().map(|&key| key.to_owned()).collect() }
}

#[test]
fn each_action_on_each_resource_at_each_pattern_is_a_grant() {
    let grants: Vec<String> = read(SMALL).unwrap().grants().iter().map(ToString::to_string).collect();
    let expected = [
        "tell: Query on the table at any partition (ReadLists)",
        "tell: Query on by_owner at any partition (ReadLists)",
        "tell: PutItem on the table at A#* (Write)",
        "tell: PutItem on the table at B (Write)",
    ];
    assert_eq!(grants, expected);
}

#[rstest]
#[case::a_list("tell", need(Action::Query, None, &["X"]), Some(vec![0]))]
#[case::a_list_over_the_index("tell", need(Action::Query, Some("by_owner"), &["X"]), Some(vec![1]))]
#[case::another_action("tell", need(Action::GetItem, None, &["X"]), None)]
#[case::another_resource("tell", need(Action::PutItem, Some("by_owner"), &["B"]), None)]
#[case::a_partition("tell", need(Action::PutItem, None, &["A#1"]), Some(vec![2]))]
#[case::all_partitions_of_a_batch("tell", need(Action::PutItem, None, &["A#1", "B"]), Some(vec![2, 3]))]
#[case::one_partition_too_many("tell", need(Action::PutItem, None, &["A#1", "C"]), None)]
#[case::a_function_without_a_policy("silent", need(Action::Query, None, &["X"]), None)]
#[case::no_function("other", need(Action::Query, None, &["X"]), None)]
fn what_is_granted_is_allowed_and_nothing_else(
    #[case] function: &str,
    #[case] need: Need,
    #[case] used: Option<Vec<usize>>,
) {
    assert_eq!(read(SMALL).unwrap().allow(function, &need), used);
}

#[rstest]
#[case::refusals(
    "Effect: Allow\n              Action: dynamodb:Query",
    "Effect: Deny\n              Action: dynamodb:Query"
)]
#[case::any_action("dynamodb:Query", r#""dynamodb:*""#)]
#[case::any_service("dynamodb:Query", r#""*""#)]
#[case::an_action_on_tables("dynamodb:Query", "dynamodb:DescribeTable")]
#[case::all_actions_but_some("Action: dynamodb:Query", "NotAction: dynamodb:Query")]
#[case::all_indexes("index/by_owner", "index/*")]
#[case::no_such_index("index/by_owner", "index/by_name")]
#[case::anything("[!GetAtt Table.Arn, ", r#"["*", "#)]
#[case::another_condition("ForAllValues:StringLike", "StringLike")]
#[case::another_key("dynamodb:LeadingKeys", "dynamodb:Attributes")]
#[case::two_conditions(
    "dynamodb:LeadingKeys:",
    "dynamodb:Attributes: [a]\n                  dynamodb:LeadingKeys:"
)]
#[case::a_variable("A#*", "${aws:userid}")]
#[case::no_keys(r#"["A#*", B]"#, "[]")]
#[case::a_scan_that_only_looks_narrow("dynamodb:PutItem", "dynamodb:Scan")]
#[case::somebody_elses_policy("- Statement:", "- AmazonDynamoDBFullAccess\n        - Statement:")]
#[case::a_policy_by_name("- Statement:", "- DynamoDBCrudPolicy: {}\n        - Statement:")]
fn what_cannot_be_checked_is_refused_rather_than_guessed(#[case] from: &str, #[case] to: &str) {
    assert!(SMALL.contains(from), "{from}");
    let error = read(&SMALL.replace(from, to)).unwrap_err();
    assert!(matches!(error, TemplateError::Permission { .. } | TemplateError::Missing { .. }), "{error}");
}

#[test]
fn the_template_of_this_project_can_be_checked_whole() {
    let grants = read(TEMPLATE).unwrap().grants().len();
    assert!(grants > 50, "{grants}");
}
