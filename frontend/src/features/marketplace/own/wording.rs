//! The words of the list, which always shows the newest job first.

use guildhall_domain::marketplace::listing::JobColumn;

use crate::features::list::{Orders, Scale, Wording};
use crate::features::marketplace::records::name_of_order;
use crate::i18n::texts;

pub(super) const WORDING: Wording<JobColumn> = Wording {
    orders: Orders {
        columns: &JobColumn::ALL,
        code: JobColumn::code,
        name: name_of_order,
        scale: |_| Scale::Time,
    },
    caption: texts::existing_jobs::caption,
    loading: texts::records::loading,
    failed: texts::existing_jobs::failed,
    search: texts::records::search,
    search_in: texts::records::search_in,
    no_match: texts::records::no_match,
    no_match_for: texts::records::no_match_for,
    no_match_text: texts::records::no_match_text,
    pages: texts::records::pages,
};
