//! The leads that changed last.

use std::sync::Arc;

use guildhall_contract::leads::{LeadItem, LeadPage};
use guildhall_domain::lead::{Hold, Outcome, Status};
use guildhall_domain::policy::{next_step, product_name};
use leptos::prelude::*;

use crate::i18n::{texts, words};
use crate::remote::{Remote, Stage};
use crate::ui::{
    EmptyState, Failure, Kind, LinkButton, MoveLine, OutcomeLine, RelativeTime, Sign, Skeleton, StatusBadge,
};

/// How many are shown; the list has the rest.
pub(super) const SHOWN: usize = 4;

/// The card of the leads that changed last, with the way to all of them.
#[component]
pub(super) fn Activity(
    /// The newest changes.
    remote: Remote<Arc<LeadPage>>,
    /// Whether the reader may submit leads.
    submits: bool,
) -> impl IntoView {
    let stage = Memo::new(move |_| remote.stage());
    let content = move || match stage.get() {
        Stage::Loading => view! { <Loading /> }.into_any(),
        Stage::Failed(error) => {
            let retry = Callback::new(move |()| remote.reload());
            view! { <Failure title=texts::leads::failed error=error retry=retry /> }.into_any()
        }
        Stage::Ready(page) if page.items.is_empty() => view! { <Nothing submits=submits /> }.into_any(),
        Stage::Ready(page) => {
            view! { <ul class="activity">{page.items.iter().map(row).collect_view()}</ul> }.into_any()
        }
    };
    view! {
        <section class="card" aria-labelledby="activity-title">
            <div class="card__head">
                <h2 id="activity-title">{texts::home::activity}</h2>
                <a href="/referrals/leads">{texts::home::view_more}</a>
            </div>
            {content}
        </section>
    }
}

fn row(item: &LeadItem) -> impl IntoView + use<> {
    let href = format!("/referrals/leads/{}", item.id);
    let product = item.product;
    view! {
        <li>
            <div class="activity__what">
                <a href=href>{item.company.clone()}</a>
                <span class="second">{move || words(&product_name(product))}</span>
            </div>
            <div class="activity__state">
                <StatusBadge status=item.status />
                {second(item)}
            </div>
            <RelativeTime at=item.updated_at />
        </li>
    }
}

/// What the status hides, or whose move it is.
fn second(item: &LeadItem) -> AnyView {
    match (item.hold, item.outcome, item.status) {
        (Some(Hold::Withdrawn), ..) => {
            view! { <span class="second">{texts::lead_queue::withdrawn}</span> }.into_any()
        }
        (_, Some(outcome @ (Outcome::Paid | Outcome::NotEligible)), _) => {
            view! { <OutcomeLine outcome=outcome /> }.into_any()
        }
        (_, _, Status::NotEligible) => ().into_any(),
        _ => view! { <MoveLine mover=next_step(item.facts()).mover /> }.into_any(),
    }
}

#[component]
fn Loading() -> impl IntoView {
    let line = |_| view! { <li><Skeleton /> <Skeleton /></li> };
    view! {
        <div class="late" aria-busy="true">
            <p class="visually-hidden" role="status">
                {texts::leads::loading}
            </p>
            <ul class="activity" aria-hidden="true">
                {(0..SHOWN).map(line).collect_view()}
            </ul>
        </div>
    }
}

#[component]
fn Nothing(submits: bool) -> impl IntoView {
    view! {
        <EmptyState sign=Sign::Lead title=texts::leads::none_title text=texts::leads::none_text>
            {submits
                .then(|| {
                    view! {
                        <LinkButton href="/referrals/leads/new/plus" kind=Kind::Primary>
                            {texts::leads::submit_plus}
                        </LinkButton>
                    }
                })}
        </EmptyState>
    }
}
