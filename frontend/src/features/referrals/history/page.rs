use guildhall_domain::referral::Source;
use leptos::prelude::*;

use super::address::FORM;
use super::columns::columns;
use super::totals::Totals;
use super::wording::WORDING;
use super::{History, names};
use crate::api::referrals;
use crate::auth::Session;
use crate::features::list::{ChoiceFilter, ListContent, ListToolbar};
use crate::i18n::texts;
use crate::layout::{Crumb, Crumbs, PageHead, Refused};
use crate::ui::{EmptyState, LinkButton, PageTitle, Sign};

/// `/referrals/history`.
#[component]
pub fn HistoryPage() -> impl IntoView {
    if !expect_context::<Session>().role.reads_referrals() {
        return view! { <Refused /> }.into_any();
    }
    let listing =
        History::follow(&FORM, WORDING, |api, query| async move { referrals::list(api, &query).await });
    view! {
        <PageTitle title=texts::frame::referral_history />
        <Crumbs crumbs=vec![
            Crumb::link(texts::frame::referrals, "/referrals/leads"),
            Crumb::here(texts::frame::referral_history),
        ] />
        <PageHead title=texts::frame::referral_history text=texts::referrals::about />
        <Totals page=listing.page />
        <section class="stack" aria-labelledby="merchants-title">
            <h2 id="merchants-title">{texts::referrals::merchants}</h2>
            <ListToolbar listing=listing>
                <ChoiceFilter
                    address=listing.address
                    id="source"
                    label=texts::referrals::source
                    choices=Source::ALL
                    code=Source::code
                    name=names::source
                    field=|query| &mut query.filter.sources
                />
            </ListToolbar>
            <ListContent listing=listing columns=columns() empty=nothing />
        </section>
    }
    .into_any()
}

/// Nobody was referred with success yet.
fn nothing() -> impl IntoView {
    view! {
        <EmptyState sign=Sign::History title=texts::referrals::none_title text=texts::referrals::none_text>
            <LinkButton href="/referrals/leads">{texts::referrals::go_to_leads}</LinkButton>
        </EmptyState>
    }
}
