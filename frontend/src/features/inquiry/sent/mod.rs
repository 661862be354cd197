//! The inquiries that a merchant sent: the list, and one of them.

mod address;
mod columns;
mod details;
mod page;
mod row;
mod state;
mod table;
mod toolbar;

use std::sync::Arc;

pub use details::SentInquiry;
use guildhall_contract::inquiries::{InquiryPage, InquiryQuery};
pub use page::SentInquiries;

use crate::features::address::Address;

type SentAddress = Address<InquiryQuery>;
type Shared = Arc<InquiryPage>;
