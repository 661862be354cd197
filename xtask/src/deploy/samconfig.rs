//! What `samconfig.toml` says of an environment. SAM reads the file itself; what happens around it must agree.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, bail};
use toml::{Table, Value};

use crate::project::Project;

/// The name of the file.
pub(super) const FILE: &str = "samconfig.toml";

/// Where an environment is deployed, and with what.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Settings {
    /// Its name in `samconfig.toml`.
    pub(super) environment: String,
    pub(super) stack: String,
    pub(super) region: String,
    /// Whether a person looks at what will change before it does.
    pub(super) confirm: bool,
    /// The values of the template's parameters.
    pub(super) parameters: BTreeMap<String, String>,
}

impl Settings {
    pub(super) fn read(project: &Project, environment: &str) -> Result<Self> {
        let text = fs::read_to_string(project.at(FILE)).context("cannot read samconfig.toml")?;
        Self::parse(&text, environment)
    }

    fn parse(text: &str, environment: &str) -> Result<Self> {
        let file: Table = text.parse().context("samconfig.toml is no TOML")?;
        let Some(deploy) = deploy_parameters(&file, environment) else {
            let known: Vec<&str> = file
                .keys()
                .map(String::as_str)
                .filter(|name| deploy_parameters(&file, name).is_some())
                .collect();
            bail!("samconfig.toml has no environment {environment:?} to deploy; it has {}", known.join(", "));
        };
        let text = |name: &str| {
            let value = deploy.get(name).and_then(Value::as_str).map(str::to_owned);
            value.with_context(|| format!("samconfig.toml names no {name} for {environment}"))
        };
        Ok(Self {
            environment: environment.to_owned(),
            stack: text("stack_name")?,
            region: text("region")?,
            confirm: deploy.get("confirm_changeset").and_then(Value::as_bool).unwrap_or_default(),
            parameters: parameters(deploy.get("parameter_overrides"))?,
        })
    }
}

fn deploy_parameters<'a>(file: &'a Table, environment: &str) -> Option<&'a Table> {
    file.get(environment)?.get("deploy")?.get("parameters")?.as_table()
}

fn parameters(overrides: Option<&Value>) -> Result<BTreeMap<String, String>> {
    let Some(overrides) = overrides else { return Ok(BTreeMap::new()) };
    let list = overrides.as_array().context("parameter_overrides of samconfig.toml is no list")?;
    list.iter().map(|item| assignment(item.as_str().unwrap_or_default())).collect()
}

/// Name and value of `Name=value`. SAM wants quotation marks around a value with a space in it.
pub(super) fn assignment(text: &str) -> Result<(String, String)> {
    let Some((name, value)) = text.split_once('=').filter(|(name, _)| !name.is_empty()) else {
        bail!("a parameter is given as Name=value, not as {text:?}");
    };
    let bare = value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(value);
    Ok((name.to_owned(), bare.replace(r#"\""#, "\"")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_environment_says_where_and_with_what() {
        let settings = Settings::parse(
            "[dev.deploy.parameters]\nstack_name = 'guildhall-dev'\nregion = 'eu-north-1'\n\
             parameter_overrides = ['TableName=guildhall-dev', 'SenderAddress=\"Guildhall <a@b.example>\"']",
            "dev",
        )
        .expect("it is whole");
        assert_eq!((settings.stack.as_str(), settings.confirm), ("guildhall-dev", false));
        assert_eq!(settings.parameters["SenderAddress"], "Guildhall <a@b.example>");
        assert_eq!(settings.parameters["TableName"], "guildhall-dev");
    }

    #[test]
    fn an_unknown_environment_is_told_with_the_known_ones() {
        let text = "[prod.deploy.parameters]\nstack_name = 'g'\nregion = 'r'\n[default.validate.parameters]\nlint = true";
        let problem = Settings::parse(text, "test").expect_err("unknown");
        assert!(problem.to_string().ends_with("it has prod"), "{problem}");
    }

    #[test]
    fn dev_and_prod_can_be_deployed_and_prod_asks_first() {
        let project = Project::find().expect("a repository");
        let [dev, prod] = ["dev", "prod"].map(|name| Settings::read(&project, name).expect("it is there"));
        assert!(dev.stack != prod.stack && prod.confirm && !dev.confirm);
    }

    #[test]
    fn what_assigns_nothing_is_refused() {
        for text in ["", "=x", "SenderAddress"] {
            assignment(text).expect_err(text);
        }
        assert_eq!(assignment("SiteDomain=").expect("empty"), ("SiteDomain".to_owned(), String::new()));
    }
}
