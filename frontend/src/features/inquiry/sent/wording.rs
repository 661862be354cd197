//! The words of the list, and the orders that it can be sorted by.

use guildhall_domain::inquiry::InquiryColumn;

use crate::features::list::{Orders, Scale, Wording};
use crate::i18n::texts;

/// What a merchant's own list can be sorted by; the rest is the same in every row.
const COLUMNS: [InquiryColumn; 3] = [InquiryColumn::SentAt, InquiryColumn::Service, InquiryColumn::Company];

pub(super) const WORDING: Wording<InquiryColumn> = Wording {
    orders: Orders { columns: &COLUMNS, code: InquiryColumn::code, name, scale },
    caption: texts::inquiry::caption,
    loading: texts::inquiry::loading,
    failed: texts::inquiry::list_failed,
    search: texts::inquiry::search,
    search_in: texts::inquiry::search_in,
    no_match: texts::inquiry::no_match,
    no_match_for: texts::inquiry::no_match_for,
    no_match_text: texts::inquiry::no_match_text,
    pages: texts::inquiry::pages,
};

fn name(column: InquiryColumn) -> &'static str {
    match column {
        InquiryColumn::SentAt => texts::inquiry::sent_at(),
        InquiryColumn::UpdatedAt => texts::inquiry::updated_at(),
        InquiryColumn::ContactName => texts::inquiry::contact_name(),
        InquiryColumn::Company => texts::inquiry::company(),
        InquiryColumn::Service => texts::inquiry::service(),
        InquiryColumn::Country => texts::inquiry::country(),
        InquiryColumn::Status => texts::inquiry::state(),
    }
}

fn scale(column: InquiryColumn) -> Scale {
    match column {
        InquiryColumn::SentAt | InquiryColumn::UpdatedAt => Scale::Time,
        InquiryColumn::ContactName
        | InquiryColumn::Company
        | InquiryColumn::Service
        | InquiryColumn::Country
        | InquiryColumn::Status => Scale::Name,
    }
}
