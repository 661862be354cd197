//! The edge stack: what CloudFront takes from the region us-east-1 and from nowhere else.

use std::path::Path;

use anyhow::{Context, Result};

use super::calls::Hands;
use super::parameters::{self, Values};
use super::sam::Deployment;
use super::samconfig::Settings;
use super::stack::Stack;
use super::{Options, step};
use crate::package::Template;
use crate::project::Project;

/// Its template.
const FILE: &str = "infra/edge.yaml";
/// Its outputs, which are parameters of the main stack under the same names.
const HANDED_ON: [&str; 2] = ["WebAclArn", "CertificateArn"];

/// The template of the edge stack.
pub(super) fn template(project: &Project) -> Result<Template> {
    Template::read_from(project, FILE)
}

/// Deploys the edge stack and returns what the main stack takes from it.
pub(super) fn deploy(project: &Project, hands: &Hands<'_>, options: &Options) -> Result<Values> {
    let settings = Settings::read(project, &format!("{}-edge", options.config_env))?;
    let mut values: Values = settings.parameters.clone();
    values.extend(options.parameters.iter().cloned());
    let values = parameters::known(values, &template(project)?.parameters());
    let deployment = Deployment { project, hands, settings: &settings, template: Path::new(FILE) };
    step("the edge stack", "a certificate waits until its record stands in the domain's zone.", || {
        if !options.yes {
            deployment.look_first(&values)?;
        }
        deployment.carry_out(&values)?;
        let stack =
            Stack::find(hands, &settings.stack, &settings.region)?.context("the edge stack is gone")?;
        Ok(handed_on(&stack))
    })
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
        let values: Vec<_> = handed_on(&stack).into_iter().collect();
        assert_eq!(values, [("WebAclArn".to_owned(), "arn:aws:wafv2:x".to_owned())]);
    }

    #[test]
    fn what_is_handed_on_are_outputs_of_the_one_template_and_parameters_of_the_other() {
        let project = Project::find().expect("a repository");
        let edge = std::fs::read_to_string(project.at(FILE)).expect("it is there");
        let (_, outputs) = edge.split_once("\nOutputs:\n").expect("it has outputs");
        let main = Template::read(&project).expect("it is there").parameters();
        for name in HANDED_ON {
            assert!(outputs.contains(&format!("  {name}:\n")), "{name}");
            assert!(main.iter().any(|parameter| parameter.name == name), "{name}");
        }
    }
}
