//! What lists show of a lead beside its columns. An index projects twenty names and they are taken, so this is a map in
//! one of them, whose fields are written one by one: some move with the lead's story, others without it.

use std::collections::BTreeMap;

use aws_sdk_dynamodb::types::AttributeValue;
use chrono::{DateTime, NaiveDate, Utc};
use guildhall_domain::delivery::Delivery;
use guildhall_domain::lead::{Hold, Lead, Told};
use guildhall_domain::policy::{Due, Promise};
use serde::{Deserialize, Serialize};

use super::nested;
use crate::StoreError;

/// The map's attribute.
pub(crate) const SIGHT: &str = "record";
/// Some mail did not reach its reader.
pub(crate) const UNDELIVERED: &str = "record.undelivered";

/// The map.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Sight {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) hold: Option<Hold>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) due: Option<StoredDue>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) escalated: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) partner_plan: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) sales_plan: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) undelivered: bool,
}

impl Sight {
    /// What lists show of a lead.
    pub(crate) fn of(lead: &Lead) -> Self {
        Self {
            hold: lead.hold(),
            due: lead.due.map(StoredDue::from),
            escalated: lead.is_escalated(),
            partner_plan: lead.plans.partner.as_ref().map(|plan| plan.date),
            sales_plan: lead.plans.sales.as_ref().map(|plan| plan.date),
            undelivered: lead.has_undelivered_mail(),
        }
    }

    /// What moves with the lead's story. The rest is written by whoever changes it.
    pub(crate) fn moving(&self) -> Result<[(&'static str, Option<AttributeValue>); 3], StoreError> {
        Ok([
            ("record.hold", self.hold.as_ref().map(nested).transpose()?),
            ("record.due", self.due.as_ref().map(nested).transpose()?),
            ("record.escalated", self.escalated.then_some(AttributeValue::Bool(true))),
        ])
    }
}

/// A promise with its deadline, in seconds.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(crate) struct StoredDue {
    promise: Promise,
    since: i64,
    at: i64,
}

impl From<Due> for StoredDue {
    fn from(due: Due) -> Self {
        Self { promise: due.promise, since: due.since.timestamp_micros(), at: due.at.timestamp_micros() }
    }
}

impl From<StoredDue> for Due {
    fn from(due: StoredDue) -> Self {
        let moment = |micros| DateTime::<Utc>::from_timestamp_micros(micros).unwrap_or_default();
        Self { promise: due.promise, since: moment(due.since), at: moment(due.at) }
    }
}

/// What became of one mail about a lead.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct StoredTold {
    pub(crate) seq: u64,
    pub(crate) audience: String,
    pub(crate) delivery: Delivery,
}

/// The mails by id.
pub(crate) fn stored_mails(mails: &[Told]) -> BTreeMap<&str, StoredTold> {
    let stored =
        |told: &Told| StoredTold { seq: told.seq, audience: told.audience.clone(), delivery: told.delivery };
    mails.iter().map(|told| (told.mail.as_str(), stored(told))).collect()
}

/// The mails as they are told of, in the order of their events.
pub(crate) fn read_mails(stored: BTreeMap<String, StoredTold>) -> Vec<Told> {
    let mut mails: Vec<_> = stored
        .into_iter()
        .map(|(mail, told)| Told { seq: told.seq, audience: told.audience, mail, delivery: told.delivery })
        .collect();
    mails.sort_by(|left, right| (left.seq, &left.audience).cmp(&(right.seq, &right.audience)));
    mails
}
