use std::sync::Arc;

use leptos::prelude::*;

use super::address::{FORM, is_narrowed};
use super::glossary::Glossary;
use super::nothing::{NoLeads, NothingFound};
use super::table::LeadsTable;
use super::toolbar::Toolbar;
use super::{LeadsAddress, SharedPage};
use crate::api::{Api, ApiError, leads};
use crate::auth::Session;
use crate::format;
use crate::i18n::texts;
use crate::layout::{Crumb, Crumbs, PageHead, Refused};
use crate::remote::{Remote, Stage};
use crate::ui::{Failure, Kind, LinkButton, Notice, PageTitle, TableSkeleton};

/// What the screen shows below its tabs.
#[derive(Clone, PartialEq)]
enum View {
    Loading,
    Failed(ApiError),
    NoLeads,
    NothingFound,
    Table,
}

/// `/referrals/leads`.
#[component]
pub fn LeadsPage() -> impl IntoView {
    let session = expect_context::<Session>();
    let sales = session.is_sales();
    if !sales && !session.role.reads_referrals() {
        return view! { <Refused /> }.into_any();
    }
    let api = expect_context::<Api>();
    let address = LeadsAddress::follow(&FORM);
    let remote = Remote::<SharedPage>::new(move || {
        let query = address.query.get();
        async move { leads::list(api, &query).await.map(Arc::new) }
    });
    let page = Memo::new(move |_| remote.ready());
    let view = Memo::new(move |_| match remote.stage() {
        Stage::Loading => View::Loading,
        Stage::Failed(error) => View::Failed(error),
        Stage::Ready(page) if page.total > 0 => View::Table,
        Stage::Ready(_) if address.query.with(|query| is_narrowed(&query.filter)) => View::NothingFound,
        Stage::Ready(_) => View::NoLeads,
    });
    let content = move || match view.get() {
        View::Loading => {
            view! { <TableSkeleton columns=skeleton_columns() label=texts::leads::loading /> }.into_any()
        }
        View::Failed(error) => {
            let retry = Callback::new(move |()| remote.reload());
            view! {
                <div class="card">
                    <Failure title=texts::leads::failed error=error retry=retry />
                </div>
            }
            .into_any()
        }
        View::NoLeads => view! { <NoLeads /> }.into_any(),
        View::NothingFound => view! { <NothingFound address=address /> }.into_any(),
        View::Table => {
            view! { <LeadsTable address=address page=page busy=remote.is_busy() sales=sales /> }.into_any()
        }
    };
    view! {
        <Head sales=sales submits=session.role.submits_leads() />
        <MissingLeads page=page />
        <section class="stack" aria-labelledby="leads-title">
            <h2 class="visually-hidden" id="leads-title">
                {texts::leads::submitted_leads}
            </h2>
            <Toolbar address=address page=page />
            {content}
        </section>
        <Glossary />
    }
    .into_any()
}

#[component]
fn Head(sales: bool, submits: bool) -> impl IntoView {
    let title = if sales { texts::frame::leads_queue } else { texts::frame::leads };
    let section = if sales { texts::frame::sales } else { texts::frame::referrals };
    let text = if sales { texts::leads::about_queue } else { texts::leads::about };
    let actions = move || {
        submits.then(|| {
            view! {
                <LinkButton href="/referrals/leads/new/pos">{texts::leads::submit_pos}</LinkButton>
                <LinkButton href="/referrals/leads/new/plus" kind=Kind::Primary>
                    {texts::leads::submit_plus}
                </LinkButton>
            }
        })
    };
    view! {
        <PageTitle title=title />
        <Crumbs crumbs=vec![Crumb::here(section), Crumb::here(title)] />
        <PageHead title=title text=text>
            {actions()}
        </PageHead>
    }
}

/// M-57: organisations that are older than the table are told that early leads may be missing.
#[component]
fn MissingLeads(page: Memo<Option<SharedPage>>) -> impl IntoView {
    let since = Memo::new(move |_| page.with(|page| page.as_ref().and_then(|page| page.complete_since)));
    move || {
        since.get().map(|day| {
            view! {
                <Notice>
                    <p>{move || texts::leads::may_be_missing(&format::day(day))}</p>
                </Notice>
            }
        })
    }
}

fn skeleton_columns() -> Vec<TextProp> {
    vec![
        texts::leads::company.into(),
        texts::leads::contact_name.into(),
        texts::leads::product.into(),
        texts::leads::status.into(),
        texts::leads::representative.into(),
        texts::leads::updated.into(),
    ]
}
