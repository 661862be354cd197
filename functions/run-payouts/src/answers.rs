//! The list of runs, and one of them.

use guildhall_contract::payouts::{
    PayoutRunDetails, PayoutRunItem, PayoutRunPage, RunRowItem, RunStateCount, read_payout_run_query,
    read_run_list_query,
};
use guildhall_domain::ids::OrgId;
use guildhall_domain::listing::{Start, page};
use guildhall_domain::money::{Currency, Money};
use guildhall_domain::payout::Period;
use guildhall_domain::payout::listing::{RunRow, RunRowState};
use guildhall_domain::referral::Sums;
use guildhall_http::{Body, OrFail, Problem, ProblemCode, Request, Response, json, query_pairs};
use guildhall_store::Scope;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::piece::out_of_range;
use crate::survey::periods;
use crate::{RunPayouts, period};

impl RunPayouts {
    /// The periods with their runs.
    pub(crate) async fn list(&self, request: &Request) -> Result<Response<Body>, Problem> {
        let pairs = query_pairs(request);
        let query = read_run_list_query(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        let query = query.map_err(Problem::query)?;
        let scope = Scope::new("payout-runs", &query.order, &());
        let start = self.start::<Period>(&scope, query.cursor.as_deref())?;
        let runs = self.payouts.runs().await.or_fail()?;
        let rows = periods(runs.into_iter().map(|run| run.value).collect(), self.clock.now());
        let page = page(rows.iter().collect(), &query.order, &start, query.limit);
        json(&PayoutRunPage {
            items: page.rows.iter().map(|row| PayoutRunItem::from(*row)).collect(),
            total: page.total,
            offset: page.offset,
            next: page.next.map(|start| self.cursors.seal(&scope, &start)),
            previous: page.previous.map(|start| self.cursors.seal(&scope, &start)),
        })
    }

    /// A run with its accounts, or its preview.
    pub(crate) async fn show(&self, request: &Request) -> Result<Response<Body>, Problem> {
        let pairs = query_pairs(request);
        let query = read_payout_run_query(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        let query = query.map_err(Problem::query)?;
        let period = period(request)?;
        let scope = Scope::new(&format!("payout-run:{period}"), &query.order, &query.filter);
        let start = self.start::<(OrgId, Currency)>(&scope, query.cursor.as_deref())?;
        let survey = self.survey(period).await?;
        let (rows, counts) = query.filter.narrow(survey.rows.iter());
        let paid = [RunRowState::Paid, RunRowState::ToPay];
        let totals_paid = totals(&rows, |state| paid.contains(&state))?;
        let totals_held = totals(&rows, |state| !paid.contains(&state))?;
        let page = page(rows, &query.order, &start, query.limit);
        json(&PayoutRunDetails {
            run: PayoutRunItem::from(&survey.period),
            leads: survey.leads,
            items: page.rows.iter().map(|row| RunRowItem::from(*row)).collect(),
            total: page.total,
            offset: page.offset,
            next: page.next.map(|start| self.cursors.seal(&scope, &start)),
            previous: page.previous.map(|start| self.cursors.seal(&scope, &start)),
            counts: counts.into_iter().map(|(state, count)| RunStateCount { state, count }).collect(),
            totals_paid,
            totals_held,
        })
    }

    fn start<Id: Serialize + DeserializeOwned>(
        &self,
        scope: &Scope,
        cursor: Option<&str>,
    ) -> Result<Start<Id>, Problem> {
        let Some(cursor) = cursor else { return Ok(Start::First) };
        self.cursors.open::<Id>(scope, cursor).map_err(|_| Problem::new(ProblemCode::InvalidCursor))
    }
}

fn totals(rows: &[&RunRow], is_wanted: impl Fn(RunRowState) -> bool) -> Result<Vec<Money>, Problem> {
    let wanted = rows.iter().filter(|row| is_wanted(row.state));
    Ok(Sums::of(wanted.map(|row| row.amount)).map_err(out_of_range)?.iter().collect())
}
