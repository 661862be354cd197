//! The referral history and the ledger: partners export their organisation's, without amounts, or not at all, where
//! they may not see money.

use std::collections::HashMap;
use std::sync::Arc;

use guildhall_contract::query::{read_ledger_query, read_referral_query};
use guildhall_contract::sheets::{
    Cell, LEDGER_COLUMNS, REFERRAL_COLUMNS, REFERRAL_COLUMNS_WITHOUT_MONEY, ledger_cells, referral_cells,
    referral_cells_without_money,
};
use guildhall_domain::ids::OrgId;
use guildhall_domain::referral::ReferralId;
use guildhall_domain::referral::history::{HistoryRow, PaidThrough};
use guildhall_domain::referral::ledger::{LedgerLine, LedgerRow};
use guildhall_domain::referral::listing::ReferralRow;
use guildhall_http::{Caller, OrFail, Problem, ProblemCode};
use guildhall_store::{Ledger, Snapshot, Table, Views};

use super::{VIEW_BYTES, picked};

/// What the history and the ledger are read from.
pub(crate) struct Books {
    records: Views<ReferralRow>,
    entries: Views<LedgerRow>,
    accounts: Ledger,
}

/// The referrals of an organisation.
pub(crate) struct Referrals {
    records: Arc<Snapshot<ReferralRow>>,
    paid: PaidThrough,
    sees_money: bool,
}

/// The entries that they earned.
pub(crate) struct Entries {
    entries: Arc<Snapshot<LedgerRow>>,
    referrals: Referrals,
}

impl Books {
    pub(super) fn new(table: &Table) -> Self {
        Self {
            records: Views::new(table.clone(), VIEW_BYTES),
            entries: Views::new(table.clone(), VIEW_BYTES),
            accounts: Ledger::new(table.clone()),
        }
    }

    pub(super) async fn referrals(&self, caller: &Caller) -> Result<Referrals, Problem> {
        self.of(organisation(caller)?, caller.sees_money).await
    }

    pub(super) async fn ledger(&self, caller: &Caller) -> Result<Entries, Problem> {
        let org = organisation(caller)?;
        if !caller.sees_money {
            return Err(Problem::new(ProblemCode::Forbidden));
        }
        // Entries before their records, so that no entry is without one.
        let entries = self.entries.read(org).await.or_fail()?;
        Ok(Entries { entries, referrals: self.of(org, true).await? })
    }

    async fn of(&self, org: &OrgId, sees_money: bool) -> Result<Referrals, Problem> {
        let records = self.records.read(org).await.or_fail()?;
        let paid = PaidThrough::of(&self.accounts.accounts_of(org).await.or_fail()?);
        Ok(Referrals { records, paid, sees_money })
    }
}

fn organisation(caller: &Caller) -> Result<&OrgId, Problem> {
    let org = caller.actor.org.as_ref().filter(|_| caller.actor.role.reads_referrals());
    org.ok_or_else(|| Problem::new(ProblemCode::Forbidden))
}

impl Referrals {
    pub(super) fn header(&self) -> &'static [&'static str] {
        if self.sees_money { &REFERRAL_COLUMNS } else { &REFERRAL_COLUMNS_WITHOUT_MONEY }
    }

    pub(super) fn order(&self, pairs: &[(String, String)]) -> Result<Vec<String>, Problem> {
        let pairs = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let query = read_referral_query(pairs).map_err(Problem::query)?;
        // The order by revenue would tell who earned more.
        if query.order.column.tells_money() && !self.sees_money {
            return Err(Problem::new(ProblemCode::Forbidden));
        }
        let (mut rows, _) = query.filter.narrow(self.records.iter(), &self.paid);
        rows.sort_unstable_by(|left, right| query.order.compare(left, right));
        Ok(rows.iter().map(|row| row.referral().id.to_string()).collect())
    }

    /// A referral has a line for each currency that it earned in.
    pub(super) fn rows(&self, ids: &[&str]) -> Vec<Vec<Cell>> {
        picked(
            self.records.iter(),
            |row| &row.referral.id,
            ids,
            |row| {
                let row = HistoryRow::new(row, &self.paid);
                match self.sees_money {
                    true => referral_cells(&row).map(Vec::from).collect(),
                    false => vec![referral_cells_without_money(&row).into()],
                }
            },
        )
    }
}

impl Entries {
    pub(super) fn header(&self) -> &'static [&'static str] {
        &LEDGER_COLUMNS
    }

    pub(super) fn order(&self, pairs: &[(String, String)]) -> Result<Vec<String>, Problem> {
        let pairs = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let query = read_ledger_query(pairs).map_err(Problem::query)?;
        let by_id = self.by_id();
        let mut lines = query.filter.narrow(self.entries.iter().map(|row| self.line(row, &by_id)));
        lines.sort_unstable_by(|left, right| query.order.compare(left, right));
        Ok(lines.iter().map(|line| line.entry().id.to_string()).collect())
    }

    pub(super) fn rows(&self, ids: &[&str]) -> Vec<Vec<Cell>> {
        let by_id = self.by_id();
        picked(
            self.entries.iter(),
            |row| &row.entry.id,
            ids,
            |row| vec![ledger_cells(&self.line(row, &by_id)).into()],
        )
    }

    fn by_id(&self) -> HashMap<&ReferralId, &ReferralRow> {
        self.referrals.records.iter().map(|row| (&row.referral.id, row)).collect()
    }

    fn line<'a>(&self, row: &'a LedgerRow, by_id: &HashMap<&ReferralId, &'a ReferralRow>) -> LedgerLine<'a> {
        LedgerLine::new(row, by_id.get(&row.entry.record).copied(), &self.referrals.paid)
    }
}
