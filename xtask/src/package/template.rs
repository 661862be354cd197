//! The template, and the form of it that SAM deploys: every function names the folder of what was built, as after
//! `sam build`.

use std::fs;

use anyhow::{Context, Result};
use serde_yaml_ng::Value;

use super::{Architecture, OtherTable};
use crate::project::Project;

/// How a function is built. Nobody needs to know once it is.
const BUILD_METADATA: [&str; 2] = ["BuildMethod", "BuildProperties"];

/// A template of CloudFormation; usually `infra/template.yaml`.
#[derive(Clone)]
pub(crate) struct Template(Value);

/// A value that the template asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Parameter {
    pub(crate) name: String,
    pub(crate) description: String,
    /// Whether it has a value when nobody gives one.
    pub(crate) has_default: bool,
}

impl Template {
    /// Reads the template of the repository.
    pub(crate) fn read(project: &Project) -> Result<Self> {
        Self::read_from(project, "infra/template.yaml")
    }

    /// Reads another template of the repository.
    pub(crate) fn read_from(project: &Project, file: &str) -> Result<Self> {
        let text = fs::read_to_string(project.at(file)).with_context(|| format!("cannot read {file}"))?;
        Self::parse(&text).with_context(|| format!("{file} is no template"))
    }

    fn parse(text: &str) -> Result<Self> {
        Ok(Self(serde_yaml_ng::from_str(text)?))
    }

    /// The programs of the functions, each a package of the workspace with a binary of the same name.
    pub(super) fn binaries(&self) -> Result<Vec<String>> {
        let resources = self.0["Resources"].as_mapping().context("the template has no resources")?;
        resources.iter().filter(|(_, resource)| is_function(resource)).map(|(_, it)| binary(it)).collect()
    }

    /// What the functions are built for unless somebody says otherwise.
    pub(crate) fn architecture(&self) -> Result<Architecture> {
        let name = self.0["Parameters"]["Architecture"]["Default"].as_str().unwrap_or_default();
        Architecture::named(name)
            .with_context(|| format!("the template builds for {name:?}, which is unknown"))
    }

    /// The values that it asks for.
    pub(crate) fn parameters(&self) -> Vec<Parameter> {
        let parameters = self.0["Parameters"].as_mapping().into_iter().flatten();
        let parameter = |(name, facts): (&Value, &Value)| {
            Some(Parameter {
                name: name.as_str()?.to_owned(),
                description: facts["Description"].as_str().unwrap_or_default().to_owned(),
                has_default: facts.get("Default").is_some(),
            })
        };
        parameters.filter_map(parameter).collect()
    }

    /// The template with every function's `CodeUri` at `<folder>/<binary>`, and without how it is built; with another
    /// table in place of its own, if there is one.
    pub(super) fn packaged(&self, folder: &str, table: Option<&OtherTable>) -> Result<String> {
        let mut template = self.0.clone();
        if let Some(table) = table {
            table.replace_own(&mut template)?;
        }
        // Each function has its own from here on.
        if let Some(common) = template["Globals"]["Function"].as_mapping_mut() {
            common.remove("CodeUri");
        }
        let resources = template["Resources"].as_mapping_mut().context("the template has no resources")?;
        for (_, function) in resources.iter_mut().filter(|(_, resource)| is_function(resource)) {
            let code = format!("{folder}/{}", binary(function)?);
            function["Properties"]["CodeUri"] = Value::from(code);
            forget_how_it_is_built(function);
        }
        Ok(serde_yaml_ng::to_string(&template)?)
    }
}

fn is_function(resource: &Value) -> bool {
    resource["Type"].as_str() == Some("AWS::Serverless::Function")
}

fn binary(function: &Value) -> Result<String> {
    let name = function["Metadata"]["BuildProperties"]["Binary"].as_str();
    let described = || format!("a function without a binary: {:?}", function["Properties"]["Description"]);
    name.map(str::to_owned).with_context(described)
}

fn forget_how_it_is_built(function: &mut Value) {
    let Some(function) = function.as_mapping_mut() else { return };
    let Some(metadata) = function.get_mut("Metadata").and_then(Value::as_mapping_mut) else { return };
    for key in BUILD_METADATA {
        metadata.remove(key);
    }
    if metadata.is_empty() {
        function.remove("Metadata");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FOLDER: &str = "functions";

    fn original() -> Template {
        Template::read(&Project::find().expect("a repository")).expect("a template")
    }

    /// The template without what packaging may change.
    fn without_code(mut template: Value) -> Value {
        if let Some(common) = template["Globals"]["Function"].as_mapping_mut() {
            common.remove("CodeUri");
        }
        let resources = template["Resources"].as_mapping_mut().expect("resources");
        for (_, function) in resources.iter_mut().filter(|(_, resource)| is_function(resource)) {
            function["Properties"].as_mapping_mut().expect("properties").remove("CodeUri");
            forget_how_it_is_built(function);
        }
        template
    }

    #[test]
    fn the_packaged_template_says_what_the_original_says_but_for_where_the_code_is() {
        let original = original();
        let packaged = Template::parse(&original.packaged(FOLDER, None).expect("packages")).expect("is YAML");
        assert_eq!(without_code(packaged.0), without_code(original.0));
    }

    #[test]
    fn every_function_takes_its_own_program_and_none_says_how_it_was_built() {
        let original = original();
        let packaged = Template::parse(&original.packaged(FOLDER, None).expect("packages")).expect("is YAML");
        let binaries = original.binaries().expect("every function has one");
        let resources = packaged.0["Resources"].as_mapping().expect("resources");
        let functions: Vec<&Value> = resources.values().filter(|resource| is_function(resource)).collect();
        assert!(!functions.is_empty() && functions.len() == binaries.len());
        for (function, binary) in functions.into_iter().zip(binaries) {
            assert_eq!(
                function["Properties"]["CodeUri"].as_str(),
                Some(format!("functions/{binary}").as_str())
            );
            for key in BUILD_METADATA {
                assert!(function["Metadata"].get(key).is_none(), "{binary}: {key}");
            }
        }
    }

    #[test]
    fn what_else_is_noted_beside_a_function_stays() {
        let template = Template::parse(
            "Resources: {F: {Type: 'AWS::Serverless::Function', Properties: {}, \
             Metadata: {BuildMethod: x, BuildProperties: {Binary: b}, other: kept}}}",
        );
        let packaged = template.and_then(|template| template.packaged("f", None)).expect("packages");
        assert!(packaged.contains("other: kept") && packaged.contains("CodeUri: f/b"), "{packaged}");
    }

    #[test]
    fn the_template_builds_for_a_known_processor() {
        original().architecture().expect("it is known");
    }
}
