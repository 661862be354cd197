//! The rules of the fields.

use guildhall_domain::profile::ContentLimits;

use crate::fields::{FieldKind, FieldRule, Need};

pub(super) const fn required(name: &'static str, kind: FieldKind) -> FieldRule {
    FieldRule { name, kind, need: Need::Required }
}

pub(super) const fn optional(name: &'static str, kind: FieldKind) -> FieldRule {
    FieldRule { name, kind, need: Need::Optional }
}

/// The name in the address.
pub const HANDLE: FieldRule = required("handle", FieldKind::Line { max: 40 });
/// The business name.
pub const NAME: FieldRule = required("name", FieldKind::Line { max: ContentLimits::NAME });
/// One sentence for the card.
pub const TAGLINE: FieldRule = optional("tagline", FieldKind::Line { max: ContentLimits::TAGLINE });
/// About the business.
pub const BIO: FieldRule = optional("bio", FieldKind::Paragraph { max: ContentLimits::BIO });
/// Where inquiries go.
pub const CONTACT_EMAIL: FieldRule = required("contact_email", FieldKind::Email);
/// In which language the partner is written to.
pub const CONTACT_LANGUAGE: FieldRule = optional("contact_language", FieldKind::Choice(&["en", "sv", "vi"]));
/// Phone.
pub const CONTACT_PHONE: FieldRule = optional("contact_phone", FieldKind::Phone);
/// The site.
pub const WEBSITE: FieldRule = optional("website", FieldKind::Website);
/// The main city.
pub const CITY: FieldRule = optional("city", FieldKind::Line { max: ContentLimits::CITY });
/// The main country.
pub const COUNTRY: FieldRule = required("country", FieldKind::Country);
/// Whether new clients are taken.
pub const AVAILABILITY: FieldRule = optional("availability", FieldKind::Choice(&["open", "booked"]));
/// About a service.
pub const SERVICE_TEXT: FieldRule =
    optional("description", FieldKind::Line { max: ContentLimits::SERVICE_TEXT });
/// The title of a piece of work.
pub const WORK_TITLE: FieldRule = required("title", FieldKind::Line { max: ContentLimits::WORK_TITLE });
/// About a piece of work.
pub const WORK_TEXT: FieldRule = optional("description", FieldKind::Line { max: ContentLimits::WORK_TEXT });
/// Where a piece of work is seen.
pub const WORK_LINK: FieldRule = optional("link", FieldKind::Website);
/// A page in a social network.
pub const SOCIAL_URL: FieldRule = required("url", FieldKind::Website);

/// The fields that are one value each, in the order to ask them.
pub const PROFILE_FIELDS: &[FieldRule] = &[
    HANDLE,
    NAME,
    TAGLINE,
    BIO,
    CONTACT_EMAIL,
    CONTACT_LANGUAGE,
    CONTACT_PHONE,
    WEBSITE,
    CITY,
    COUNTRY,
    AVAILABILITY,
];
