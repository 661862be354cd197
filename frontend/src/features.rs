//! The screens, one folder each.

pub mod leads;
pub mod referrals;
