//! What the list of customers is asked, and what it says.

use guildhall_contract::moving::{GoingOnQuery, read_going_on_query};
use guildhall_domain::migration::GoingOnColumn;

use crate::api::moving::written;
use crate::features::address::{Form, read_what_fits};
use crate::features::list::{Orders, Scale, Wording};
use crate::i18n::texts;

pub(super) static FORM: Form<GoingOnQuery> =
    Form { path: "/move", read, write: written, to_first_page: |query| query.cursor = None };

fn read(pairs: &[(String, String)]) -> GoingOnQuery {
    read_what_fits(pairs, |pairs| read_going_on_query(pairs.iter().copied()))
}

pub(super) const WORDING: Wording<GoingOnColumn> = Wording {
    orders: Orders { columns: &GoingOnColumn::ALL, code: GoingOnColumn::code, name, scale },
    caption: texts::moving::customers_caption,
    loading: texts::moving::customers_loading,
    failed: texts::moving::customers_failed,
    search: texts::moving::customers,
    search_in: texts::moving::customers,
    no_match: texts::moving::customers_none,
    no_match_for: |_| texts::moving::customers_none().to_owned(),
    no_match_text: texts::moving::customers_none_text,
    pages: texts::moving::customers_pages,
};

fn name(column: GoingOnColumn) -> &'static str {
    match column {
        GoingOnColumn::EndsAt => texts::moving::ends(),
        GoingOnColumn::Shop => texts::moving::customer(),
    }
}

fn scale(column: GoingOnColumn) -> Scale {
    match column {
        GoingOnColumn::EndsAt => Scale::Time,
        GoingOnColumn::Shop => Scale::Name,
    }
}
