//! The audit log, for administrators.

mod address;
mod columns;
mod filters;
mod months;
mod page;
mod wording;

pub use page::AuditLogPage;

use guildhall_contract::audit::{AuditPage, AuditQuery};

use crate::features::list::Listing;

type Log = Listing<AuditQuery, AuditPage>;
