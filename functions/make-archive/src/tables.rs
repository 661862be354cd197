//! The lists of an archive as tables for people: what their columns are called, and the rows of a record.

use std::fmt::Write;

use chrono::SecondsFormat;
use guildhall_contract::sheets::{
    Cell, INQUIRY_COLUMNS, LEAD_COLUMNS, LEDGER_COLUMNS, REFERRAL_COLUMNS, inquiry_cells, lead_cells,
    ledger_cells, referral_cells,
};
use guildhall_domain::actor::Side;
use guildhall_domain::archive::ArchiveList;
use guildhall_domain::inquiry::{Inquiry, InquiryRow, InquirySummary};
use guildhall_domain::lead::Lead;
use guildhall_domain::lead::listing::{LeadRow, LeadSummary};
use guildhall_domain::personal::Personal;
use guildhall_domain::referral::Account;
use guildhall_domain::referral::history::{HistoryRow, PaidThrough};
use guildhall_domain::referral::ledger::{LedgerLine, LedgerRow};
use guildhall_domain::referral::listing::{ReferralRow, ReferralSummary};
use guildhall_store::Archived;

use crate::marketplace::{
    CONVERSATION_COLUMNS, CUSTOMER_COLUMNS, JOB_COLUMNS, conversation_rows, customer_cells, job_cells,
};
use crate::profile::{PROFILE_COLUMNS, profile_cells};

const INQUIRIES: [&str; INQUIRY_COLUMNS.len() + 3] =
    with(INQUIRY_COLUMNS, ["contact_phone", "budget", "goal"]);
const LEADS: [&str; LEAD_COLUMNS.len() + 3] =
    with(LEAD_COLUMNS, ["contact_phone", "description", "timeline"]);
const ACCOUNT_COLUMNS: [&str; 4] = ["currency", "booked", "paid", "paid_through"];

/// One list of columns behind another.
const fn with<const A: usize, const B: usize, const N: usize>(
    first: [&'static str; A],
    second: [&'static str; B],
) -> [&'static str; N] {
    let mut all = [""; N];
    let mut place = 0;
    while place < N {
        all[place] = if place < A { first[place] } else { second[place - A] };
        place += 1;
    }
    all
}

/// What the columns of a list are called.
pub(crate) fn header(list: ArchiveList) -> &'static [&'static str] {
    match list {
        ArchiveList::Profile => &PROFILE_COLUMNS,
        ArchiveList::Jobs => &JOB_COLUMNS,
        ArchiveList::Conversations => &CONVERSATION_COLUMNS,
        ArchiveList::Customers => &CUSTOMER_COLUMNS,
        ArchiveList::Inquiries => &INQUIRIES,
        ArchiveList::Leads => &LEADS,
        ArchiveList::Referrals => &REFERRAL_COLUMNS,
        ArchiveList::Ledger => &LEDGER_COLUMNS,
        ArchiveList::Accounts => &ACCOUNT_COLUMNS,
    }
}

/// The rows of a record, beside what was paid of the accounts.
pub(crate) fn rows(record: &Archived, paid: &PaidThrough) -> Vec<Vec<Cell>> {
    match record {
        Archived::Profile(profile) => vec![profile_cells(profile).into()],
        Archived::Job(job) => vec![job_cells(job).into()],
        Archived::Conversation(conversation) => conversation_rows(conversation),
        Archived::Customer(row) => vec![customer_cells(row).into()],
        Archived::Inquiry(inquiry) => vec![inquiry_row(inquiry)],
        Archived::Lead(lead) => vec![lead_row(lead)],
        Archived::Referral(record) => {
            let row = ReferralRow::from(ReferralSummary::from(&**record));
            referral_cells(&HistoryRow::new(&row, paid)).map(Vec::from).collect()
        }
        Archived::Entry(entry) => {
            // The merchant stands in the table of referrals, under the id that is named here.
            let row = LedgerRow::from((**entry).clone());
            vec![ledger_cells(&LedgerLine::new(&row, None, paid)).into()]
        }
        Archived::Account(account) => vec![account_cells(account).into()],
    }
}

fn inquiry_row(inquiry: &Inquiry) -> Vec<Cell> {
    let mut cells = Vec::from(inquiry_cells(&InquiryRow::from(InquirySummary::from(inquiry))));
    let form = &inquiry.form;
    cells.push(form.contact_phone.as_ref().map(Personal::as_str).into());
    cells.push(form.budget.slug().into());
    cells.push(form.goal.as_str().into());
    cells
}

fn lead_row(lead: &Lead) -> Vec<Cell> {
    let mut cells = Vec::from(lead_cells(&LeadRow::from(LeadSummary::from(lead)), Side::Partner));
    cells.push(lead.form.phone.as_ref().map(Personal::as_str).into());
    cells.push(lead.form.description.as_str().into());
    cells.push(timeline(lead).into());
    cells
}

/// A line for each event: when, what, who, and what the status became.
fn timeline(lead: &Lead) -> String {
    let mut text = String::new();
    for event in &lead.timeline {
        let at = event.at.to_rfc3339_opts(SecondsFormat::Secs, true);
        let kind = serde_json::to_value(&event.kind).unwrap_or_default();
        let kind = kind.get("kind").and_then(serde_json::Value::as_str).unwrap_or_default();
        // Writing to a String cannot fail.
        let _ = write!(text, "{at} {kind} ({})", event.by.name);
        if let Some(change) = &event.change {
            let _ = write!(text, " -> {}", change.to.code());
        }
        text.push('\n');
    }
    text.truncate(text.trim_end().len());
    text
}

fn account_cells(account: &Account) -> [Cell; 4] {
    let money = |minor| guildhall_domain::money::Money { minor, currency: account.currency };
    [
        account.currency.code().into(),
        Cell::amount(money(account.sums.values().sum())),
        Cell::amount(money(account.paid)),
        account.paid_through.map(|period| period.to_string()).into(),
    ]
}
