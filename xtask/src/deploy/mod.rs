//! `cargo xtask deploy`: from this folder to a running installation in AWS. Every step may be done again, so whatever
//! ends it half-way, the same command goes on from there.

mod ask;
mod calls;
mod client;
mod edge;
mod functions;
mod parameters;
mod sam;
mod samconfig;
mod site;
mod stack;
mod upload;

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};

use crate::process::Interrupted;
use crate::project::Project;
use crate::setup;
use crate::web::{self, Flavour};
use calls::{Call, Hands};
use samconfig::Settings;
use stack::Stack;

/// What can be asked of a deployment.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The environment of samconfig.toml: dev or prod.
    #[arg(long, value_name = "NAME")]
    config_env: String,
    /// Deploy only this part.
    #[arg(long, value_enum)]
    only: Option<Part>,
    /// Deploy the edge stack too (infra/edge.yaml, in us-east-1): the firewall, and the certificate of an own domain.
    #[arg(long)]
    edge: bool,
    /// A value of the template's, as Name=value; more than once for more.
    #[arg(long = "parameter", value_name = "NAME=VALUE", value_parser = samconfig::assignment)]
    parameters: Vec<(String, String)>,
    /// Use this table, which a backup was restored into, in place of the stack's own; that one stays aside.
    #[arg(long, value_name = "NAME")]
    table: Option<String>,
    /// Upload this folder in place of a new build of the application.
    #[arg(long, value_name = "DIR")]
    site: Option<PathBuf>,
    /// Ask nothing: what would change is carried out unseen.
    #[arg(long)]
    yes: bool,
    /// Say every step and every command, and do nothing.
    #[arg(long)]
    dry_run: bool,
}

/// What can be deployed on its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// The template with its functions.
    Functions,
    /// The web application.
    Site,
}

/// Deploys an environment.
pub(crate) fn deploy(project: &Project, options: &Options) -> Result<()> {
    let settings = Settings::read(project, &options.config_env)?;
    let hands = Hands::new(project, options.dry_run);
    if options.dry_run {
        println!("deploy: a rehearsal; nothing is done. What the stack would say is in angle brackets.");
    }
    step(
        "tools and credentials",
        "sign in to AWS (`aws sso login`, AWS_PROFILE, or AWS_ACCESS_KEY_ID and its kin).",
        || check(project, &hands),
    )?;
    if options.only != Some(Part::Site) {
        functions::deploy(project, &hands, &settings, options)?;
    }
    let stack = step("what the stack says", "deploy the functions first: leave out `--only site`.", || {
        match Stack::find(&hands, &settings.stack, &settings.region)? {
            Some(stack) => Ok(stack),
            None => bail!("there is no stack {} in {}", settings.stack, settings.region),
        }
    })?;
    if options.only != Some(Part::Functions) {
        deploy_site(project, &hands, &settings, &stack, options)?;
    }
    println!("\ndeploy: {} is at {}", settings.environment, stack.output("SiteUrl")?);
    Ok(())
}

/// Says what a step does, does it, and tells a way out if it fails.
fn step<T>(what: &str, way_out: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("\ndeploy: {what}");
    match work() {
        Err(problem) if !problem.is::<Interrupted>() => bail!(
            "deploy: {what} failed: {problem:#}\n  A way out: {way_out}\n  \
             What was done before stays, and running the same command again is safe."
        ),
        outcome => outcome,
    }
}

fn check(project: &Project, hands: &Hands<'_>) -> Result<()> {
    if !hands.rehearsing() {
        setup::for_deployment(project)?;
    }
    let identity = hands.ask(Call::aws(["sts", "get-caller-identity"]).with("--query", "Arn"))?;
    if let Some(identity) = identity {
        println!("    as {}", identity.as_str().unwrap_or("somebody whom AWS does not name"));
    }
    Ok(())
}

fn deploy_site(
    project: &Project,
    hands: &Hands<'_>,
    settings: &Settings,
    stack: &Stack,
    options: &Options,
) -> Result<()> {
    let folder = step("the web application", "read what the build says.", || match &options.site {
        Some(folder) if !folder.join(site::PAGE).is_file() => {
            bail!("{} holds no application", folder.display())
        }
        Some(folder) => Ok(folder.clone()),
        None if hands.rehearsing() => {
            hands.would("cargo xtask web --release");
            Ok(Flavour::Release.folder(project))
        }
        None => {
            setup::for_web(project, Flavour::Release)?;
            web::build(project, Flavour::Release)
        }
    })?;
    let config = project.built("deploy").join(site::CONFIG);
    step("upload", "see that the bucket is there and that you may write to it.", || {
        if hands.rehearsing() {
            hands.would(format_args!("write {} from what the stack says", project.shown(&config)));
            if !folder.is_dir() {
                hands.would("the files to upload are known once the application is built");
                return Ok(());
            }
        } else {
            client::write(stack, &config)?;
        }
        upload::Bucket::of(stack, &settings.region)?.take(project, hands, &folder, &config)
    })?;
    step("invalidation", "within a minute everybody has the new application all the same.", || {
        upload::invalidate(hands, stack)
    })
}
