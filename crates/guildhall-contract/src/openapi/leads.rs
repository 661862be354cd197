//! Leads and referrals: submitting, reading.

use crate::import::{ImportAnswer, ImportBody};
use crate::lead_form::LeadFormBody;
use crate::leads::{LeadDetails, LeadPage, LeadReceipt, Roster, SimilarLeads};

/// Submit a lead
#[utoipa::path(
    post, path = "/api/v1/leads", tag = "leads", operation_id = "submit_lead", security(("bearer" = [])),
    params(("Idempotency-Key" = String, Header, description = "1 to 64 visible ASCII characters; the same key with the same body gives the first answer again")),
    request_body = LeadFormBody,
    responses(
        (status = 201, description = "Submitted, now or by an earlier request with this key", body = LeadReceipt)
    )
)]
pub(super) fn submit_lead() {}

/// Hand over some rows of a file of leads
///
/// Each row becomes a lead, corrects the one of the organisation that has its reference, or is refused alone, with the
/// errors that a submission would get. The same rows again change nothing. Nobody gets a mail for a row. An organisation may
/// have 10,000 rows written in a day; `Retry-After` says when there may be more.
#[utoipa::path(
    post, path = "/api/v1/leads/import", tag = "leads", operation_id = "import_leads", security(("bearer" = [])),
    request_body = ImportBody,
    responses(
        (status = 200, description = "What became of each row, or would", body = ImportAnswer)
    )
)]
pub(super) fn import_leads() {}

/// List, search, filter and sort leads
///
/// Partners see their organisation's leads, representatives theirs, managers and administrators all.
#[utoipa::path(
    get, path = "/api/v1/leads", tag = "leads", operation_id = "list_leads", security(("bearer" = [])),
    params(
        ("q" = Option<String>, Query, description = "Words in contact name, contact e-mail, company, website or reference", max_length = 200),
        ("status" = Option<String>, Query, description = "Comma-separated: submitted, in_progress, awarded, not_eligible"),
        ("outcome" = Option<String>, Query, description = "Comma-separated: pending, paid, not_eligible"),
        ("product" = Option<String>, Query, description = "Comma-separated: plus, pos"),
        ("support" = Option<String>, Query, description = "Comma-separated: none, requested"),
        ("representative" = Option<String>, Query, description = "Comma-separated ids, or unassigned"),
        ("submitted_from" = Option<String>, Query, description = "First day, YYYY-MM-DD, UTC"),
        ("submitted_to" = Option<String>, Query, description = "Last day, YYYY-MM-DD, UTC"),
        ("queue" = Option<String>, Query, description = "One pile of work: mine, unassigned, overdue, waiting_for_partner, follow_up"),
        ("sort" = Option<String>, Query, description = "status, contact_name, contact_email, company, website, product, support, representative, organisation, reference, submitted_at, updated_at, due_at"),
        ("direction" = Option<String>, Query, description = "asc or desc"),
        ("limit" = Option<u32>, Query, description = "Rows on a page", minimum = 1, maximum = 100),
        ("cursor" = Option<String>, Query, description = "As an earlier page gave it")
    ),
    responses(
        (status = 200, description = "A page", body = LeadPage)
    )
)]
pub(super) fn list_leads() {}

/// Every lead of the current filter as CSV
///
/// Takes the parameters of the list but `limit` and `cursor`. The last line holds the number of leads.
#[utoipa::path(
    get, path = "/api/v1/leads.csv", tag = "leads", operation_id = "export_leads", security(("bearer" = [])),
    params(
        ("q" = Option<String>, Query, description = "As in the list", max_length = 200),
        ("status" = Option<String>, Query, description = "As in the list"),
        ("outcome" = Option<String>, Query, description = "As in the list"),
        ("product" = Option<String>, Query, description = "As in the list"),
        ("support" = Option<String>, Query, description = "As in the list"),
        ("representative" = Option<String>, Query, description = "As in the list"),
        ("submitted_from" = Option<String>, Query, description = "As in the list"),
        ("submitted_to" = Option<String>, Query, description = "As in the list"),
        ("queue" = Option<String>, Query, description = "As in the list"),
        ("sort" = Option<String>, Query, description = "As in the list"),
        ("direction" = Option<String>, Query, description = "As in the list"),
        ("bom" = Option<String>, Query, description = "yes, which is the default, or no: whether a byte order mark stands in front, by which spreadsheets know UTF-8")
    ),
    responses(
        (status = 200, description = "UTF-8 with a byte order mark", body = String, content_type = "text/csv")
    )
)]
pub(super) fn export_leads() {}

/// One lead with its timeline and its representative
#[utoipa::path(
    get, path = "/api/v1/leads/{lead_id}", tag = "leads", operation_id = "get_lead", security(("bearer" = [])),
    params(("lead_id" = String, Path, description = "The lead's id")),
    responses(
        (status = 200, description = "The lead; its version is the ETag", body = LeadDetails)
    )
)]
pub(super) fn get_lead() {}

/// Leads about the same merchant and product, for the platform's people
///
/// Only those that the caller may see: representatives their own.
#[utoipa::path(
    get, path = "/api/v1/leads/{lead_id}/similar", tag = "leads", operation_id = "list_similar_leads", security(("bearer" = [])),
    params(("lead_id" = String, Path, description = "The lead's id; it is not among the answer")),
    responses(
        (status = 200, description = "Oldest first", body = SimilarLeads)
    )
)]
pub(super) fn list_similar_leads() {}

/// The roster of representatives, for the platform's people
#[utoipa::path(
    get, path = "/api/v1/representatives", tag = "leads", operation_id = "list_representatives", security(("bearer" = [])),
    responses(
        (status = 200, description = "Everybody, by name", body = Roster)
    )
)]
pub(super) fn list_representatives() {}
