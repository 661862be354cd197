//! The ledger and its spreadsheet.

use std::collections::BTreeSet;

use guildhall_contract::query::{LedgerQuery, read_ledger_query};
use guildhall_contract::referrals::{KindSums, LedgerItem, LedgerPage};
use guildhall_contract::sheets::{LEDGER_COLUMNS, ledger_cells};
use guildhall_domain::listing::page;
use guildhall_domain::referral::ledger::{LedgerLine, LedgerSums};
use guildhall_http::{
    Body, Organisation, Problem, Request, Response, json, query_pairs, spreadsheet, take_mark,
};
use guildhall_store::Scope;

use crate::ReferralHistory;
use crate::reading::{out_of_range, start_of};

impl ReferralHistory {
    pub(crate) async fn list_ledger(
        &self,
        request: &Request,
        organisation: &Organisation,
    ) -> Result<Response<Body>, Problem> {
        let query = read_query(&query_pairs(request))?;
        let scope = Scope::new(&format!("ledger:{}", organisation.id), &query.order, &query.filter);
        let start = start_of(&self.cursors, &scope, query.cursor.as_deref())?;
        let books = self.books(&organisation.id).await?;
        let lines = query.filter.narrow(books.lines());
        let sums = LedgerSums::of(lines.iter().map(LedgerLine::entry)).map_err(out_of_range)?;
        let page = page(lines.iter().collect(), &query.order, &start, query.limit);
        let entries = || books.entries.iter().map(|row| &row.entry);
        let currencies: BTreeSet<_> = entries().map(|entry| entry.amount.currency).collect();
        let periods: BTreeSet<_> = entries().map(|entry| entry.period).collect();
        json(&LedgerPage {
            items: page.rows.iter().map(|line| LedgerItem::from(*line)).collect(),
            total: page.total,
            offset: page.offset,
            next: page.next.map(|start| self.cursors.seal(&scope, &start)),
            previous: page.previous.map(|start| self.cursors.seal(&scope, &start)),
            totals: sums.all.iter().collect(),
            by_kind: KindSums::of(&sums),
            currencies: currencies.into_iter().collect(),
            periods: periods.into_iter().rev().collect(),
        })
    }

    pub(crate) async fn export_ledger(
        &self,
        request: &Request,
        organisation: &Organisation,
    ) -> Result<Response<Body>, Problem> {
        let mut pairs = query_pairs(request);
        let mark = take_mark(&mut pairs)?;
        let query = read_query(&pairs)?;
        let books = self.books(&organisation.id).await?;
        let mut lines = query.filter.narrow(books.lines());
        lines.sort_unstable_by(|left, right| query.order.compare(left, right));
        spreadsheet("ledger.csv", mark, LEDGER_COLUMNS, lines.iter().map(ledger_cells))
    }
}

fn read_query(pairs: &[(String, String)]) -> Result<LedgerQuery, Problem> {
    let pairs = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    read_ledger_query(pairs).map_err(Problem::query)
}
