use leptos::prelude::*;

use crate::auth::Session;
use crate::i18n::texts;
use crate::ui::{EmptyState, Kind, LinkButton, Sign};

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
        <EmptyState sign=Sign::Lead title=texts::leads::none_title text=text>
            {actions()}
        </EmptyState>
    }
}
