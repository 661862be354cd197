//! The one DynamoDB table of Guildhall: its keys, its items, and the lists kept in step with it.
//!
//! The only crate that names the AWS SDK for DynamoDB. Start with [`table`] for what the table looks
//! like, [`Leads`] for how a lead is written and read, and [`view`] for how a list of any size costs
//! one call.

mod api_tokens;
mod archive;
mod audit;
mod bucket;
pub mod bulk;
mod changes;
pub mod cursor;
mod customers;
mod cutover;
mod digests;
mod error;
mod inquiries;
mod item;
mod kept;
pub mod keys;
mod leads;
mod limits;
mod machine;
mod mail;
mod marketplace;
mod members;
mod meter;
mod migrations;
mod moving;
mod patience;
mod payouts;
mod people;
mod privacy;
mod profiles;
mod referrals;
mod reviews;
mod roster;
pub mod stream;
pub mod table;
mod transaction;
pub mod view;
mod webhooks;

pub use api_tokens::{ApiTokenStore, KnownToken, NewApiToken, Use};
pub use archive::{ArchivePage, Archived, Archives, RestoreRefused};
pub use audit::Audit;
pub use cursor::{CursorError, CursorKey, Scope};
pub use customers::{CustomerKey, Customers};
pub use cutover::{CutoverCache, CutoverSettings};
pub use digests::Digests;
pub use error::StoreError;
pub use inquiries::{Arrival, Inquiries, InquiryCommit, InquiryCreated, Sender};
pub use item::{Item, StoredDelivery, kind};
pub use kept::{Kept, KeptPut};
pub use leads::{Commit, Created, Leads};
pub use limits::{Allowance, Counted, Limits, TakenMany};
pub use machine::Micros;
pub use mail::{
    CarrierCode, Claim, Claiming, Decided, MailId, MailItem, MailRecord, MailState, MailSubjects, Mails,
    OPEN_MAILS, Outcome, Report, Reported, asked_again,
};
pub use marketplace::{Imported, Marketplace, MerchantKey, RECORD_BYTES_MAX, Stretch, Undone};
pub use members::{
    Accepted, Doing, Ended, Founded, HousePeople, Invited, MemberChange, Members, NewInvitation, PER_INVITER,
};
pub use meter::{Call, Meter};
pub use migrations::{
    Holding, KnownPartner, Migrations, NotedBatch, ProfileUndone, ProfileWrite, RunStretch,
};
pub use moving::{MigratedPut, Moves};
pub use payouts::{Dossier, Payouts, Settled};
pub use people::{Known, People};
pub use privacy::{Held, Pass, Privacy, Pseudonyms, Search, Step};
pub use profiles::{PartnerProfiles, ProfileCommit, PublicProfiles, WaitingProfile};
pub use referrals::{Ledger, PlatformEvents, Recorded, Referrals, WaitReason, WaitingEvent};
pub use reviews::{ReviewCommit, ReviewCreated, Reviews};
pub use roster::{Roster, RosterCache, Team};
pub use table::Table;
pub use view::{Directory, InquiryList, LeadList, Listed, Snapshot, Views};
pub use webhooks::{HookKey, HookSecret, Hooks};
