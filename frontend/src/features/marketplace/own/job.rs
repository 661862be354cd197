use guildhall_contract::marketplace::{JobPartner, OwnJobDetails};
use guildhall_contract::problem::ProblemCode;
use guildhall_domain::actor::Role;
use guildhall_domain::marketplace::Party;
use guildhall_pages::address::root;
use leptos::prelude::*;

use super::closed::Closed;
use super::presence::HREF;
use crate::api::{ApiError, marketplace};
use crate::auth::Session;
use crate::features::marketplace::conversation::{Names, Told, conversation};
use crate::features::marketplace::facts::{Facts, facts};
use crate::features::marketplace::one::{One, OneWords};
use crate::features::marketplace::requirements::requirements;
use crate::features::marketplace::status::JobBadge;
use crate::i18n::{language, texts};
use crate::layout::Refused;
use crate::ui::{Crest, LinkButton};

const WORDS: OneWords<OwnJobDetails> = OneWords {
    list: (texts::existing_jobs::existing_jobs, HREF),
    name: texts::records::job,
    title: |job| texts::existing_jobs::job_with(&job.item.partner.name),
    loading: texts::records::loading_one,
    failed: texts::records::failed_one,
    missing: (texts::records::not_found_heading, texts::records::not_found_text),
    to_list: texts::records::to_jobs,
};

/// `/existing-jobs/:id`, for the merchant whose job it is.
#[component]
pub fn ExistingJobPage() -> impl IntoView {
    if expect_context::<Session>().role != Role::Merchant {
        return view! { <Refused /> }.into_any();
    }
    view! {
        <One
            words=WORDS
            load=|api, id| async move { marketplace::own_job(api, &id).await }
            beside=|job: &OwnJobDetails| view! { <JobBadge status=job.item.status large=true /> }.into_any()
            content=shown
            instead=closed
        />
    }
    .into_any()
}

/// From the closing on there is no job, also for whoever kept its address.
fn closed(error: &ApiError) -> Option<AnyView> {
    let is_closed = error.problem()?.code == ProblemCode::MarketplaceClosed;
    is_closed.then(|| view! { <Closed since=None /> }.into_any())
}

fn shown(job: &OwnJobDetails) -> AnyView {
    let OwnJobDetails { item, requirements: asked, messages, .. } = job.clone();
    let names = Names {
        reader: Party::Merchant,
        partner: item.partner.name.clone(),
        merchant: texts::existing_jobs::you().to_owned(),
    };
    let known = Facts {
        number: item.id.job.to_string(),
        status: item.status,
        created_at: item.created_at,
        last_event_at: item.last_event_at,
        ends_at: item.ends_at,
        confirmed_completed: item.confirmed_completed,
    };
    let told = Told { is_blocked: false, has_unread: false, messages };
    view! {
        <div class="lead-grid">
            {requirements(item.services, asked)}
            {conversation(told, &names)}
            <aside class="stack" data-area="rep" aria-label=texts::existing_jobs::partner_title>
                {partner_card(item.partner, item.shop.name)}
            </aside>
            {facts(known)}
        </div>
    }
    .into_any()
}

/// Whose job it is, with the way to the profile: from there on the two agree on everything by themselves.
fn partner_card(JobPartner { name, handle }: JobPartner, store: String) -> AnyView {
    let way = match handle {
        Some(handle) => {
            let href = move || format!("{}/{handle}", root(language()));
            view! { <LinkButton href=href>{texts::existing_jobs::see_profile}</LinkButton> }.into_any()
        }
        None => view! { {texts::existing_jobs::no_profile} }.into_any(),
    };
    view! {
        <section class="card" aria-labelledby="partner-title">
            <div class="card__head">
                <h2 id="partner-title">{texts::existing_jobs::partner_title}</h2>
            </div>
            <div class="card__body stack">
                <div class="person">
                    <Crest name=name.clone() />
                    <div>
                        <p class="person__name">{name}</p>
                        <p class="person__role">{store}</p>
                    </div>
                </div>
                <p>{way}</p>
            </div>
        </section>
    }
    .into_any()
}
