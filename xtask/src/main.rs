//! The commands of this repository, set-up included: `cargo xtask run`, `test`, `bench`, `web`, `package`, `deploy`.
// A command-line tool talks to its terminal.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod bench;
mod cargo;
mod deploy;
mod package;
mod process;
mod project;
mod run;
mod setup;
mod test;
mod web;

use std::process::ExitCode;

use clap::Parser;

use crate::process::Interrupted;
use crate::project::Project;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Runs and tests Guildhall; installs what that needs first.")]
enum Command {
    /// Build everything and start Guildhall on this machine.
    Run {
        /// Options of `guildhall-local`, after `--`.
        #[arg(last = true)]
        options: Vec<String>,
    },
    /// Run every layer of tests, or the one that is named.
    Test {
        /// The layer to run; all of them when left out.
        layer: Option<test::Layer>,
        /// Options of the layer's test runner, after `--` (a test's name, for example).
        #[arg(last = true, requires = "layer")]
        options: Vec<String>,
    },
    /// Print request units, times of lists, what functions cost, and the size of the first load.
    Bench {
        /// Only what functions cost: those that are named, or all. Their release builds take a while.
        #[arg(long, value_name = "FUNCTION", num_args = 0..)]
        functions: Option<Vec<String>>,
    },
    /// Build the web application only.
    Web {
        /// As small as it gets, compressed, and with a table of the sizes.
        #[arg(long)]
        release: bool,
    },
    /// Build every function as it runs in AWS, and write the template that deploys them.
    Package {
        /// The functions' processor; the template's when left out.
        #[arg(long, value_enum)]
        architecture: Option<package::Architecture>,
        /// Build only this function, and write no template; more than once for more.
        #[arg(long, value_name = "FUNCTION")]
        only: Vec<String>,
    },
    /// Deploy to AWS: functions, web application, configuration.
    Deploy(deploy::Options),
}

fn main() -> ExitCode {
    let command = Command::parse();
    match carry_out(command) {
        Ok(code) => code,
        Err(problem) => {
            let interrupted = problem.downcast_ref::<Interrupted>();
            eprintln!("\n{problem:#}");
            interrupted.map_or(ExitCode::FAILURE, |by| ExitCode::from(by.exit_code()))
        }
    }
}

fn carry_out(command: Command) -> anyhow::Result<ExitCode> {
    let project = Project::find()?;
    process::watch_signals()?;
    match command {
        Command::Run { options } => run::run(&project, &options),
        Command::Test { layer, options } => test::test(&project, layer, &options),
        Command::Bench { functions } => {
            bench::bench(&project, functions.as_deref())?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Web { release } => {
            let flavour = if release { web::Flavour::Release } else { web::Flavour::Development };
            setup::for_web(&project, flavour)?;
            web::build(&project, flavour)?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Package { architecture, only } => {
            package::package(&project, architecture, &only)?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Deploy(options) => {
            deploy::deploy(&project, &options)?;
            Ok(ExitCode::SUCCESS)
        }
    }
}
