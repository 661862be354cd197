//! Answers what an organisation's referrals earned: the history, one referral with its ledger, the ledger itself, and what all
//! of it comes to.
//!
//! Records and entries are lists in memory, kept in step with the table; where a payout stands follows from them and
//! the accounts, which are read each time. Whoever may not see money is answered without a single amount, and is
//! refused what consists of amounts: the ledger, and the history by revenue.

mod history;
mod ledger;
mod reading;
mod summary;

use std::sync::Arc;

use guildhall_domain::clock::Clock;
use guildhall_domain::referral::ledger::LedgerRow;
use guildhall_domain::referral::listing::ReferralRow;
use guildhall_http::{
    Body, Caller, Handler, Organisation, Problem, ProblemCode, Request, Response, caller, not_found,
    route_key,
};
use guildhall_store::{CursorKey, Ledger, Table, Views};

/// The most memory that the views of records may hold.
const RECORD_BYTES: usize = 64 * 1024 * 1024;
/// The most memory that the views of entries may hold.
const ENTRY_BYTES: usize = 160 * 1024 * 1024;

/// Reads referral records and the ledger.
pub struct ReferralHistory {
    records: Views<ReferralRow>,
    entries: Views<LedgerRow>,
    ledger: Ledger,
    cursors: CursorKey,
    clock: Arc<dyn Clock>,
}

impl ReferralHistory {
    /// Reads from this table, in this clock's time; cursors are sealed with this key.
    #[must_use]
    pub fn new(table: Table, cursors: CursorKey, clock: Arc<dyn Clock>) -> Self {
        Self {
            records: Views::new(table.clone(), RECORD_BYTES),
            entries: Views::new(table.clone(), ENTRY_BYTES),
            ledger: Ledger::new(table),
            cursors,
            clock,
        }
    }
}

impl Handler for ReferralHistory {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        let caller = caller(&request)?;
        let reader = Reader::of(&caller)?;
        match route_key(&request) {
            "GET /api/v1/referrals" => self.list(&request, &reader).await,
            "GET /api/v1/referrals.csv" => self.export(&request, &reader).await,
            "GET /api/v1/referrals/summary" => self.summary(&request, &reader).await,
            "GET /api/v1/referrals/{referral_id}" => self.details(&request, &reader).await,
            "GET /api/v1/ledger" => self.list_ledger(&request, reader.with_money()?).await,
            "GET /api/v1/ledger.csv" => self.export_ledger(&request, reader.with_money()?).await,
            _ => Err(not_found()),
        }
    }
}

/// Somebody who may read their organisation's referrals.
struct Reader<'a> {
    organisation: &'a Organisation,
    sees_money: bool,
}

impl<'a> Reader<'a> {
    fn of(caller: &'a Caller) -> Result<Self, Problem> {
        let organisation = caller.organisation.as_ref().filter(|_| caller.actor.role.reads_referrals());
        let organisation = organisation.ok_or_else(|| Problem::new(ProblemCode::Forbidden))?;
        Ok(Self { organisation, sees_money: caller.sees_money })
    }

    /// The organisation, for whoever may see its money.
    fn with_money(&self) -> Result<&'a Organisation, Problem> {
        if self.sees_money { Ok(self.organisation) } else { Err(Problem::new(ProblemCode::Forbidden)) }
    }
}
