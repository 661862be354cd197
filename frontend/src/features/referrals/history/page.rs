use guildhall_contract::exports::ExportList;
use leptos::prelude::*;

use super::History;
use super::address::FORM;
use super::columns::columns;
use super::filters::Filters;
use super::tiles::{Summary, totals};
use super::wording::wording;
use crate::api::{Api, referrals};
use crate::auth::Session;
use crate::features::list::{Export, ListContent, ListToolbar, LongList};
use crate::i18n::texts;
use crate::layout::{Crumb, Crumbs, PageHead, Refused};
use crate::remote::Remote;
use crate::ui::{EmptyState, LinkButton, PageTitle, Sign};

/// `/referrals/history`.
#[component]
pub fn HistoryPage() -> impl IntoView {
    let session = expect_context::<Session>();
    if !session.role.reads_referrals() {
        return view! { <Refused /> }.into_any();
    }
    let sees_money = session.sees_money;
    let api = expect_context::<Api>();
    let listing = History::follow(&FORM, wording(sees_money), |api, query| async move {
        referrals::list(api, &query).await
    });
    let summary = Remote::new(move || referrals::summary(api));
    let sums = sees_money.then(|| ViewFn::from(move || totals(listing)));
    let long = Some(LongList { list: ExportList::Referrals, written: referrals::written });
    let export = view! { <Export listing=listing file="referrals.csv" load=referrals::csv long=long /> };
    view! {
        <PageTitle title=texts::frame::referral_history />
        <Crumbs crumbs=vec![
            Crumb::link(texts::frame::referrals, "/referrals/leads"),
            Crumb::here(texts::frame::referral_history),
        ] />
        <PageHead title=texts::frame::referral_history text=texts::referrals::about />
        <Summary summary=summary />
        <section class="stack" aria-labelledby="merchants-title">
            <h2 id="merchants-title">{texts::referrals::merchants}</h2>
            <ListToolbar listing=listing end=export.into_any()>
                <Filters listing=listing />
            </ListToolbar>
            <ListContent listing=listing columns=columns(sees_money) empty=nothing sums=sums />
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
