//! The functions, by the name of their binary: the same that run in AWS, with what the one-machine
//! system gives them to work with.

use std::collections::BTreeMap;
use std::sync::Arc;

use authorize_token::AuthorizeToken;
use check_lead::CheckLead;
use contact_partner::{ContactPartner, FormKey};
use contact_rep::ContactRep;
use describe_api::DescribeApi;
use edit_profile::EditProfile;
use erase_person::ErasePerson;
use export_data::ExportData;
use follow_address::FollowAddress;
use futures::FutureExt;
use get_profile::GetProfile;
use guildhall_domain::clock::Clock;
use guildhall_domain::webhook::Allowed;
use guildhall_http::{AuthorizerEntry, entry};
use guildhall_shelf::{FolderShelf, Shelf};
use guildhall_store::{CursorKey, CustomerKey, HookKey, MerchantKey};
use import_leads::ImportLeads;
use issue_receipt::{IssueReceipt, Signer};
use keep_customers::KeepCustomers;
use list_audit::ListAudit;
use list_inquiries::ListInquiries;
use list_leads::ListLeads;
use list_payouts::ListPayouts;
use make_archive::MakeArchive;
use manage_cutover::ManageCutover;
use manage_members::ManageMembers;
use manage_organisations::ManageOrganisations;
use manage_sales::ManageSales;
use manage_tokens::ManageTokens;
use manage_webhooks::ManageWebhooks;
use migrate_experts::MigrateExperts;
use moderate_directory::ModerateDirectory;
use my_move::MyMove;
use my_settings::MySettings;
use plan_lead::PlanLead;
use record_referral::RecordReferral;
use referral_history::ReferralHistory;
use resend_mail::ResendMail;
use review_partner::ReviewPartner;
use run_payouts::RunPayouts;
use search_directory::SearchDirectory;
use show_marketplace::ShowMarketplace;
use submit_lead::SubmitLead;
use update_inquiry::UpdateInquiry;
use update_status::UpdateStatus;

use crate::clock::MovableClock;
use crate::gateway::{Authorizers, Functions};
use crate::tables::Tables;
use crate::{Replacements, StartError};

/// Where the marketplace itself would be. On one machine there is none.
pub(crate) const MARKETPLACE_URL: &str = "https://experts.example/experts";

/// The secrets that functions are given.
pub(crate) struct Secrets {
    /// Seals the cursors of lists.
    pub(crate) cursors: Vec<u8>,
    /// Signs open forms.
    pub(crate) forms: Vec<u8>,
    /// Hides the merchants who are customers already.
    pub(crate) customers: Vec<u8>,
    /// Signs receipts.
    pub(crate) receipts: Vec<u8>,
    /// Seals what deliveries to endpoints are signed with.
    pub(crate) webhooks: Vec<u8>,
}

/// Every function, each with the table as it reaches it.
pub(crate) fn all(
    tables: &Tables,
    clock: &Arc<MovableClock>,
    secrets: &Secrets,
    allowed: &Allowed,
    exports: &FolderShelf,
) -> Result<Functions, StartError> {
    let cursors = || CursorKey::from_secret(&secrets.cursors);
    let customers = || CustomerKey::from_secret(&secrets.customers);
    let hooks = || HookKey::from_secret(&secrets.webhooks);
    let forms = || FormKey::from_secret(&secrets.forms);
    let clock = || -> Arc<dyn Clock> { Arc::<MovableClock>::clone(clock) };
    let shelf = || Shelf::Folder(exports.clone());
    let receipts = Signer::from_secret(&secrets.receipts, "")
        .map_err(|error| StartError::Machine { reason: error.to_string() })?;
    let describe_api =
        DescribeApi::new().map_err(|error| StartError::Machine { reason: error.to_string() })?;
    Ok(Functions::from([
        tables.hand("submit-lead", |table| entry(SubmitLead::new(table, clock()))),
        tables.hand("import-leads", |table| entry(ImportLeads::new(table, clock()))),
        tables.hand("list-leads", |table| entry(ListLeads::new(table, cursors(), clock()))),
        tables.hand("update-status", |table| entry(UpdateStatus::new(table, clock()))),
        tables.hand("contact-rep", |table| entry(ContactRep::new(table, clock()))),
        tables.hand("plan-lead", |table| entry(PlanLead::new(table))),
        tables.hand("check-lead", |table| entry(CheckLead::new(table, clock(), customers()))),
        tables.hand("keep-customers", |table| entry(KeepCustomers::new(table, customers(), clock()))),
        tables.hand("edit-profile", |table| entry(EditProfile::new(table, clock()))),
        tables.hand("erase-person", |table| entry(ErasePerson::new(table, clock(), &secrets.cursors))),
        tables.hand("export-data", |table| entry(ExportData::new(table, cursors(), shelf(), clock()))),
        tables.hand("make-archive", |table| entry(MakeArchive::new(table, cursors(), shelf(), clock()))),
        tables.hand("issue-receipt", |table| entry(IssueReceipt::new(table, receipts))),
        tables.hand("get-profile", |table| entry(GetProfile::new(table, cursors(), clock()))),
        tables.hand("search-directory", |table| entry(SearchDirectory::new(table, clock()))),
        tables.hand("contact-partner", |table| entry(ContactPartner::new(table, clock(), forms()))),
        tables.hand("list-inquiries", |table| entry(ListInquiries::new(table, cursors()))),
        tables.hand("list-payouts", |table| entry(ListPayouts::new(table, clock(), cursors()))),
        tables.hand("run-payouts", |table| entry(RunPayouts::new(table, clock(), cursors()))),
        tables.hand("list-audit", |table| entry(ListAudit::new(table, clock(), cursors()))),
        tables.hand("update-inquiry", |table| entry(UpdateInquiry::new(table, clock()))),
        tables.hand("review-partner", |table| entry(ReviewPartner::new(table, clock()))),
        tables.hand("migrate-experts", |table| {
            entry(MigrateExperts::new(table, clock(), MerchantKey::from_secret(&secrets.customers)))
        }),
        tables.hand("my-move", |table| entry(MyMove::new(table, clock(), cursors()))),
        tables.hand("my-settings", |table| entry(MySettings::new(table, clock()))),
        tables.hand("manage-members", |table| entry(ManageMembers::new(table, clock()))),
        tables.hand("manage-tokens", |table| entry(ManageTokens::new(table, clock()))),
        tables.hand("manage-webhooks", |table| {
            entry(ManageWebhooks::new(table, clock(), hooks(), allowed.clone()))
        }),
        tables.hand("manage-organisations", |table| entry(ManageOrganisations::new(table, clock()))),
        tables.hand("manage-cutover", |table| entry(ManageCutover::new(table, clock()))),
        tables.hand("follow-address", |table| {
            entry(FollowAddress::new(table, clock(), MARKETPLACE_URL.to_owned()))
        }),
        tables.hand("show-marketplace", |table| {
            let merchants = MerchantKey::from_secret(&secrets.customers);
            entry(ShowMarketplace::new(table, clock(), cursors(), merchants, MARKETPLACE_URL.to_owned()))
        }),
        tables.hand("manage-sales", |table| entry(ManageSales::new(table, clock()))),
        tables.hand("moderate-directory", |table| entry(ModerateDirectory::new(table, clock()))),
        tables.hand("referral-history", |table| entry(ReferralHistory::new(table, cursors(), clock()))),
        tables.hand("resend-mail", |table| entry(ResendMail::new(&table, clock(), cursors()))),
        tables.hand("record-referral", |table| {
            entry(RecordReferral::new(&table, clock(), customers(), cursors()))
        }),
        // It describes, and has no role at the table.
        ("describe-api", entry(describe_api)),
    ]))
}

