use guildhall_contract::exports::ExportList;
use leptos::prelude::*;

use super::Ledger;
use super::address::FORM;
use super::columns::columns;
use super::filters::Filters;
use super::totals::Totals;
use super::wording::WORDING;
use crate::api::referrals;
use crate::auth::Session;
use crate::features::earnings::hidden::Hidden;
use crate::features::list::{Export, ListContent, ListToolbar, LongList};
use crate::i18n::texts;
use crate::layout::{Crumb, Crumbs, PageHead, Refused};
use crate::ui::{EmptyState, LinkButton, PageTitle, Sign};

/// `/referrals/ledger`.
#[component]
pub fn LedgerPage() -> impl IntoView {
    let session = expect_context::<Session>();
    if !session.role.reads_referrals() {
        return view! { <Refused /> }.into_any();
    }
    if !session.sees_money {
        return view! { <Hidden /> }.into_any();
    }
    let listing =
        Ledger::follow(&FORM, WORDING, |api, query| async move { referrals::ledger(api, &query).await });
    let long = Some(LongList { list: ExportList::Ledger, written: referrals::ledger_written });
    let export = view! { <Export listing=listing file="ledger.csv" load=referrals::ledger_csv long=long /> };
    view! {
        <PageTitle title=texts::earnings::ledger />
        <Crumbs crumbs=vec![
            Crumb::here(texts::earnings::earnings),
            Crumb::here(texts::earnings::ledger),
        ] />
        <PageHead title=texts::earnings::ledger text=texts::ledger::about />
        <section class="stack" aria-labelledby="entries-title">
            <h2 class="visually-hidden" id="entries-title">
                {texts::ledger::entries}
            </h2>
            <ListToolbar listing=listing end=export.into_any()>
                <Filters listing=listing />
            </ListToolbar>
            <Totals listing=listing />
            <ListContent listing=listing columns=columns() empty=nothing />
        </section>
    }
    .into_any()
}

/// Nothing was booked yet.
fn nothing() -> impl IntoView {
    view! {
        <EmptyState sign=Sign::Ledger title=texts::ledger::none_title text=texts::ledger::none_text>
            <LinkButton href="/referrals/history">{texts::referral::to_history}</LinkButton>
        </EmptyState>
    }
}
