//! Publishes the directory as files that need no script: profiles, lists, the map of the site, in every language.
//!
//! What is published follows from the table as it stands when a change is handled, never from the change itself, which
//! only says whose pages to look at. So it does no harm to hear of a change twice, late, or after a later one.
//!
//! Until the directory opens nothing of it is published. That depends on the clock, which tells nobody, so a schedule looks
//! whether what is published is what should be.

mod error;
mod files;
mod listings;
mod phase;
mod profiles;
mod progress;
mod publisher;
mod rebuild;
mod setup;
mod sitemap;
mod touched;
mod worker;

pub use error::PublishError;
pub use publisher::Publisher;
pub use rebuild::Rebuilt;
#[cfg(feature = "bucket")]
pub use setup::bucket_from_env;
pub use setup::{SetupError, site_from_env};
