//! What is done with a lead once it is submitted.

use crate::clearance::{ClearanceAnswer, ClearanceBody, CustomersBody, DuplicateBody, Duplicates};
use crate::commands::StatusCommand;
use crate::contact::ContactRequest;
use crate::lead_work::{AssignManyBody, AssignedMany, InformationBody, PlanBody, WithdrawalBody};
use crate::leads::LeadDetails;

/// Move a lead: for the platform's people
#[utoipa::path(
    post, path = "/api/v1/leads/{lead_id}/status", tag = "leads", operation_id = "update_status", security(("bearer" = [])),
    params(
        ("lead_id" = String, Path, description = "The lead's id"),
        ("If-Match" = String, Header, description = "The version that was seen, as its ETag")
    ),
    request_body = StatusCommand,
    responses(
        (status = 200, description = "The lead as it is now", body = LeadDetails)
    )
)]
pub(super) fn update_status() {}

/// Ask the representative something, or ask for sales support
#[utoipa::path(
    post, path = "/api/v1/leads/{lead_id}/contact", tag = "leads", operation_id = "contact_representative", security(("bearer" = [])),
    params(
        ("lead_id" = String, Path, description = "The lead's id"),
        ("Idempotency-Key" = String, Header, description = "1 to 64 visible ASCII characters; a repeated request is told once")
    ),
    request_body = ContactRequest,
    responses(
        (status = 200, description = "The lead as it is now", body = LeadDetails)
    )
)]
pub(super) fn contact_representative() {}

/// Give many leads to a representative, as a manager
///
/// Each on its own: those that somebody was faster with stay as they are, and the answer says what changed.
#[utoipa::path(
    post, path = "/api/v1/leads/assign", tag = "leads", operation_id = "assign_leads", security(("bearer" = [])),
    request_body = AssignManyBody,
    responses(
        (status = 200, description = "What became of each", body = AssignedMany)
    )
)]
pub(super) fn assign_leads() {}

/// Give the information that was asked for, as the partner
#[utoipa::path(
    post, path = "/api/v1/leads/{lead_id}/information", tag = "leads", operation_id = "provide_information", security(("bearer" = [])),
    params(
        ("lead_id" = String, Path, description = "The lead's id"),
        ("If-Match" = String, Header, description = "The version that was seen, as its ETag")
    ),
    request_body = InformationBody,
    responses(
        (status = 200, description = "The lead as it is now", body = LeadDetails)
    )
)]
pub(super) fn provide_information() {}

/// Correct what was entered, as the partner
///
/// Possible until the lead is decided or withdrawn. Product, sales support, reference and consent stay as they are.
#[utoipa::path(
    post, path = "/api/v1/leads/{lead_id}/correction", tag = "leads", operation_id = "correct_lead", security(("bearer" = [])),
    params(
        ("lead_id" = String, Path, description = "The lead's id"),
        ("If-Match" = String, Header, description = "The version that was seen, as its ETag")
    ),
    request_body = InformationBody,
    responses(
        (status = 200, description = "The lead as it is now", body = LeadDetails)
    )
)]
pub(super) fn correct_lead() {}

/// Take a lead back for good, as the partner
#[utoipa::path(
    post, path = "/api/v1/leads/{lead_id}/withdrawal", tag = "leads", operation_id = "withdraw_lead", security(("bearer" = [])),
    params(
        ("lead_id" = String, Path, description = "The lead's id"),
        ("If-Match" = String, Header, description = "The version that was seen, as its ETag")
    ),
    request_body = WithdrawalBody,
    responses(
        (status = 200, description = "The lead as it is now", body = LeadDetails)
    )
)]
pub(super) fn withdraw_lead() {}

/// Say what the caller's side means to do next
///
/// The other side never sees it. The later of two plans of one side stands.
#[utoipa::path(
    put, path = "/api/v1/leads/{lead_id}/plan", tag = "leads", operation_id = "plan_lead", security(("bearer" = [])),
    params(("lead_id" = String, Path, description = "The lead's id")),
    request_body = PlanBody,
    responses(
        (status = 200, description = "The lead as it is now; its version stays", body = LeadDetails)
    )
)]
pub(super) fn plan_lead() {}

/// Say what is known of a merchant who is about to be submitted
///
/// The organisation's own leads, and whether the merchant may be known otherwise; never to whom.
#[utoipa::path(
    post, path = "/api/v1/leads/duplicates", tag = "leads", operation_id = "find_duplicates", security(("bearer" = [])),
    request_body = DuplicateBody,
    responses(
        (status = 200, description = "What is known", body = Duplicates)
    )
)]
pub(super) fn find_duplicates() {}

/// Ask before the work whether a merchant is free
///
/// The answer is the same for another partner's merchant and for a customer. Each question is counted and logged,
/// without whom it was about; `Retry-After` says when there may be more.
#[utoipa::path(
    post, path = "/api/v1/leads/clearance", tag = "leads", operation_id = "check_clearance", security(("bearer" = [])),
    request_body = ClearanceBody,
    responses(
        (status = 200, description = "One of three answers", body = ClearanceAnswer)
    )
)]
pub(super) fn check_clearance() {}

/// Say who is a customer already, as an administrator
///
/// Whoever was named before stays. They cannot be read back.
#[utoipa::path(
    put, path = "/api/v1/customers", tag = "leads", operation_id = "add_customers", security(("bearer" = [])),
    request_body = CustomersBody,
    responses(
        (status = 204, description = "They are known now")
    )
)]
pub(super) fn add_customers() {}
