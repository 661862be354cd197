//! Bars by the month: a drawing that says in words what it shows, beside figures that can be read.

mod kept;
mod scale;

use guildhall_domain::audit::Month;
use guildhall_domain::money::Money;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::format;
use kept::kept;
use scale::{Scale, Share};

/// What a month came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthBar {
    /// The month.
    pub month: Month,
    /// Its sum; below nought for a month in which more was taken back than earned.
    pub amount: Money,
    /// Whether the month still runs.
    pub runs: bool,
}

/// On phones only every third month is named.
const NAMED_ON_PHONES: usize = 3;

/// Bars by the month, in one currency. Give the figures as a table beside it: to those who cannot see it
/// the drawing is one picture with a name.
#[component]
pub fn MonthChart(
    /// What it shows and what can be seen in it, as sentences.
    #[prop(into)]
    label: TextProp,
    /// The months in order, all in one currency.
    bars: Vec<MonthBar>,
) -> impl IntoView {
    let Some(first) = bars.first() else { return ().into_any() };
    let currency = first.amount.currency;
    let unit = u32::try_from(format::decimals(currency)).ok().and_then(|places| 10_i64.checked_pow(places));
    let scale = Scale::over(bars.iter().map(|bar| bar.amount.minor), unit.unwrap_or(100));
    let marks = scale.lines().map(|line| {
        let place = scale.place(line).to_string();
        let amount = Money { minor: line, currency };
        view! {
            <text x="100%" y=place dy="4" text-anchor="end">
                {move || format::compact_money(amount)}
            </text>
        }
    });
    let lines = scale.lines().map(|line| {
        let place = scale.place(line).to_string();
        let class = if line == 0 { "chart__base" } else { "chart__line" };
        view! { <line class=class x1="0" x2="100%" y1=place.clone() y2=place /> }
    });
    let amounts: Vec<_> = bars.iter().map(|bar| bar.amount.minor).collect();
    let count = bars.len();
    let drawn = bars.iter().zip(kept(&amounts)).enumerate().map(|(place, (bar, keeps_figure))| {
        let named = (count - 1 - place).is_multiple_of(NAMED_ON_PHONES);
        drawn(*bar, Slot { place, count }, scale, keeps_figure, named)
    });
    view! {
        <div class="chart">
            <svg class="chart__axis" aria-hidden="true">
                {marks.collect_view()}
            </svg>
            <svg class="chart__plot" role="img" aria-label=move || label.get().into_owned()>
                {lines.collect_view()}
                {drawn.collect_view()}
            </svg>
        </div>
    }
    .into_any()
}

/// The place of a bar among all.
#[derive(Clone, Copy)]
struct Slot {
    place: usize,
    count: usize,
}

impl Slot {
    /// Where a share of the slot lies in the drawing.
    fn at(self, hundredths: i128) -> Share {
        let [place, count] = [self.place, self.count].map(|n| i128::try_from(n).unwrap_or(i128::MAX));
        Share((place * 10_000 + hundredths * 100) / count.max(1))
    }

    fn wide(self, hundredths: i128) -> Share {
        Slot { place: 0, ..self }.at(hundredths)
    }
}

fn drawn(bar: MonthBar, slot: Slot, scale: Scale, keeps_figure: bool, named: bool) -> AnyView {
    let MonthBar { month, amount, runs } = bar;
    let (top, height) = scale.bar(amount.minor);
    let kind = match (runs, amount.minor < 0) {
        (true, _) => "chart__bar chart__bar--runs",
        (false, true) => "chart__bar chart__bar--minus",
        (false, false) => "chart__bar",
    };
    let (edge, beyond) = if amount.minor < 0 { (Share(top.0 + height.0), "15") } else { (top, "-6") };
    let middle = slot.at(50).to_string();
    view! {
        <g class="chart__month">
            <title>{move || format!("{}: {}", format::month(month), format::money(amount))}</title>
            <rect class="chart__slot" x=slot.at(0).to_string() width=slot.wide(100).to_string() height="100%" />
            <rect
                class=kind
                x=slot.at(26).to_string()
                width=slot.wide(48).to_string()
                y=top.to_string()
                height=height.to_string()
                rx="3"
            />
            <text
                class="chart__value"
                class:chart__value--keep=keeps_figure
                x=middle.clone()
                y=edge.to_string()
                dy=beyond
                text-anchor="middle"
            >
                {move || (amount.minor != 0).then(|| format::compact_number(amount))}
            </text>
            <text
                class="chart__name"
                class:chart__name--keep=named
                x=middle
                y="100%"
                dy="-4"
                text-anchor="middle"
            >
                {move || format::short_month(month)}
            </text>
        </g>
    }
    .into_any()
}
