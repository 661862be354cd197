//! What each function is granted: its policy in the template, read so that every grant stands for itself.

use std::collections::BTreeMap;
use std::fmt;

use serde_yaml_ng::Value;

use super::action::Action;
use super::call::Need;
use super::pattern::KeyPattern;
use super::table::{Resource, TableShape};
use crate::template::{Template, TemplateError, at, each};

/// One action that a statement allows on one resource.
#[derive(Debug)]
struct Permission {
    action: Action,
    resource: Resource,
    /// The partitions; `None` is any.
    partitions: Option<Vec<KeyPattern>>,
    /// The number of its first grant. Each pattern is a grant, in their order.
    first: usize,
}

/// The smallest thing that a policy grants, for people to read.
#[derive(Debug)]
pub(super) struct Grant(String);

impl fmt::Display for Grant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The policies of all functions, by the names of their binaries.
#[derive(Debug)]
pub(super) struct Policies {
    functions: BTreeMap<String, Vec<Permission>>,
    grants: Vec<Grant>,
}

impl Policies {
    /// Reads the functions' own policies. What cannot be held against a call is an error: left out it would be
    /// refused without reason, and guessed it might be allowed without one.
    pub(super) fn read(template: &Template<'_>, table: &TableShape) -> Result<Self, TemplateError> {
        let mut policies = Self { functions: BTreeMap::new(), grants: Vec::new() };
        for (name, binary, function) in template.functions()? {
            let own = at(function, &["Properties", "Policies"]).map(each).unwrap_or_default();
            let mut permissions = Vec::new();
            for policy in own {
                let unclear = || unclear(name, "a policy without statements of its own");
                for statement in each(policy.get("Statement").ok_or_else(unclear)?) {
                    let sid = statement.get("Sid").and_then(Value::as_str).unwrap_or("?");
                    let place = format!("{name}.{sid}");
                    for permission in of_statement(&place, statement, table)? {
                        permissions.push(policies.number(binary, sid, permission));
                    }
                }
            }
            policies.functions.insert(binary.to_owned(), permissions);
        }
        Ok(policies)
    }

    /// Gives a permission's grants their numbers.
    fn number(&mut self, function: &str, sid: &str, permission: Permission) -> Permission {
        let first = self.grants.len();
        let Permission { action, resource, partitions, .. } = &permission;
        let grant =
            |at: &dyn fmt::Display| Grant(format!("{function}: {action} on {resource} at {at} ({sid})"));
        match partitions {
            None => self.grants.push(grant(&"any partition")),
            Some(patterns) => self.grants.extend(patterns.iter().map(|pattern| grant(pattern))),
        }
        Permission { first, ..permission }
    }

    /// Every grant, by its number.
    pub(super) fn grants(&self) -> &[Grant] {
        &self.grants
    }

    /// The numbers of the grants that allow a function what it needs; `None` if it is not granted.
    pub(super) fn allow(&self, function: &str, need: &Need) -> Option<Vec<usize>> {
        let suitable = self.suitable(function, need);
        suitable.into_iter().find_map(|permission| permission.covers(&need.partitions))
    }

    /// The patterns of partitions at which a function may do such a thing, for whoever reads a refusal.
    pub(super) fn allowed_partitions(&self, function: &str, need: &Need) -> Vec<String> {
        let suitable = self.suitable(function, need).into_iter();
        suitable
            .flat_map(|permission| permission.partitions.iter().flatten())
            .map(ToString::to_string)
            .collect()
    }

    fn suitable(&self, function: &str, need: &Need) -> Vec<&Permission> {
        let own = self.functions.get(function).map(Vec::as_slice).unwrap_or_default();
        own.iter().filter(|own| own.action == need.action && own.resource == need.resource).collect()
    }
}

impl Permission {
    /// The grants that together cover all of these partitions, as `ForAllValues` wants it.
    fn covers(&self, partitions: &[String]) -> Option<Vec<usize>> {
        let Some(patterns) = &self.partitions else { return Some(vec![self.first]) };
        let place = |key: &String| patterns.iter().position(|pattern| pattern.matches(key));
        partitions.iter().map(|key| Some(self.first + place(key)?)).collect()
    }
}

fn of_statement(
    place: &str,
    statement: &Value,
    table: &TableShape,
) -> Result<Vec<Permission>, TemplateError> {
    let field = |name: &'static str| {
        statement.get(name).ok_or_else(|| TemplateError::Missing { place: place.to_owned(), missing: name })
    };
    let mut actions = Vec::new();
    for action in each(field("Action")?) {
        let text = action.as_str().ok_or_else(|| unclear(place, "an action that is no text"))?;
        match text.split_once(':') {
            Some(("dynamodb", name)) => {
                actions
                    .push(Action::named(name).ok_or_else(|| unclear(place, format!("the action {text}")))?);
            }
            // Other services are not reached through here.
            Some((service, _)) if !service.contains(['*', '?']) => {}
            Some(_) | None => return Err(unclear(place, format!("the action {text}"))),
        }
    }
    if actions.is_empty() {
        return Ok(Vec::new());
    }
    if field("Effect")?.as_str() != Some("Allow") {
        return Err(unclear(place, "an effect other than Allow"));
    }
    let partitions =
        statement.get("Condition").map(|condition| leading_keys(place, condition)).transpose()?;
    if partitions.is_some() && actions.contains(&Action::Scan) {
        // A scan has no leading keys, and of none all fit.
        return Err(unclear(place, "a condition that does not narrow a scan"));
    }
    let mut permissions = Vec::new();
    for resource in each(field("Resource")?) {
        let resource = table.resource(resource).ok_or_else(|| unclear(place, format!("{resource:?}")))?;
        permissions.extend(actions.iter().map(|&action| Permission {
            action,
            resource: resource.clone(),
            partitions: partitions.clone(),
            first: 0,
        }));
    }
    Ok(permissions)
}

/// The patterns of a condition, which must be the one that is known here.
fn leading_keys(place: &str, condition: &Value) -> Result<Vec<KeyPattern>, TemplateError> {
    let known = only(condition, "ForAllValues:StringLike").and_then(|of| only(of, "dynamodb:LeadingKeys"));
    let patterns = known.ok_or_else(|| unclear(place, "another condition than on the leading keys"))?;
    let pattern = |value: &Value| value.as_str().and_then(KeyPattern::new);
    let patterns: Option<Vec<_>> = each(patterns).into_iter().map(pattern).collect();
    patterns.filter(|patterns| !patterns.is_empty()).ok_or_else(|| unclear(place, "a key that is no pattern"))
}

/// What stands at a name that is the only one in a mapping.
fn only<'v>(value: &'v Value, name: &str) -> Option<&'v Value> {
    value.as_mapping().filter(|mapping| mapping.len() == 1)?.get(name)
}

fn unclear(place: &str, reason: impl Into<String>) -> TemplateError {
    TemplateError::Permission { place: place.to_owned(), reason: reason.into() }
}

#[cfg(test)]
mod tests;
