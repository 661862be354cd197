use guildhall_contract::profile::RatingSummary;
use guildhall_domain::review::Stars;
use guildhall_pages::format::one_decimal;
use leptos::prelude::*;

use super::ReviewsAddress;
use crate::format;
use crate::i18n::texts;
use crate::ui::Meter;

/// The averages and the histogram; each of its bars leads to its reviews.
#[component]
pub(super) fn Summary(rating: RatingSummary, address: ReviewsAddress) -> impl IntoView {
    let tile = |name: fn() -> &'static str, average: Option<u32>| {
        average.map(|average| {
            view! {
                <div>
                    <dt>{name}</dt>
                    <dd>{move || one_decimal(u64::from((average + 5) / 10))}</dd>
                    <dd>
                        <guildhall_pages::Stars hundredths=average />
                        <span class="visually-hidden">
                            {move || texts::reviews::out_of(&one_decimal(u64::from((average + 5) / 10)))}
                        </span>
                    </dd>
                </div>
            }
        })
    };
    let bars = (1_u8..=5).zip(rating.histogram).collect::<Vec<_>>().into_iter().rev();
    let bars = bars.filter_map(|(number, count)| {
        let stars = Stars::try_from(number).ok()?;
        Some(bar(stars, count, rating.count, address))
    });
    let count = move || texts::reviews::count(u64::from(rating.count));
    view! {
        <section class="card" aria-labelledby="summary-title">
            <div class="card__head">
                <h2 id="summary-title">{texts::reviews::summary}</h2>
                <span class="move">{count}</span>
            </div>
            <div class="card__body review-summary">
                <dl class="averages">
                    {tile(texts::reviews::overall, rating.average)}
                    {tile(texts::reviews::quality, rating.quality)}
                    {tile(texts::reviews::communication, rating.communication)}
                </dl>
                <ul class="bars" aria-label=texts::reviews::stars>
                    {bars.collect_view()}
                </ul>
            </div>
        </section>
    }
}

/// Pressed again, a bar takes itself back.
fn bar(stars: Stars, count: u32, all: u32, address: ReviewsAddress) -> impl IntoView {
    let number = u64::from(stars.get());
    let is_on = Memo::new(move |_| address.query.with(|query| query.filter.stars == [stars]));
    let href = move || {
        let next = if is_on.get() { Vec::new() } else { vec![stars] };
        address.href(|query| query.filter.stars = next)
    };
    view! {
        <li>
            <a href=href aria-current=move || is_on.get().then_some("true")>
                <span>{move || texts::reviews::stars_count(number)}</span>
                <Meter part=Signal::stored(count) all=all />
                <span class="bars__count">{move || format::number(u64::from(count))}</span>
            </a>
        </li>
    }
}
