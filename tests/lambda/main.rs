//! The functions' own binaries, started as Lambda starts them, with the environment that the template gives them.

#![allow(clippy::unwrap_used, reason = "a test that finds nothing there has failed")]

#[path = "../api/support/mod.rs"]
#[allow(dead_code, unused_imports, reason = "it is shared with the tests of the API, which use more of it")]
mod api;
mod cargo_lambda;
mod cold;
mod pages;
mod panics;
mod routes;
mod sign_in;
mod support;
mod webhooks;
mod workers;
