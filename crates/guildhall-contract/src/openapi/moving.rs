//! A partner's move from the marketplace.

use crate::moving::{GoingOnPage, MoveAction, Moving, ToolsBody, ToolsEntry};

/// How far one's organisation is with its move from the marketplace
#[utoipa::path(
    get, path = "/api/v1/move", tag = "move", operation_id = "get_move", security(("bearer" = [])),
    responses((status = 200, description = "Dates, tasks, and what became of the profile", body = Moving))
)]
pub(super) fn get_move() {}

/// Customers whose jobs go on after the marketplace has closed, or nobody knows until when
#[utoipa::path(
    get, path = "/api/v1/move/customers", tag = "move", operation_id = "list_customers_going_on", security(("bearer" = [])),
    params(
        ("sort" = Option<String>, Query, description = "ends_at or shop"),
        ("direction" = Option<String>, Query, description = "asc or desc"),
        ("limit" = Option<usize>, Query, description = "Customers on a page, 1 to 100; 25 if left out"),
        ("cursor" = Option<String>, Query, description = "Where the page starts, as the page before said")
    ),
    responses((status = 200, description = "A page of the customers", body = GoingOnPage))
)]
pub(super) fn list_customers_going_on() {}

/// Note the tools of one's own
#[utoipa::path(
    put, path = "/api/v1/move/tools", tag = "move", operation_id = "save_move_tools", security(("bearer" = [])),
    params(("If-Match" = String, Header, description = "The revision that was seen, as its ETag; \"0\" for the first")),
    request_body = ToolsBody,
    responses((status = 200, description = "The tools as they are now", body = ToolsEntry))
)]
pub(super) fn save_move_tools() {}

/// Mark a customer as contacted, the records as downloaded, or a field of the profile as reviewed
///
/// Said again it changes nothing. The ticks can be taken back.
#[utoipa::path(
    post, path = "/api/v1/move/actions", tag = "move", operation_id = "act_on_move", security(("bearer" = [])),
    request_body = MoveAction,
    responses((status = 200, description = "The move as it is now", body = Moving))
)]
pub(super) fn act_on_move() {}
