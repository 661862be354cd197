//! Figures at the top of a page.

use guildhall_domain::money::{Currency, Money};
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::format;

/// A row of [`Tile`]s.
#[component]
pub fn Tiles(
    /// The tiles.
    children: Children,
) -> impl IntoView {
    view! { <dl class="tiles">{children()}</dl> }
}

/// One figure with its name.
#[component]
pub fn Tile(
    /// What it is.
    #[prop(into)]
    label: TextProp,
    /// What it counts, from when, until when.
    #[prop(optional, into)]
    note: Option<AnyView>,
    /// Where the rows behind it are; empty on the page that shows them.
    #[prop(default = "")]
    href: &'static str,
    /// The figure.
    children: Children,
) -> impl IntoView {
    let name = move || label.get();
    let name = match href {
        "" => name.into_any(),
        href => view! { <a href=href>{name}</a> }.into_any(),
    };
    view! {
        <div>
            <dt>{name}</dt>
            <dd>{children()}</dd>
            {note.map(|note| view! { <dd class="tiles__note">{note}</dd> })}
        </div>
    }
}

/// Sums, one line per currency: they are never added. None at all is nought in the programme's currency.
#[component]
pub fn Amounts(
    /// The sums.
    sums: Vec<Money>,
) -> impl IntoView {
    let sums = if sums.is_empty() { vec![Money::zero(Currency::USD)] } else { sums };
    let line = |sum: Money| {
        view! { <span class="amount" data-minus=(sum.minor < 0).then_some("")>{move || format::money(sum)}</span> }
    };
    sums.into_iter().map(line).collect_view()
}
