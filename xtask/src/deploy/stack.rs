//! What CloudFormation knows of a stack.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde_json::Value;

use super::calls::{Call, Hands};

/// A stack as it is deployed now.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Stack {
    /// The values that its parameters have.
    pub(super) parameters: BTreeMap<String, String>,
    outputs: BTreeMap<String, String>,
    /// In a rehearsal nothing is known, and every output is its name in angle brackets.
    made_up: bool,
}

impl Stack {
    /// The stack of a name, if there is one. All stacks are asked for, since a missing one would be an error like any other.
    pub(super) fn find(hands: &Hands<'_>, name: &str, region: &str) -> Result<Option<Self>> {
        let query = format!("Stacks[?StackName=='{name}']");
        let call =
            Call::aws(["cloudformation", "describe-stacks"]).with("--region", region).with("--query", query);
        match hands.ask(call)? {
            Some(answer) => Ok(answer.get(0).map(Self::read)),
            None => Ok(Some(Self { made_up: true, ..Self::default() })),
        }
    }

    fn read(stack: &Value) -> Self {
        Self {
            parameters: pairs(stack, "Parameters", ["ParameterKey", "ParameterValue"]),
            outputs: pairs(stack, "Outputs", ["OutputKey", "OutputValue"]),
            made_up: false,
        }
    }

    /// An output.
    pub(super) fn output(&self, name: &str) -> Result<String> {
        if self.made_up {
            return Ok(format!("<{name}>"));
        }
        self.outputs.get(name).cloned().with_context(|| format!("the stack has no output {name}"))
    }

    /// An output that may be missing.
    pub(super) fn optional_output(&self, name: &str) -> Option<String> {
        self.output(name).ok()
    }
}

fn pairs(stack: &Value, list: &str, [name, value]: [&str; 2]) -> BTreeMap<String, String> {
    let text = |item: &Value, key: &str| item[key].as_str().map(str::to_owned);
    let items = stack[list].as_array().into_iter().flatten();
    items.filter_map(|item| Some((text(item, name)?, text(item, value)?))).collect()
}

#[cfg(test)]
impl Stack {
    /// A stack for tests.
    pub(super) fn with_outputs(outputs: &[(&str, &str)]) -> Self {
        let owned = |&(name, value): &(&str, &str)| (name.to_owned(), value.to_owned());
        Self { outputs: outputs.iter().map(owned).collect(), ..Self::default() }
    }

    /// Another one.
    pub(super) fn with_parameters(parameters: BTreeMap<String, String>) -> Self {
        Self { parameters, ..Self::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_and_outputs_are_read_off_the_description() {
        let stack = Stack::read(&serde_json::json!({
            "Parameters": [{ "ParameterKey": "SiteDomain", "ParameterValue": "" }],
            "Outputs": [{ "OutputKey": "SiteUrl", "OutputValue": "https://guildhall.example", "Description": "x" }],
        }));
        assert_eq!(stack.parameters["SiteDomain"], "");
        assert_eq!(stack.output("SiteUrl").expect("it is there"), "https://guildhall.example");
        let problem = stack.output("ClientId").expect_err("it is not");
        assert!(problem.to_string().contains("ClientId"), "{problem}");
    }

    #[test]
    fn a_new_stack_has_neither() {
        assert_eq!(Stack::read(&serde_json::json!({ "StackName": "guildhall" })), Stack::default());
    }
}
