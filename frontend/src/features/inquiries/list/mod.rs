//! The list of received inquiries.

mod address;
mod columns;
mod screen;
mod tabs;
mod wording;

pub use screen::InquiriesPage;

use guildhall_contract::inquiries::{InquiryPage, InquiryQuery};

use crate::features::list::Listing;

type Inquiries = Listing<InquiryQuery, InquiryPage>;
