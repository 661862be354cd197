use guildhall_domain::money::{Currency, Money};
use leptos::prelude::*;

use super::series::{MonthSums, currencies, sum_of, whole};
use crate::format;
use crate::i18n::texts;

/// The figures behind the drawing: a row for each month, a column for each currency.
pub(super) fn table(months: &[MonthSums]) -> impl IntoView + use<> {
    let currencies = currencies(months);
    let single = currencies.len() == 1;
    let name = move |currency: Currency| {
        move || if single { texts::earnings::revenue().to_owned() } else { currency.code().to_owned() }
    };
    let head = |currency: &Currency| {
        view! {
            <th scope="col" role="columnheader" class="num">
                {name(*currency)}
            </th>
        }
    };
    let cell = move |sum: Money| {
        view! {
            <td role="cell" class="num" data-label=name(sum.currency)>
                <span class="amount" data-minus=(sum.minor < 0).then_some("")>
                    {move || format::money(sum)}
                </span>
            </td>
        }
    };
    let row = |(month, sums): &MonthSums| {
        let month = *month;
        view! {
            <tr role="row">
                <th scope="row" role="rowheader">
                    {move || format::month(month)}
                </th>
                {currencies.iter().map(|currency| cell(sum_of(sums, *currency))).collect_view()}
            </tr>
        }
    };
    let sums: Vec<Money> = currencies.iter().filter_map(|currency| whole(months, *currency)).collect();
    let foot = (sums.len() == currencies.len()).then(|| {
        view! {
            <tfoot role="rowgroup">
                <tr role="row">
                    <th scope="row" role="rowheader">
                        {texts::earnings::all_months}
                    </th>
                    {sums.into_iter().map(cell).collect_view()}
                </tr>
            </tfoot>
        }
    });
    view! {
        <div class="table-frame" data-density="compact">
            <div class="table-scroll" role="region" aria-label=texts::earnings::figures tabindex="0">
                <table class="table" role="table">
                    <caption class="visually-hidden">{texts::earnings::revenue_by_month}</caption>
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">
                                {texts::earnings::month}
                            </th>
                            {currencies.iter().map(head).collect_view()}
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{months.iter().map(row).collect_view()}</tbody>
                    {foot}
                </table>
            </div>
        </div>
    }
}
