//! Who is told what by mail, and in which language.
//!
//! Nothing is hidden from whoever switches a topic off: it still stands on the lead and in the lists. What a
//! topic is called and whom it concerns is a row of [`TOPICS`].

mod accepted;
mod audience;
mod digest;
mod person;
mod preferences;
mod told;
mod topic;

pub use crate::personal::Contact;
pub use accepted::accepted_language;
pub use audience::Audience;
pub use digest::{Digest, InvalidWeek, NAMED, QUIET, QuietLead, Week};
pub use person::{LeadMail, Person};
pub use preferences::Preferences;
pub use told::{Telling, When, representative_told, tellings, told_of};
pub use topic::{TOPICS, Topic, TopicRow};
