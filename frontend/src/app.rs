//! Starting, and the routes.

use guildhall_domain::actor::Side;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos_router::components::{ParentRoute, Route, Router, Routes};
use leptos_router::path;
use wasm_bindgen_futures::spawn_local;

use crate::api::Api;
use crate::auth::{Auth, Session};
use crate::config::{self, Config};
use crate::features;
use crate::layout::{Frame, Home, NotFound, OfflineBar, Refused, SignedIn};
use crate::mail_language::MailLanguage;
use crate::ui::{RouteAnnouncer, ToastRegion, Toasts};
use crate::{browser, i18n, online};

/// Loads the configuration, then puts the application in place of the skeleton that `index.html`
/// shows meanwhile. Without a configuration there is nothing to show; the page says so.
pub fn start() {
    // `boot.js` tells the reader; this tells the developer. Released, a panic has no words: they would be downloaded.
    #[cfg(debug_assertions)]
    std::panic::set_hook(Box::new(|panic| leptos::logging::error!("{panic}")));
    i18n::start();
    spawn_local(async {
        match config::load().await {
            Ok(config) => {
                let Some(root) = browser::element("root") else { return };
                browser::remove_id("skeleton");
                mount_to(root, move || view! { <App config=config /> }).forget();
            }
            Err(_) => {
                browser::remove_id("skeleton");
                browser::unhide_id("unreachable");
            }
        }
    });
}

/// The application.
#[component]
pub fn App(
    /// Where sign-in and API are.
    config: Config,
) -> impl IntoView {
    online::watch();
    let toasts = Toasts::provide();
    let auth = Auth::provide(config.clone());
    let api = Api::provide(&config, auth);
    MailLanguage::provide(api, auth);
    view! {
        <Router>
            <RouteAnnouncer />
            <Routes fallback=NotFound>
                <Route path=path!("/") view=Home />
                <Route path=path!("/signed-in") view=SignedIn />
                <ParentRoute path=path!("") view=features::directory::Directory>
                    <Route path=path!("/directory/*rest") view=|| () />
                    <Route path=path!("/sv/directory/*rest") view=|| () />
                    <Route path=path!("/vi/directory/*rest") view=|| () />
                </ParentRoute>
                <ParentRoute path=path!("") view=Frame>
                    <Route path=path!("/home") view=features::home::HomePage />
                    <Route path=path!("/referrals/leads") view=features::leads::LeadsPage />
                    <Route path=path!("/referrals/leads/import") view=features::leads::ImportPage />
                    <Route path=path!("/referrals/leads/new/plus") view=features::leads::SubmitPlus />
                    <Route path=path!("/referrals/leads/new/pos") view=features::leads::SubmitPos />
                    <Route path=path!("/referrals/leads/:id") view=features::leads::LeadPage />
                    <Route path=path!("/referrals/history") view=features::referrals::HistoryPage />
                    <Route path=path!("/referrals/history/:id") view=features::referrals::ReferralPage />
                    <Route path=path!("/referrals/ledger") view=features::earnings::LedgerPage />
                    <Route path=path!("/referrals/check") view=features::referrals::CheckPage />
                    <Route path=path!("/receipts/check") view=features::receipts::CheckReceiptPage />
                    <Route path=path!("/referrals/terms") view=features::referrals::TermsPage />
                    <Route path=path!("/payouts") view=features::earnings::PayoutsPage />
                    <Route path=path!("/payouts/details") view=features::payout_details::PayoutDetailsPage />
                    <Route path=path!("/payout-runs") view=features::payout_runs::PayoutRunsPage />
                    <Route path=path!("/payout-runs/:period") view=features::payout_runs::RunPage />
                    <Route path=path!("/records") view=features::marketplace::JobsPage />
                    <Route path=path!("/records/jobs/:id") view=features::marketplace::JobPage />
                    <Route path=path!("/records/conversations") view=features::marketplace::ConversationsPage />
                    <Route path=path!("/records/conversations/:id") view=features::marketplace::ConversationPage />
                    <Route path=path!("/records/customers") view=features::marketplace::CustomersPage />
                    <Route path=path!("/records/download") view=features::marketplace::DownloadPage />
                    <Route path=path!("/existing-jobs") view=features::marketplace::ExistingJobsPage />
                    <Route path=path!("/existing-jobs/:id") view=features::marketplace::ExistingJobPage />
                    <Route path=path!("/move") view=features::moving::MovePage />
                    <Route path=path!("/move/profile") view=features::profile::MigratedProfilePage />
                    <Route path=path!("/profile") view=features::profile::ProfilePage />
                    <Route path=path!("/profile/preview") view=features::profile::ProfilePreview />
                    <Route path=path!("/reviews") view=features::reviews::ReviewsPage />
                    <Route path=path!("/moderation") view=features::moderation::QueuePage />
                    <Route path=path!("/moderation/profiles/:handle") view=features::moderation::ProfilePage />
                    <Route path=path!("/settings") view=features::settings::SettingsPage />
                    <Route path=path!("/sales/team") view=features::sales::TeamPage />
                    <Route path=path!("/sales/team/new") view=features::sales::NewRepresentativePage />
                    <Route path=path!("/sales/team/:id") view=features::sales::RepresentativePage />
                    <Route path=path!("/platform-events") view=features::platform_events::WaitingEventsPage />
                    <Route path=path!("/sales/mails") view=features::mails::OpenMailsPage />
                    <Route path=path!("/members") view=features::members::MembersPage />
                    <Route path=path!("/webhooks") view=features::webhooks::WebhooksPage />
                    <Route path=path!("/webhooks/:id") view=features::webhooks::WebhookPage />
                    <Route path=path!("/developers") view=features::developers::TokensPage />
                    <Route path=path!("/developers/reference") view=features::developers::ReferencePage />
                    <Route path=path!("/staff") view=features::members::StaffPage />
                    <Route path=path!("/invitations/:id") view=features::invitation::InvitationPage />
                    <Route path=path!("/organisations") view=features::organisations::OrganisationsPage />
                    <Route path=path!("/organisations/new") view=features::organisations::NewOrganisationPage />
                    <Route path=path!("/organisations/:id") view=features::organisations::OrganisationPage />
                    <Route path=path!("/cutover") view=features::cutover::DatesPage />
                    <Route path=path!("/audit") view=features::audit::AuditLogPage />
                    <Route path=path!("/privacy") view=features::privacy::PrivacyPage />
                    <Route path=path!("/migrations") view=features::migrations::MigrationsPage />
                    <Route path=path!("/inquiries") view=Inquiries />
                    <Route path=path!("/inquiries/:id") view=Inquiry />
                    <Route path=path!("/*any") view=NotFound />
                </ParentRoute>
            </Routes>
        </Router>
        <OfflineBar />
        <ToastRegion toasts=toasts />
    }
}

/// Merchants see the inquiries that they sent, partners the ones that they received.
#[component]
fn Inquiries() -> impl IntoView {
    match expect_context::<Session>().role.side() {
        Side::Merchant => view! { <features::inquiry::SentInquiries /> }.into_any(),
        Side::Partner => view! { <features::inquiries::InquiriesPage /> }.into_any(),
        Side::Platform => view! { <Refused /> }.into_any(),
    }
}

/// One of them.
#[component]
fn Inquiry() -> impl IntoView {
    match expect_context::<Session>().role.side() {
        Side::Merchant => view! { <features::inquiry::SentInquiry /> }.into_any(),
        Side::Partner => view! { <features::inquiries::InquiryPage /> }.into_any(),
        Side::Platform => view! { <Refused /> }.into_any(),
    }
}
