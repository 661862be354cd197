//! Inquiries, for the partner who received and the merchant who sent them.

use crate::inquiries::{InquiryAction, InquiryDetails, InquiryPage};

/// List, search, filter and sort inquiries
///
/// Partners see those that came to their organisation, merchants those they sent.
#[utoipa::path(
    get, path = "/api/v1/inquiries", tag = "inquiries", operation_id = "list_inquiries", security(("bearer" = [])),
    params(
        ("q" = Option<String>, Query, description = "Words in contact name, contact e-mail, company, website or partner", max_length = 200),
        ("status" = Option<String>, Query, description = "Comma-separated: new, answered, worked_on, declined"),
        ("service" = Option<String>, Query, description = "Comma-separated services"),
        ("sort" = Option<String>, Query, description = "sent_at, updated_at, contact_name, company, service, country, status"),
        ("direction" = Option<String>, Query, description = "asc or desc"),
        ("limit" = Option<u32>, Query, description = "Rows on a page", minimum = 1, maximum = 100),
        ("cursor" = Option<String>, Query, description = "As an earlier page gave it")
    ),
    responses((status = 200, description = "A page", body = InquiryPage))
)]
pub(super) fn list_inquiries() {}

/// Every inquiry of the current filter as CSV, for partners
#[utoipa::path(
    get, path = "/api/v1/inquiries.csv", tag = "inquiries", operation_id = "export_inquiries", security(("bearer" = [])),
    params(
        ("q" = Option<String>, Query, description = "As in the list", max_length = 200),
        ("status" = Option<String>, Query, description = "As in the list"),
        ("service" = Option<String>, Query, description = "As in the list"),
        ("sort" = Option<String>, Query, description = "As in the list"),
        ("direction" = Option<String>, Query, description = "As in the list"),
        ("bom" = Option<String>, Query, description = "yes, which is the default, or no: whether a byte order mark stands in front, by which spreadsheets know UTF-8")
    ),
    responses((status = 200, description = "UTF-8 with a byte order mark", body = String, content_type = "text/csv"))
)]
pub(super) fn export_inquiries() {}

/// One inquiry
#[utoipa::path(
    get, path = "/api/v1/inquiries/{inquiry_id}", tag = "inquiries", operation_id = "get_inquiry", security(("bearer" = [])),
    params(("inquiry_id" = String, Path, description = "The inquiry's id")),
    responses((status = 200, description = "The inquiry; its version is the ETag", body = InquiryDetails))
)]
pub(super) fn get_inquiry() {}

/// Say where an inquiry stands, as the partner
#[utoipa::path(
    post, path = "/api/v1/inquiries/{inquiry_id}/mark", tag = "inquiries", operation_id = "mark_inquiry", security(("bearer" = [])),
    params(
        ("inquiry_id" = String, Path, description = "The inquiry's id"),
        ("If-Match" = String, Header, description = "The version that was seen, as its ETag")
    ),
    request_body = InquiryAction,
    responses((status = 200, description = "The inquiry as it is now", body = InquiryDetails))
)]
pub(super) fn mark_inquiry() {}
