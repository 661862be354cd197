use guildhall_domain::lead::{Standing, Status};
use guildhall_domain::policy::terms_by_id;
use leptos::prelude::*;

use super::SharedLead;
use crate::features::earnings::EstimateLine;
use crate::format;
use crate::i18n::{texts, words};

/// M-56: the terms that the lead was filed under, which it keeps.
pub(super) fn terms(lead: &SharedLead) -> AnyView {
    let id = lead.terms.id.clone();
    let href = format!("/referrals/terms#{id}");
    let grants = terms_by_id(&id);
    let since = lead.terms.since;
    let estimate = lead.estimate.map(|estimate| {
        view! {
            <p>
                {texts::earnings::may_earn} ": " <EstimateLine estimate=estimate />
            </p>
        }
    });
    let title = match lead.facts().standing() {
        Standing::Moving(Status::Submitted | Status::InProgress) => texts::lead::terms_open,
        Standing::Moving(Status::Awarded) => texts::lead::terms_awarded,
        Standing::Moving(Status::NotEligible) | Standing::Still(_) => texts::lead::terms,
    };
    view! {
        <section class="card" aria-labelledby="terms-title">
            <div class="card__head">
                <h2 id="terms-title">{title}</h2>
            </div>
            <div class="card__body stack">
                {grants.map(|terms| view! { <p>{move || words(&terms.words)}</p> })}
                {estimate}
                <p class="muted">
                    {texts::lead::filed_under} " " <a href=href>{id}</a>
                    {move || since.map(|day| format!(", {}", texts::terms::in_force_since(&format::day(day))))}
                </p>
            </div>
        </section>
    }
    .into_any()
}
