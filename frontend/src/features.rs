//! The screens, one folder each.

mod address;
pub mod leads;
pub mod referrals;
