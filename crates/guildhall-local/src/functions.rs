//! The functions, by the name of their binary: the same that run in AWS, with what the one-machine
//! system gives them to work with.

use std::sync::Arc;

use check_lead::CheckLead;
use contact_partner::{ContactPartner, FormKey};
use contact_rep::ContactRep;
use describe_api::DescribeApi;
use edit_profile::EditProfile;
use get_profile::GetProfile;
use guildhall_domain::clock::Clock;
use guildhall_http::entry;
use guildhall_store::{CursorKey, CustomerKey, Table};
use keep_customers::KeepCustomers;
use list_audit::ListAudit;
use list_inquiries::ListInquiries;
use list_leads::ListLeads;
use manage_sales::ManageSales;
use moderate_directory::ModerateDirectory;
use my_settings::MySettings;
use plan_lead::PlanLead;
use referral_history::ReferralHistory;
use resend_mail::ResendMail;
use review_partner::ReviewPartner;
use search_directory::SearchDirectory;
use submit_lead::SubmitLead;
use update_inquiry::UpdateInquiry;
use update_status::UpdateStatus;

use crate::StartError;
use crate::clock::MovableClock;
use crate::gateway::Functions;

/// The secrets that functions are given.
pub(crate) struct Secrets {
    /// Seals the cursors of lists.
    pub(crate) cursors: Vec<u8>,
    /// Signs open forms.
    pub(crate) forms: Vec<u8>,
    /// Hides the merchants who are customers already.
    pub(crate) customers: Vec<u8>,
}

/// Every function.
pub(crate) fn all(
    table: &Table,
    clock: &Arc<MovableClock>,
    secrets: &Secrets,
) -> Result<Functions, StartError> {
    let (table, cursors) = (|| table.clone(), || CursorKey::from_secret(&secrets.cursors));
    let customers = || CustomerKey::from_secret(&secrets.customers);
    let clock = || -> Arc<dyn Clock> { Arc::<MovableClock>::clone(clock) };
    let describe_api =
        DescribeApi::new().map_err(|error| StartError::Machine { reason: error.to_string() })?;
    Ok(Functions::from([
        ("submit-lead", entry(SubmitLead::new(table(), clock()))),
        ("list-leads", entry(ListLeads::new(table(), cursors(), clock()))),
        ("update-status", entry(UpdateStatus::new(table(), clock()))),
        ("contact-rep", entry(ContactRep::new(table(), clock()))),
        ("plan-lead", entry(PlanLead::new(table()))),
        ("check-lead", entry(CheckLead::new(table(), clock(), customers()))),
        ("keep-customers", entry(KeepCustomers::new(table(), customers(), clock()))),
        ("edit-profile", entry(EditProfile::new(table(), clock()))),
        ("get-profile", entry(GetProfile::new(table(), cursors()))),
        ("search-directory", entry(SearchDirectory::new(table()))),
        (
            "contact-partner",
            entry(ContactPartner::new(table(), clock(), FormKey::from_secret(&secrets.forms))),
        ),
        ("list-inquiries", entry(ListInquiries::new(table(), cursors()))),
        ("list-audit", entry(ListAudit::new(table(), clock(), cursors()))),
        ("update-inquiry", entry(UpdateInquiry::new(table(), clock()))),
        ("review-partner", entry(ReviewPartner::new(table(), clock()))),
        ("my-settings", entry(MySettings::new(table(), clock()))),
        ("manage-sales", entry(ManageSales::new(table(), clock()))),
        ("moderate-directory", entry(ModerateDirectory::new(table(), clock()))),
        ("referral-history", entry(ReferralHistory::new(table(), cursors()))),
        ("resend-mail", entry(ResendMail::new(&table(), clock(), cursors()))),
        ("describe-api", entry(describe_api)),
    ]))
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::data_dir::DataDir;
    use crate::gateway::ApiDescription;
    use crate::template::TEMPLATE;

    #[tokio::test]
    async fn the_template_routes_to_every_function_here_and_to_no_other() {
        let clock = Arc::new(MovableClock::open(&DataDir::Memory, None).unwrap());
        // Nothing is called, so the table need not answer.
        let secret = || b"secret".to_vec();
        let secrets = Secrets { cursors: secret(), forms: secret(), customers: secret() };
        let functions = all(&Table::connect("http://127.0.0.1:9", "none"), &clock, &secrets).unwrap();
        let api = ApiDescription::read(TEMPLATE, &BTreeMap::new()).unwrap();
        let routed: BTreeSet<_> = api.routes.iter().map(|route| route.function.as_str()).collect();
        assert_eq!(routed, functions.keys().copied().collect());
    }
}
