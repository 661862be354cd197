//! What merchants say about a partner.

use std::sync::Arc;

use guildhall_contract::profile::{PublicProfile, RatingSummary};
use guildhall_contract::reviews::PublicReview;
use leptos::prelude::*;

use crate::address::Place;
use crate::format;
use crate::i18n::{language, texts, words};
use crate::parts::{Level, bar, one_decimal, paragraphs, stars};

/// What else stands on a review, such as the way to report it.
#[derive(Clone)]
pub struct WithReview(Arc<dyn Fn(&PublicReview) -> AnyView + Send + Sync>);

impl WithReview {
    /// Whatever is made of each review.
    pub fn new(make: impl Fn(&PublicReview) -> AnyView + Send + Sync + 'static) -> Self {
        Self(Arc::new(make))
    }
}

pub(super) fn reviews(
    profile: &PublicProfile,
    shown: &[PublicReview],
    level: Level,
    with: Option<&WithReview>,
    below: Option<AnyView>,
) -> AnyView {
    let review = |one| review(one, &profile.name, level.below(), with);
    let inside = match profile.rating.average {
        None => view! { <p class="muted">{texts::reviews::none()}</p> }.into_any(),
        Some(average) => view! {
            {verdict(average, &profile.rating)}
            <ul class="reviews">{shown.iter().map(review).collect_view()}</ul>
            {latest(shown.len(), profile.rating.count)}
        }
        .into_any(),
    };
    view! {
        <section class="section" aria-labelledby="reviews">
            <div class="results__head">
                {level.heading(Some("reviews"), texts::reviews::title())}
                <a href=Place::ReviewPolicy.path(language())>{texts::profile::about_profiles()}</a>
            </div>
            {inside}
            {below}
        </section>
    }
    .into_any()
}

fn verdict(average: u32, rating: &RatingSummary) -> AnyView {
    let axis = |hundredths: Option<u32>| one_decimal(hundredths.unwrap_or(average));
    let sum =
        texts::reviews::sum(u64::from(rating.count), &axis(rating.communication), &axis(rating.quality));
    let rows = (1_u64..).zip(rating.histogram).collect::<Vec<_>>();
    let rows = rows.into_iter().rev().map(|(stars, reviews)| row(stars, reviews, rating.count));
    view! {
        <div class="verdict">
            <div class="verdict__sum">
                <p class="verdict__figure">
                    {one_decimal(average)} <span class="visually-hidden">" "{texts::partner::out_of_five()}</span>
                </p>
                {stars(average)}
                <p class="muted">{sum}</p>
            </div>
            <ul class="histogram" aria-label=texts::reviews::by_stars()>
                {rows.collect_view()}
            </ul>
        </div>
    }
    .into_any()
}

fn row(number: u64, reviews: u32, all: u32) -> AnyView {
    view! {
        <li>
            <span>{texts::reviews::stars(number)}</span>
            {bar(reviews, all)}
            <span class="histogram__count">
                <span aria-hidden="true">{format::number(u64::from(reviews))}</span>
                <span class="visually-hidden">{texts::partner::reviews(u64::from(reviews))}</span>
            </span>
        </li>
    }
    .into_any()
}

fn review(review: &PublicReview, partner: &str, level: Level, with: Option<&WithReview>) -> AnyView {
    let day = review.published_at.date_naive();
    let reply = review.reply.as_ref().map(|reply| {
        view! {
            <div class="review__reply">
                <p>
                    <b>{texts::reviews::reply(partner)}</b>
                </p>
                {paragraphs(&reply.text)}
            </div>
        }
    });
    view! {
        <li class="review">
            <div class="review__head">
                {level.heading(None, review.company.clone())}
                <time datetime=day.to_string()>{format::day(day)}</time>
            </div>
            <div class="review__axes">
                {axis(texts::reviews::quality(), review.quality)}
                {axis(texts::reviews::communication(), review.communication)}
            </div>
            {paragraphs(&review.text)}
            <p class="review__service">{texts::reviews::service(words(&review.service.words()))}</p>
            {reply}
            {with.map(|with| with.0(review))}
        </li>
    }
    .into_any()
}

fn axis(name: &'static str, number: u8) -> AnyView {
    view! {
        <span class="rating">
            {stars(u32::from(number) * 100)} <span>
                {name} " " <b>{number.to_string()}</b>
                <span class="visually-hidden">" "{texts::partner::out_of_five()}</span>
            </span>
        </span>
    }
    .into_any()
}

fn latest(shown: usize, total: u32) -> Option<AnyView> {
    let shown = u64::try_from(shown).unwrap_or(u64::MAX);
    (shown < u64::from(total)).then(|| {
        let text = texts::reviews::latest(&format::number(shown), &format::number(u64::from(total)));
        view! { <p class="muted">{text}</p> }.into_any()
    })
}
