//! What the list is asked, and what it says.

use guildhall_contract::platform_events::{
    WaitingColumn, WaitingEventItem, WaitingEventPage, WaitingQuery, read_waiting_query,
};
use guildhall_domain::listing::Order;

use crate::api::platform_events::written;
use crate::features::address::Form;
use crate::features::list::{ListPage, ListQuery, Orders, Scale, Wording};
use crate::i18n::texts;

pub(super) static FORM: Form<WaitingQuery> =
    Form { path: "/platform-events", read, write: written, to_first_page: |query| query.cursor = None };

fn read(pairs: &[(String, String)]) -> WaitingQuery {
    let pairs = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let good = pairs.filter(|pair| read_waiting_query([*pair]).is_ok());
    read_waiting_query(good).unwrap_or_default()
}

/// The list is not searched: little waits, and nothing in it has a name.
impl ListQuery for WaitingQuery {
    type Column = WaitingColumn;

    fn order(&self) -> Order<WaitingColumn> {
        self.order
    }

    fn sort(&mut self, order: Order<WaitingColumn>) {
        self.order = order;
    }

    fn search(&self) -> &'static str {
        ""
    }

    fn search_for(&mut self, _text: String) {}

    fn is_narrowed(&self) -> bool {
        false
    }

    fn widen(&mut self) {}

    fn turn_to(&mut self, cursor: String) {
        self.cursor = Some(cursor);
    }
}

impl ListPage for WaitingEventPage {
    type Item = WaitingEventItem;

    fn items(&self) -> &[WaitingEventItem] {
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

pub(super) const WORDING: Wording<WaitingColumn> = Wording {
    orders: Orders { columns: &WaitingColumn::ALL, code: WaitingColumn::code, name, scale },
    caption: texts::platform_events::caption,
    loading: texts::platform_events::loading,
    failed: texts::platform_events::failed,
    search: texts::platform_events::events,
    search_in: texts::platform_events::events,
    no_match: texts::platform_events::none_title,
    no_match_for: |_| texts::platform_events::none_title().to_owned(),
    no_match_text: texts::platform_events::none_text,
    pages: texts::platform_events::pages,
};

fn name(column: WaitingColumn) -> &'static str {
    match column {
        WaitingColumn::OccurredAt => texts::platform_events::occurred(),
        WaitingColumn::Organisation => texts::platform_events::organisation(),
    }
}

fn scale(column: WaitingColumn) -> Scale {
    match column {
        WaitingColumn::OccurredAt => Scale::Time,
        WaitingColumn::Organisation => Scale::Name,
    }
}
