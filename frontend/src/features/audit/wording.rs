//! The words of the log, and the orders that it can be sorted by.

use guildhall_domain::audit::listing::AuditColumn;

use crate::features::list::{Orders, Scale, Wording};
use crate::i18n::texts;

pub(super) const WORDING: Wording<AuditColumn> = Wording {
    orders: Orders { columns: &AuditColumn::ALL, code: AuditColumn::code, name, scale },
    caption: texts::audit::caption,
    loading: texts::audit::loading,
    failed: texts::audit::failed,
    search: texts::audit::search,
    search_in: texts::audit::search_in,
    no_match: texts::audit::no_match,
    no_match_for: texts::audit::no_match_for,
    no_match_text: texts::audit::no_match_text,
    pages: texts::audit::pages,
};

fn name(column: AuditColumn) -> &'static str {
    match column {
        AuditColumn::At => texts::audit::when(),
        AuditColumn::Person => texts::audit::person(),
        AuditColumn::Act => texts::audit::act(),
        AuditColumn::Subject => texts::audit::subject(),
        AuditColumn::Organisation => texts::audit::organisation(),
    }
}

fn scale(column: AuditColumn) -> Scale {
    match column {
        AuditColumn::At => Scale::Time,
        AuditColumn::Person | AuditColumn::Subject | AuditColumn::Organisation => Scale::Name,
        AuditColumn::Act => Scale::Rank,
    }
}
