//! Items: how each kind of thing is spelt in the table. Hand-written rather than derived, since the
//! names must stay short (an item's size is its price) and a list of 100,000 rows must read fast.

mod api_token;
mod audit;
mod cutover;
mod digest;
mod event;
mod inquiry;
mod kept;
mod lead;
mod ledger;
mod marketplace;
mod member;
mod migration;
mod moving;
mod partner_profile;
mod payout;
mod person;
mod platform_event;
mod public_copy;
mod reading;
mod referral;
mod review;
mod sales;
mod sight;
#[cfg(test)]
mod tests;
mod webhook;
mod writing;

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;

pub(crate) use api_token::{FULL_AT, TokenUse, USED_AT, api_tokens_item, read_api_tokens, read_token_use};
pub(crate) use audit::{ONLY_VERSION, audit_item, read_audit};
pub(crate) use cutover::{cutover_item, read_cutover};
pub(crate) use digest::{digest_item, read_digest};
pub(crate) use event::{StoredEvent, note_erased_words};
pub(crate) use inquiry::{
    DELIVERY, EVENTS, event_entry, inquiry_item, lead_of, moved, read_inquiry, read_inquiry_summary, stamped,
};
pub(crate) use lead::{
    LeadItem, MAILS, PARTNER_PLAN, SALES_PLAN, TIMELINE, form_columns, lead_item, moving_columns,
    read_summary, request_digest, tombstone,
};
pub(crate) use ledger::{PAID, PAID_THROUGH, SUMS, account_item, entry_item, read_account, read_entry};
pub(crate) use marketplace::{
    ConversationHead, conversation_content, job_content, part_item, read_conversation, read_job, read_part,
    without_customer,
};
pub(crate) use member::{
    invitation_item, membership_item, organisation_item, read_invitation, read_membership, read_organisation,
    read_roll, roll_item,
};
pub(crate) use migration::{
    LOCK_RUN, LOCK_UNTIL, before_item, migration_lock_item, migration_note_item, migration_run_item,
    read_before, read_migration_lock, read_migration_note, read_migration_run,
};
pub(crate) use moving::{migrated_profile_item, move_notes_item, read_migrated_profile, read_move_notes};
pub(crate) use partner_profile::{partner_profile_item, read_partner_profile, read_waiting};
pub(crate) use payout::{
    payout_details_item, payout_item, payout_run_item, read_payout, read_payout_details, read_payout_run,
};
pub(crate) use person::{lead_mail_item, person_item, read_lead_mail, read_person};
pub(crate) use platform_event::{EventState, WAITS_FOR, applied_item, read_waiting_event, waiting_item};
pub(crate) use public_copy::{
    DETAILS, LISTING, ORG, RATINGS, STANDING, details_of, listing_of, public_copy_item, read_directory_row,
    read_public_copy,
};
pub(crate) use reading::Reader;
pub(crate) use referral::{Standing, moved_referral, read_referral, referral_item};
pub(crate) use review::{read_review, review_item};
pub(crate) use sales::{desk_item, read_desk, read_representative, representative_item};
pub(crate) use sight::{Sight, StoredTold, UNDELIVERED};
pub use webhook::StoredDelivery;
pub(crate) use webhook::{
    delivery_item, health_item, read_delivery, read_health, read_webhooks, webhooks_item,
};
pub(crate) use writing::{Draft, nested, number, text};

/// What [`crate::table::TYPE`] says of each kind of item.
pub mod kind {
    /// A lead.
    pub const LEAD: &str = "lead";
    /// What remains of an erased item, so that views drop it.
    pub const ERASED: &str = "erased";
    /// A referral record.
    pub const REFERRAL: &str = "referral";
    /// An entry of the ledger.
    pub const ENTRY: &str = "entry";
    /// An organisation's account in a currency.
    pub const ACCOUNT: &str = "account";
    /// An event of the platform.
    pub const PLATFORM_EVENT: &str = "event";
    /// What a run did about an account.
    pub const PAYOUT: &str = "payout";
    /// Where an organisation is paid.
    pub const PAYOUT_DETAILS: &str = "payout_details";
    /// A payout run.
    pub const PAYOUT_RUN: &str = "payout_run";
    /// A representative.
    pub const REPRESENTATIVE: &str = "rep";
    /// The sales desk.
    pub const DESK: &str = "desk";
    /// What a person wants by mail.
    pub const PERSON: &str = "person";
    /// Somebody's weekly summary.
    pub const DIGEST: &str = "digest";
    /// Where an organisation gets mail about its leads.
    pub const LEAD_MAIL: &str = "lead_mail";
    /// What the world sees of a profile.
    pub const PROFILE: &str = "profile";
    /// A profile with all that only the partner and the programme see.
    pub const PARTNER_PROFILE: &str = "partner_profile";
    /// An inquiry.
    pub const INQUIRY: &str = "inquiry";
    /// The marker of somebody's last inquiry to a partner.
    pub const SENDER: &str = "sender";
    /// How much of a limit is used up.
    pub const LIMIT: &str = "limit";
    /// A merchant who is a customer already.
    pub const CUSTOMER: &str = "customer";
    /// A review.
    pub const REVIEW: &str = "review";
    /// The marker of a partner's own number.
    pub const REFERENCE: &str = "ref";
    /// A mail's claim and what became of it.
    pub const MAIL: &str = "mail";
    /// A partner organisation.
    pub const ORGANISATION: &str = "organisation";
    /// Somebody's membership.
    pub const MEMBERSHIP: &str = "membership";
    /// An invitation to become a member.
    pub const INVITATION: &str = "invitation";
    /// Who belongs to a house and who is expected.
    pub const ROLL: &str = "roll";
    /// The tokens of an organisation.
    pub const API_TOKENS: &str = "api_tokens";
    /// How much a token is used.
    pub const API_TOKEN_USE: &str = "api_token_use";
    /// The endpoints of an organisation.
    pub const WEBHOOKS: &str = "webhooks";
    /// Something that is delivered to an endpoint.
    pub const HOOK_DELIVERY: &str = "hook_delivery";
    /// How an endpoint does.
    pub const HOOK_HEALTH: &str = "hook_health";
    /// A run of the migration.
    pub const MIGRATION_RUN: &str = "migration_run";
    /// Which run of the migration is under way.
    pub const MIGRATION_LOCK: &str = "migration_lock";
    /// What a run of the migration noted of a batch.
    pub const MIGRATION_NOTE: &str = "migration_note";
    /// How a profile stood before a run of the migration changed it.
    pub const MIGRATION_BEFORE: &str = "migration_before";
    /// What became of an old profile.
    pub const MIGRATED_PROFILE: &str = "migrated_profile";
    /// What a partner notes of its move.
    pub const MOVE_NOTES: &str = "move_notes";
    /// A job of the Experts Marketplace.
    pub const JOB: &str = "job";
    /// A conversation of the Experts Marketplace without its messages.
    pub const CONVERSATION: &str = "conversation";
    /// Messages of such a conversation.
    pub const CONVERSATION_PART: &str = "conversation_part";
    /// An entry of the audit log.
    pub const AUDIT: &str = "audit";
    /// The dates of the move from the Experts Marketplace.
    pub const CUTOVER: &str = "cutover";
}

/// An item of the table, not yet read as anything. Opaque outside this crate.
#[derive(Debug, Clone)]
pub struct Item(pub(crate) Attributes);

pub(crate) type Attributes = HashMap<String, AttributeValue>;
