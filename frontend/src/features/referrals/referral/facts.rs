use guildhall_domain::policy::{Estimate, terms_by_id};
use leptos::prelude::*;

use super::SharedReferral;
use crate::features::earnings::{EstimateLine, Sum};
use crate::features::referrals::history::{names, why_words};
use crate::format;
use crate::i18n::{texts, words};

/// Where it came from, and what came of it.
pub(super) fn facts(referral: &SharedReferral) -> AnyView {
    let item = &referral.referral;
    let (source, plan, referred_at) = (item.source.clone(), item.plan, item.referred_at);
    let lead = item.lead_id.as_ref().map(|lead| format!("/referrals/leads/{lead}"));
    let store = item.store.clone();
    let revenue = item.revenue.clone().filter(|sums| !sums.is_empty());
    view! {
        <section class="card" aria-labelledby="facts-title">
            <div class="card__head">
                <h2 id="facts-title">{texts::referral::referral}</h2>
            </div>
            <dl class="card__body facts">
                <div>
                    <dt>{texts::referrals::referred}</dt>
                    <dd>{move || format::date(referred_at)}</dd>
                </div>
                <div>
                    <dt>{texts::referrals::source}</dt>
                    <dd>{move || names::source(&source)}</dd>
                </div>
                {lead
                    .map(|href| {
                        view! {
                            <div>
                                <dt>{texts::referral::lead}</dt>
                                <dd>
                                    <a href=href>{texts::referral::open_lead}</a>
                                </dd>
                            </div>
                        }
                    })}
                {store
                    .map(|store| {
                        view! {
                            <div>
                                <dt>{texts::referral::store}</dt>
                                <dd>{store}</dd>
                            </div>
                        }
                    })}
                <div>
                    <dt>{texts::referrals::plan}</dt>
                    <dd>{move || plan.map_or_else(texts::referrals::plan_none, names::plan)}</dd>
                </div>
                {revenue
                    .map(|sums| {
                        view! {
                            <div>
                                <dt>{texts::referrals::revenue}</dt>
                                <dd class="amounts">
                                    {sums
                                        .into_iter()
                                        .map(|sum| view! { <Sum amount=sum /> })
                                        .collect_view()}
                                </dd>
                            </div>
                        }
                    })}
                {referral.estimate.map(estimate)}
            </dl>
        </section>
    }
    .into_any()
}

fn estimate(estimate: Estimate) -> impl IntoView {
    view! {
        <div>
            <dt>{texts::earnings::may_earn}</dt>
            <dd>
                <EstimateLine estimate=estimate />
            </dd>
        </div>
    }
}

/// What the terms grant, and why it is these.
pub(super) fn terms(referral: &SharedReferral) -> AnyView {
    let referred_at = referral.referral.referred_at;
    let terms = referral.referral.terms.as_ref();
    let content = match terms {
        None => view! { <p>{texts::referral::no_terms}</p> }.into_any(),
        Some(terms) => {
            let href = format!("/referrals/terms#{}", terms.id);
            let grants = terms_by_id(&terms.id);
            let why = why_words(terms.id.clone(), referred_at);
            view! {
                {grants.map(|terms| view! { <p>{move || words(&terms.words)}</p> })}
                <p class="muted">{why}</p>
                <p>
                    <a href=href>{terms.id.clone()}</a>
                </p>
            }
            .into_any()
        }
    };
    view! {
        <section class="card" aria-labelledby="terms-title">
            <div class="card__head">
                <h2 id="terms-title">{texts::referral::terms_title}</h2>
            </div>
            <div class="card__body stack">{content}</div>
        </section>
    }
    .into_any()
}
