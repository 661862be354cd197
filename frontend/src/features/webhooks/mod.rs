//! Webhooks of one's organisation: endpoints, and what was delivered to them.

mod act;
mod edit;
mod endpoint;
mod log;
mod page;
mod secret;
mod words;

pub use endpoint::WebhookPage;
pub use page::WebhooksPage;
