use guildhall_contract::referrals::ReferralsSummary;
use guildhall_domain::money::Money;
use leptos::prelude::*;

use super::History;
use crate::features::earnings::{ActivityTile, ReferralsTile, RevenueCard, RevenueTile, month_sums};
use crate::i18n::texts;
use crate::remote::Remote;
use crate::ui::{Amounts, Tile, Tiles};

/// What all referrals come to. While it loads, or if it cannot be loaded, the list stands without it: nobody came for
/// the figures alone.
#[component]
pub(super) fn Summary(
    /// The figures.
    summary: Remote<ReferralsSummary>,
) -> impl IntoView {
    move || {
        let summary = summary.ready()?;
        let months = summary.revenue.as_ref().map(month_sums);
        Some(view! {
            <Tiles>
                {summary.revenue.clone().map(|revenue| view! { <RevenueTile revenue=revenue /> })}
                <ReferralsTile summary=summary.clone() />
                <ActivityTile activity=summary.activity />
            </Tiles>
            {months.map(|months| view! { <RevenueCard months=months /> })}
        })
    }
}

/// What the shown referrals earned, one sum per currency, and how many they are.
#[component]
pub(super) fn Totals(
    /// The list.
    listing: History,
) -> impl IntoView {
    let totals = Memo::new(move |_| {
        listing.page.with(|page| page.as_ref().filter(|page| page.total > 0).and_then(|page| page.totals.clone()))
    });
    let shown = move |totals: Vec<Money>| {
        view! {
            <Tiles>
                <Tile label=texts::referrals::revenue_shown note=texts::referrals::revenue_note.into_any()>
                    <Amounts sums=totals />
                </Tile>
            </Tiles>
        }
    };
    move || totals.get().map(shown)
}
