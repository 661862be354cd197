use std::sync::Arc;

use guildhall_contract::payouts::PayoutPage;
use leptos::prelude::*;

use super::Payouts;
use super::address::FORM;
use super::columns::columns;
use super::missing::missing_details;
use super::upcoming::upcoming;
use super::wording::WORDING;
use super::words::{next_words, sums};
use crate::api::payouts;
use crate::auth::Session;
use crate::features::earnings::hidden::Hidden;
use crate::features::list::ListContent;
use crate::i18n::texts;
use crate::layout::{Crumb, Crumbs, PageHead, Refused};
use crate::ui::{Amounts, EmptyState, LinkButton, PageTitle, Sign, Tile, Tiles};

/// `/payouts`.
#[component]
pub fn PayoutsPage() -> impl IntoView {
    let session = expect_context::<Session>();
    if !session.role.reads_referrals() {
        return view! { <Refused /> }.into_any();
    }
    if !session.sees_money {
        return view! { <Hidden /> }.into_any();
    }
    let listing =
        Payouts::follow(&FORM, WORDING, |api, query| async move { payouts::list(api, &query).await });
    let coming = move || {
        let page = listing.page.get().filter(|page| !page.upcoming.is_empty())?;
        Some(upcoming(&page.upcoming))
    };
    view! {
        <PageTitle title=texts::earnings::payouts />
        <Crumbs crumbs=vec![
            Crumb::here(texts::earnings::earnings),
            Crumb::here(texts::earnings::payouts),
        ] />
        <PageHead title=texts::earnings::payouts text=texts::own_payouts::about>
            <LinkButton href="/payouts/details">{texts::own_payouts::details}</LinkButton>
        </PageHead>
        {move || listing.page.get().map(|page| missing_details(&page))}
        {move || listing.page.get().map(|page| tiles(&page))}
        {coming}
        <section class="stack" aria-labelledby="payouts-title">
            <h2 id="payouts-title">{texts::own_payouts::payouts}</h2>
            <ListContent listing=listing columns=columns() empty=nothing />
        </section>
    }
    .into_any()
}

fn tiles(page: &Arc<PayoutPage>) -> impl IntoView + use<> {
    let next = {
        let page = Arc::clone(page);
        move || next_words(&page.upcoming)
    };
    let pending = sums(&page.accounts, |account| account.pending);
    let this_year = sums(&page.accounts, |account| account.paid_this_year);
    let ever = sums(&page.accounts, |account| account.paid);
    view! {
        <Tiles>
            <Tile label=texts::earnings::pending note=next.into_any()>
                <Amounts sums=pending />
            </Tile>
            <Tile label=texts::earnings::paid_this_year note=texts::own_payouts::paid_note.into_any()>
                <Amounts sums=this_year />
            </Tile>
            <Tile label=texts::own_payouts::paid_ever note=texts::own_payouts::paid_ever_note.into_any()>
                <Amounts sums=ever />
            </Tile>
        </Tiles>
    }
}

/// Nothing was paid or kept back yet.
fn nothing() -> impl IntoView {
    view! {
        <EmptyState
            sign=Sign::Receipt
            title=texts::own_payouts::none_title
            text=texts::own_payouts::none_text
        >
            <LinkButton href="/referrals/ledger">{texts::own_payouts::to_ledger}</LinkButton>
        </EmptyState>
    }
}
