//! The values of the template's parameters: who gives them, and which are missing.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::stack::Stack;
use crate::package::Parameter;
use crate::project::Project;

/// Values by the names of their parameters. What is not among them keeps the value that the stack has, or the
/// template's own at the first deployment.
pub(super) type Values = BTreeMap<String, String>;

/// The parameters that nobody gave a value: the template has none, and the stack has none yet.
pub(super) fn missing<'a>(
    parameters: &'a [Parameter],
    given: &Values,
    stack: Option<&Stack>,
) -> Vec<&'a Parameter> {
    let has_value = |parameter: &Parameter| {
        parameter.has_default
            || given.contains_key(&parameter.name)
            || stack.is_some_and(|stack| stack.parameters.contains_key(&parameter.name))
    };
    parameters.iter().filter(|parameter| !has_value(parameter)).collect()
}

/// The values that the template knows. `samconfig.toml` may be ahead of it, or behind.
pub(super) fn known(values: Values, parameters: &[Parameter]) -> Values {
    values.into_iter().filter(|(name, _)| parameters.iter().any(|known| known.name == *name)).collect()
}

/// Writes the values where SAM reads them: in a file no value needs quotation marks that a shell could take away.
pub(super) fn write(file: &Path, values: &Values) -> Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, serde_yaml_ng::to_string(values)?)?;
    Ok(())
}

/// Where the values of an environment are written.
pub(super) fn file(project: &Project, environment: &str) -> PathBuf {
    project.built("deploy").join(format!("parameters-{environment}.yaml"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deploy::samconfig::Settings;
    use crate::package::Template;

    fn parameter(name: &str, has_default: bool) -> Parameter {
        Parameter { name: name.to_owned(), description: String::new(), has_default }
    }

    fn values(list: &[(&str, &str)]) -> Values {
        list.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn what_nobody_gave_is_missing() {
        let parameters = [
            parameter("Given", false),
            parameter("Kept", false),
            parameter("Missing", false),
            parameter("Usual", true),
        ];
        let stack = Stack::with_parameters(values(&[("Kept", "x")]));
        let names = |stack: Option<&Stack>| -> Vec<String> {
            let found = missing(&parameters, &values(&[("Given", "x")]), stack);
            found.into_iter().map(|parameter| parameter.name.clone()).collect()
        };
        assert_eq!(names(Some(&stack)), ["Missing"]);
        assert_eq!(names(None), ["Kept", "Missing"]);
    }

    #[test]
    fn what_the_template_does_not_know_is_left_out() {
        let values = known(values(&[("A", "1"), ("B", "2")]), &[parameter("B", true)]);
        assert_eq!(values.into_keys().collect::<Vec<_>>(), ["B"]);
    }

    #[test]
    fn whoever_deploys_is_asked_for_nothing_but_whom_mail_is_from() {
        let project = Project::find().expect("a repository");
        let parameters = Template::read(&project).expect("a template").parameters();
        for environment in ["dev", "prod"] {
            let settings = Settings::read(&project, environment).expect("it is there");
            let missing = missing(&parameters, &settings.parameters, None);
            let names: Vec<&str> = missing.iter().map(|parameter| parameter.name.as_str()).collect();
            assert_eq!(names, ["SenderAddress", "SenderDomain"], "{environment}");
            assert!(missing.iter().all(|parameter| !parameter.description.is_empty()), "{environment}");
        }
    }

    #[test]
    fn the_settings_give_no_value_that_the_template_does_not_ask_for() {
        let project = Project::find().expect("a repository");
        for (environment, template) in [
            ("dev", "infra/template.yaml"),
            ("prod", "infra/template.yaml"),
            ("dev-edge", "infra/edge.yaml"),
            ("prod-edge", "infra/edge.yaml"),
        ] {
            let parameters = Template::read_from(&project, template).expect("a template").parameters();
            let settings = Settings::read(&project, environment).expect("it is there");
            let known = known(settings.parameters.clone(), &parameters);
            assert_eq!(known, settings.parameters, "{environment}");
        }
    }
}
