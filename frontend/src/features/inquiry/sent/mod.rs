//! The inquiries that a merchant sent: the list, and one of them.

mod address;
mod columns;
mod details;
mod page;
mod state;
mod wording;

pub use details::SentInquiry;
use guildhall_contract::inquiries::{InquiryPage, InquiryQuery};
pub use page::SentInquiries;

use crate::features::list::Listing;

type Sent = Listing<InquiryQuery, InquiryPage>;
