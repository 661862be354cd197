//! Where there is no form: the partner is booked, or somebody else than a merchant is signed in.

use guildhall_contract::directory_query::DirectorySearch;
use guildhall_contract::profile::PublicProfile;
use guildhall_domain::profile::Availability;
use guildhall_domain::taxonomy::Service;
use guildhall_pages::address::{root, search};
use leptos::prelude::*;

use crate::api::directory;
use crate::i18n::{language, texts};
use crate::ui::{EmptyState, Kind, LinkButton, Sign};

/// The partner takes nobody new: who else does the same.
#[component]
pub(super) fn Closed(profile: PublicProfile) -> impl IntoView {
    let PublicProfile { name, handle, services, .. } = profile;
    let mut services: Vec<Service> = services.iter().map(|offer| offer.service).collect();
    services.truncate(3);
    let mut others = DirectorySearch::default();
    others.query.filter.services = services;
    others.query.filter.availability = vec![Availability::Open];
    let others = directory::written(&others);
    let title = move || texts::inquiry::closed_title(&name);
    view! {
        <div class="card">
            <EmptyState sign=Sign::Clock title=title text=texts::inquiry::closed_text>
                <LinkButton kind=Kind::Primary href=move || search(language(), &others)>
                    {texts::inquiry::closed_others}
                </LinkButton>
                <LinkButton href=move || {
                    format!("{}/{handle}", root(language()))
                }>{texts::inquiry::back_to_profile}</LinkButton>
            </EmptyState>
        </div>
    }
}

/// Merchants write to partners; nobody else does.
#[component]
pub(super) fn MerchantsOnly(handle: String) -> impl IntoView {
    let title = texts::inquiry::merchants_only_title;
    view! {
        <div class="card">
            <EmptyState sign=Sign::User title=title text=texts::inquiry::merchants_only_text>
                <LinkButton href=move || {
                    format!("{}/{handle}", root(language()))
                }>{texts::inquiry::back_to_profile}</LinkButton>
            </EmptyState>
        </div>
    }
}
