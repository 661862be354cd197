use chrono::NaiveDate;
use guildhall_contract::leads::LeadItem;
use guildhall_domain::lead::CommandKind;
use guildhall_domain::policy::may_ever;
use leptos::prelude::*;

use super::Leads;
use super::address::FORM;
use super::columns::columns;
use super::glossary::Glossary;
use super::nothing::NoLeads;
use super::tabs::{QueueTabs, StatusTabs};
use super::toolbar::Toolbar;
use super::wording::wording;
use crate::api::leads;
use crate::auth::Session;
use crate::features::leads::assign::BulkBar;
use crate::features::list::{ListContent, Selection};
use crate::format;
use crate::i18n::texts;
use crate::layout::{Crumb, Crumbs, PageHead, Refused};
use crate::ui::{Kind, LinkButton, Notice, PageTitle};

/// `/referrals/leads`.
#[component]
pub fn LeadsPage() -> impl IntoView {
    let session = expect_context::<Session>();
    let sales = session.is_sales();
    if !sales && !session.role.reads_referrals() {
        return view! { <Refused /> }.into_any();
    }
    let listing =
        Leads::follow(&FORM, wording(sales), |api, query| async move { leads::list(api, &query).await });
    let complete_since =
        Memo::new(move |_| listing.page.with(|page| page.as_ref().and_then(|page| page.complete_since)));
    let tabs = match sales {
        true => view! { <QueueTabs listing=listing role=session.role /> }.into_any(),
        false => view! { <StatusTabs listing=listing /> }.into_any(),
    };
    let assigns = may_ever(CommandKind::Assign, session.role);
    let selection =
        assigns.then(|| Selection::<LeadItem>::new(|item| item.id.to_string(), |item| item.company.clone()));
    view! {
        <Head sales=sales submits=session.role.submits_leads() />
        {move || complete_since.get().map(missing_leads)}
        <section class="stack" id="leads" tabindex="-1" aria-labelledby="leads-title">
            <h2 class="visually-hidden" id="leads-title">
                {texts::leads::submitted_leads}
            </h2>
            {tabs}
            <Toolbar listing=listing />
            {selection.map(|selection| view! { <BulkBar listing=listing selection=selection /> })}
            <ListContent
                listing=listing
                columns=columns(sales)
                empty=move || view! { <NoLeads address=listing.address /> }
                selection=selection
            />
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
                <LinkButton href="/referrals/leads/import" kind=Kind::Quiet>
                    {texts::leads::import}
                </LinkButton>
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
fn missing_leads(since: NaiveDate) -> impl IntoView {
    view! {
        <Notice>
            <p>{move || texts::leads::may_be_missing(&format::day(since))}</p>
        </Notice>
    }
}
