//! The records of the Experts Marketplace. They are deprecated from the day the directory opens.

use crate::marketplace::{
    ConversationDetails, ConversationPage, CustomerPage, JobDetails, JobPage, OwnJobDetails, OwnJobPage,
};

/// List, search and filter the organisation's jobs of the Experts Marketplace
///
/// Imported once and only ever read. No object of the directory is reached from here. Pages stay right whatever is
/// imported meanwhile.
#[utoipa::path(
    get, path = "/api/v1/marketplace/jobs", tag = "marketplace", operation_id = "list_marketplace_jobs", security(("bearer" = [])),
    params(
        ("q" = Option<String>, Query, description = "Words in id, store, customer or services", max_length = 200),
        ("statuses" = Option<String>, Query, description = "Comma-separated: NEW, OPENED, RESPONDED, AWAITING_RESPONSE, COMPLETED, CLOSED, DECLINED, EXPIRED, INACTIVE"),
        ("shop_id" = Option<String>, Query, description = "The store's id, with or without gid://…/"),
        ("created_at_min" = Option<String>, Query, description = "Asked for at this moment or later, as 2023-09-30T23:59:59Z"),
        ("created_at_max" = Option<String>, Query, description = "Asked for at this moment or earlier"),
        ("last_event_at_min" = Option<String>, Query, description = "Last touched at this moment or later"),
        ("last_event_at_max" = Option<String>, Query, description = "Last touched at this moment or earlier"),
        ("sort" = Option<String>, Query, description = "created_at, last_event_at"),
        ("direction" = Option<String>, Query, description = "asc or desc"),
        ("limit" = Option<u32>, Query, description = "Rows on a page", minimum = 1, maximum = 100),
        ("cursor" = Option<String>, Query, description = "As an earlier page gave it")
    ),
    responses((status = 200, description = "A page", body = JobPage, headers(
        ("Deprecation" = String, description = "From when this is deprecated, as @ and seconds since 1970 (RFC 9745)"),
        ("Sunset" = String, description = "When merchants lose their access (RFC 8594)"),
        ("Link" = String, description = "The page that says what moves")
    )))
)]
#[deprecated]
pub(super) fn list_marketplace_jobs() {}

/// One job of the Experts Marketplace
#[utoipa::path(
    get, path = "/api/v1/marketplace/jobs/{job_id}", tag = "marketplace", operation_id = "get_marketplace_job", security(("bearer" = [])),
    params(("job_id" = String, Path, description = "The job's id")),
    responses((status = 200, description = "The job", body = JobDetails))
)]
#[deprecated]
pub(super) fn get_marketplace_job() {}

/// List and search the organisation's conversations of the Experts Marketplace
#[utoipa::path(
    get, path = "/api/v1/marketplace/conversations", tag = "marketplace", operation_id = "list_marketplace_conversations", security(("bearer" = [])),
    params(
        ("q" = Option<String>, Query, description = "Words in id or customer", max_length = 200),
        ("statuses" = Option<String>, Query, description = "Comma-separated: ACTIVE, BLOCKED"),
        ("sort" = Option<String>, Query, description = "last_message_at, customer"),
        ("direction" = Option<String>, Query, description = "asc or desc"),
        ("limit" = Option<u32>, Query, description = "Rows on a page", minimum = 1, maximum = 100),
        ("cursor" = Option<String>, Query, description = "As an earlier page gave it")
    ),
    responses((status = 200, description = "A page", body = ConversationPage))
)]
#[deprecated]
pub(super) fn list_marketplace_conversations() {}

/// One conversation of the Experts Marketplace, with all its messages
#[utoipa::path(
    get, path = "/api/v1/marketplace/conversations/{conversation_id}", tag = "marketplace", operation_id = "get_marketplace_conversation", security(("bearer" = [])),
    params(("conversation_id" = String, Path, description = "The conversation's id")),
    responses((status = 200, description = "The conversation", body = ConversationDetails))
)]
#[deprecated]
pub(super) fn get_marketplace_conversation() {}

/// List and search the customers of the organisation's jobs and conversations
#[utoipa::path(
    get, path = "/api/v1/marketplace/customers", tag = "marketplace", operation_id = "list_marketplace_customers", security(("bearer" = [])),
    params(
        ("q" = Option<String>, Query, description = "Words in name, e-mail, phone or stores", max_length = 200),
        ("sort" = Option<String>, Query, description = "name, last_event_at"),
        ("direction" = Option<String>, Query, description = "asc or desc"),
        ("limit" = Option<u32>, Query, description = "Rows on a page", minimum = 1, maximum = 100),
        ("cursor" = Option<String>, Query, description = "As an earlier page gave it")
    ),
    responses((status = 200, description = "A page", body = CustomerPage))
)]
#[deprecated]
pub(super) fn list_marketplace_customers() {}

/// Ask for a new job in the Experts Marketplace
///
/// Until the directory opens this leads to the marketplace. From then on it is gone, and the problem says where to go
/// instead.
#[utoipa::path(
    post, path = "/api/v1/marketplace/jobs", tag = "marketplace", operation_id = "ask_for_marketplace_job",
    responses(
        (status = 307, description = "To the marketplace", headers(("Location" = String, description = "Where jobs are asked for"))),
        (status = 410, description = "No new jobs any more", body = crate::problem::ProblemBody, content_type = "application/problem+json")
    )
)]
#[deprecated]
pub(super) fn ask_for_marketplace_job() {}

/// List the jobs that the caller has with partners, as a merchant
///
/// By the address that the sign-in has verified. Gone once the marketplace is closed to merchants.
#[utoipa::path(
    get, path = "/api/v1/marketplace/own-jobs", tag = "marketplace", operation_id = "list_own_marketplace_jobs", security(("bearer" = [])),
    params(
        ("sort" = Option<String>, Query, description = "created_at, last_event_at"),
        ("direction" = Option<String>, Query, description = "asc or desc"),
        ("limit" = Option<u32>, Query, description = "Rows on a page", minimum = 1, maximum = 100),
        ("cursor" = Option<String>, Query, description = "As an earlier page gave it")
    ),
    responses((status = 200, description = "A page", body = OwnJobPage))
)]
#[deprecated]
pub(super) fn list_own_marketplace_jobs() {}

/// One of the caller's own jobs, as a merchant
#[utoipa::path(
    get, path = "/api/v1/marketplace/own-jobs/{own_job_id}", tag = "marketplace", operation_id = "get_own_marketplace_job", security(("bearer" = [])),
    params(("own_job_id" = String, Path, description = "The job's id as the list has it")),
    responses((status = 200, description = "The job with what was written about it", body = OwnJobDetails))
)]
#[deprecated]
pub(super) fn get_own_marketplace_job() {}
