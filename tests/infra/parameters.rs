//! What is asked of whoever deploys.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_yaml_ng::Value;

use crate::template::{TEMPLATE, at, each, find, root, text};

fn parameters() -> BTreeMap<&'static str, &'static Value> {
    let parameters = at(&TEMPLATE, &["Parameters"]).as_mapping().expect("a mapping");
    parameters.iter().map(|(name, parameter)| (text(name), parameter)).collect()
}

#[test]
fn every_parameter_says_what_it_is_and_what_it_takes() {
    for (name, parameter) in parameters() {
        assert!(!text(at(parameter, &["Description"])).is_empty(), "{name}");
        let rules = ["AllowedValues", "AllowedPattern", "MinValue"];
        assert!(rules.iter().any(|rule| find(parameter, &[rule]).is_some()), "{name} takes anything");
    }
}

#[test]
fn only_what_nobody_else_can_know_has_to_be_said() {
    let asked: Vec<_> = parameters()
        .into_iter()
        .filter(|(_, parameter)| find(parameter, &["Default"]).is_none())
        .map(|(name, _)| name)
        .collect();
    assert_eq!(asked, ["SenderAddress", "SenderDomain"]);
}

#[test]
fn every_parameter_stands_in_one_group() {
    let groups = each(at(&TEMPLATE, &["Metadata", "AWS::CloudFormation::Interface", "ParameterGroups"]));
    let grouped: Vec<_> =
        groups.into_iter().flat_map(|group| each(at(group, &["Parameters"]))).map(text).collect();
    let known: BTreeSet<_> = parameters().into_keys().collect();
    assert_eq!(grouped.iter().copied().collect::<BTreeSet<_>>(), known);
    assert_eq!(grouped.len(), known.len(), "one stands in two groups");
}

/// SAM passes on whatever stands there, and CloudFormation refuses a name that it does not know.
#[test]
fn the_settings_of_the_command_line_name_parameters_that_there_are() {
    let settings = fs::read_to_string(root().join("samconfig.toml")).expect("there are settings");
    let lists = settings.lines().filter_map(|line| line.strip_prefix("parameter_overrides = "));
    for list in lists {
        let list: Vec<String> = serde_json::from_str(list).expect("a list of texts");
        for assignment in list {
            let (name, _) = assignment.split_once('=').expect("a name and a value");
            assert!(parameters().contains_key(name), "{name}");
        }
    }
}

#[test]
fn what_is_made_is_told() {
    let outputs = at(&TEMPLATE, &["Outputs"]).as_mapping().expect("a mapping");
    let outputs: BTreeSet<&str> = outputs.keys().map(text).collect();
    for name in [
        "ApiUrl",
        "DistributionDomain",
        "DistributionId",
        "PagesBucket",
        "SignInClientId",
        "SignInIssuer",
        "SignInUrl",
        "SiteBucket",
        "SiteDomain",
        "SiteUrl",
        "TableName",
        "UserPoolId",
    ] {
        assert!(outputs.contains(name), "nobody is told of {name}");
    }
}
