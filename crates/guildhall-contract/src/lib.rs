//! What goes over the wire: requests, answers, field rules and problem codes.
//!
//! Functions and frontend share this crate, so a field has one rule, checked beside the field while
//! typing and again by the server, and an answer has one shape on both ends.

pub mod api_tokens;
pub mod archives;
pub mod audit;
pub mod clearance;
pub mod client_config;
pub mod commands;
pub mod contact;
pub mod cutover;
pub mod directory;
pub mod directory_query;
pub mod exports;
pub mod fields;
pub mod import;
pub mod inquiries;
pub mod inquiry_form;
pub mod lead_form;
pub mod lead_work;
pub mod leads;
pub mod mails;
pub mod marketplace;
pub mod members;
pub mod migrations;
pub mod moderation;
pub mod moving;
#[cfg(feature = "openapi")]
pub mod openapi;
pub mod organisations;
pub mod own_profile;
pub mod partner_api;
pub mod payouts;
pub mod platform_events;
pub mod privacy;
pub mod problem;
pub mod profile;
pub mod profile_form;
pub mod query;
pub mod receipts;
pub mod referrals;
pub mod reviews;
pub mod sales;
pub mod settings;
pub mod sheets;
pub mod webhooks;
