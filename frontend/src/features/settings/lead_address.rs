use guildhall_contract::problem::CurrentState;
use guildhall_contract::settings::{LEAD_ADDRESS, LeadMailSetting, read_lead_address};
use leptos::prelude::*;

use crate::api::settings;
use crate::features::shared_address::{Purpose, Shared, SharedAddress};
use crate::format;
use crate::i18n::texts;

static PURPOSE: Purpose = Purpose {
    rule: LEAD_ADDRESS,
    label: texts::settings::leads_address,
    hint: texts::settings::leads_hint,
    language: texts::settings::leads_language,
    save: texts::settings::leads_save,
    saved: texts::settings::leads_saved,
    conflict: texts::settings::leads_conflict,
    conflict_none: texts::settings::leads_conflict_none,
    check: |body| read_lead_address(body).map(drop),
    put: |api, body, seen| {
        Box::pin(async move {
            settings::save_lead_address(api, &body, seen).await.map(|setting| shared(&setting))
        })
    },
    current: |state| match state {
        CurrentState::LeadAddress(setting) => Some(shared(setting)),
        CurrentState::Settings(_)
        | CurrentState::Representative(_)
        | CurrentState::Desk(_)
        | CurrentState::Cutover(_)
        | CurrentState::Migration(_)
        | CurrentState::Member(_)
        | CurrentState::Organisation(_)
        | CurrentState::PayoutDetails(_)
        | CurrentState::Tools(_) => None,
    },
};

fn shared(setting: &LeadMailSetting) -> Shared {
    Shared {
        address: setting.lead_address.as_ref().map(|address| address.as_str().to_owned()),
        language: setting.language,
        version: setting.version,
    }
}

/// Where the organisation gets mail about its leads: owners change it, everybody else sees it.
#[component]
pub(super) fn LeadAddress(setting: LeadMailSetting) -> impl IntoView {
    let changed = setting.changed.clone().map(|stamp| {
        let words = move || texts::settings::leads_changed(&stamp.by.name, &format::date_and_time(stamp.at));
        view! { <p class="muted">{words}</p> }
    });
    let content = match setting.may_change {
        true => view! { <SharedAddress purpose=&PURPOSE shared=shared(&setting) /> }.into_any(),
        false => as_it_is(&setting),
    };
    view! {
        <section class="section" aria-labelledby="leads-title">
            <h2 id="leads-title">{texts::settings::leads_title}</h2>
            <p class="muted">{texts::settings::leads_about}</p>
            {changed}
            {content}
        </section>
    }
}

fn as_it_is(setting: &LeadMailSetting) -> AnyView {
    let address = setting.lead_address.as_ref().map(|address| address.as_str().to_owned());
    view! {
        <p class="address">{move || address.clone().unwrap_or_else(|| texts::settings::leads_none().to_owned())}</p>
        <p class="muted">{texts::settings::leads_owner}</p>
    }
    .into_any()
}
