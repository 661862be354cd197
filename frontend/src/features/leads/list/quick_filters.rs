use guildhall_domain::lead::listing::RepresentativeChoice;
use leptos::prelude::*;

use super::LeadsAddress;
use crate::auth::Session;
use crate::i18n::texts;

/// For who sees every lead: mine, and nobody's. Links, so they can be kept and shared.
#[component]
pub(super) fn QuickFilters(address: LeadsAddress, session: Session) -> impl IntoView {
    let mine = session.user_id.parse().ok().map(RepresentativeChoice::Is);
    view! {
        {mine.map(|mine| chip(address, mine, texts::leads::mine))}
        {chip(address, RepresentativeChoice::Unassigned, texts::leads::unassigned)}
    }
}

/// Pressed again, a chip takes itself back.
fn chip(address: LeadsAddress, choice: RepresentativeChoice, label: fn() -> &'static str) -> impl IntoView {
    let wanted = StoredValue::new(vec![choice]);
    let on = Memo::new(move |_| {
        address.query.with(|query| wanted.with_value(|wanted| query.filter.representatives == *wanted))
    });
    let href = move || {
        let next = if on.get() { Vec::new() } else { wanted.get_value() };
        address.href(|query| query.filter.representatives = next)
    };
    view! {
        <a
            class="chip"
            href=href
            data-on=move || on.get().then_some("")
            aria-current=move || on.get().then_some("true")
        >
            {label}
        </a>
    }
}
