use guildhall_contract::marketplace::{JobDetails, JobQuery};
use guildhall_domain::marketplace::{MarketplaceId, Shop};
use leptos::prelude::*;

use super::reads_records;
use crate::api::marketplace;
use crate::auth::Session;
use crate::features::marketplace::conversation::{Names, nothing_written};
use crate::features::marketplace::customer::customer_card;
use crate::features::marketplace::facts::{Facts, facts};
use crate::features::marketplace::one::{One, OneWords};
use crate::features::marketplace::records::written::Written;
use crate::features::marketplace::requirements::requirements;
use crate::features::marketplace::status::JobBadge;
use crate::i18n::texts;
use crate::layout::Refused;
use crate::ui::{LinkButton, Notice, Tone};

const WORDS: OneWords<JobDetails> = OneWords {
    list: (texts::records::jobs, "/records"),
    name: texts::records::job,
    title: |job| texts::records::job_of(&job.item.shop.name),
    loading: texts::records::loading_one,
    failed: texts::records::failed_one,
    missing: (texts::records::not_found_heading, texts::records::not_found_text),
    to_list: texts::records::to_jobs,
};

/// `/records/jobs/:id`.
#[component]
pub fn JobPage() -> impl IntoView {
    if !reads_records(&expect_context::<Session>()) {
        return view! { <Refused /> }.into_any();
    }
    view! {
        <One
            words=WORDS
            load=|api, id| async move { marketplace::job(api, &id).await }
            beside=|job: &JobDetails| view! { <JobBadge status=job.item.status large=true /> }.into_any()
            content=shown
        />
    }
    .into_any()
}

fn shown(job: &JobDetails) -> AnyView {
    let JobDetails { item, requirements: asked, outlasts } = job.clone();
    let names = Names::of_partner(expect_context::<Session>().org_name, item.customer.as_ref());
    let known = Facts {
        number: item.id.to_string(),
        status: item.status,
        created_at: item.created_at,
        last_event_at: item.last_event_at,
        ends_at: item.ends_at,
        confirmed_completed: item.confirmed_completed,
    };
    let carry_over = outlasts.then(|| {
        let action = view! { <LinkButton href="/move">{texts::records::phase_all_steps}</LinkButton> };
        view! {
            <Notice tone=Tone::Warning action=action.into_any()>
                <p>{texts::records::carry_over}</p>
            </Notice>
        }
    });
    let others = jobs_of(&item.shop);
    view! {
        {carry_over}
        <div class="lead-grid">
            {requirements(item.services, asked)}
            {match item.conversation {
                Some(id) => view! { <Written id=id names=names /> }.into_any(),
                None => nothing_written(),
            }}
            <aside class="stack" data-area="rep" aria-label=texts::records::beside>
                {customer_card(item.customer, Some(item.shop), Some(others))}
            </aside>
            {facts(known)}
        </div>
    }
    .into_any()
}

/// The way to all jobs for the same store.
fn jobs_of(shop: &Shop) -> AnyView {
    let mut query = JobQuery::default();
    query.filter.shop = Some(MarketplaceId::clone(&shop.id));
    let href = format!("/records?{}", marketplace::jobs_written(&query));
    view! {
        <p>
            <a href=href>{texts::records::other_jobs}</a>
        </p>
    }
    .into_any()
}
