use std::sync::Arc;

use guildhall_contract::payouts::{PayoutRunDetails, PayoutRunQuery};
use guildhall_domain::actor::Role;
use guildhall_domain::payout::listing::RunRowState;
use guildhall_domain::payout::{Period, RunStage};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::address::RUN;
use super::columns::rows;
use super::report::Report;
use super::running::{MakeRun, Progress, Running};
use super::{Run, wording, words};
use crate::api::payout_runs;
use crate::auth::Session;
use crate::features::earnings::period_words;
use crate::features::list::{ChoiceFilter, ListContent, ListToolbar};
use crate::format;
use crate::i18n::texts;
use crate::layout::{Crumb, Crumbs, PageHead, Refused};
use crate::ui::{Amounts, EmptyState, PageTitle, Sign, Tile, Tiles};

/// `/payout-runs/:period`.
#[component]
pub fn PayoutRunPage() -> impl IntoView {
    if expect_context::<Session>().role != Role::ProgramAdmin {
        return view! { <Refused /> }.into_any();
    }
    let params = use_params_map();
    let period = Memo::new(move |_| params.with(|params| params.get("period").unwrap_or_default()));
    let listing = Run::follow(&RUN, wording::RUN, move |api, query| {
        let period = period.get();
        async move { payout_runs::load(api, &period, &query).await }
    });
    let running = Running::new(period, listing);
    let title = Signal::derive(move || match period.get().parse::<Period>() {
        Ok(period) => period_words(period),
        Err(_) => texts::payout_runs::runs().to_owned(),
    });
    let stage = Memo::new(move |_| listing.page.get().map(|page| page.run.stage));
    let about = move || listing.page.get().map(|page| words::stage(&page.run)).unwrap_or_default();
    let actions = move || {
        let stage = stage.get()?;
        let is_due = matches!(stage, RunStage::Due | RunStage::Running);
        Some(view! {
            <Report period=period />
            {is_due.then(|| view! { <MakeRun running=running is_begun=stage == RunStage::Running /> })}
        })
    };
    view! {
        <PageTitle title=move || title.get() />
        <Crumbs crumbs=vec![
            Crumb::here(texts::audit::programme),
            Crumb::link(texts::payout_runs::runs, "/payout-runs"),
            Crumb::here(move || title.get()),
        ] />
        <PageHead title=move || title.get() text=about>
            {actions}
        </PageHead>
        <Progress running=running />
        {move || listing.page.get().map(|page| tiles(&page))}
        <section class="stack" id="run" tabindex="-1" aria-labelledby="run-title">
            <h2 id="run-title">{move || accounts_title(stage.get())}</h2>
            <ListToolbar listing=listing>
                <ChoiceFilter
                    address=listing.address
                    id="state"
                    label=texts::payout_runs::state
                    choices=RunRowState::ALL
                    code=RunRowState::code
                    name=words::state
                    field=|query: &mut PayoutRunQuery| &mut query.filter.states
                />
            </ListToolbar>
            <ListContent listing=listing columns=rows() empty=nothing />
        </section>
    }
    .into_any()
}

fn accounts_title(stage: Option<RunStage>) -> &'static str {
    match stage {
        Some(RunStage::Done) => texts::payout_runs::report_title(),
        Some(RunStage::Running) => texts::payout_runs::running_title(),
        Some(RunStage::Open | RunStage::Scheduled | RunStage::Due) | None => {
            texts::payout_runs::preview_title()
        }
    }
}

fn tiles(page: &Arc<PayoutRunDetails>) -> impl IntoView + use<> {
    let is_done = page.run.stage == RunStage::Done;
    let paid = if is_done { texts::payout_runs::tile_paid } else { texts::payout_runs::tile_to_pay };
    let held = if is_done { texts::payout_runs::tile_held } else { texts::payout_runs::tile_to_hold };
    let leads = page.leads;
    let (sums_paid, sums_held) = (page.totals_paid.clone(), page.totals_held.clone());
    view! {
        <Tiles>
            <Tile label=paid>
                <Amounts sums=sums_paid />
            </Tile>
            <Tile label=held>
                <Amounts sums=sums_held />
            </Tile>
            {(!is_done)
                .then(|| {
                    view! {
                        <Tile label=texts::payout_runs::tile_leads note=texts::payout_runs::tile_leads_note.into_any()>
                            {move || format::number(leads as u64)}
                        </Tile>
                    }
                })}
        </Tiles>
    }
}

/// Nobody has anything to get.
fn nothing() -> impl IntoView {
    view! {
        <EmptyState
            sign=Sign::Receipt
            title=texts::payout_runs::nothing_title
            text=texts::payout_runs::nothing_text
        />
    }
}
