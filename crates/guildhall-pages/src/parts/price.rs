use guildhall_domain::money::Money;
use guildhall_domain::profile::Price;
use leptos::prelude::*;

use crate::format;
use crate::i18n::texts;

/// What a service costs.
pub(crate) fn price(price: Price) -> AnyView {
    match price {
        Price::Contact => {
            view! { <span class="price">{texts::partner::contact_for_pricing()}</span> }.into_any()
        }
        Price::From { from } => starting_from(from),
        Price::Range { from, to } => between(from, to),
    }
}

/// What all services of a partner cost together: from the least to the most that is named.
pub(crate) fn price_range(range: Option<(Money, Money)>) -> AnyView {
    match range {
        None => price(Price::Contact),
        Some((from, to)) if from == to => starting_from(from),
        Some((from, to)) => between(from, to),
    }
}

fn starting_from(from: Money) -> AnyView {
    view! {
        <span class="price">
            <small>{texts::partner::starting_from()}</small>
            " "
            <b>{format::price(from)}</b>
        </span>
    }
    .into_any()
}

fn between(from: Money, to: Money) -> AnyView {
    view! {
        <span class="price">
            <b>{texts::partner::between(&format::price(from), &format::price(to))}</b>
        </span>
    }
    .into_any()
}
