//! What each function costs: its package, the time until it asks for its first event, its first and its further
//! requests, and its memory; beside the same handler built the documented way, and one for Node.js. Figures to compare
//! within one run.
//!
//! ```text
//! function-bench --binaries target/release [--documented PROGRAM] [--node FOLDER] FUNCTION...
//! ```
// It talks to the terminal.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod database;
mod event;
mod measure;
mod package;
mod table;

use std::error::Error;
use std::path::PathBuf;
use std::time::Duration;

use guildhall_tests::{Endpoints, Environment, FunctionInTemplate};
use serde_json::Value;

use crate::database::Database;
use crate::measure::{Figures, Program, measure};
use crate::table::print;

/// The function that the comparison is about.
const COMPARED: &str = "get-profile";

struct Arguments {
    binaries: PathBuf,
    documented: Option<PathBuf>,
    node: Option<PathBuf>,
    functions: Vec<String>,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments = read_arguments()?;
    let database = Database::start().await?;
    let endpoints = Endpoints::of_dynamodb(database.endpoint());
    let template = Environment::template()?;
    let (definitions, routes) = (template.functions()?, template.routes()?);
    let ask = |function: &FunctionInTemplate| {
        let own = routes.iter().filter(|(_, binary, _)| *binary == function.binary);
        event::event(function, &own.map(|(route, ..)| route.clone()).collect::<Vec<_>>())
    };
    let named = |name: &str| definitions.iter().find(|function| function.binary == name);
    let compared = named(COMPARED).ok_or("the template has no get-profile")?;

    let mut others = Vec::new();
    if let Some(path) = arguments.documented {
        let program = Program::binary("the documented way", path);
        others.push(run(&program, compared, &endpoints, &ask(compared)).await?);
    }
    if let Some(folder) = arguments.node {
        let program = Program::node("Node.js", folder);
        others.push(run(&program, compared, &endpoints, &ask(compared)).await?);
    }
    let mut functions = Vec::new();
    for name in &arguments.functions {
        let definition = named(name).ok_or_else(|| format!("the template has no {name}"))?;
        let program = Program::binary(name, arguments.binaries.join(name));
        functions.push(run(&program, definition, &endpoints, &ask(definition)).await?);
    }
    print(&functions, &others, COMPARED);
    Ok(())
}

async fn run(
    program: &Program,
    definition: &FunctionInTemplate,
    endpoints: &Endpoints,
    event: &Value,
) -> Result<Figures, Box<dyn Error>> {
    eprintln!("{} ...", program.name());
    // A machine that was busy with something else a moment ago is given the time to calm down.
    tokio::time::sleep(Duration::from_millis(200)).await;
    measure(program, definition, endpoints, event).await
}

fn read_arguments() -> Result<Arguments, Box<dyn Error>> {
    let (mut binaries, mut documented, mut node, mut functions) = (None, None, None, Vec::new());
    let mut given = std::env::args().skip(1);
    while let Some(argument) = given.next() {
        let mut value = || given.next().map(PathBuf::from).ok_or_else(|| format!("{argument} needs a value"));
        match argument.as_str() {
            "--binaries" => binaries = Some(value()?),
            "--documented" => documented = Some(value()?),
            "--node" => node = Some(value()?),
            _ => functions.push(argument),
        }
    }
    let binaries = binaries.ok_or("--binaries says where the functions are")?;
    Ok(Arguments { binaries, documented, node, functions })
}
