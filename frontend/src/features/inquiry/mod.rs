//! Inquiries from the merchant's side: the form to a partner, and the ones that were sent.

mod contact;
mod sent;

pub(super) use contact::ContactScreen;
pub use sent::{SentInquiries, SentInquiry};
