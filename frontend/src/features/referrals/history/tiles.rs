use guildhall_contract::referrals::ReferralsSummary;
use guildhall_domain::money::Money;
use leptos::prelude::*;

use super::History;
use super::wording::WITHOUT_MONEY;
use crate::features::earnings::{ActivityTile, ReferralsTile, RevenueCard, RevenueTile, month_sums};
use crate::i18n::texts;
use crate::remote::Remote;
use crate::ui::{Amounts, Tiles};

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

/// The last row of the table: what all referrals that the filter lets through earned, one sum per currency.
pub(super) fn totals(listing: History) -> impl IntoView {
    let shown = Memo::new(move |_| {
        listing.page.with(|page| {
            let page = page.as_ref()?;
            Some((page.total as u64, page.totals.clone()?))
        })
    });
    let columns = WITHOUT_MONEY.len().to_string();
    let row = move |(total, sums): (u64, Vec<Money>)| {
        view! {
            <tr role="row">
                <th scope="row" role="rowheader" colspan=columns.clone()>
                    {move || texts::referrals::all_of(total)}
                </th>
                <td role="cell" class="num" data-label=texts::referrals::revenue>
                    <span class="amounts">
                        <Amounts sums=sums />
                    </span>
                </td>
            </tr>
        }
    };
    move || shown.get().map(&row)
}
