//! The screens, one folder each.

mod address;
mod amount;
pub mod audit;
pub mod developers;
pub mod directory;
pub mod earnings;
mod form;
pub mod home;
pub mod inquiries;
pub mod inquiry;
pub mod invitation;
pub mod leads;
pub mod list;
pub mod mails;
pub mod members;
pub mod moderation;
mod not_done;
pub mod organisations;
pub mod privacy;
pub mod profile;
pub mod referrals;
mod review;
pub mod reviews;
pub mod sales;
pub mod settings;
mod shared_address;
pub mod webhooks;
