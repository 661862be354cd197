//! The words of the list, and the orders that it can be sorted by.

use guildhall_domain::marketplace::listing::JobColumn;

use crate::features::list::{Orders, Scale, Wording};
use crate::i18n::texts;

pub(super) const WORDING: Wording<JobColumn> = Wording {
    orders: ORDERS,
    caption: texts::records::caption,
    loading: texts::records::loading,
    failed: texts::records::failed,
    search: texts::records::search,
    search_in: texts::records::search_in,
    no_match: texts::records::no_match,
    no_match_for: texts::records::no_match_for,
    no_match_text: texts::records::no_match_text,
    pages: texts::records::pages,
};

const ORDERS: Orders<JobColumn> =
    Orders { columns: &JobColumn::ALL, code: JobColumn::code, name: name_of_order, scale: |_| Scale::Time };

/// What a column is called, to whoever reads the jobs.
pub(in crate::features::marketplace) fn name_of_order(column: JobColumn) -> &'static str {
    match column {
        JobColumn::CreatedAt => texts::records::created(),
        JobColumn::LastEventAt => texts::records::last_event(),
    }
}
