//! A referral record: small enough that its list shows all of it, so most of it is one map.
//!
//! The ledger, the state and the version stand beside the map, since a change moves only those.

use chrono::{DateTime, Utc};
use guildhall_domain::ids::LeadId;
use guildhall_domain::money::Currency;
use guildhall_domain::referral::{LedgerEntry, Plan, ReferralRecord, ReferralState, Source};
use serde::{Deserialize, Serialize};

use super::writing::{Draft, nested, text};
use super::{Attributes, Reader, kind};
use crate::keys::{self, Key};
use crate::table::VERSION;
use crate::{Micros, StoreError};

/// What never changes about the record, but for a record that lives again.
pub(crate) const RECORD: &str = "record";
/// The ledger.
pub(crate) const ENTRIES: &str = "entries";
/// Where the payout stands.
pub(crate) const STATE: &str = "status";

const STATES: [ReferralState; 3] = [ReferralState::Scheduled, ReferralState::Paid, ReferralState::Reversed];

#[derive(Debug, Serialize, Deserialize)]
struct StoredRecord {
    source: Source,
    merchant: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lead: Option<LeadId>,
    plan: Plan,
    at: i64,
    terms: String,
    currency: Currency,
}

/// The map of the record.
pub(crate) fn record_map(
    record: &ReferralRecord,
) -> Result<aws_sdk_dynamodb::types::AttributeValue, StoreError> {
    nested(&StoredRecord {
        source: record.source,
        merchant: record.merchant.clone(),
        lead: record.lead.clone(),
        plan: record.plan,
        at: record.referred_at.timestamp_micros(),
        terms: record.terms.clone(),
        currency: record.currency,
    })
}

/// The whole item.
pub(crate) fn referral_item(record: &ReferralRecord, changed_at: Micros) -> Result<Attributes, StoreError> {
    Ok(Draft::new(&Key::referral(&record.org, &record.id), kind::REFERRAL)
        .listed(record.version, changed_at)
        .put(STATE, text(record.state.code()))
        .put(RECORD, record_map(record)?)
        .put_nested(ENTRIES, &record.entries)?
        .finish())
}

/// The record of an item, or of an index of it.
pub(crate) fn read_referral(mut reader: Reader) -> Result<ReferralRecord, StoreError> {
    if !reader.is(kind::REFERRAL) {
        return Err(reader.damage(crate::table::TYPE));
    }
    let (org, id) = reader.key(keys::referral_at)?;
    let record: StoredRecord = reader.nested(RECORD)?;
    let entries: Vec<LedgerEntry> = reader.nested(ENTRIES)?;
    let referred_at: DateTime<Utc> =
        DateTime::from_timestamp_micros(record.at).ok_or_else(|| reader.damage(RECORD))?;
    Ok(ReferralRecord {
        id,
        org,
        source: record.source,
        merchant: record.merchant,
        lead: record.lead,
        plan: record.plan,
        referred_at,
        terms: record.terms,
        state: reader.choice(STATE, &STATES, ReferralState::code)?,
        currency: record.currency,
        entries,
        version: reader.number(VERSION)?,
    })
}
