//! The whole of Guildhall in one process: an embedded DynamoDB on a file, a gateway that reads its
//! routes from `infra/template.yaml`, the workers that the same file has follow the table's stream, a
//! sign-in for made-up people, a movable clock, a mailbox, and the built frontend with the published pages.
//!
//! Functions and workers are the ones that run in AWS. What stands around them here behaves as API Gateway,
//! Lambda's event sources and Cognito do, so that what works on one machine works there.
//!
//! Tests start it in process: [`System::start`] with [`Options::in_memory`], then
//! [`client::sign_in`] for a token.

pub mod client;
pub mod clock;
pub mod people;

mod config;
mod data_dir;
mod database;
mod demo;
mod dev_clock;
mod error;
mod exported;
mod functions;
mod gateway;
mod guard;
mod listener;
mod mailbox;
mod old_addresses;
mod options;
mod page;
mod random;
mod roles;
mod router;
mod sign_in;
mod site;
mod store;
mod system;
mod tables;
mod template;
mod workers;

pub use error::StartError;
pub use gateway::PatternError;
pub use mailbox::Message;
pub use options::{Endpoint, Options, Replacements};
pub use roles::RoleGate;
pub use system::{Running, System};
pub use template::TemplateError;
pub use workers::DeadLetter;

/// The one client of the sign-in; `client_id` in every token.
pub const CLIENT_ID: &str = "guildhall-web";

/// The name of the one table.
pub const TABLE_NAME: &str = "guildhall";
