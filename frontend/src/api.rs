//! The typed client of the API.
//!
//! [`Api`] comes from the context and is `Copy`. It adds the bearer, gives up after 15 seconds, reads
//! problems, and asks a second time when the service is short of breath (503 with `Retry-After`), but
//! only for reading. What everybody may read is asked for without a bearer. Endpoints stand beside it by subject.

pub mod api_tokens;
pub mod archives;
pub mod audit;
mod client;
pub mod cutover;
pub mod directory;
mod error;
pub mod exports;
pub mod inquiries;
pub mod leads;
pub mod mails;
pub mod marketplace;
pub mod members;
pub mod migrations;
pub mod moderation;
pub mod moving;
pub mod organisations;
pub mod own_profile;
pub mod own_reviews;
pub mod payout_runs;
pub mod payouts;
pub mod platform_events;
pub mod privacy;
pub mod received;
pub mod referrals;
pub mod reviews;
pub mod sales;
pub mod settings;
mod wait;
pub mod webhooks;

pub use client::{Answer, Api, Call};
pub use error::ApiError;
pub use wait::sleep;
