//! The page of one lead: where it stands and what comes next, its timeline, its representative, and
//! what was submitted.

mod answers;
mod changes;
mod correct;
mod details;
mod events;
mod loading;
mod local_time;
mod mails;
mod moves;
mod now;
mod page;
mod path;
mod plan;
mod provide;
mod purpose;
mod question;
mod receipt;
mod representative;
mod similar;
mod story;
mod terms;
mod timeline;

pub(super) use events::title as event_title;
pub use page::LeadPage;
pub(in crate::features) use representative::telephone;

use std::sync::Arc;

use guildhall_contract::leads::LeadDetails;

type SharedLead = Arc<LeadDetails>;
