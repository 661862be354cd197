//! Answers what every referral of an organisation earned, stores it created for merchants included.

use guildhall_contract::query::{ReferralQuery, read_referral_query};
use guildhall_contract::referrals::{ReferralItem, ReferralPage};
use guildhall_domain::listing::{Start, page};
use guildhall_domain::referral::ReferralId;
use guildhall_domain::referral::listing::{ReferralRow, ReferralSummary, totals};
use guildhall_http::{
    Body, Caller, Handler, OrFail, Organisation, Problem, ProblemCode, Request, Response, caller, json,
    query_pairs,
};
use guildhall_store::{CursorKey, Scope, Table, Views};

/// The most memory that views may hold.
const VIEW_BYTES: usize = 128 * 1024 * 1024;

/// Reads referral records.
pub struct ReferralHistory {
    views: Views<ReferralRow>,
    cursors: CursorKey,
}

impl ReferralHistory {
    /// Reads from this table; cursors are sealed with this key.
    #[must_use]
    pub fn new(table: Table, cursors: CursorKey) -> Self {
        Self { views: Views::<ReferralRow>::new(table, VIEW_BYTES), cursors }
    }
}

impl Handler for ReferralHistory {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        let caller = caller(&request)?;
        let organisation = may_read(&caller)?;
        let query = read_query(&request)?;
        let scope = Scope::new(&format!("referrals:{}", organisation.id), &query.order, &query.filter);
        let start = match &query.cursor {
            Some(cursor) => self
                .cursors
                .open::<ReferralId>(&scope, cursor)
                .map_err(|_| Problem::new(ProblemCode::InvalidCursor))?,
            None => Start::First,
        };
        let snapshot = self.views.read(&organisation.id).await.or_fail()?;
        let rows = query.filter.narrow(snapshot.iter());
        let totals = totals(rows.iter().copied()).map_err(|_| Problem::new(ProblemCode::Internal))?;
        let page = page(rows, &query.order, &start, query.limit);
        json(&ReferralPage {
            items: page.rows.iter().map(|row| item(&row.referral)).collect(),
            total: page.total,
            offset: page.offset,
            next: page.next.map(|start| self.cursors.seal(&scope, &start)),
            previous: page.previous.map(|start| self.cursors.seal(&scope, &start)),
            totals,
        })
    }
}

fn may_read(caller: &Caller) -> Result<&Organisation, Problem> {
    let organisation = caller.organisation.as_ref().filter(|_| caller.actor.role.reads_referrals());
    organisation.ok_or_else(|| Problem::new(ProblemCode::Forbidden))
}

fn read_query(request: &Request) -> Result<ReferralQuery, Problem> {
    let pairs = query_pairs(request);
    read_referral_query(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())))
        .map_err(Problem::query)
}

fn item(referral: &ReferralSummary) -> ReferralItem {
    ReferralItem {
        id: referral.id.to_string(),
        referred_at: referral.referred_at,
        merchant: referral.merchant.clone(),
        source: referral.source,
        lead_id: referral.lead.clone(),
        plan: referral.plan,
        revenue: referral.revenue,
        state: referral.state,
        terms: referral.terms.clone(),
    }
}
