//! Keys to the API for programs of a partner organisation: what each may do, until when, and how it is recognised.
//!
//! A key belongs to the organisation and not to whoever made it: it goes on working when they leave. Of its secret only
//! a digest is kept, so nobody can be shown it a second time.

mod scope;
mod secret;
mod token;

pub use scope::Scope;
pub use secret::{Presented, Secret, SecretDigest};
pub use token::{ApiToken, ApiTokens, CALLS, MOST_TOKENS, TokensFull};
