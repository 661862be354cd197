//! What the queries of all lists have in common, and what their pages have.

use guildhall_contract::audit::{AuditPage, AuditQuery};
use guildhall_contract::inquiries::{InquiryItem, InquiryPage, InquiryQuery};
use guildhall_contract::leads::{LeadItem, LeadPage};
use guildhall_contract::mails::{MailColumn, MailQuery, OpenMail, OpenMailPage};
use guildhall_contract::marketplace::{
    ConversationItem, ConversationPage, ConversationQuery, CustomerItem, CustomerPage, CustomerQuery,
    JobItem, JobPage, JobQuery, OwnJobItem, OwnJobPage, OwnJobQuery,
};
use guildhall_contract::moving::{CustomerGoingOn, GoingOnPage, GoingOnQuery};
use guildhall_contract::payouts::{
    PayoutItem, PayoutPage, PayoutQuery, PayoutRunDetails, PayoutRunItem, PayoutRunPage, PayoutRunQuery,
    RunRowItem,
};
use guildhall_contract::platform_events::{WaitingColumn, WaitingEventItem, WaitingEventPage, WaitingQuery};
use guildhall_contract::query::{LeadQuery, LedgerQuery, ReferralQuery};
use guildhall_contract::referrals::{LedgerItem, LedgerPage, ReferralItem, ReferralPage};
use guildhall_domain::audit::AuditEntry;
use guildhall_domain::audit::listing::AuditColumn;
use guildhall_domain::inquiry::InquiryColumn;
use guildhall_domain::lead::listing::{LeadColumn, LeadFilter};
use guildhall_domain::listing::Order;
use guildhall_domain::marketplace::listing::{ConversationColumn, CustomerColumn, JobColumn};
use guildhall_domain::migration::GoingOnColumn;
use guildhall_domain::payout::listing::{PeriodColumn, RunColumn};
use guildhall_domain::referral::history::HistoryColumn;
use guildhall_domain::referral::ledger::LedgerColumn;

/// What is asked of a list. A list that is only sorted and paged says nothing of searches and filters.
pub trait ListQuery: Clone + Default + PartialEq + Send + Sync + 'static {
    /// What it can be sorted by.
    type Column: Copy + PartialEq + Send + Sync + 'static;

    /// The order in force.
    fn order(&self) -> Order<Self::Column>;

    /// Asks for another order.
    fn sort(&mut self, order: Order<Self::Column>);

    /// What is searched for; empty for nothing.
    fn search(&self) -> &str {
        ""
    }

    /// Searches for something else.
    fn search_for(&mut self, _text: String) {}

    /// Whether a search or a filter keeps anything back.
    fn is_narrowed(&self) -> bool {
        false
    }

    /// Takes search and filters away.
    fn widen(&mut self) {}

    /// Asks for the page of a cursor.
    fn turn_to(&mut self, cursor: String);
}

/// A page of a list.
pub trait ListPage: PartialEq + Send + Sync + 'static {
    /// What a row shows.
    type Item: Send + Sync + 'static;

    /// The rows, in order.
    fn items(&self) -> &[Self::Item];

    /// How many rows come before this page.
    fn offset(&self) -> usize;

    /// How many rows the filter lets through, on all pages.
    fn total(&self) -> usize;

    /// The cursor of the page before.
    fn previous(&self) -> Option<&str>;

    /// The cursor of the page after.
    fn next(&self) -> Option<&str>;
}

/// For a query of `filter`, `order` and `cursor`, where the filter's default lets everything through.
macro_rules! list_query {
    ($query:ty, $column:ty) => {
        impl ListQuery for $query {
            type Column = $column;

            fn order(&self) -> Order<$column> {
                self.order
            }

            fn sort(&mut self, order: Order<$column>) {
                self.order = order;
            }

            fn search(&self) -> &str {
                &self.filter.search
            }

            fn search_for(&mut self, text: String) {
                self.filter.search = text;
            }

            fn is_narrowed(&self) -> bool {
                self.filter != Default::default()
            }

            fn widen(&mut self) {
                self.filter = Default::default();
            }

            fn turn_to(&mut self, cursor: String) {
                self.cursor = Some(cursor);
            }
        }
    };
}

/// For a query of `order` and `cursor`: the list is not searched and not filtered.
macro_rules! sorted_query {
    ($query:ty, $column:ty) => {
        impl ListQuery for $query {
            type Column = $column;

            fn order(&self) -> Order<$column> {
                self.order
            }

            fn sort(&mut self, order: Order<$column>) {
                self.order = order;
            }

            fn turn_to(&mut self, cursor: String) {
                self.cursor = Some(cursor);
            }
        }
    };
}

/// For a page of `items`, `offset`, `total`, `previous` and `next`.
macro_rules! list_page {
    ($page:ty, $item:ty) => {
        impl ListPage for $page {
            type Item = $item;

            fn items(&self) -> &[$item] {
                &self.items
            }

            fn offset(&self) -> usize {
                self.offset
            }

            fn total(&self) -> usize {
                self.total
            }

            fn previous(&self) -> Option<&str> {
                self.previous.as_deref()
            }

            fn next(&self) -> Option<&str> {
                self.next.as_deref()
            }
        }
    };
}

/// A pile is no filter: it is the place where somebody works, and clearing the filters does not leave it.
impl ListQuery for LeadQuery {
    type Column = LeadColumn;

    fn order(&self) -> Order<LeadColumn> {
        self.order
    }

    fn sort(&mut self, order: Order<LeadColumn>) {
        self.order = order;
    }

    fn search(&self) -> &str {
        &self.filter.search
    }

    fn search_for(&mut self, text: String) {
        self.filter.search = text;
    }

    fn is_narrowed(&self) -> bool {
        self.filter != LeadFilter { queue: self.filter.queue, ..LeadFilter::default() }
    }

    fn widen(&mut self) {
        self.filter = LeadFilter { queue: self.filter.queue, ..LeadFilter::default() };
    }

    fn turn_to(&mut self, cursor: String) {
        self.cursor = Some(cursor);
    }
}

list_page!(LeadPage, LeadItem);
sorted_query!(PayoutQuery, PeriodColumn);
list_page!(PayoutPage, PayoutItem);
list_page!(PayoutRunPage, PayoutRunItem);
list_query!(PayoutRunQuery, RunColumn);
list_page!(PayoutRunDetails, RunRowItem);
list_query!(InquiryQuery, InquiryColumn);
list_page!(InquiryPage, InquiryItem);
list_query!(ReferralQuery, HistoryColumn);
list_page!(ReferralPage, ReferralItem);
list_query!(LedgerQuery, LedgerColumn);
list_page!(LedgerPage, LedgerItem);
list_query!(AuditQuery, AuditColumn);
list_page!(AuditPage, AuditEntry);
sorted_query!(MailQuery, MailColumn);
list_page!(OpenMailPage, OpenMail);
sorted_query!(GoingOnQuery, GoingOnColumn);
sorted_query!(WaitingQuery, WaitingColumn);
list_page!(GoingOnPage, CustomerGoingOn);
list_page!(WaitingEventPage, WaitingEventItem);
list_query!(JobQuery, JobColumn);
list_page!(JobPage, JobItem);
list_query!(ConversationQuery, ConversationColumn);
list_page!(ConversationPage, ConversationItem);
list_query!(CustomerQuery, CustomerColumn);
list_page!(CustomerPage, CustomerItem);
sorted_query!(OwnJobQuery, JobColumn);
list_page!(OwnJobPage, OwnJobItem);
