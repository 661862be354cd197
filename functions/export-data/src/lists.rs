//! The lists that can be exported, each as the caller may see it: the same rows, in the same order, as on the screen.

mod books;
mod inquiries;
mod leads;

use std::collections::HashMap;
use std::hash::Hash;
use std::str::FromStr;

use guildhall_contract::exports::ExportList;
use guildhall_contract::sheets::Cell;
use guildhall_domain::inquiry::InquiryRow;
use guildhall_domain::lead::listing::LeadRow;
use guildhall_http::{Caller, Problem};
use guildhall_store::{Table, Views};

/// The most memory that the views of one kind of list may hold.
const VIEW_BYTES: usize = 192 << 20;

/// Every list that can be exported.
pub(crate) struct Lists {
    leads: Views<LeadRow>,
    inquiries: Views<InquiryRow>,
    books: books::Books,
}

/// The rows of a list as they stand, open to be looked into more than once.
pub(crate) enum Open {
    Leads(leads::Leads),
    Inquiries(inquiries::Inquiries),
    Referrals(books::Referrals),
    Ledger(books::Entries),
}

impl Lists {
    pub(crate) fn new(table: &Table) -> Self {
        Self {
            leads: Views::new(table.clone(), VIEW_BYTES),
            inquiries: Views::new(table.clone(), VIEW_BYTES),
            books: books::Books::new(table),
        }
    }

    /// Opens a list, if the caller may see it.
    pub(crate) async fn open(&self, list: ExportList, caller: &Caller) -> Result<Open, Problem> {
        match list {
            ExportList::Leads => leads::open(&self.leads, caller).await.map(Open::Leads),
            ExportList::Inquiries => inquiries::open(&self.inquiries, caller).await.map(Open::Inquiries),
            ExportList::Referrals => self.books.referrals(caller).await.map(Open::Referrals),
            ExportList::Ledger => self.books.ledger(caller).await.map(Open::Ledger),
        }
    }
}

impl Open {
    /// What the columns are called.
    pub(crate) fn header(&self) -> &'static [&'static str] {
        match self {
            Self::Leads(leads) => leads.header(),
            Self::Inquiries(inquiries) => inquiries.header(),
            Self::Referrals(referrals) => referrals.header(),
            Self::Ledger(ledger) => ledger.header(),
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
            Self::Referrals(referrals) => referrals.order(pairs),
            Self::Ledger(ledger) => ledger.order(pairs),
        }
    }

    /// The lines of the rows with these ids, in this order. What the caller may not see any more is left out.
    pub(crate) fn rows(&self, ids: &[&str]) -> Vec<Vec<Cell>> {
        match self {
            Self::Leads(leads) => leads.rows(ids),
            Self::Inquiries(inquiries) => inquiries.rows(ids),
            Self::Referrals(referrals) => referrals.rows(ids),
            Self::Ledger(ledger) => ledger.rows(ids),
        }
    }
}

/// The lines of the rows with these ids, in the order of the ids.
fn picked<'a, R: 'a, Id: FromStr + Eq + Hash>(
    rows: impl Iterator<Item = &'a R>,
    id_of: impl Fn(&R) -> &Id,
    ids: &[&str],
    lines: impl Fn(&R) -> Vec<Vec<Cell>>,
) -> Vec<Vec<Cell>> {
    let wanted: HashMap<Id, usize> =
        ids.iter().enumerate().filter_map(|(place, id)| Some((id.parse().ok()?, place))).collect();
    let mut found: Vec<Vec<Vec<Cell>>> = vec![Vec::new(); ids.len()];
    for row in rows {
        if let Some(place) = wanted.get(id_of(row)).and_then(|place| found.get_mut(*place)) {
            *place = lines(row);
        }
    }
    found.into_iter().flatten().collect()
}
