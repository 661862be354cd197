//! The words of the list, and the orders that it can be sorted by.

use guildhall_domain::marketplace::listing::CustomerColumn;

use crate::features::list::{Orders, Scale, Wording};
use crate::i18n::texts;

pub(super) const WORDING: Wording<CustomerColumn> = Wording {
    orders: Orders { columns: &CustomerColumn::ALL, code: CustomerColumn::code, name, scale },
    caption: texts::records::customers_caption,
    loading: texts::records::customers_loading,
    failed: texts::records::customers_failed,
    search: texts::records::customers_search,
    search_in: texts::records::customers_search_in,
    no_match: texts::records::customers_no_match,
    no_match_for: texts::records::customers_no_match_for,
    no_match_text: texts::records::customers_no_match_text,
    pages: texts::records::customers_pages,
};

fn name(column: CustomerColumn) -> &'static str {
    match column {
        CustomerColumn::Name => texts::records::customer(),
        CustomerColumn::LastEventAt => texts::records::last_event(),
    }
}

fn scale(column: CustomerColumn) -> Scale {
    match column {
        CustomerColumn::Name => Scale::Name,
        CustomerColumn::LastEventAt => Scale::Time,
    }
}
