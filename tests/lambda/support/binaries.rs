//! The built functions.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use guildhall_local::Replacements;
use guildhall_tests::{Endpoints, Environment, Function, FunctionError, FunctionInTemplate, entry};
use tokio::sync::OnceCell;

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

async fn launch(definition: &FunctionInTemplate, endpoints: &Endpoints) -> Result<Function, FunctionError> {
    let time = Duration::from_secs(definition.timeout);
    let binary = binary(&definition.binary);
    Function::start(&binary, time, |runtime_api| Environment::of(definition, runtime_api, endpoints)).await
}

/// Every function that answers requests, each started when it is first asked for something.
pub(crate) struct Fleet(BTreeMap<String, Arc<OnceCell<Arc<Function>>>>);

impl Fleet {
    /// The functions, and what takes the place of those of the one-machine system.
    pub(crate) fn new(endpoints: &Endpoints) -> (Self, Replacements) {
        let (mut processes, mut entries) = (BTreeMap::new(), Replacements::new());
        for definition in definitions() {
            if !definition.events.iter().any(|kind| kind == "HttpApi") {
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
            entries.insert(name, entry(started));
        }
        (Self(processes), entries)
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
