//! The words of the list, and the orders that it can be sorted by.

use guildhall_domain::inquiry::InquiryColumn;

use crate::features::list::{Orders, Scale, Wording};
use crate::i18n::texts;

pub(super) const WORDING: Wording<InquiryColumn> = Wording {
    orders: Orders { columns: &InquiryColumn::ALL, code: InquiryColumn::code, name, scale },
    caption: texts::inquiries::caption,
    loading: texts::inquiries::loading,
    failed: texts::inquiries::failed,
    search: texts::inquiries::search,
    search_in: texts::leads::search_in,
    no_match: texts::inquiries::no_match,
    no_match_for: texts::inquiries::no_match_for,
    no_match_text: texts::inquiries::no_match_text,
    pages: texts::inquiries::pages,
};

fn name(column: InquiryColumn) -> &'static str {
    match column {
        InquiryColumn::SentAt => texts::inquiries::sent(),
        InquiryColumn::UpdatedAt => texts::leads::updated(),
        InquiryColumn::ContactName => texts::leads::contact_name(),
        InquiryColumn::Company => texts::leads::company(),
        InquiryColumn::Service => texts::inquiries::service(),
        InquiryColumn::Country => texts::inquiries::country(),
        InquiryColumn::Status => texts::leads::status(),
    }
}

fn scale(column: InquiryColumn) -> Scale {
    match column {
        InquiryColumn::SentAt | InquiryColumn::UpdatedAt => Scale::Time,
        InquiryColumn::ContactName | InquiryColumn::Company => Scale::Name,
        InquiryColumn::Service | InquiryColumn::Country | InquiryColumn::Status => Scale::Rank,
    }
}
