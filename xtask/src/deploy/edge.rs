//! The edge stack: what CloudFront takes from the region us-east-1 and from nowhere else.

use anyhow::{Context, Result};

use super::calls::{Call, Hands};
use super::parameters::{self, Values};
use super::samconfig::Settings;
use super::stack::Stack;
use super::step;
use crate::package::Template;
use crate::project::Project;

/// Its template.
const FILE: &str = "infra/edge.yaml";
/// Where CloudFront looks for firewalls and certificates.
const REGION: &str = "us-east-1";
/// Its outputs, which are parameters of the main stack under the same names.
const HANDED_ON: [&str; 2] = ["WebAclArn", "CertificateArn"];

/// The template of the edge stack.
pub(super) fn template(project: &Project) -> Result<Template> {
    Template::read_from(project, FILE)
}

/// Deploys the edge stack and returns what the main stack takes from it.
pub(super) fn deploy(
    project: &Project,
    hands: &Hands<'_>,
    settings: &Settings,
    values: &Values,
) -> Result<Values> {
    let known = template(project)?.parameters();
    let values = parameters::known(values.clone(), &known);
    let name = format!("{}-edge", settings.stack);
    step("the edge stack", "a certificate waits until its records stand in the domain's zone.", || {
        hands.run(&call(&name, &values))?;
        let stack = Stack::find(hands, &name, REGION)?.context("the edge stack is gone")?;
        Ok(handed_on(&stack))
    })
}

fn call(name: &str, values: &Values) -> Call {
    let call = Call::aws(["cloudformation", "deploy", "--no-fail-on-empty-changeset"])
        .with("--region", REGION)
        .with("--template-file", FILE)
        .with("--stack-name", name)
        .within_minutes(60);
    if values.is_empty() {
        return call;
    }
    call.and(["--parameter-overrides"]).and(values.iter().map(|(name, value)| format!("{name}={value}")))
}

/// A stack without a certificate of its own has no output for one.
fn handed_on(stack: &Stack) -> Values {
    let output = |name: &str| Some((name.to_owned(), stack.optional_output(name)?));
    HANDED_ON.into_iter().filter_map(output).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_edge_stack_has_is_handed_on() {
        let stack = Stack::with_outputs(&[("WebAclArn", "arn:aws:wafv2:x"), ("Other", "y")]);
        let values = handed_on(&stack);
        assert_eq!(
            values.into_iter().collect::<Vec<_>>(),
            [("WebAclArn".to_owned(), "arn:aws:wafv2:x".to_owned())]
        );
    }

    #[test]
    fn values_stand_at_the_end_of_the_command() {
        let values = Values::from([("RateLimit".to_owned(), "2000".to_owned())]);
        let call = call("guildhall-edge", &values).to_string();
        assert!(call.ends_with("--stack-name guildhall-edge --parameter-overrides RateLimit=2000"), "{call}");
    }
}
