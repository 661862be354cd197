//! The functions' roles: a gate in front of the table that lets each function do what `infra/template.yaml` grants
//! it, and nothing else.
//!
//! In AWS every function has a role of its own. Here all of them run in one process, so without a gate a missing
//! grant would be found by the first user of the deployed system. The gate is a proxy that speaks DynamoDB's
//! protocol. Each function has its own address there, under which its calls are read, held against its policy, and
//! passed on or refused as AWS refuses them. It also notes which grants were used, so that those which nobody
//! needs can be found.

mod action;
mod body;
mod call;
mod condition;
mod gate;
mod pattern;
mod policy;
mod table;
mod uses;

pub use gate::RoleGate;
pub(crate) use gate::endpoint_of;

#[cfg(test)]
mod tests;
