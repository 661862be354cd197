//! Revenue by the month: a drawing for each currency, and one table of all figures.

mod series;
mod table;

use guildhall_domain::money::Currency;
use leptos::prelude::*;

pub use series::MonthSums;
use series::{bars, currencies, extremes};
use table::table;

use crate::format;
use crate::i18n::texts;
use crate::ui::{MonthBar, MonthChart};

/// The card of revenue by the month; nothing at all while there was none. The last month is the present one.
#[component]
pub fn RevenueCard(
    /// The months in order.
    months: Vec<MonthSums>,
) -> impl IntoView {
    // Before anything was booked there is nothing to draw.
    if months.iter().all(|(_, sums)| sums.is_empty()) {
        return ().into_any();
    }
    let currencies = currencies(&months);
    let several = currencies.len() > 1;
    let drawing = |currency: &Currency| drawing(bars(&months, *currency), *currency, several);
    view! {
        <section class="card" aria-labelledby="revenue-title">
            <div class="card__head">
                <h2 id="revenue-title">{texts::earnings::revenue_by_month}</h2>
            </div>
            <figure class="card__body figures">
                {currencies.iter().map(drawing).collect_view()}
                <figcaption>{texts::earnings::revenue_note}</figcaption>
                <details class="disclosure">
                    <summary>{texts::earnings::show_table}</summary>
                    {table(&months)}
                </details>
            </figure>
        </section>
    }
    .into_any()
}

fn drawing(bars: Vec<MonthBar>, currency: Currency, several: bool) -> impl IntoView {
    let told = bars.clone();
    let label = move || description(&told, currency);
    view! {
        {several.then(|| view! { <h3>{currency.code()}</h3> })}
        <MonthChart label=label bars=bars />
    }
}

/// What can be seen in the drawing, for those who cannot see it.
fn description(bars: &[MonthBar], currency: Currency) -> String {
    let (Some(first), Some(last), Some((least, most))) = (bars.first(), bars.last(), extremes(bars)) else {
        return String::new();
    };
    let shows = texts::earnings::chart_shows(
        currency.code(),
        &format::month(first.month),
        &format::month(last.month),
    );
    let seen = match least.amount.minor == most.amount.minor {
        true => texts::earnings::chart_even(&format::money(most.amount)),
        false => texts::earnings::chart_between(
            &format::money(least.amount),
            &format::month(most.month),
            &format::money(most.amount),
        ),
    };
    format!(
        "{shows} {seen} {}",
        texts::earnings::chart_so_far(&format::money(last.amount), &format::month(last.month))
    )
}
