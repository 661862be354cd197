//! Inquiries: what a merchant writes to a partner through the directory. Not to be confused with
//! leads, which partners hand to the sales team: other senders, other readers, another life.
//!
//! From the moment an inquiry is delivered, everything else happens outside Guildhall: there are no
//! messages, no invoices and no fee in here, and the partner keeps all of what it earns.

mod aggregate;
mod form;
mod listing;
pub mod spam;
mod status;

pub use crate::delivery::Delivery;
pub use aggregate::{Inquiry, InquiryCommand, InquiryEvent, InquiryEventKind, InquiryRefusal, Recipient};
pub use form::{Budget, InquiryForm};
pub use listing::{InquiryColumn, InquiryCounts, InquiryFilter, InquiryRow, InquirySummary};
pub use status::{InquiryCommandKind, InquiryStatus};

use chrono::Duration;

/// For how long a further inquiry of the same sender to the same partner is marked as a repeat.
pub const REPEAT_WINDOW: Duration = Duration::days(180);
