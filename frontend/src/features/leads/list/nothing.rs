//! No leads at all, and none that match.

use leptos::prelude::*;

use super::LeadsAddress;
use crate::auth::Session;
use crate::i18n::texts;
use crate::ui::{Button, EmptyState, Kind, LinkButton, Sign};

/// Nothing was submitted yet.
#[component]
pub(super) fn NoLeads() -> impl IntoView {
    let session = expect_context::<Session>();
    let text = if session.is_sales() { texts::leads::none_for_sales } else { texts::leads::none_text };
    let actions = move || {
        session.role.submits_leads().then(|| {
            view! {
                <LinkButton href="/referrals/leads/new/plus" kind=Kind::Primary>
                    {texts::leads::submit_plus}
                </LinkButton>
                <LinkButton href="/referrals/leads/new/pos">{texts::leads::submit_pos}</LinkButton>
            }
        })
    };
    view! {
        <div class="card">
            <EmptyState sign=Sign::Lead title=texts::leads::none_title text=text>
                {actions()}
            </EmptyState>
        </div>
    }
}

/// The search or the filters let nothing through.
#[component]
pub(super) fn NothingFound(address: LeadsAddress) -> impl IntoView {
    let search = Memo::new(move |_| address.query.with(|query| query.filter.search.clone()));
    let title = move || match search.get() {
        search if search.is_empty() => texts::leads::no_match().to_owned(),
        search => texts::leads::no_match_for(&search),
    };
    let clear = move |()| address.change(|query| query.filter = Default::default());
    view! {
        <div class="card" role="status">
            <EmptyState sign=Sign::Search title=title text=texts::leads::no_match_text>
                <Button on_press=Callback::new(clear)>{texts::list::clear_all}</Button>
            </EmptyState>
        </div>
    }
}
