use std::sync::Arc;

use guildhall_domain::referral::listing::ReferralFilter;
use leptos::prelude::*;

use super::address::FORM;
use super::table::HistoryTable;
use super::toolbar::Toolbar;
use super::totals::Totals;
use super::{HistoryAddress, SharedPage};
use crate::api::{Api, ApiError, referrals};
use crate::auth::Session;
use crate::i18n::texts;
use crate::layout::{Crumb, Crumbs, PageHead, Refused};
use crate::remote::{Remote, Stage};
use crate::ui::{Button, EmptyState, Failure, LinkButton, PageTitle, Sign, TableSkeleton};

/// What the screen shows below its head.
#[derive(Clone, PartialEq)]
enum View {
    Loading,
    Failed(ApiError),
    Empty,
    NothingFound,
    Table,
}

/// `/referrals/history`.
#[component]
pub fn HistoryPage() -> impl IntoView {
    if !expect_context::<Session>().role.reads_referrals() {
        return view! { <Refused /> }.into_any();
    }
    let api = expect_context::<Api>();
    let address = HistoryAddress::follow(&FORM);
    let remote = Remote::<SharedPage>::new(move || {
        let query = address.query.get();
        async move { referrals::list(api, &query).await.map(Arc::new) }
    });
    let page = Memo::new(move |_| remote.ready());
    let view = Memo::new(move |_| match remote.stage() {
        Stage::Loading => View::Loading,
        Stage::Failed(error) => View::Failed(error),
        Stage::Ready(page) if page.total > 0 => View::Table,
        Stage::Ready(_) if address.query.with(|query| query.filter != ReferralFilter::default()) => {
            View::NothingFound
        }
        Stage::Ready(_) => View::Empty,
    });
    let content = move || match view.get() {
        View::Loading => {
            view! { <TableSkeleton columns=skeleton_columns() label=texts::referrals::loading /> }.into_any()
        }
        View::Failed(error) => {
            let retry = Callback::new(move |()| remote.reload());
            view! {
                <div class="card">
                    <Failure title=texts::referrals::failed error=error retry=retry />
                </div>
            }
            .into_any()
        }
        View::Empty => empty().into_any(),
        View::NothingFound => nothing_found(address).into_any(),
        View::Table => view! { <HistoryTable address=address page=page busy=remote.is_busy() /> }.into_any(),
    };
    view! {
        <PageTitle title=texts::frame::referral_history />
        <Crumbs crumbs=vec![
            Crumb::link(texts::frame::referrals, "/referrals/leads"),
            Crumb::here(texts::frame::referral_history),
        ] />
        <PageHead title=texts::frame::referral_history text=texts::referrals::about />
        <Totals page=page />
        <section class="stack" aria-labelledby="merchants-title">
            <h2 id="merchants-title">{texts::referrals::merchants}</h2>
            <Toolbar address=address />
            {content}
        </section>
    }
    .into_any()
}

fn empty() -> impl IntoView {
    view! {
        <div class="card">
            <EmptyState sign=Sign::History title=texts::referrals::none_title text=texts::referrals::none_text>
                <LinkButton href="/referrals/leads">{texts::referrals::go_to_leads}</LinkButton>
            </EmptyState>
        </div>
    }
}

fn nothing_found(address: HistoryAddress) -> impl IntoView {
    let search = Memo::new(move |_| address.query.with(|query| query.filter.search.clone()));
    let title = move || match search.get() {
        search if search.is_empty() => texts::referrals::no_match().to_owned(),
        search => texts::referrals::no_match_for(&search),
    };
    let clear = move |()| address.change(|query| query.filter = ReferralFilter::default());
    view! {
        <div class="card" role="status">
            <EmptyState sign=Sign::Search title=title text=texts::referrals::no_match_text>
                <Button on_press=Callback::new(clear)>{texts::list::clear_all}</Button>
            </EmptyState>
        </div>
    }
}

fn skeleton_columns() -> Vec<TextProp> {
    vec![
        texts::referrals::merchant.into(),
        texts::referrals::referred.into(),
        texts::referrals::source.into(),
        texts::referrals::plan.into(),
        texts::referrals::revenue.into(),
    ]
}
