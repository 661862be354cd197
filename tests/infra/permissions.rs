//! Who may do what with the table.

use std::collections::{BTreeMap, BTreeSet};

use serde_yaml_ng::Value;

use crate::template::{at, each, find, functions, text};

/// Whatever is in the bucket of published pages, and nothing else is in it.
const PAGES: &str = "${Pages.Arn}/*";

/// The statements of a function's own policies.
fn statements(function: &'static Value) -> Vec<&'static Value> {
    let policies = find(function, &["Properties", "Policies"]).map(each).unwrap_or_default();
    policies.into_iter().flat_map(|policy| each(at(policy, &["Statement"]))).collect()
}

/// Action and resource, pair by pair.
fn all_grants(function: &'static Value) -> BTreeSet<(&'static str, &'static str)> {
    let mut grants = BTreeSet::new();
    for statement in statements(function) {
        for action in each(at(statement, &["Action"])) {
            for resource in each(at(statement, &["Resource"])) {
                grants.insert((text(action), text(resource)));
            }
        }
    }
    grants
}

/// What a function may do with the table; `""` is the table itself, anything else one of its indexes.
fn grants(function: &'static Value) -> BTreeSet<(String, String)> {
    let of_table = all_grants(function).into_iter().filter_map(|(action, resource)| {
        let resource = match resource {
            "Table.Arn" => "",
            index => index.strip_prefix("${Table.Arn}/index/")?,
        };
        Some((action.strip_prefix("dynamodb:")?.to_owned(), resource.to_owned()))
    });
    of_table.collect()
}

#[test]
fn each_function_may_do_what_it_does_and_no_more() {
    let expected: BTreeMap<&str, &[(&str, &str)]> = BTreeMap::from([
        ("contact-rep", &[("GetItem", ""), ("Query", ""), ("UpdateItem", "")][..]),
        ("check-lead", &[("BatchGetItem", ""), ("PutItem", ""), ("Query", "by_owner"), ("UpdateItem", "")]),
        ("describe-api", &[]),
        ("contact-partner", &[("BatchGetItem", ""), ("GetItem", ""), ("PutItem", ""), ("UpdateItem", "")]),
        ("edit-profile", &[("DeleteItem", ""), ("GetItem", ""), ("PutItem", ""), ("UpdateItem", "")]),
        ("escalate-leads", &[("GetItem", ""), ("Query", "by_owner"), ("UpdateItem", "")]),
        ("get-profile", &[("GetItem", ""), ("Query", "by_change")]),
        ("keep-audit", &[("PutItem", "")]),
        ("keep-customers", &[("BatchWriteItem", ""), ("PutItem", "")]),
        ("list-audit", &[("Query", "by_change")]),
        ("list-inquiries", &[("GetItem", ""), ("Query", "by_change"), ("Query", "by_owner")]),
        ("list-leads", &[("GetItem", ""), ("Query", ""), ("Query", "by_change"), ("Query", "by_owner")]),
        ("manage-sales", &[("PutItem", ""), ("Query", "")]),
        ("my-settings", &[("BatchGetItem", ""), ("PutItem", "")]),
        (
            "moderate-directory",
            &[("GetItem", ""), ("PutItem", ""), ("Query", "by_owner"), ("UpdateItem", "")],
        ),
        ("plan-lead", &[("GetItem", ""), ("Query", ""), ("UpdateItem", "")]),
        ("publish-profile", &[("GetItem", ""), ("Query", "by_change"), ("Query", "by_owner")]),
        ("publish-reviews", &[("GetItem", ""), ("PutItem", ""), ("Query", "by_owner"), ("UpdateItem", "")]),
        ("record-delivery", &[("GetItem", ""), ("UpdateItem", "")]),
        ("referral-history", &[("Query", "by_change")]),
        ("resend-mail", &[("BatchGetItem", ""), ("GetItem", ""), ("Query", "by_owner"), ("UpdateItem", "")]),
        ("review-partner", &[("GetItem", ""), ("PutItem", ""), ("UpdateItem", "")]),
        ("search-directory", &[("Query", "by_owner")]),
        ("send-mail", &[("BatchGetItem", ""), ("GetItem", ""), ("Query", ""), ("UpdateItem", "")]),
        ("submit-lead", &[("GetItem", ""), ("PutItem", ""), ("Query", ""), ("UpdateItem", "")]),
        ("update-inquiry", &[("GetItem", ""), ("UpdateItem", "")]),
        ("update-status", &[("GetItem", ""), ("Query", ""), ("UpdateItem", "")]),
        ("write-digests", &[("PutItem", ""), ("Query", "by_owner")]),
    ]);
    let granted: BTreeMap<&str, BTreeSet<(String, String)>> =
        functions().into_iter().map(|(name, function)| (name, grants(function))).collect();
    let expected: BTreeMap<&str, BTreeSet<(String, String)>> = expected
        .into_iter()
        .map(|(name, list)| (name, list.iter().map(|(a, r)| ((*a).to_owned(), (*r).to_owned())).collect()))
        .collect();
    assert_eq!(granted, expected);
}

#[test]
fn beyond_the_table_mail_is_sent_as_ourselves_and_pages_are_written_and_that_is_all() {
    let identity = "arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:identity/${SenderIdentity}";
    let reports =
        "arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:configuration-set/${MailReports}";
    let expected = BTreeSet::from([
        ("publish-profile", "s3:DeleteObject", PAGES),
        ("publish-profile", "s3:GetObject", PAGES),
        ("publish-profile", "s3:ListBucket", "Pages.Arn"),
        ("publish-profile", "s3:PutObject", PAGES),
        ("send-mail", "ses:SendEmail", identity),
        ("send-mail", "ses:SendEmail", reports),
    ]);
    let granted = functions().into_iter().flat_map(|(name, function)| {
        all_grants(function).into_iter().map(move |(action, resource)| (name, action, resource))
    });
    let beyond: BTreeSet<_> = granted.filter(|(_, action, _)| !action.starts_with("dynamodb:")).collect();
    assert_eq!(beyond, expected);
}

#[test]
fn no_function_has_a_wildcard() {
    for (name, function) in functions() {
        for statement in statements(function) {
            for field in ["Action", "Resource"] {
                for value in each(at(statement, &[field])).into_iter().filter(|value| text(value) != PAGES) {
                    assert!(!text(value).contains('*'), "{name} has the {field} {}", text(value));
                }
            }
        }
    }
}

#[test]
fn nobody_may_scan_and_nobody_deletes_but_a_handle_that_is_let_go() {
    for (name, function) in functions() {
        for (action, _) in grants(function) {
            assert!(!action.contains("Scan"), "{name} may {action}");
            assert!(name == "edit-profile" || !action.contains("Delete"), "{name} may {action}");
        }
    }
}

#[test]
fn a_function_knows_only_the_names_and_secrets_it_needs() {
    for (name, function) in functions() {
        let knows: Vec<&str> = find(function, &["Properties", "Environment", "Variables"])
            .and_then(Value::as_mapping)
            .map(|variables| variables.keys().map(text).collect())
            .unwrap_or_default();
        let needed: &[&str] = match name {
            "describe-api" => &[],
            "list-leads" | "referral-history" | "list-inquiries" | "get-profile" | "list-audit"
            | "resend-mail" => &["TABLE_NAME", "CURSOR_SECRET"],
            "contact-partner" => &["TABLE_NAME", "FORM_SECRET"],
            "check-lead" | "keep-customers" => &["TABLE_NAME", "CUSTOMER_SECRET"],
            "publish-profile" => &["TABLE_NAME", "SITE_BUCKET", "SITE_URL"],
            "send-mail" => &["TABLE_NAME", "SENDER_ADDRESS", "SITE_URL", "SES_CONFIGURATION_SET"],
            _ => &["TABLE_NAME"],
        };
        assert_eq!(knows, needed, "{name}");
    }
}
