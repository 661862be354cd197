//! The built functions.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use guildhall_http::AuthorizerEntry;
use guildhall_local::Replacements;
use guildhall_tests::{
    Endpoints, Environment, Function, FunctionError, FunctionInTemplate, authorizer, entry,
};
use tokio::sync::OnceCell;

/// The functions that the gateway asks before it lets somebody through.
const AUTHORIZERS: [&str; 1] = ["authorize-token"];

/// Where the binaries are.
fn folder() -> PathBuf {
    std::env::var_os("FUNCTIONS_DIR").map(PathBuf::from).expect(
        "FUNCTIONS_DIR is not set: run these tests through `cargo xtask test lambda`, which builds the functions \
         and sets it",
    )
}

/// The binary of a function.
pub(crate) fn binary(name: &str) -> PathBuf {
    let path = folder().join(name);
    assert!(path.is_file(), "{} was not built", path.display());
    path
}

/// The function that panics.
pub(crate) fn panicking() -> PathBuf {
    folder().join("examples/panicking-function")
}

/// Every function, as the template has it.
pub(crate) fn definitions() -> Vec<FunctionInTemplate> {
    Environment::template().and_then(|template| template.functions()).expect("the template can be followed")
}

/// A function, as the template has it.
pub(crate) fn definition(name: &str) -> FunctionInTemplate {
    let named = definitions().into_iter().find(|function| function.binary == name);
    named.unwrap_or_else(|| panic!("the template has no {name}"))
}

/// Starts a function in the environment that the template gives it.
pub(crate) async fn start(name: &str, endpoints: &Endpoints) -> Function {
    let definition = definition(name);
    launch(&definition, endpoints).await.expect("it starts")
}

/// Starts a function with one more variable than the template gives it.
pub(crate) async fn start_with(
    name: &str,
    endpoints: &Endpoints,
    (variable, value): (&str, &str),
) -> Function {
    let definition = definition(name);
    let time = Duration::from_secs(definition.timeout);
    let environment =
        |runtime_api: &str| Environment::of(&definition, runtime_api, endpoints).with(variable, value);
    Function::start(&binary(name), time, environment).await.expect("it starts")
}

async fn launch(definition: &FunctionInTemplate, endpoints: &Endpoints) -> Result<Function, FunctionError> {
    let time = Duration::from_secs(definition.timeout);
    let binary = binary(&definition.binary);
    // The emulator of S3 has no certificate; in AWS only https is spoken.
    let environment = |runtime_api: &str| match &endpoints.s3 {
        Some(_) => Environment::of(definition, runtime_api, endpoints).with("AWS_ALLOW_HTTP", "true"),
        None => Environment::of(definition, runtime_api, endpoints),
    };
    Function::start(&binary, time, environment).await
}

/// Every function that answers requests, each started when it is first asked for something.
pub(crate) struct Fleet(BTreeMap<String, Arc<OnceCell<Arc<Function>>>>);

impl Fleet {
    /// The functions, and what takes the place of those of the one-machine system: of those that answer requests, and of
    /// those that are asked whether somebody may ask.
    pub(crate) fn new(endpoints: &Endpoints) -> (Self, Replacements, BTreeMap<String, AuthorizerEntry>) {
        let (mut processes, mut entries) = (BTreeMap::new(), Replacements::new());
        let mut authorizers = BTreeMap::new();
        for definition in definitions() {
            let is_asked_first = AUTHORIZERS.contains(&definition.binary.as_str());
            if !is_asked_first && !definition.events.iter().any(|kind| kind == "HttpApi") {
                continue;
            }
            let process = Arc::new(OnceCell::<Arc<Function>>::new());
            processes.insert(definition.binary.clone(), Arc::clone(&process));
            let (name, endpoints) = (definition.binary.clone(), endpoints.clone());
            let started = move || {
                let (process, definition, endpoints) =
                    (Arc::clone(&process), definition.clone(), endpoints.clone());
                async move {
                    let start = async || launch(&definition, &endpoints).await.map(Arc::new);
                    process.get_or_try_init(start).await.map(Arc::clone)
                }
            };
            if is_asked_first {
                authorizers.insert(name, authorizer(started));
            } else {
                entries.insert(name, entry(started));
            }
        }
        (Self(processes), entries, authorizers)
    }

    /// The names of the functions that were started.
    pub(crate) fn started(&self) -> Vec<&str> {
        self.0.iter().filter(|(_, process)| process.initialized()).map(|(name, _)| name.as_str()).collect()
    }

    /// What the functions wrote.
    pub(crate) fn log(&self) -> Vec<String> {
        self.0.values().filter_map(|process| process.get()).flat_map(|function| function.log()).collect()
    }
}
