//! Who may do what with the table.

use std::collections::BTreeSet;

use serde_yaml_ng::Value;

use crate::partitions::patterns;
use crate::template::{at, each, find, functions, text};

/// Whatever is in the bucket of published pages, and nothing else is in it.
const PAGES: &str = "${Pages.Arn}/*";

/// Whatever is in the bucket of exported files, likewise.
const EXPORTS: &str = "${Exports.Arn}/*";

/// The statements of a function's own policies.
pub(crate) fn statements(function: &'static Value) -> Vec<&'static Value> {
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

/// What a function may do, a line for each statement: the actions, on what, and in which partitions.
fn described(function: &'static Value) -> String {
    let mut lines = Vec::new();
    for statement in statements(function) {
        let all =
            |field: &str| each(at(statement, &[field])).into_iter().map(text).collect::<Vec<_>>().join(" ");
        let (actions, resources) = (all("Action").replace("dynamodb:", ""), all("Resource"));
        let of = resources.replace("Table.Arn", "table").replace("${table}/index/", "");
        let partitions = patterns(statement).map(|patterns| format!(": {}", patterns.join(" ")));
        lines.push(format!("  {actions} on {of}{}\n", partitions.unwrap_or_default()));
    }
    lines.sort();
    lines.concat()
}

/// The list of who may do what. Whoever grants something more accepts the change of this list, and says why.
#[test]
fn each_function_may_do_what_it_does_and_no_more() {
    let list: Vec<_> =
        functions().into_iter().map(|(name, function)| format!("{name}\n{}", described(function))).collect();
    insta::assert_snapshot!(list.concat());
}

#[test]
fn one_function_sends_mail_one_writes_pages_one_exports_one_reads_the_application_and_the_others_touch_the_table_alone()
 {
    for (name, function) in functions() {
        for (action, resource) in all_grants(function) {
            let expected = match name {
                "send-mail" => action.starts_with("dynamodb:") || action == "ses:SendEmail",
                "publish-profile" => {
                    action.starts_with("dynamodb:") || resource == PAGES || resource == "Pages.Arn"
                }
                "export-data" | "make-archive" => {
                    action.starts_with("dynamodb:") || resource == EXPORTS || resource == "Exports.Arn"
                }
                "show-missing" => (action, resource) == ("s3:GetObject", "${SiteBucket.Arn}/index.html"),
                _ => action.starts_with("dynamodb:"),
            };
            assert!(expected, "{name} may {action} on {resource}");
        }
    }
}

#[test]
fn no_function_has_a_wildcard() {
    for (name, function) in functions() {
        for statement in statements(function) {
            for field in ["Action", "Resource"] {
                for value in each(at(statement, &[field]))
                    .into_iter()
                    .filter(|value| ![PAGES, EXPORTS].contains(&text(value)))
                {
                    assert!(!text(value).contains('*'), "{name} has the {field} {}", text(value));
                }
            }
        }
    }
}

/// Who may delete, and what.
const DELETERS: [(&str, &str); 5] = [
    ("edit-profile", "a handle that is let go"),
    ("erase-person", "settings of a person who is erased, and markers"),
    ("keep-customers", "nothing: but a write of many items at once cannot be allowed without it"),
    ("migrate-experts", "profiles and messages that a run brought, when it is taken back"),
    ("record-referral", "nothing: it adds a customer or two in the same way"),
];

/// A scan has no partition, so no condition would hold it. A person who is to be erased may be anywhere, though.
#[test]
fn one_function_may_scan_and_few_may_delete() {
    for (name, function) in functions() {
        for (action, _) in all_grants(function) {
            let scans = action.contains("Scan") || action.contains("PartiQL");
            assert!(!scans || (name, action) == ("erase-person", "dynamodb:Scan"), "{name} may {action}");
            let deletes = action.starts_with("dynamodb:Delete") || action == "dynamodb:BatchWriteItem";
            assert!(!deletes || DELETERS.iter().any(|(may, _)| *may == name), "{name} may {action}");
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
            "show-missing" => &["SITE_BUCKET"],
            "list-leads" | "referral-history" | "list-inquiries" | "get-profile" | "list-audit"
            | "resend-mail" | "erase-person" | "list-payouts" | "run-payouts" | "my-move" => {
                &["TABLE_NAME", "CURSOR_SECRET"]
            }
            "export-data" | "make-archive" => &["TABLE_NAME", "EXPORT_BUCKET", "CURSOR_SECRET"],
            "issue-receipt" => &["TABLE_NAME", "RECEIPT_SECRET", "FORMER_RECEIPT_KEYS"],
            "show-marketplace" => &["TABLE_NAME", "CURSOR_SECRET", "CUSTOMER_SECRET", "MARKETPLACE_URL"],
            "follow-address" => &["TABLE_NAME", "MARKETPLACE_URL"],
            "contact-partner" => &["TABLE_NAME", "FORM_SECRET", "EDGE_SECRET"],
            "record-referral" => &["TABLE_NAME", "CUSTOMER_SECRET", "CURSOR_SECRET"],
            "check-lead" | "keep-customers" | "migrate-experts" => &["TABLE_NAME", "CUSTOMER_SECRET"],
            // And not whom they may ask in spite of all: that is for tests and for one machine.
            "manage-webhooks" | "send-webhooks" => &["TABLE_NAME", "WEBHOOK_SECRET"],
            "publish-profile" => &["TABLE_NAME", "SITE_BUCKET", "SITE_URL"],
            "send-mail" => &["TABLE_NAME", "SENDER_ADDRESS", "SITE_URL", "SES_CONFIGURATION_SET"],
            _ => &["TABLE_NAME"],
        };
        assert_eq!(knows, needed, "{name}");
    }
}
