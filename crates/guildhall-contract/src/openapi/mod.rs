//! The OpenAPI 3.1 description, generated from the types above.
//!
//! Each operation is an empty function that only carries its description: the handlers live in crates
//! that must not know of each other. A test holds that these, the template and the handlers name the
//! same routes.

#![expect(dead_code, reason = "the operations carry descriptions and are never called")]

mod api_tokens;
mod archives;
mod audit;
mod cutover;
mod directory;
mod exports;
mod inquiries;
mod lead_work;
mod leads;
mod mails;
mod marketplace;
mod members;
mod migrations;
mod moving;
mod payouts;
mod people;
mod platform_events;
mod privacy;
mod profile;
mod referrals;
#[cfg(test)]
mod separation;
mod webhooks;

use serde::Serialize;
use utoipa::openapi::path::{Operation, PathItem};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{Content, Ref, Response, ResponseBuilder};
use utoipa::{Modify, OpenApi, ToSchema};

use self::api_tokens::ForPrograms;
use crate::problem::{MEDIA_TYPE, ProblemBody};

/// The whole description.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Guildhall",
        description = "Partner directory with lead and referral tracking. Errors are RFC 9457 problems with a stable `code`.",
        license(name = "Apache-2.0", identifier = "Apache-2.0")
    ),
    paths(
        leads::submit_lead,
        leads::import_leads,
        leads::list_leads,
        leads::export_leads,
        leads::get_lead,
        exports::get_receipt,
        exports::list_receipt_keys,
        exports::begin_export,
        exports::continue_export,
        archives::begin_archive,
        archives::continue_archive,
        leads::list_similar_leads,
        leads::list_representatives,
        lead_work::update_status,
        lead_work::contact_representative,
        lead_work::assign_leads,
        lead_work::provide_information,
        lead_work::correct_lead,
        lead_work::withdraw_lead,
        lead_work::plan_lead,
        lead_work::find_duplicates,
        lead_work::check_clearance,
        lead_work::add_customers,
        referrals::list_referrals,
        referrals::export_referrals,
        referrals::sum_referrals,
        referrals::get_referral,
        referrals::list_ledger,
        referrals::export_ledger,
        payouts::list_payouts,
        payouts::get_payout_details,
        payouts::save_payout_details,
        payouts::list_payout_runs,
        payouts::get_payout_run,
        payouts::make_payout_run,
        payouts::export_payout_run,
        directory::search_directory,
        directory::get_profile,
        directory::list_reviews,
        directory::open_inquiry_form,
        directory::send_inquiry,
        directory::write_review,
        directory::get_review,
        directory::reply_to_review,
        directory::report_review,
        inquiries::list_inquiries,
        inquiries::export_inquiries,
        inquiries::get_inquiry,
        inquiries::mark_inquiry,
        profile::get_own_profile,
        profile::save_profile,
        profile::act_on_profile,
        profile::moderation_queue,
        profile::get_profile_to_moderate,
        profile::moderate_profile,
        profile::moderate_review,
        audit::list_audit,
        audit::export_audit,
        mails::list_open_mails,
        mails::send_mail_again,
        mails::dismiss_mail,
        platform_events::tell_platform_event,
        platform_events::list_waiting_events,
        platform_events::retry_waiting_event,
        privacy::find_person,
        privacy::erase_person,
        members::list_members,
        members::invite_member,
        members::withdraw_invitation,
        members::change_member,
        members::remove_member,
        members::leave_organisation,
        members::get_invitation,
        members::accept_invitation,
        api_tokens::list_tokens,
        api_tokens::create_token,
        api_tokens::revoke_token,
        webhooks::list_webhooks,
        webhooks::add_webhook,
        webhooks::change_webhook,
        webhooks::remove_webhook,
        webhooks::test_webhook,
        webhooks::list_webhook_deliveries,
        webhooks::replay_webhook_delivery,
        members::list_organisations,
        members::create_organisation,
        members::get_organisation,
        members::save_organisation,
        members::invite_owner,
        members::withdraw_owner_invitation,
        members::list_staff,
        members::invite_staff,
        members::withdraw_staff_invitation,
        members::change_staff,
        members::remove_staff,
        cutover::get_cutover,
        cutover::save_cutover,
        cutover::follow_old_address,
        migrations::list_migrations,
        migrations::begin_migration,
        migrations::rehearse_migration,
        migrations::get_migration,
        migrations::list_bad_records,
        migrations::send_records,
        migrations::finish_migration,
        migrations::roll_back_migration,
        moving::get_move,
        moving::list_customers_going_on,
        moving::save_move_tools,
        moving::act_on_move,
        marketplace::list_marketplace_jobs,
        marketplace::get_marketplace_job,
        marketplace::list_marketplace_conversations,
        marketplace::get_marketplace_conversation,
        marketplace::list_marketplace_customers,
        marketplace::ask_for_marketplace_job,
        marketplace::list_own_marketplace_jobs,
        marketplace::get_own_marketplace_job,
        people::get_settings,
        people::save_settings,
        people::save_lead_address,
        people::get_sales_team,
        people::save_desk,
        people::save_representative,
        people::get_routing,
        describe_api
    ),
    components(schemas(ProblemBody, GatewayMessage, webhooks::Payload)),
    modifiers(&Bearer, &ForPrograms, &Refusals),
    tags(
        (name = "leads", description = "Merchants whom partners hand to the sales team"),
        (name = "referrals", description = "What every referral earned"),
        (name = "payouts", description = "What partners are paid, and the runs that pay it"),
        (name = "directory", description = "The public directory: search, profiles, reviews, inquiries to partners"),
        (name = "inquiries", description = "What merchants wrote to partners"),
        (name = "profile", description = "A partner's own profile"),
        (name = "moderation", description = "What the programme decides"),
        (name = "audit", description = "What the platform's side did"),
        (name = "cutover", description = "The dates of the move from the Experts Marketplace"),
        (name = "migrations", description = "Profiles and records of the Experts Marketplace, taken over by administrators"),
        (name = "marketplace", description = "What is left of the Experts Marketplace, to read. Deprecated: no object of the directory is reached from here"),
        (name = "exports", description = "Files that are longer than one answer can carry"),
        (name = "platform events", description = "What the platform tells of merchants"),
        (name = "mails", description = "Mails that did not arrive"),
        (name = "privacy", description = "What is kept of a person: found, handed over, erased"),
        (name = "settings", description = "What people want by mail"),
        (name = "members", description = "Members of an organisation, and invitations"),
        (name = "webhooks", description = "What an organisation's own systems are told of"),
        (name = "organisations", description = "Organisations and the platform's own people, as administrators keep them"),
        (name = "sales", description = "The sales team as managers keep it"),
        (name = "tokens", description = "Tokens for programs, as the owners of an organisation keep them"),
        (name = "for programs", description = "The same for programs, which present a token in place of a person's access token. Each operation names the scope that the token must have; 120 calls at once and one a second in the long run. A token that is not good is answered 403 by the gateway"),
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
            if api_tokens::is_for_programs(operation) {
                let message = Ref::from_schema_name("GatewayMessage");
                let mut forbidden = problem("No token that is good, or one without the scope for this");
                forbidden.content.insert("application/json".to_owned(), Content::new(Some(message)).into());
                operation.responses.responses.insert("403".to_owned(), forbidden.into());
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
        assert_eq!(document["paths"].as_object().unwrap().len(), 133);
    }
}
