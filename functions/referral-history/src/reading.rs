//! What every answer begins with: the lists as they stand now, and through when the accounts were paid.

use std::collections::HashMap;
use std::sync::Arc;

use guildhall_domain::ids::OrgId;
use guildhall_domain::listing::Start;
use guildhall_domain::referral::ReferralId;
use guildhall_domain::referral::history::PaidThrough;
use guildhall_domain::referral::ledger::{LedgerLine, LedgerRow};
use guildhall_domain::referral::listing::ReferralRow;
use guildhall_http::{OrFail, Problem, ProblemCode};
use guildhall_store::{CursorKey, Scope, Snapshot, StoreError};
use serde::de::DeserializeOwned;

use crate::ReferralHistory;

/// The records of an organisation beside its accounts.
pub(crate) struct Records {
    pub(crate) rows: Arc<Snapshot<ReferralRow>>,
    pub(crate) paid: PaidThrough,
}

/// The same, and the entries that they earned.
pub(crate) struct Books {
    pub(crate) records: Records,
    pub(crate) entries: Arc<Snapshot<LedgerRow>>,
}

impl ReferralHistory {
    pub(crate) async fn records(&self, org: &OrgId) -> Result<Records, Problem> {
        let (rows, paid) = tokio::try_join!(self.records.read(org), self.paid(org)).or_fail()?;
        Ok(Records { rows, paid })
    }

    /// Entries are read before their records, so that no entry is without one.
    pub(crate) async fn books(&self, org: &OrgId) -> Result<Books, Problem> {
        let entries = self.entries.read(org).await.or_fail()?;
        Ok(Books { records: self.records(org).await?, entries })
    }

    async fn paid(&self, org: &OrgId) -> Result<PaidThrough, StoreError> {
        Ok(PaidThrough::of(&self.ledger.accounts_of(org).await?))
    }
}

impl Books {
    /// Every line of the ledger.
    pub(crate) fn lines(&self) -> impl Iterator<Item = LedgerLine<'_>> {
        let by_id: HashMap<&ReferralId, &ReferralRow> =
            self.records.rows.iter().map(|row| (&row.referral.id, row)).collect();
        self.entries
            .iter()
            .map(move |row| LedgerLine::new(row, by_id.get(&row.entry.record).copied(), &self.records.paid))
    }
}

/// Where the page starts that a query asks for.
pub(crate) fn start_of<Id: DeserializeOwned>(
    cursors: &CursorKey,
    scope: &Scope,
    cursor: Option<&str>,
) -> Result<Start<Id>, Problem> {
    match cursor {
        Some(cursor) => {
            cursors.open::<Id>(scope, cursor).map_err(|_| Problem::new(ProblemCode::InvalidCursor))
        }
        None => Ok(Start::First),
    }
}

/// A sum that no number holds: amounts are bounded where they are booked.
pub(crate) fn out_of_range<E>(_: E) -> Problem {
    Problem::new(ProblemCode::Internal)
}
