//! Inquiries that the organisation received: the list, and the page of one with what it may become.

mod badge;
mod list;
mod page;

pub use list::InquiriesPage;
pub use page::InquiryPage;
