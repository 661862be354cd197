use guildhall_contract::problem::CurrentState;
use guildhall_contract::sales::{DeskEntry, ESCALATION_ADDRESS, read_desk};
use leptos::prelude::*;

use crate::api::sales;
use crate::features::shared_address::{Purpose, Shared, SharedAddress};
use crate::format;
use crate::i18n::texts;

static PURPOSE: Purpose = Purpose {
    rule: ESCALATION_ADDRESS,
    label: texts::team::desk_address,
    hint: texts::team::desk_hint,
    language: texts::team::desk_language,
    save: texts::team::desk_save,
    saved: texts::team::desk_saved,
    conflict: texts::team::desk_conflict,
    conflict_none: texts::team::desk_conflict_none,
    check: |body| read_desk(body).map(drop),
    put: |api, body, seen| {
        Box::pin(async move { sales::save_desk(api, &body, seen).await.map(|entry| shared(&entry)) })
    },
    current: |state| match state {
        CurrentState::Desk(entry) => Some(shared(entry)),
        CurrentState::Settings(_)
        | CurrentState::LeadAddress(_)
        | CurrentState::Representative(_)
        | CurrentState::Cutover(_)
        | CurrentState::Migration(_)
        | CurrentState::Member(_)
        | CurrentState::Organisation(_)
        | CurrentState::PayoutDetails(_)
        | CurrentState::Tools(_) => None,
    },
};

fn shared(entry: &DeskEntry) -> Shared {
    Shared {
        address: entry.escalation_address.as_ref().map(|address| address.as_str().to_owned()),
        language: entry.language,
        version: entry.version,
    }
}

/// Where the team is reached.
#[component]
pub(super) fn SalesDesk(entry: DeskEntry) -> impl IntoView {
    let changed = entry.changed.clone().map(|stamp| {
        let words = move || texts::team::changed_by(&stamp.by.name, &format::date_and_time(stamp.at));
        view! { <p class="muted">{words}</p> }
    });
    view! {
        <section class="section" aria-labelledby="desk-title">
            <h2 id="desk-title">{texts::team::desk}</h2>
            <p class="muted">{texts::team::desk_about}</p>
            {changed}
            <SharedAddress purpose=&PURPOSE shared=shared(&entry) />
        </section>
    }
}
