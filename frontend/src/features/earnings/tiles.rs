//! Figures that more than one page shows, so that they always read alike.

use guildhall_contract::referrals::{Activity, ReferralsSummary, Revenue};
use leptos::prelude::*;

use super::MonthSums;
use crate::format;
use crate::i18n::texts;
use crate::ui::{Amounts, Tile};

/// How many referrals count, and how many of them this year.
#[component]
pub fn ReferralsTile(
    /// What they come to.
    summary: ReferralsSummary,
    /// Where the rows are; empty on the page that shows them.
    #[prop(default = "")]
    href: &'static str,
) -> impl IntoView {
    let [total, this_year] = [summary.total, summary.this_year].map(|count| count as u64);
    view! {
        <Tile label=texts::referrals::successful href=href>
            {move || format::number(total)}
            " "
            <small>{move || texts::earnings::this_year(this_year)}</small>
        </Tile>
    }
}

/// What this year came to.
#[component]
pub fn RevenueTile(
    /// What was earned.
    revenue: Revenue,
) -> impl IntoView {
    view! {
        <Tile
            label=texts::earnings::revenue_this_year
            note=texts::earnings::revenue_this_year_note.into_any()
        >
            <Amounts sums=revenue.this_year />
        </Tile>
    }
}

/// Until when the partner counts as active, and what that follows from.
#[component]
pub fn ActivityTile(
    /// Whether, and for how long.
    activity: Activity,
) -> impl IntoView {
    let Activity { last, active_until, is_active, days_left } = activity;
    let until = move || match active_until.filter(|_| is_active) {
        Some(day) => format::short_day(day),
        None => texts::earnings::not_active().to_owned(),
    };
    let label = if is_active { texts::earnings::active_until } else { texts::earnings::activity };
    let note = move || {
        let last = last.as_ref().map(|last| format::date(last.referred_at));
        match (last, active_until, days_left) {
            (Some(last), _, Some(days)) => texts::earnings::active_days(u64::from(days), &last),
            (Some(_), Some(day), None) => texts::earnings::active_ended(&format::day(day)),
            _ => texts::earnings::not_active_yet().to_owned(),
        }
    };
    view! {
        <Tile label=label note=note.into_any()>
            {until}
        </Tile>
    }
}

/// The months as the drawing takes them.
pub fn month_sums(revenue: &Revenue) -> Vec<MonthSums> {
    revenue.months.iter().map(|month| (month.month, month.revenue.clone())).collect()
}
