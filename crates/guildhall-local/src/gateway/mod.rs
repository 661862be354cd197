//! The gateway: what API Gateway's HTTP API does in AWS, with the routes and authorizers of
//! `infra/template.yaml`.

mod asked;
mod authorizer;
mod dispatch;
mod event;
mod pattern;
mod template;

pub(crate) use asked::Authorizers;
pub(crate) use authorizer::{KeySet, TokenVerifier};
pub(crate) use dispatch::{Functions, Gateway};
pub use pattern::PatternError;
pub(crate) use template::ApiDescription;
