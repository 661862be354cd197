//! Webhooks: what partners' own systems are told of, where, and what becomes of it.
//!
//! What is delivered follows from a committed write and from nothing else, under an id that follows from it too, so
//! however often it is derived, or sent, a receiver can tell that it is the same.

mod address;
mod delivery;
mod endpoint;
mod event;
mod health;
mod ids;
mod target;
mod topic;

pub use address::is_public;
pub use delivery::{BACKOFF, HookAttempt, HookDelivery, HookState, KEPT_DAYS, TRIES_SHOWN};
pub use endpoint::{AT_A_WORD, HookStop, MOST, Webhook, WebhookChange, Webhooks, change_of};
pub use event::{
    HookData, HookEvent, HookPayload, of_inquiry, of_lead, of_ledger_entry, of_payout, of_referral,
};
pub use health::{BROKEN_AFTER, BROKEN_FOR, HookHealth};
pub use ids::{HookDeliveryId, HookId, HookIdError};
pub use target::{Allowed, AllowedError, Host, Target, URL_MAX, UrlFault};
pub use topic::{HookFailure, HookTopic};
