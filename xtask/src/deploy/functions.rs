//! The template with its functions: built, shown, deployed; twice where it has to learn its own address.

use anyhow::{Context, Result, bail};

use super::calls::{Call, Hands};
use super::parameters::{self, Values};
use super::sam::{AFTER_A_FAILURE, Deployment};
use super::samconfig::Settings;
use super::stack::Stack;
use super::{Options, ask, edge, step};
use crate::package::{self, Architecture, OtherTable, Parameter, Template};
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
        values.extend(edge::deploy(project, hands, options)?);
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

    let table = match &options.table {
        Some(name) => Some(other_table(hands, settings, name)?),
        None => None,
    };
    step("package", "read what the build says.", || {
        if hands.rehearsing() {
            hands.would(package::command(architecture));
            return Ok(());
        }
        package::everything(project, architecture, table.as_ref()).map(drop)
    })?;
    let template = package::template_file(project);
    let deployment = Deployment { project, hands, settings, template: &template };
    step("the stack", AFTER_A_FAILURE, || {
        if !options.yes {
            deployment.look_first(&values)?;
        }
        deployment.carry_out(&values)
    })?;
    tell_its_own_address(&deployment, values)
}

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

/// A table that a backup was restored into, with its stream.
fn other_table(hands: &Hands<'_>, settings: &Settings, name: &str) -> Result<OtherTable> {
    step(
        "the other table",
        "infra/README.md says how to restore one, and how to switch its stream on.",
        || {
            let call = Call::aws(["dynamodb", "describe-table"])
                .with("--region", &settings.region)
                .with("--table-name", name)
                .with("--query", "Table.LatestStreamArn");
            let stream = match hands.ask(call)? {
                Some(stream) => stream.as_str().map(str::to_owned).context("it has no stream")?,
                None => "<LatestStreamArn>".to_owned(),
            };
            Ok(OtherTable { name: name.to_owned(), stream })
        },
    )
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

/// A site without an own domain has the name that the distribution was given. Mails and the sign-in learn it now.
fn tell_its_own_address(deployment: &Deployment<'_>, mut values: Values) -> Result<()> {
    let Deployment { hands, settings, .. } = deployment;
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
        deployment.carry_out(&values)
    })
}
