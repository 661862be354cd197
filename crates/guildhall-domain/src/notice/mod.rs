//! Who is told what by mail, and in which language.
//!
//! Nothing is hidden from whoever switches a topic off: it still stands on the lead and in the lists. What a
//! topic is called and whom it concerns is a row of [`TOPICS`].

mod accepted;
mod audience;
mod person;
mod preferences;
mod topic;

pub use crate::personal::Contact;
pub use accepted::accepted_language;
pub use audience::Audience;
pub use person::{LeadMail, Person};
pub use preferences::Preferences;
pub use topic::{TOPICS, Topic, TopicRow};
