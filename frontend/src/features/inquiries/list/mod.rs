//! The list of received inquiries.

mod address;
mod columns;
mod export;
mod nothing;
mod screen;
mod table;
mod toolbar;

pub use screen::InquiriesPage;

use std::sync::Arc;

use guildhall_contract::inquiries::{InquiryPage, InquiryQuery};

use crate::features::address::Address;

type InquiriesAddress = Address<InquiryQuery>;
type SharedPage = Arc<InquiryPage>;
