//! What became of many leads.

use guildhall_contract::lead_work::{AssignedMany, NotAssigned, SeenLead};
use guildhall_contract::problem::ProblemCode;
use guildhall_domain::policy::status_name;
use leptos::prelude::*;

use crate::features::leads::lead::event_title;
use crate::features::leads::refusals::of_code;
use crate::format;
use crate::i18n::{texts, words};

/// The leads that somebody was faster with, as they are now: they can be given away all the same.
pub(super) fn retried(outcome: &AssignedMany) -> Vec<SeenLead> {
    let overtaken = outcome.refused.iter().filter(|refused| refused.code == ProblemCode::VersionConflict);
    let now = |refused: &NotAssigned| {
        let current = refused.current.as_ref()?;
        Some(SeenLead { id: current.id.clone(), version: current.version })
    };
    overtaken.filter_map(now).collect()
}

/// How many were given away, and each that was not, with the reason.
#[component]
pub(super) fn OutcomeView(
    /// What the service answered.
    outcome: AssignedMany,
    /// Who got them.
    name: String,
) -> impl IntoView {
    let AssignedMany { assigned, refused } = outcome;
    let (given, kept) = (assigned.len() as u64, refused.len() as u64);
    let head = move || match given {
        0 => texts::lead_queue::assigned_none().to_owned(),
        given => texts::lead_queue::assigned(given, &name),
    };
    view! {
        <div class="stack" id="assign-outcome" tabindex="-1" role="status">
            <p>
                <strong>{head}</strong>
            </p>
            <p>{move || texts::lead_queue::refused(kept)}</p>
            <ul class="lines refused">{refused.into_iter().map(line).collect_view()}</ul>
        </div>
    }
}

fn line(refused: NotAssigned) -> impl IntoView {
    let current = refused.current.clone();
    let company = current.as_ref().map_or_else(|| refused.id.to_string(), |item| item.company.clone());
    let href = current.as_ref().map(|item| format!("/referrals/leads/{}", item.id));
    let company = match href {
        Some(href) => view! { <a href=href>{company}</a> }.into_any(),
        None => company.into_any(),
    };
    let state = move || {
        let item = current.as_ref()?;
        let representative = item.representative.as_ref().map(|person| person.name.clone());
        let representative = representative.unwrap_or_else(|| texts::leads::not_assigned().to_owned());
        Some(texts::lead_queue::refused_now(&representative, words(&status_name(item.status))))
    };
    view! {
        <li>
            <div>
                <p>
                    <strong>{company}</strong>
                </p>
                <p>{move || why(&refused)}</p>
                <p class="muted">{state}</p>
            </div>
        </li>
    }
}

fn why(refused: &NotAssigned) -> String {
    match (refused.code, &refused.changed) {
        (ProblemCode::VersionConflict, Some(entry)) => {
            texts::lead_queue::refused_changed(&event_title(entry), &format::relative_time(entry.at))
        }
        (ProblemCode::VersionConflict, None) => texts::lead_queue::refused_changed_only().to_owned(),
        (ProblemCode::NotFound, _) => texts::lead_queue::refused_gone().to_owned(),
        (code, _) => {
            let words = of_code(code, refused.guard.as_deref());
            words.unwrap_or_else(texts::failures::other).to_owned()
        }
    }
}
