//! Inquiries: partners export those that they received.

use std::sync::Arc;

use guildhall_contract::inquiries::read_inquiry_query;
use guildhall_contract::sheets::{Cell, INQUIRY_COLUMNS, inquiry_cells};
use guildhall_domain::actor::Side;
use guildhall_domain::inquiry::InquiryRow;
use guildhall_http::{Caller, OrFail, Problem, ProblemCode};
use guildhall_store::{InquiryList, Snapshot, Views};

use super::picked;

/// The inquiries that an organisation received.
pub(crate) struct Inquiries(Arc<Snapshot<InquiryRow>>);

pub(super) async fn open(views: &Views<InquiryRow>, caller: &Caller) -> Result<Inquiries, Problem> {
    let org = match (caller.actor.role.side(), &caller.actor.org) {
        (Side::Partner, Some(org)) => org.clone(),
        (Side::Partner | Side::Merchant | Side::Platform, _) => {
            return Err(Problem::new(ProblemCode::Forbidden));
        }
    };
    Ok(Inquiries(views.read(&InquiryList::Of(org)).await.or_fail()?))
}

impl Inquiries {
    pub(super) fn header(&self) -> &'static [&'static str] {
        &INQUIRY_COLUMNS
    }

    pub(super) fn order(&self, pairs: &[(String, String)]) -> Result<Vec<String>, Problem> {
        let pairs = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let query = read_inquiry_query(pairs).map_err(Problem::query)?;
        let (mut rows, _) = query.filter.narrow(self.0.iter());
        rows.sort_unstable_by(|left, right| query.order.compare(*left, *right));
        Ok(rows.iter().map(|row| row.inquiry.id.to_string()).collect())
    }

    pub(super) fn rows(&self, ids: &[&str]) -> Vec<Vec<Cell>> {
        picked(self.0.iter(), |row| &row.inquiry.id, ids, |row| vec![inquiry_cells(row).into()])
    }
}
