//! Tests of the whole system live in the folders beside this one. Here is what several of them, and the benchmark,
//! need to run the built functions: what Lambda does around a function, on this machine.

mod environment;
mod function;
mod gateway;
mod request;
mod runtime_api;
mod template;

pub use environment::{Endpoints, Environment};
pub use function::{Function, FunctionError};
pub use gateway::{authorizer, entry, event_of, response_of};
pub use request::{Person, request_event};
pub use runtime_api::{Handled, Outcome, RuntimeApi};
pub use template::{FunctionInTemplate, Template, TemplateError};
