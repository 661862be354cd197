use leptos::prelude::*;

use crate::format;
use crate::i18n::texts;

/// Five stars, filled up to so many hundredths of a star. The figure stands beside them.
pub(crate) fn stars(hundredths: u32) -> AnyView {
    let width = (hundredths.min(500) / 5).to_string();
    let clip = format!("0 0 {width} 20");
    view! {
        <svg class="stars" viewBox="0 0 100 20" aria-hidden="true">
            <use class="stars__off" href="/icons.svg#stars" width="100" height="20" />
            <svg width=width height="20" viewBox=clip>
                <use class="stars__on" href="/icons.svg#stars" width="100" height="20" />
            </svg>
        </svg>
    }
    .into_any()
}

/// Stars, the average, and the count of reviews; or that there are none. The count may lead to them.
pub(crate) fn rating(average: Option<u32>, count: u32, href: Option<&'static str>) -> AnyView {
    let Some(average) = average else {
        return view! { <span class="muted">{texts::partner::no_reviews()}</span> }.into_any();
    };
    let count = texts::partner::reviews(u64::from(count));
    let count = match href {
        Some(href) => view! { <a href=href>{count}</a> }.into_any(),
        None => count.into_any(),
    };
    view! {
        <span class="rating">
            {stars(average)} <span>
                <b>{one_decimal(average)}</b>
                <span class="visually-hidden">" "{texts::partner::out_of_five()}</span>
            </span> <span class="muted">{count}</span>
        </span>
    }
    .into_any()
}

/// A bar that is filled by so many of all.
pub(crate) fn bar(part: u32, all: u32) -> AnyView {
    let permille = if all == 0 { 0 } else { u64::from(part) * 1000 / u64::from(all) };
    let width = format!("{}.{}%", permille / 10, permille % 10);
    view! {
        <svg aria-hidden="true">
            <rect class="histogram__ground" width="100%" height="100%" />
            <rect class="histogram__bar" width=width height="100%" />
        </svg>
    }
    .into_any()
}

/// `4.9` of 487 hundredths.
pub(crate) fn one_decimal(hundredths: u32) -> String {
    format::one_decimal(u64::from((hundredths + 5) / 10))
}
