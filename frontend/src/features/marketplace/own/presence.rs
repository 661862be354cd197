//! Whether a merchant has jobs to read, and may: only then does anything lead to them.

use guildhall_contract::marketplace::OwnJobQuery;
use guildhall_domain::actor::Role;
use guildhall_domain::cutover::ExistingJobs;
use leptos::prelude::*;

use crate::api::{Api, ApiError, cutover, marketplace};
use crate::i18n::texts;
use crate::remote::Remote;
use crate::ui::LinkButton;

/// Where they are.
pub const HREF: &str = "/existing-jobs";

/// Whether somebody of a role has jobs to read here now. Nobody but merchants is asked about; what cannot be learned
/// counts as no, since no page depends on it.
pub fn has_existing_jobs(role: Role) -> Signal<bool> {
    if role != Role::Merchant {
        return Signal::stored(false);
    }
    let api = expect_context::<Api>();
    let remote = Remote::new(move || has_jobs(api));
    Signal::derive(move || remote.ready().unwrap_or_default())
}

async fn has_jobs(api: Api) -> Result<bool, ApiError> {
    let now = cutover::show(api).await?;
    if now.behaviour.existing_jobs != ExistingJobs::InsideDirectory {
        return Ok(false);
    }
    let one = OwnJobQuery { limit: 1, ..OwnJobQuery::default() };
    Ok(marketplace::own_jobs(api, &one).await?.total > 0)
}

/// The way to them from the directory's own pages, for whoever has any.
#[component]
pub fn ExistingJobsLink(
    /// Who reads.
    role: Role,
) -> impl IntoView {
    let has_jobs = has_existing_jobs(role);
    view! {
        <Show when=move || has_jobs.get()>
            <LinkButton href=HREF>{texts::existing_jobs::existing_jobs}</LinkButton>
        </Show>
    }
}
