//! What people want by mail, and the sales team.

use crate::sales::{DeskBody, DeskEntry, RepresentativeBody, RosterEntry, RoutingAnswer, SalesTeam};
use crate::settings::{LeadAddressBody, LeadMailSetting, OwnSettings, SettingsBody};

/// What the caller gets by mail
///
/// Whoever never saved anything is told what is sent from the start; nothing is written.
#[utoipa::path(
    get, path = "/api/v1/me/settings", tag = "settings", operation_id = "get_settings", security(("bearer" = [])),
    params(("Accept-Language" = Option<String>, Header, description = "The language of the mail until one is saved")),
    responses((status = 200, description = "The settings; their revision is the ETag", body = OwnSettings))
)]
pub(super) fn get_settings() {}

/// Save what the caller wants by mail
#[utoipa::path(
    put, path = "/api/v1/me/settings", tag = "settings", operation_id = "save_settings", security(("bearer" = [])),
    params(("If-Match" = String, Header, description = "The revision that was seen, as its ETag; \"0\" for the first")),
    request_body = SettingsBody,
    responses((status = 200, description = "The settings as they are now", body = OwnSettings))
)]
pub(super) fn save_settings() {}

/// Say where the organisation gets mail about its leads, as its owner
#[utoipa::path(
    put, path = "/api/v1/organisation/lead-address", tag = "settings", operation_id = "save_lead_address", security(("bearer" = [])),
    params(("If-Match" = String, Header, description = "The revision that was seen, as its ETag; \"0\" for the first")),
    request_body = LeadAddressBody,
    responses((status = 200, description = "The address as it is now", body = LeadMailSetting))
)]
pub(super) fn save_lead_address() {}

/// The sales team, with everybody who left
#[utoipa::path(
    get, path = "/api/v1/sales/desk", tag = "sales", operation_id = "get_sales_team", security(("bearer" = [])),
    responses((status = 200, description = "Representatives and desk, each with its revision", body = SalesTeam))
)]
pub(super) fn get_sales_team() {}

/// Say where the team is reached when a lead waits too long
#[utoipa::path(
    put, path = "/api/v1/sales/desk", tag = "sales", operation_id = "save_desk", security(("bearer" = [])),
    params(("If-Match" = String, Header, description = "The revision that was seen, as its ETag; \"0\" for the first")),
    request_body = DeskBody,
    responses((status = 200, description = "The desk as it is now", body = DeskEntry))
)]
pub(super) fn save_desk() {}

/// Save a representative, or add one
#[utoipa::path(
    put, path = "/api/v1/sales/representatives/{representative_id}", tag = "sales", operation_id = "save_representative", security(("bearer" = [])),
    params(
        ("representative_id" = String, Path, description = "The representative's user id"),
        ("If-Match" = Option<String>, Header, description = "The revision that was seen, as its ETag"),
        ("If-None-Match" = Option<String>, Header, description = "\"*\" for a new representative, instead of If-Match")
    ),
    request_body = RepresentativeBody,
    responses((status = 200, description = "The representative as they are now", body = RosterEntry))
)]
pub(super) fn save_representative() {}

/// Who would get a new lead
#[utoipa::path(
    get, path = "/api/v1/sales/routing", tag = "sales", operation_id = "get_routing", security(("bearer" = [])),
    params(
        ("product" = String, Query, description = "plus or pos"),
        ("country" = String, Query, description = "ISO 3166-1 alpha-2")
    ),
    responses((status = 200, description = "Who, and why", body = RoutingAnswer))
)]
pub(super) fn get_routing() {}
