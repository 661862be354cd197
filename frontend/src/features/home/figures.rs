//! The figures at the top: each is the one that the page behind it shows.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use guildhall_contract::leads::LeadPage;
use guildhall_contract::payouts::{PayoutPage, PayoutQuery};
use guildhall_contract::query::LeadQuery;
use guildhall_contract::referrals::{Activity, ReferralsSummary};
use guildhall_domain::lead::listing::LeadFilter;
use leptos::prelude::*;

use crate::api::{Api, leads, payouts, referrals};
use crate::browser;
use crate::features::earnings::{ReferralsTile, RevenueCard, missing_details, month_sums, next_words, sums};
use crate::format;
use crate::i18n::texts;
use crate::remote::{Remote, Stage};
use crate::ui::{Amounts, Failure, Notice, Skeleton, Tile, Tiles, Tone};

/// So many days before the end it is said that a new referral is needed.
const WARNED_DAYS: u32 = 60;

/// What the tiles are made of, and the drawing below them.
#[derive(Clone, Copy)]
pub(super) struct Figures {
    summary: Remote<ReferralsSummary>,
    payouts: Option<Remote<Arc<PayoutPage>>>,
    leads: Remote<Arc<LeadPage>>,
    leads_this_year: Remote<usize>,
}

impl Figures {
    /// Loads them. `leads` is the list that the page shows anyway.
    pub(super) fn load(leads: Remote<Arc<LeadPage>>, sees_money: bool) -> Self {
        let api = expect_context::<Api>();
        let summary = Remote::new(move || referrals::summary(api));
        let payouts = sees_money.then(|| {
            Remote::new(move || async move {
                payouts::list(api, &PayoutQuery { limit: 1, ..PayoutQuery::default() }).await.map(Arc::new)
            })
        });
        let year = Memo::new(move |_| present_year(summary.ready().as_ref()));
        let leads_this_year = Remote::new(move || {
            let submitted_from = NaiveDate::from_ymd_opt(year.get(), 1, 1);
            let filter = LeadFilter { submitted_from, ..LeadFilter::default() };
            let query = LeadQuery { filter, limit: 1, ..LeadQuery::default() };
            async move { leads::list(api, &query).await.map(|page| page.total) }
        });
        Self { summary, payouts, leads, leads_this_year }
    }

    fn reload(self) {
        self.summary.reload();
        if let Some(payouts) = self.payouts {
            payouts.reload();
        }
        self.leads.reload();
        self.leads_this_year.reload();
    }

    /// The first thing that could not be loaded, or whether something is still missing.
    fn stage(self) -> Stage<()> {
        let all = [
            without_value(self.summary.stage()),
            self.payouts.map_or(Stage::Ready(()), |payouts| without_value(payouts.stage())),
            without_value(self.leads.stage()),
            without_value(self.leads_this_year.stage()),
        ];
        let failed = all.iter().find(|stage| matches!(stage, Stage::Failed(_)));
        let missing = all.iter().find(|stage| matches!(stage, Stage::Loading));
        failed.or(missing).cloned().unwrap_or(Stage::Ready(()))
    }
}

fn without_value<T>(stage: Stage<T>) -> Stage<()> {
    match stage {
        Stage::Loading => Stage::Loading,
        Stage::Ready(_) => Stage::Ready(()),
        Stage::Failed(error) => Stage::Failed(error),
    }
}

/// The programme's year, as far as its own months say; else the reader's.
fn present_year(summary: Option<&ReferralsSummary>) -> i32 {
    let months = summary.and_then(|summary| summary.revenue.as_ref()).map(|revenue| &revenue.months);
    let last = months.and_then(|months| months.last());
    last.map_or_else(|| browser::today().year(), |last| i32::from(last.month.year()))
}

/// The tiles and the drawing, the shape of them while they load, or why they are not there.
#[component]
pub(super) fn FiguresView(
    /// The figures.
    figures: Figures,
) -> impl IntoView {
    let stage = Memo::new(move |_| figures.stage());
    move || match stage.get() {
        Stage::Loading => view! { <Loading money=figures.payouts.is_some() /> }.into_any(),
        Stage::Failed(error) => {
            let retry = Callback::new(move |()| figures.reload());
            view! {
                <div class="card">
                    <Failure title=texts::home::failed error=error retry=retry />
                </div>
            }
            .into_any()
        }
        Stage::Ready(()) => shown(figures).into_any(),
    }
}

fn shown(figures: Figures) -> Option<impl IntoView> {
    let summary = figures.summary.ready()?;
    let payouts = figures.payouts.and_then(Remote::ready);
    let total = figures.leads.ready()?.total as u64;
    let this_year = figures.leads_this_year.ready()? as u64;
    let months = summary.revenue.as_ref().map(month_sums);
    Some(view! {
        {payouts.as_deref().map(missing_details)}
        {ending(&summary.activity)}
        <Tiles>
            {payouts.map(money)}
            <ReferralsTile summary=summary href="/referrals/history" />
            <Tile label=texts::home::leads href="/referrals/leads">
                {move || format::number(total)}
                " "
                <small>{move || texts::earnings::this_year(this_year)}</small>
            </Tile>
        </Tiles>
        {months.map(|months| view! { <RevenueCard months=months /> })}
    })
}

fn money(page: Arc<PayoutPage>) -> impl IntoView {
    let pending = sums(&page.accounts, |account| account.pending);
    let paid = sums(&page.accounts, |account| account.paid_this_year);
    let next = move || next_words(&page.upcoming);
    view! {
        <Tile label=texts::earnings::pending href="/payouts" note=next.into_any()>
            <Amounts sums=pending />
        </Tile>
        <Tile label=texts::earnings::paid_this_year href="/payouts">
            <Amounts sums=paid />
        </Tile>
    }
}

/// Said in time, while there is something that can be done about it.
fn ending(activity: &Activity) -> Option<AnyView> {
    let until = activity.active_until?;
    let days = activity.days_left;
    let words = move || match days {
        Some(days) => texts::home::active_ends(u64::from(days), &format::day(until)),
        None => texts::earnings::active_ended(&format::day(until)),
    };
    days.is_none_or(|days| days <= WARNED_DAYS).then(|| {
        view! {
            <Notice tone=Tone::Warning>
                <p>{words}</p>
            </Notice>
        }
        .into_any()
    })
}

#[component]
fn Loading(money: bool) -> impl IntoView {
    let tile = |_| view! { <div><dt><Skeleton /></dt><dd><Skeleton /></dd></div> };
    let count = if money { 4 } else { 2 };
    view! {
        <div class="late" aria-busy="true">
            <p class="visually-hidden" role="status">
                {texts::home::loading}
            </p>
            <dl class="tiles" aria-hidden="true">
                {(0..count).map(tile).collect_view()}
            </dl>
        </div>
    }
}
