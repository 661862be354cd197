//! The template with its functions: built, shown, deployed; twice where it has to learn its own address.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::calls::{Call, Hands};
use super::parameters::{self, Values};
use super::samconfig::{self, Settings};
use super::stack::Stack;
use super::{Options, ask, edge, step};
use crate::package::{self, Architecture, Parameter, Template};
use crate::project::Project;

/// The host under which people reach the site. The sign-in must know it, and only the first deployment brings it about.
const SITE_DOMAIN: &str = "SiteDomain";

pub(super) fn deploy(
    project: &Project,
    hands: &Hands<'_>,
    settings: &Settings,
    options: &Options,
) -> Result<()> {
    let template = Template::read(project)?;
    let known = template.parameters();
    refuse_unknown(project, options, &known)?;
    let mut values: Values = settings.parameters.clone();
    values.extend(options.parameters.iter().cloned());
    if options.edge {
        values.extend(edge::deploy(project, hands, settings, &values)?);
    }
    let before = step("what is deployed now", "see that you may describe stacks.", || {
        Stack::find(hands, &settings.stack, &settings.region)
    })?;
    step("values of the template", "give them with `--parameter Name=value`, or in samconfig.toml.", || {
        complete(&mut values, &known, before.as_ref(), hands)
    })?;
    let architecture = architecture(&template, &values, before.as_ref())?;
    // What was built and what Lambda is told must be the same processor.
    values.insert("Architecture".to_owned(), architecture.to_string());
    let values = parameters::known(values, &known);

    step("package", "read what the build says.", || {
        if hands.rehearsing() {
            hands.would(package::command(architecture));
            return Ok(());
        }
        package::everything(project, architecture).map(drop)
    })?;
    step("the stack", AFTER_A_FAILURE, || {
        if settings.confirm && !options.yes {
            confirm(project, hands, settings, &values)?;
        }
        hands.run(&call(project, settings, &write(project, hands, &values)?))
    })?;
    tell_its_own_address(project, hands, settings, values)
}

const AFTER_A_FAILURE: &str = "CloudFormation has gone back to what was deployed before. Its reason is in the table of \
                               events above; a first deployment that failed has to be deleted before the next \
                               (`sam delete`; table, buckets and the customers' key stay).";

/// A slip of the pen in a name would otherwise leave the value as it was.
fn refuse_unknown(project: &Project, options: &Options, known: &[Parameter]) -> Result<()> {
    let of_the_edge = if options.edge { edge::template(project)?.parameters() } else { Vec::new() };
    let is_known = |name: &str| known.iter().chain(&of_the_edge).any(|parameter| parameter.name == name);
    match options.parameters.iter().find(|(name, _)| !is_known(name)) {
        Some((name, _)) => bail!("the template has no parameter {name}"),
        None => Ok(()),
    }
}

/// Asks for what is missing, or says so where nobody can be asked.
fn complete(
    values: &mut Values,
    known: &[Parameter],
    stack: Option<&Stack>,
    hands: &Hands<'_>,
) -> Result<()> {
    let missing = parameters::missing(known, values, stack);
    let given: Vec<String> = values.iter().map(|(name, value)| format!("{name}={value}")).collect();
    println!("    {}", given.join("\n    "));
    if missing.is_empty() {
        return Ok(());
    }
    if hands.rehearsing() || !ask::somebody_is_there() {
        let names: Vec<&str> = missing.iter().map(|parameter| parameter.name.as_str()).collect();
        if hands.rehearsing() {
            hands.would(format_args!("ask for {}, unless the stack has them already", names.join(", ")));
            return Ok(());
        }
        bail!("these have no value yet: {}", names.join(", "));
    }
    for parameter in missing {
        println!("    {}: {}", parameter.name, parameter.description);
        let value = ask::line(&format!("    {} =", parameter.name))?;
        if value.is_empty() {
            bail!("{} needs a value", parameter.name);
        }
        values.insert(parameter.name.clone(), value);
    }
    Ok(())
}

/// What was asked for, else what runs now, else what the template builds for.
fn architecture(template: &Template, values: &Values, stack: Option<&Stack>) -> Result<Architecture> {
    let name = values.get("Architecture").or_else(|| stack?.parameters.get("Architecture"));
    match name {
        Some(name) => {
            Architecture::named(name).with_context(|| format!("{name} is no processor of Lambda's"))
        }
        None => template.architecture(),
    }
}

fn write(project: &Project, hands: &Hands<'_>, values: &Values) -> Result<PathBuf> {
    if hands.rehearsing() {
        return Ok(parameters::file(project));
    }
    parameters::write(project, values)
}

fn call(project: &Project, settings: &Settings, values: &Path) -> Call {
    Call::sam(["deploy", "--no-confirm-changeset"])
        .with("--template-file", package::template_file(project).to_string_lossy())
        // SAM looks for it beside the template otherwise.
        .with("--config-file", project.at(samconfig::FILE).to_string_lossy())
        .with("--config-env", &settings.environment)
        .with("--parameter-overrides", format!("file://{}", values.display()))
}

/// Shows what would change and asks whether it may.
fn confirm(project: &Project, hands: &Hands<'_>, settings: &Settings, values: &Values) -> Result<()> {
    if !hands.rehearsing() && !ask::somebody_is_there() {
        bail!("somebody has to look at what will change: run it at a terminal, or with `--yes`");
    }
    let call = call(project, settings, &write(project, hands, values)?);
    hands.run(&call.and(["--no-execute-changeset"]))?;
    if hands.rehearsing() || ask::agrees("    Carry this out?")? {
        return Ok(());
    }
    bail!("you said no; nothing was changed")
}

/// A site without an own domain has the name that the distribution was given. Mails and the sign-in learn it now.
fn tell_its_own_address(
    project: &Project,
    hands: &Hands<'_>,
    settings: &Settings,
    mut values: Values,
) -> Result<()> {
    let after = step("the site's address", "run it again.", || {
        Stack::find(hands, &settings.stack, &settings.region)?.context("the stack is gone")
    })?;
    if after.parameters.get(SITE_DOMAIN).is_some_and(|domain| !domain.is_empty()) {
        return Ok(());
    }
    let domain = after.output(SITE_DOMAIN)?;
    if hands.rehearsing() {
        hands.would("only where the stack's SiteDomain is still empty:");
    }
    step("the stack again, now that it has an address", AFTER_A_FAILURE, || {
        values.insert(SITE_DOMAIN.to_owned(), domain);
        hands.run(&call(project, settings, &write(project, hands, &values)?))
    })
}
