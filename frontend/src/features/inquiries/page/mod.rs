//! The page of one inquiry: what the merchant wrote, what the partner says about it, and what it became.

mod contact;
mod form;
mod marks;
mod screen;
mod timeline;
mod undelivered;

pub use screen::InquiryPage;

use std::sync::Arc;

use guildhall_contract::inquiries::InquiryDetails;

type SharedInquiry = Arc<InquiryDetails>;
