//! The audit log: who of the platform's side did what, to what, when and why.
//!
//! An entry is derived from what was committed and from nothing else, under an id that follows from the
//! thing and the number of its event. So whoever derives it again comes to the same entry.

mod act;
mod entry;
mod from_api_tokens;
mod from_archive;
mod from_clearance;
mod from_customers;
mod from_exports;
mod from_lead;
mod from_mail;
mod from_members;
mod from_migration;
mod from_payouts;
mod from_platform_events;
mod from_privacy;
mod from_profile;
mod from_review;
mod from_settings;
mod from_webhooks;
pub mod listing;
mod month;

pub use act::{AuditAct, SubjectKind};
pub use entry::{AuditDetail, AuditEntry, AuditId, AuditIdError, AuditOrganisation, AuditSubject};
pub use from_api_tokens::of_api_tokens;
pub use from_archive::of_archive;
pub use from_clearance::of_clearance;
pub use from_customers::of_customers;
pub use from_exports::{ExportedList, of_export};
pub use from_lead::of_lead;
pub use from_mail::{MailSubject, MailVerdict, of_mail};
pub use from_members::{of_invitation, of_membership, of_organisation};
pub use from_migration::of_migration;
pub use from_payouts::{of_payout_details, of_payout_report, of_payout_run};
pub use from_platform_events::{EventAct, of_platform_event};
pub use from_privacy::of_privacy;
pub use from_profile::of_profile;
pub use from_review::of_review;
pub use from_settings::{of_cutover, of_desk, of_lead_mail, of_person, of_representative};
pub use from_webhooks::of_webhooks;
pub use month::{Month, MonthError};
