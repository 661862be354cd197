//! The OpenAPI 3.1 description, generated from the types above.
//!
//! Each operation is an empty function that only carries its description: the handlers live in crates
//! that must not know of each other. A test holds that these, the template and the handlers name the
//! same routes.

#![expect(dead_code, reason = "the operations carry descriptions and are never called")]

use serde::Serialize;
use utoipa::openapi::path::{Operation, PathItem};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{Content, Ref, Response, ResponseBuilder};
use utoipa::{Modify, OpenApi, ToSchema};

use crate::commands::StatusCommand;
use crate::contact::ContactRequest;
use crate::lead_form::LeadFormBody;
use crate::leads::{LeadDetails, LeadPage, LeadReceipt, Roster};
use crate::problem::{MEDIA_TYPE, ProblemBody};
use crate::profile::PublicProfile;
use crate::referrals::ReferralPage;

/// The whole description.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Guildhall",
        description = "Partner directory with lead and referral tracking. Errors are RFC 9457 problems with a stable `code`.",
        license(name = "Apache-2.0", identifier = "Apache-2.0")
    ),
    paths(
        submit_lead,
        list_leads,
        export_leads,
        get_lead,
        list_representatives,
        update_status,
        contact_representative,
        get_profile,
        list_referrals,
        describe_api
    ),
    components(schemas(ProblemBody, GatewayMessage)),
    modifiers(&Bearer, &Refusals),
    tags(
        (name = "leads", description = "Merchants whom partners hand to the sales team"),
        (name = "referrals", description = "What every referral earned"),
        (name = "directory", description = "Public profiles"),
        (name = "service", description = "About this API")
    )
)]
pub struct Description;

struct Bearer;

impl Modify for Bearer {
    fn modify(&self, openapi: &mut utoipa::openapi::OpenApi) {
        let scheme = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).bearer_format("JWT").build();
        if let Some(components) = openapi.components.as_mut() {
            components.add_security_scheme("bearer", SecurityScheme::Http(scheme));
        }
    }
}

/// What API Gateway itself answers when there is no good token, before any function is asked.
#[derive(Debug, Serialize, ToSchema)]
pub struct GatewayMessage {
    /// In English.
    pub message: String,
}

/// How every operation may be refused, said once for all of them.
struct Refusals;

impl Modify for Refusals {
    fn modify(&self, openapi: &mut utoipa::openapi::OpenApi) {
        for operation in openapi.paths.paths.values_mut().flat_map(operations) {
            let responses = &mut operation.responses.responses;
            responses.insert("4XX".to_owned(), problem("Refused").into());
            responses.insert("5XX".to_owned(), problem("Failed").into());
            if operation.security.is_some() {
                let mut unauthorised = problem("No access token that is good for this");
                let message = Ref::from_schema_name("GatewayMessage");
                unauthorised
                    .content
                    .insert("application/json".to_owned(), Content::new(Some(message)).into());
                operation.responses.responses.insert("401".to_owned(), unauthorised.into());
            }
        }
    }
}

fn operations(path: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [path.get.as_mut(), path.post.as_mut(), path.put.as_mut(), path.delete.as_mut()].into_iter().flatten()
}

fn problem(description: &str) -> Response {
    let schema = Ref::from_schema_name("ProblemBody");
    ResponseBuilder::new().description(description).content(MEDIA_TYPE, Content::new(Some(schema))).build()
}

/// The description as JSON.
///
/// # Errors
/// When it cannot be written as JSON, which a test rules out.
pub fn document() -> Result<String, serde_json::Error> {
    Description::openapi().to_json()
}

/// Submit a lead
#[utoipa::path(
    post, path = "/api/v1/leads", tag = "leads", operation_id = "submit_lead", security(("bearer" = [])),
    params(("Idempotency-Key" = String, Header, description = "1 to 64 visible ASCII characters; the same key with the same body gives the first answer again")),
    request_body = LeadFormBody,
    responses(
        (status = 201, description = "Submitted, now or by an earlier request with this key", body = LeadReceipt)
    )
)]
fn submit_lead() {}

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
        ("sort" = Option<String>, Query, description = "status, contact_name, contact_email, company, website, product, support, representative, organisation, reference, submitted_at, updated_at"),
        ("direction" = Option<String>, Query, description = "asc or desc"),
        ("limit" = Option<u32>, Query, description = "Rows on a page", minimum = 1, maximum = 100),
        ("cursor" = Option<String>, Query, description = "As an earlier page gave it")
    ),
    responses(
        (status = 200, description = "A page", body = LeadPage)
    )
)]
fn list_leads() {}

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
        ("sort" = Option<String>, Query, description = "As in the list"),
        ("direction" = Option<String>, Query, description = "As in the list")
    ),
    responses(
        (status = 200, description = "UTF-8 with a byte order mark", body = String, content_type = "text/csv")
    )
)]
fn export_leads() {}

/// One lead with its timeline and its representative
#[utoipa::path(
    get, path = "/api/v1/leads/{lead_id}", tag = "leads", operation_id = "get_lead", security(("bearer" = [])),
    params(("lead_id" = String, Path, description = "The lead's id")),
    responses(
        (status = 200, description = "The lead; its version is the ETag", body = LeadDetails)
    )
)]
fn get_lead() {}

/// The roster of representatives, for the platform's people
#[utoipa::path(
    get, path = "/api/v1/representatives", tag = "leads", operation_id = "list_representatives", security(("bearer" = [])),
    responses(
        (status = 200, description = "Everybody, by name", body = Roster)
    )
)]
fn list_representatives() {}

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
fn update_status() {}

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
fn contact_representative() {}

/// A partner's public profile
#[utoipa::path(
    get, path = "/api/v1/profiles/{handle}", tag = "directory", operation_id = "get_profile",
    params(("handle" = String, Path, description = "The profile's name in its address")),
    responses(
        (status = 200, description = "The profile", body = PublicProfile)
    )
)]
fn get_profile() {}

/// The referral history of one's organisation
#[utoipa::path(
    get, path = "/api/v1/referrals", tag = "referrals", operation_id = "list_referrals", security(("bearer" = [])),
    params(
        ("q" = Option<String>, Query, description = "Words in the merchant's name", max_length = 200),
        ("source" = Option<String>, Query, description = "Comma-separated: plus_lead, pos_lead, store_created, affiliate"),
        ("sort" = Option<String>, Query, description = "referred_at, merchant, plan, source, revenue, state"),
        ("direction" = Option<String>, Query, description = "asc or desc"),
        ("limit" = Option<u32>, Query, description = "Rows on a page", minimum = 1, maximum = 100),
        ("cursor" = Option<String>, Query, description = "As an earlier page gave it")
    ),
    responses(
        (status = 200, description = "A page", body = ReferralPage)
    )
)]
fn list_referrals() {}

/// This description
#[utoipa::path(
    get, path = "/api/v1/openapi.json", tag = "service", operation_id = "describe_api",
    responses((status = 200, description = "OpenAPI 3.1"))
)]
fn describe_api() {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_description_is_openapi_3_1() {
        let document: serde_json::Value = serde_json::from_str(&document().unwrap()).unwrap();
        assert!(document["openapi"].as_str().unwrap().starts_with("3.1"));
        assert_eq!(document["paths"].as_object().unwrap().len(), 9);
    }
}
