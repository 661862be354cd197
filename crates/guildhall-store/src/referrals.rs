//! Referral records. They are written by what happens to leads; this room only keeps them.

use aws_sdk_dynamodb::types::Update;
use guildhall_domain::ids::OrgId;
use guildhall_domain::referral::{ReferralChange, ReferralId, ReferralRecord, ReferralState};

use crate::changes::Changes;
use crate::item::{
    ENTRIES, RECORD, Reader, STATE, kind, nested, number, read_referral, record_map, referral_item, text,
};
use crate::keys::Key;
use crate::table::{CHANGED_AT, PK, TYPE, VERSION};
use crate::{Micros, StoreError, Table};

/// The referral records of the table.
#[derive(Debug, Clone)]
pub struct Referrals {
    table: Table,
}

impl Referrals {
    /// The referral records of a table.
    #[must_use]
    pub fn new(table: Table) -> Self {
        Self { table }
    }

    /// Writes a record as it is, for demo data and imports.
    ///
    /// # Errors
    /// When the table does not answer.
    pub async fn put(&self, record: &ReferralRecord) -> Result<(), StoreError> {
        self.table.put(referral_item(record, Micros::now())?).await
    }

    /// One record as it stands now.
    ///
    /// # Errors
    /// When the table does not answer, or the item is damaged.
    pub async fn get(&self, org: &OrgId, id: &ReferralId) -> Result<Option<ReferralRecord>, StoreError> {
        let Some(item) = self.table.get(&Key::referral(org, id), true).await? else { return Ok(None) };
        let reader = Reader::new(item);
        if reader.has_expired(Micros::now()) {
            return Ok(None);
        }
        read_referral(reader).map(Some)
    }
}

/// What a lead's event does to its record, as a part of the event's own transaction.
pub(crate) fn change_item(table: &Table, org: &OrgId, change: &ReferralChange) -> Result<Update, StoreError> {
    let changes = Changes::default().put(CHANGED_AT, Some(number(Micros::now().0))).count_up(VERSION);
    match change {
        ReferralChange::Create(record) => create(table, org, record, changes),
        ReferralChange::Reverse(id) => reverse(table, org, id, changes),
    }
}

/// A record comes to be, or a reversed one lives again and keeps its ledger. While one lives, a second
/// is refused, whatever else the transaction does.
fn create(
    table: &Table,
    org: &OrgId,
    record: &ReferralRecord,
    changes: Changes,
) -> Result<Update, StoreError> {
    let mut changes = changes
        .put(TYPE, Some(text(kind::REFERRAL)))
        .put(STATE, Some(text(record.state.code())))
        .put(RECORD, Some(record_map(record)?))
        .append(ENTRIES, nested(&record.entries)?);
    let condition = format!(
        "attribute_not_exists({}) OR {} = {}",
        changes.name(PK),
        changes.name(STATE),
        changes.value("reversed", text(ReferralState::Reversed.code())),
    );
    table.update(&Key::referral(org, &record.id), changes, condition)
}

fn reverse(table: &Table, org: &OrgId, id: &ReferralId, changes: Changes) -> Result<Update, StoreError> {
    let mut changes = changes.put(STATE, Some(text(ReferralState::Reversed.code())));
    // The state's own placeholder already stands for "reversed".
    let condition = format!("attribute_exists({}) AND {} <> :{STATE}", changes.name(PK), changes.name(STATE));
    table.update(&Key::referral(org, id), changes, condition)
}
