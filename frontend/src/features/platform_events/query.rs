//! What the list is asked, and what it says.

use guildhall_contract::platform_events::{WaitingColumn, WaitingQuery, read_waiting_query};

use crate::api::platform_events::written;
use crate::features::address::{Form, read_what_fits};
use crate::features::list::{Orders, Scale, Wording};
use crate::i18n::texts;

pub(super) static FORM: Form<WaitingQuery> =
    Form { path: "/platform-events", read, write: written, to_first_page: |query| query.cursor = None };

fn read(pairs: &[(String, String)]) -> WaitingQuery {
    read_what_fits(pairs, |pairs| read_waiting_query(pairs.iter().copied()))
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
