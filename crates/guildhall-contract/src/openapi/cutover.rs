//! The move from the Experts Marketplace: its dates, and where its addresses lead.

use guildhall_domain::cutover::Dates;

use crate::cutover::CutoverView;

/// Where the move from the Experts Marketplace stands
///
/// The dates, the phase by the platform's clock, and what holds in it.
#[utoipa::path(
    get, path = "/api/v1/cutover", tag = "cutover", operation_id = "get_cutover",
    responses((status = 200, description = "The dates and what holds now; their revision is the ETag", body = CutoverView))
)]
pub(super) fn get_cutover() {}

/// Change the dates of the move, as an administrator
///
/// Each date must come after the one before it. What they switch is switched within 15 seconds, the published pages
/// within a minute or two.
#[utoipa::path(
    put, path = "/api/v1/cutover", tag = "cutover", operation_id = "save_cutover", security(("bearer" = [])),
    params(("If-Match" = String, Header, description = "The revision that was seen, as its ETag; \"0\" for the first")),
    request_body = Dates,
    responses((status = 200, description = "The dates and what holds now", body = CutoverView))
)]
pub(super) fn save_cutover() {}

/// Where an address of the Experts Marketplace leads
///
/// To the marketplace itself until the directory opens, and from then on to the directory: a service to its list, an
/// expert to the profile, everything else to the search. Never for good, since the dates can be changed.
#[utoipa::path(
    get, path = "/api/v1/old-addresses", tag = "cutover", operation_id = "follow_old_address",
    params(("path" = String, Query, description = "The address's path, as /experts/services/theme-design; 1,000 characters")),
    responses((status = 302, description = "There", headers(("Location" = String, description = "The address to go to"))))
)]
pub(super) fn follow_old_address() {}
