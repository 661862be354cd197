//! Measures one function.

use std::error::Error;
use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use guildhall_tests::{
    Endpoints, Environment, Function, FunctionInTemplate, Outcome, RuntimeApi, response_of,
};
use serde_json::Value;
use tokio::process::Command;

use crate::package;

/// How often it is started.
const STARTS: usize = 25;
/// How many requests the last of these processes answers.
const REQUESTS: usize = 600;
/// How many of them come before those that count as warm.
const WARMING: usize = 50;

/// A program under measurement.
pub(crate) struct Program {
    name: String,
    kind: Kind,
}

enum Kind {
    Binary(PathBuf),
    Node(PathBuf),
}

/// What was measured.
pub(crate) struct Figures {
    pub(crate) name: String,
    /// Of the answer, if there was one to a request.
    pub(crate) status: Option<u16>,
    /// Zipped, in bytes; none for what Lambda's own runtime brings along.
    pub(crate) package: Option<u64>,
    pub(crate) first_poll: Times,
    pub(crate) first_request: Times,
    pub(crate) warm_request: Times,
    /// Resident memory in kilobytes after all requests.
    pub(crate) resident: u64,
}

/// Times in order.
pub(crate) struct Times(Vec<Duration>);

impl Times {
    fn new(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self(times)
    }

    /// In milliseconds, the time that this share of all is not above.
    pub(crate) fn share(&self, share: f64) -> f64 {
        let last = self.0.len().saturating_sub(1);
        let place = (last as f64 * share).round() as usize;
        self.0.get(place).map_or(0.0, |time| time.as_secs_f64() * 1000.0)
    }
}

impl Program {
    pub(crate) fn binary(name: &str, path: PathBuf) -> Self {
        Self { name: name.to_owned(), kind: Kind::Binary(path) }
    }

    pub(crate) fn node(name: &str, folder: PathBuf) -> Self {
        Self { name: name.to_owned(), kind: Kind::Node(folder) }
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    async fn start(
        &self,
        definition: &FunctionInTemplate,
        endpoints: &Endpoints,
    ) -> Result<Function, Box<dyn Error>> {
        let runtime_api = RuntimeApi::start().await?;
        let environment = Environment::of(definition, &runtime_api.address(), endpoints);
        let mut command = match &self.kind {
            Kind::Binary(path) => Command::new(path),
            Kind::Node(_) => Command::new("node"),
        };
        if let Kind::Node(folder) = &self.kind {
            command.arg("bootstrap.mjs").current_dir(folder);
        }
        Ok(Function::spawn(command, runtime_api, Duration::from_secs(definition.timeout), &environment)?)
    }

    fn package(&self) -> Result<Option<u64>, Box<dyn Error>> {
        match &self.kind {
            Kind::Binary(path) => Ok(Some(package::zipped(&fs::read(path)?)?)),
            Kind::Node(_) => Ok(None),
        }
    }
}

pub(crate) async fn measure(
    program: &Program,
    definition: &FunctionInTemplate,
    endpoints: &Endpoints,
    event: &Value,
) -> Result<Figures, Box<dyn Error>> {
    let payload = event.to_string().into_bytes();
    let (mut first_poll, mut first_request, mut warm) = (Vec::new(), Vec::new(), Vec::new());
    // Once for the disk's cache.
    program.start(definition, endpoints).await?.first_poll().await?;
    for _ in 1..STARTS {
        let function = program.start(definition, endpoints).await?;
        first_poll.push(function.first_poll().await?);
        first_request.push(function.invoke(payload.clone()).await?.took);
    }
    let function = program.start(definition, endpoints).await?;
    let mut status = None;
    for number in 0..REQUESTS {
        let handled = function.invoke(payload.clone()).await?;
        if let Outcome::Answer(answer) = &handled.outcome {
            status = response_of(answer).map(|response| response.status().as_u16());
        }
        if number >= WARMING {
            warm.push(handled.took);
        }
    }
    Ok(Figures {
        name: program.name.clone(),
        status,
        package: program.package()?,
        first_poll: Times::new(first_poll),
        first_request: Times::new(first_request),
        warm_request: Times::new(warm),
        resident: resident(function.process())?,
    })
}

/// In kilobytes, as the system counts it.
fn resident(process: u32) -> Result<u64, Box<dyn Error>> {
    let status = fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("no VmRSS")?;
    Ok(line.trim().trim_end_matches(" kB").parse()?)
}
