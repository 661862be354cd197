//! What is left of the Experts Marketplace: jobs, the conversations about them, and the customers. All of it was
//! imported, is only ever read, and shares nothing with the directory: no type of the directory is made of one
//! of these, and none of these of one of the directory.

mod conversation;
mod id;
mod job;
pub mod listing;

pub use conversation::{Conversation, ConversationStatus, Message, MessageVia, Party};
pub use id::{InvalidMarketplaceId, MarketplaceId};
pub use job::{Customer, Job, JobStatus, Requested, Requirement, Shop};