/// Every function that the gateway asks whether somebody may ask.
pub(crate) fn authorizers(tables: &Tables, clock: &Arc<MovableClock>) -> Authorizers {
    let clock = || -> Arc<dyn Clock> { Arc::<MovableClock>::clone(clock) };
    Authorizers::from([
        tables.hand("authorize-token", |table| authorizer(AuthorizeToken::new(table, clock())))
    ])
}

fn authorizer(function: AuthorizeToken) -> AuthorizerEntry {
    Arc::new(move |event| {
        let function = function.clone();
        async move {
            let answer = function.answer(&event).await;
            answer.inspect_err(|error| tracing::error!(%error, "an authorizer failed")).ok()
        }
        .boxed()
    })
}

/// Puts authorizers that somebody gave in the place of those they are named after.
pub(crate) fn replace_authorizers(
    authorizers: &mut Authorizers,
    given: BTreeMap<String, AuthorizerEntry>,
) -> Result<(), StartError> {
    for (function, entry) in given {
        let Some(place) = authorizers.get_mut(function.as_str()) else {
            return Err(StartError::StrayFunction { function });
        };
        *place = entry;
    }
    Ok(())
}

/// Puts entries that somebody gave in the place of the functions they are named after.
pub(crate) fn replace(functions: &mut Functions, given: Replacements) -> Result<(), StartError> {
    for (function, entry) in given {
        let Some(place) = functions.get_mut(function.as_str()) else {
            return Err(StartError::StrayFunction { function });
        };
        *place = entry;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::data_dir::DataDir;
    use crate::gateway::ApiDescription;
    use crate::template::TEMPLATE;

    fn secrets() -> Secrets {
        let secret = || b"secret".to_vec();
        Secrets {
            cursors: secret(),
            forms: secret(),
            customers: secret(),
            receipts: secret(),
            webhooks: secret(),
        }
    }

    fn exports() -> FolderShelf {
        FolderShelf::new(Arc::new(object_store::memory::InMemory::new()), "http://127.0.0.1:9", b"secret")
    }

    #[tokio::test]
    async fn the_template_routes_to_every_function_here_and_to_no_other() {
        let clock = Arc::new(MovableClock::open(&DataDir::Memory, None).unwrap());
        // Nothing is called, so the table need not answer.
        let functions =
            all(&Tables::at("http://127.0.0.1:9"), &clock, &secrets(), &Allowed::nobody(), &exports())
                .unwrap();
        let api = ApiDescription::read(TEMPLATE, &crate::sign_in::in_the_template("https://issuer.example"))
            .unwrap();
        let routed: BTreeSet<_> = api.routes.iter().map(|route| route.function.as_str()).collect();
        assert_eq!(routed, functions.keys().copied().collect());
    }

    #[tokio::test]
    async fn an_entry_takes_the_place_of_the_function_it_is_named_after_and_of_no_other() {
        let clock = Arc::new(MovableClock::open(&DataDir::Memory, None).unwrap());
        let mut functions =
            all(&Tables::at("http://127.0.0.1:9"), &clock, &secrets(), &Allowed::nobody(), &exports())
                .unwrap();
        let given = Arc::clone(&functions["describe-api"]);
        let given = |name: &str| Replacements::from([(name.to_owned(), Arc::clone(&given))]);
        replace(&mut functions, given("submit-lead")).unwrap();
        assert!(Arc::ptr_eq(&functions["submit-lead"], &functions["describe-api"]));
        let error = replace(&mut functions, given("submit-leed")).unwrap_err();
        assert!(matches!(error, StartError::StrayFunction { function } if function == "submit-leed"));
    }
}
