//! The edge of every function: who asks, what they sent, and how they are answered.
//!
//! # Errors
//! A handler returns a [`Problem`]; [`answer`] turns it into `application/problem+json` once, for all
//! functions. Whatever failed behind the handler is logged where it became a problem ([`OrFail`]),
//! under the request's id, and nowhere else; bodies and queries are never logged.

mod answer;
mod caller;
mod edge;
mod failure;
mod receive;
mod refusal;
mod reply;
mod spreadsheet;
mod token;

pub use answer::{Entry, Handler, answer, entry, run, start_logging};
pub use caller::{Caller, Organisation, caller};
pub use edge::Edge;
pub use failure::OrFail;
pub use guildhall_contract::problem::{Problem, ProblemCode};
pub use lambda_http::{Body, Request, Response};
pub use receive::{
    BODY_MAX, content_hash, idempotency_key, if_match, json_object, json_object_within, language,
    path_parameter, query_pairs, route_key, seen_or_new,
};
pub use refusal::{inquiry_refused, member_refused, profile_refused, refused, review_refused, too_many};
pub use reply::{
    attachment, created, directory_open, json, json_text, no_content, not_found, redirect, tagged,
};
pub use spreadsheet::{EXPORT_MAX, spreadsheet, take_mark};
pub use token::{AuthorizerEntry, TokenContext};
