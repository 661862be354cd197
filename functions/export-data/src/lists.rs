//! The lists that can be exported, each as the caller may see it: the same rows, in the same order, as on the screen.

mod inquiries;
mod leads;

use std::collections::HashMap;
use std::hash::Hash;
use std::str::FromStr;

use guildhall_contract::exports::ExportList;
use guildhall_contract::sheets::Cell;
use guildhall_domain::inquiry::InquiryRow;
use guildhall_domain::lead::listing::LeadRow;
use guildhall_http::{Caller, Problem, ProblemCode};
use guildhall_store::{Table, Views};

/// The most memory that the views of one kind of list may hold.
const VIEW_BYTES: usize = 192 << 20;

/// Every list that can be exported.
pub(crate) struct Lists {
    leads: Views<LeadRow>,
    inquiries: Views<InquiryRow>,
}

/// The rows of a list as they stand, open to be looked into more than once.
pub(crate) enum Open {
    Leads(leads::Leads),
    Inquiries(inquiries::Inquiries),
}

impl Lists {
    pub(crate) fn new(table: &Table) -> Self {
        Self {
            leads: Views::new(table.clone(), VIEW_BYTES),
            inquiries: Views::new(table.clone(), VIEW_BYTES),
        }
    }

    /// Opens a list, if the caller may see it.
    pub(crate) async fn open(&self, list: ExportList, caller: &Caller) -> Result<Open, Problem> {
        match list {
            ExportList::Leads => leads::open(&self.leads, caller).await.map(Open::Leads),
            ExportList::Inquiries => inquiries::open(&self.inquiries, caller).await.map(Open::Inquiries),
            ExportList::Referrals | ExportList::Ledger => Err(Problem::new(ProblemCode::Forbidden)),
        }
    }
}

impl Open {
    /// What the columns are called.
    pub(crate) fn header(&self) -> &'static [&'static str] {
        match self {
            Self::Leads(leads) => leads.header(),
            Self::Inquiries(inquiries) => inquiries.header(),
        }
    }

    /// The ids of the rows that a query lets through, in its order.
    pub(crate) fn order(
        &self,
        pairs: &[(String, String)],
        reader: &guildhall_domain::lead::listing::Reader,
    ) -> Result<Vec<String>, Problem> {
        match self {
            Self::Leads(leads) => leads.order(pairs, reader),
            Self::Inquiries(inquiries) => inquiries.order(pairs),
        }
    }

    /// The rows with these ids, in this order. What the caller may not see any more is left out.
    pub(crate) fn rows(&self, ids: &[&str]) -> Vec<Vec<Cell>> {
        match self {
            Self::Leads(leads) => leads.rows(ids),
            Self::Inquiries(inquiries) => inquiries.rows(ids),
        }
    }
}

/// The rows with these ids, in the order of the ids.
fn picked<'a, R: 'a, Id: FromStr + Eq + Hash>(
    rows: impl Iterator<Item = &'a R>,
    id_of: impl Fn(&R) -> &Id,
    ids: &[&str],
    cells: impl Fn(&R) -> Vec<Cell>,
) -> Vec<Vec<Cell>> {
    let wanted: HashMap<Id, usize> =
        ids.iter().enumerate().filter_map(|(place, id)| Some((id.parse().ok()?, place))).collect();
    let mut found: Vec<Option<Vec<Cell>>> = ids.iter().map(|_| None).collect();
    for row in rows {
        if let Some(place) = wanted.get(id_of(row)).and_then(|place| found.get_mut(*place)) {
            *place = Some(cells(row));
        }
    }
    found.into_iter().flatten().collect()
}
