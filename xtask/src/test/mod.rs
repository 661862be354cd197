//! `cargo xtask test`: the layers of tests, quickest answer first. The first that fails ends the run.

mod grants;
mod layers;
mod linters;
mod targets;

use std::fmt::Display;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::Result;
use clap::ValueEnum;

use crate::process::{Elapsed, Interrupted};
use crate::project::Project;

/// What can be asked for by name.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Layer {
    /// Format, clippy and documentation.
    Lint,
    /// Rules, store, edge and functions, each on its own, and the architecture.
    Unit,
    /// The template, its linters, and whether it agrees with the code.
    Infra,
    /// HTTP against the whole system.
    Api,
    /// The functions' own binaries, as Lambda starts them.
    Lambda,
    /// A real browser against the whole system.
    Browser,
}

impl Layer {
    const ALL: [Self; 6] = [Self::Lint, Self::Unit, Self::Infra, Self::Api, Self::Lambda, Self::Browser];

    fn stages(self) -> &'static [Stage] {
        match self {
            Self::Lint => &[Stage::Format, Stage::Clippy, Stage::Docs],
            Self::Unit => &[Stage::Unit],
            Self::Infra => &[Stage::Infra],
            Self::Api => &[Stage::Api],
            Self::Lambda => &[Stage::Lambda],
            Self::Browser => &[Stage::Browser],
        }
    }
}

/// One line of the closing table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Format,
    Clippy,
    Docs,
    Unit,
    Infra,
    Api,
    Lambda,
    Browser,
}

impl Stage {
    fn name(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Clippy => "clippy",
            Self::Docs => "docs",
            Self::Unit => "unit",
            Self::Infra => "infra",
            Self::Api => "api",
            Self::Lambda => "lambda",
            Self::Browser => "browser",
        }
    }

    fn run(self, project: &Project, options: &[String]) -> Result<()> {
        match self {
            Self::Format => layers::format(project),
            Self::Clippy => layers::clippy(project),
            Self::Docs => layers::docs(project),
            Self::Unit => layers::unit(project, options),
            Self::Infra => layers::infra(project, options),
            Self::Api => layers::api(project, options),
            Self::Lambda => layers::lambda(project, options),
            Self::Browser => layers::browser(project, options),
        }
    }
}

/// Runs one layer, or all of them.
pub(crate) fn test(project: &Project, layer: Option<Layer>, options: &[String]) -> Result<ExitCode> {
    let layers = layer.map_or(Layer::ALL.to_vec(), |layer| vec![layer]);
    let mut done: Vec<(Stage, Duration)> = Vec::new();
    for &stage in layers.iter().flat_map(|layer| layer.stages()) {
        println!("\n== {} {}", stage.name(), "=".repeat(70 - stage.name().len()));
        let started = Instant::now();
        let result = stage.run(project, options);
        let elapsed = started.elapsed();
        println!("-- {} took {}", stage.name(), Elapsed(elapsed));
        if let Err(problem) = result {
            if problem.is::<Interrupted>() {
                return Err(problem);
            }
            eprintln!("\n{problem:#}");
            print_table(&done, Some((stage, elapsed)));
            println!("FAILED: {}", stage.name());
            return Ok(ExitCode::FAILURE);
        }
        done.push((stage, elapsed));
    }
    print_table(&done, None);
    Ok(ExitCode::SUCCESS)
}

fn print_table(passed: &[(Stage, Duration)], failed: Option<(Stage, Duration)>) {
    println!("\n{}", row("layer", "time", "result"));
    for (stage, elapsed) in passed {
        println!("{}", row(stage.name(), Elapsed(*elapsed), "passed"));
    }
    if let Some((stage, elapsed)) = failed {
        println!("{}", row(stage.name(), Elapsed(elapsed), "FAILED"));
    }
    let together = passed.iter().map(|(_, elapsed)| *elapsed).chain(failed.map(|(_, elapsed)| elapsed)).sum();
    println!("{}", row("together", Elapsed(together), if failed.is_some() { "FAILED" } else { "passed" }));
}

fn row(layer: &str, time: impl Display, result: &str) -> String {
    format!("{layer:<10} {:>12}   {result}", time.to_string())
}
