//! A referral record: small enough that its list shows all of it, so most of it is one map.
//!
//! The sums, the state and the version stand beside the map.

use aws_sdk_dynamodb::types::AttributeValue;
use chrono::{DateTime, Utc};
use guildhall_domain::ids::LeadId;
use guildhall_domain::lead::Support;
use guildhall_domain::payout::Period;
use guildhall_domain::referral::{ChosenPlan, Plan, ReferralRecord, Source, Sums};
use serde::{Deserialize, Serialize};

use super::ledger::SUMS;
use super::writing::{Draft, nested, number, text};
use super::{Attributes, Reader, kind};
use crate::changes::Changes;
use crate::keys::{self, Key};
use crate::table::{CHANGED_AT, VERSION};
use crate::{Micros, StoreError};

/// All but what stands beside it.
pub(super) const RECORD: &str = "record";
/// Whether it counts.
const STATE: &str = "status";

const LIVE: &str = "live";
const REVERSED: &str = "reversed";

#[derive(Debug, Serialize, Deserialize)]
struct StoredRecord {
    source: Source,
    merchant: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lead: Option<LeadId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    support: Option<Support>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    plan: Option<StoredPlan>,
    at: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    terms: Option<String>,
    #[serde(default, skip_serializing_if = "Sums::is_empty")]
    taken_back: Sums,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    adjusted: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    period: Option<Period>,
}

#[derive(Debug, Serialize, Deserialize)]
struct StoredPlan {
    plan: Plan,
    at: i64,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    by: String,
}

fn record_map(record: &ReferralRecord) -> Result<AttributeValue, StoreError> {
    nested(&StoredRecord {
        source: record.source.clone(),
        merchant: record.merchant.clone(),
        lead: record.lead.clone(),
        support: record.support,
        plan: record.plan.as_ref().map(|chosen| StoredPlan {
            plan: chosen.plan,
            at: chosen.at.timestamp_micros(),
            by: chosen.by.clone(),
        }),
        at: record.referred_at.timestamp_micros(),
        terms: record.terms.clone(),
        taken_back: record.taken_back.clone(),
        adjusted: record.last_adjusted_at.map(|at| at.timestamp_micros()),
        period: record.last_period,
    })
}

fn state(record: &ReferralRecord) -> AttributeValue {
    text(if record.is_reversed { REVERSED } else { LIVE })
}

/// The whole item.
pub(crate) fn referral_item(record: &ReferralRecord, changed_at: Micros) -> Result<Attributes, StoreError> {
    Ok(Draft::new(&Key::referral(&record.org, &record.id), kind::REFERRAL)
        .listed(record.version, changed_at)
        .put(STATE, state(record))
        .put(RECORD, record_map(record)?)
        .put(SUMS, nested(&record.revenue)?)
        .finish())
}

/// What a change of the record writes of its item.
pub(crate) fn moved_referral(record: &ReferralRecord, changed_at: Micros) -> Result<Changes, StoreError> {
    Ok(Changes::default()
        .put(VERSION, Some(number(record.version)))
        .put(CHANGED_AT, Some(number(changed_at.0)))
        .put(STATE, Some(state(record)))
        .put(RECORD, Some(record_map(record)?))
        .put(SUMS, Some(nested(&record.revenue)?)))
}

/// A record as it was read, with the moment of its last write: what is struck out of an item that stays leaves the
/// version as it is.
#[derive(Debug, Clone)]
pub(crate) struct Standing {
    pub(crate) record: ReferralRecord,
    pub(crate) changed_at: Micros,
}

impl Standing {
    /// The record of an item, unless it has expired.
    pub(crate) fn read(item: Attributes) -> Result<Option<Self>, StoreError> {
        let reader = Reader::new(item);
        if reader.has_expired(Micros::now()) {
            return Ok(None);
        }
        let changed_at = reader.digits(CHANGED_AT).map(Micros).ok_or_else(|| reader.damage(CHANGED_AT))?;
        Ok(Some(Self { record: read_referral(reader)?, changed_at }))
    }

    /// The condition that a record does not count: there is none, or it is reversed.
    pub(crate) fn is_not_live(changes: &mut Changes) -> String {
        format!(
            "attribute_not_exists({}) OR {} = {}",
            changes.name(crate::table::PK),
            changes.name(STATE),
            changes.value(REVERSED, text(REVERSED)),
        )
    }
}

/// The record of an item, or of an index of it.
pub(crate) fn read_referral(mut reader: Reader) -> Result<ReferralRecord, StoreError> {
    if !reader.is(kind::REFERRAL) {
        return Err(reader.damage(crate::table::TYPE));
    }
    let (org, id) = reader.key(keys::referral_at)?;
    let record: StoredRecord = reader.nested(RECORD)?;
    let moment = |micros: i64| -> Result<DateTime<Utc>, StoreError> {
        DateTime::from_timestamp_micros(micros).ok_or_else(|| reader.damage(RECORD))
    };
    let referred_at = moment(record.at)?;
    let last_adjusted_at = record.adjusted.map(&moment).transpose()?;
    let plan = match record.plan {
        Some(StoredPlan { plan, at, by }) => Some(ChosenPlan { plan, at: moment(at)?, by }),
        None => None,
    };
    let is_reversed = match reader.text(STATE)?.as_str() {
        LIVE => false,
        REVERSED => true,
        _ => return Err(reader.damage(STATE)),
    };
    Ok(ReferralRecord {
        id,
        org,
        source: record.source,
        merchant: record.merchant,
        lead: record.lead,
        support: record.support,
        plan,
        referred_at,
        terms: record.terms,
        is_reversed,
        revenue: reader.nested(SUMS)?,
        taken_back: record.taken_back,
        last_adjusted_at,
        last_period: record.period,
        version: reader.number(VERSION)?,
    })
}
