//! The audit log.

use crate::audit::AuditPage;

/// What the platform's side did, in one month: for administrators
#[utoipa::path(
    get, path = "/api/v1/audit", tag = "audit", operation_id = "list_audit", security(("bearer" = [])),
    params(
        ("month" = Option<String>, Query, description = "YYYY-MM, UTC; the present month if it is left out"),
        ("q" = Option<String>, Query, description = "Words in the names and ids, the detail or the note", max_length = 200),
        ("act" = Option<String>, Query, description = "Comma-separated acts"),
        ("person" = Option<String>, Query, description = "Comma-separated ids of people"),
        ("subject" = Option<String>, Query, description = "Comma-separated: lead, profile, review, representative, desk, settings, mail, organisation, member, invitation, customers, clearance"),
        ("organisation" = Option<String>, Query, description = "Comma-separated ids of organisations"),
        ("from" = Option<String>, Query, description = "First day, YYYY-MM-DD, UTC"),
        ("to" = Option<String>, Query, description = "Last day, YYYY-MM-DD, UTC"),
        ("sort" = Option<String>, Query, description = "at, person, act, subject, organisation"),
        ("direction" = Option<String>, Query, description = "asc or desc"),
        ("limit" = Option<u32>, Query, description = "Rows on a page", minimum = 1, maximum = 100),
        ("cursor" = Option<String>, Query, description = "As an earlier page gave it")
    ),
    responses((status = 200, description = "A page", body = AuditPage))
)]
pub(super) fn list_audit() {}

/// Every entry of the current filter as CSV: for administrators
///
/// Takes the parameters of the list but `limit` and `cursor`. The last line holds the number of entries.
#[utoipa::path(
    get, path = "/api/v1/audit.csv", tag = "audit", operation_id = "export_audit", security(("bearer" = [])),
    params(
        ("month" = Option<String>, Query, description = "As in the list"),
        ("q" = Option<String>, Query, description = "As in the list", max_length = 200),
        ("act" = Option<String>, Query, description = "As in the list"),
        ("person" = Option<String>, Query, description = "As in the list"),
        ("subject" = Option<String>, Query, description = "As in the list"),
        ("organisation" = Option<String>, Query, description = "As in the list"),
        ("from" = Option<String>, Query, description = "As in the list"),
        ("to" = Option<String>, Query, description = "As in the list"),
        ("sort" = Option<String>, Query, description = "As in the list"),
        ("direction" = Option<String>, Query, description = "As in the list"),
        ("bom" = Option<String>, Query, description = "yes, which is the default, or no: whether a byte order mark stands in front, by which spreadsheets know UTF-8")
    ),
    responses((status = 200, description = "UTF-8 with a byte order mark", body = String, content_type = "text/csv"))
)]
pub(super) fn export_audit() {}
