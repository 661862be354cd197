//! The list of referrals, its spreadsheet, and one referral with its ledger.

use std::collections::BTreeSet;

use guildhall_contract::query::{ReferralQuery, read_referral_query};
use guildhall_contract::referrals::{
    KindSums, LedgerItem, ReferralDetails, ReferralItem, ReferralLedger, ReferralPage,
};
use guildhall_contract::sheets::{
    REFERRAL_COLUMNS, REFERRAL_COLUMNS_WITHOUT_MONEY, referral_cells, referral_cells_without_money,
};
use guildhall_domain::listing::page;
use guildhall_domain::policy::{estimate, terms_by_id};
use guildhall_domain::referral::ReferralId;
use guildhall_domain::referral::history::{HistoryRow, revenue_of};
use guildhall_domain::referral::ledger::LedgerSums;
use guildhall_http::{
    Body, Problem, ProblemCode, Request, Response, json, not_found, path_parameter, query_pairs, spreadsheet,
    tagged, take_mark,
};
use guildhall_store::Scope;

use crate::reading::{out_of_range, start_of};
use crate::{Reader, ReferralHistory};

/// The most entries that come with one referral.
const NEWEST: usize = 50;

impl ReferralHistory {
    pub(crate) async fn list(
        &self,
        request: &Request,
        reader: &Reader<'_>,
    ) -> Result<Response<Body>, Problem> {
        let query = read_query(&query_pairs(request), reader)?;
        let scope = Scope::new(&format!("referrals:{}", reader.organisation.id), &query.order, &query.filter);
        let start = start_of(&self.cursors, &scope, query.cursor.as_deref())?;
        let records = self.records(&reader.organisation.id).await?;
        let (rows, states) = query.filter.narrow(records.rows.iter(), &records.paid);
        let totals = reader.sees_money.then(|| revenue_of(rows.iter().map(HistoryRow::referral))).transpose();
        let page = page(rows.iter().collect(), &query.order, &start, query.limit);
        let live = records.rows.iter().filter(|row| !row.referral.is_reversed);
        let sources: BTreeSet<_> = live.map(|row| &row.referral.source).collect();
        json(&ReferralPage {
            items: page.rows.iter().map(|row| ReferralItem::new(row, reader.sees_money)).collect(),
            total: page.total,
            offset: page.offset,
            next: page.next.map(|start| self.cursors.seal(&scope, &start)),
            previous: page.previous.map(|start| self.cursors.seal(&scope, &start)),
            totals: totals.map_err(out_of_range)?,
            states: states.into_iter().map(Into::into).collect(),
            sources: sources.into_iter().cloned().collect(),
        })
    }

    pub(crate) async fn export(
        &self,
        request: &Request,
        reader: &Reader<'_>,
    ) -> Result<Response<Body>, Problem> {
        let mut pairs = query_pairs(request);
        let mark = take_mark(&mut pairs)?;
        let query = read_query(&pairs, reader)?;
        let records = self.records(&reader.organisation.id).await?;
        let (mut rows, _) = query.filter.narrow(records.rows.iter(), &records.paid);
        rows.sort_unstable_by(|left, right| query.order.compare(left, right));
        if reader.sees_money {
            let rows = rows.iter().flat_map(referral_cells);
            return spreadsheet("referrals.csv", mark, REFERRAL_COLUMNS, rows);
        }
        let rows = rows.iter().map(referral_cells_without_money);
        spreadsheet("referrals.csv", mark, REFERRAL_COLUMNS_WITHOUT_MONEY, rows)
    }

    pub(crate) async fn details(
        &self,
        request: &Request,
        reader: &Reader<'_>,
    ) -> Result<Response<Body>, Problem> {
        let id = path_parameter(request, "referral_id").and_then(|id| id.parse::<ReferralId>().ok());
        let id = id.ok_or_else(not_found)?;
        let org = &reader.organisation.id;
        if !reader.sees_money {
            let records = self.records(org).await?;
            let row = records.rows.iter().find(|row| row.referral.id == id).ok_or_else(not_found)?;
            let referral = ReferralItem::new(&HistoryRow::new(row, &records.paid), false);
            return tagged(&ReferralDetails { referral, ledger: None, estimate: None }, row.referral.version);
        }
        let books = self.books(org).await?;
        let row = books.records.rows.iter().find(|row| row.referral.id == id).ok_or_else(not_found)?;
        let mut lines: Vec<_> = books.lines().filter(|line| line.entry().record == id).collect();
        lines.sort_unstable_by_key(|line| std::cmp::Reverse((line.entry().booked_at, line.entry().id)));
        let sums = LedgerSums::of(lines.iter().map(guildhall_domain::referral::ledger::LedgerLine::entry))
            .map_err(out_of_range)?;
        let ledger = ReferralLedger {
            total: lines.len(),
            newest: lines.iter().take(NEWEST).map(LedgerItem::from).collect(),
            by_kind: KindSums::of(&sums),
            last_adjusted_at: lines.first().map(|line| line.entry().booked_at),
        };
        let terms = row.referral.terms.as_deref().and_then(terms_by_id).filter(|_| !row.referral.is_reversed);
        let details = ReferralDetails {
            referral: ReferralItem::new(&HistoryRow::new(row, &books.records.paid), true),
            ledger: Some(ledger),
            estimate: terms.zip(row.referral.plan).and_then(|(terms, plan)| estimate(terms, plan)),
        };
        tagged(&details, row.referral.version)
    }
}

fn read_query(pairs: &[(String, String)], reader: &Reader<'_>) -> Result<ReferralQuery, Problem> {
    let pairs = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let query = read_referral_query(pairs).map_err(Problem::query)?;
    // The order by revenue would tell who earned more.
    if query.order.column.tells_money() && !reader.sees_money {
        return Err(Problem::new(ProblemCode::Forbidden));
    }
    Ok(query)
}
