//! The typed client of the API.
//!
//! [`Api`] comes from the context and is `Copy`. It adds the bearer, gives up after 15 seconds, reads
//! problems, and asks a second time when the service is short of breath (503 with `Retry-After`), but
//! only for reading. Endpoints stand beside it by subject: [`leads`], [`referrals`].

mod client;
mod error;
pub mod leads;
pub mod referrals;
mod wait;

pub use client::{Answer, Api, Call};
pub use error::ApiError;
