//! A partner's own page.

mod facts;
mod offers;
mod reviews;

use guildhall_contract::profile::PublicProfile;
use guildhall_contract::reviews::PublicReview;
use guildhall_domain::profile::Availability;
use leptos::prelude::*;
pub use reviews::WithReview;

use super::listing::directory;
use crate::address::{Place, root};
use crate::i18n::{language, texts, words};
use crate::icon::{Icon, Sign};
use crate::parts::{Level, arms, availability, crumbs, paragraphs, place, rating, tier};

/// A partner's own page.
#[component]
pub fn ProfilePage(
    /// What the world sees of the partner.
    profile: PublicProfile,
    /// Its published reviews, newest first: all of them, or the first page.
    reviews: Vec<PublicReview>,
    /// What stands below the reviews: a way to more of them, or to write one.
    #[prop(optional, into)]
    below_reviews: Option<ViewFn>,
    /// What else stands on each review.
    #[prop(optional_no_strip)]
    with_review: Option<WithReview>,
    /// Whether it is shown inside another page, which says the way to it and has a heading above its own.
    #[prop(optional)]
    inside: bool,
) -> impl IntoView {
    let level = if inside { Level::Two } else { Level::One };
    let section = level.below();
    move || {
        let below = below_reviews.as_ref().map(ViewFn::run);
        view! {
            {(!inside).then(|| crumbs(&steps(&profile)))}
            {head(&profile, level)}
            <div class="profile__sheet">
                <div class="profile__main">
                    {about(&profile, section)}
                    {offers::offers(&profile, section)}
                    {offers::work(&profile, section)}
                    {reviews::reviews(&profile, &reviews, section, with_review.as_ref(), below)}
                </div>
                <aside class="profile__side" aria-label=texts::profile::at_a_glance()>
                    {facts::contact(&profile, section)}
                    {facts::facts(&profile, section)}
                </aside>
            </div>
        }
        .into_any()
    }
}

/// By the category of the first speciality, since a partner stands in several.
fn steps(profile: &PublicProfile) -> Vec<crate::parts::Step> {
    let mut steps = vec![directory()];
    if let Some(first) = profile.services.first() {
        let category = first.service.category();
        let path = Place::Category(category).path(language());
        steps.push((words(&category.words()).to_owned(), Some(path)));
    }
    steps.push((profile.name.clone(), None));
    steps
}

fn head(profile: &PublicProfile, level: Level) -> AnyView {
    let tagline = (!profile.tagline.is_empty()).then(|| {
        view! { <p class="profile__words">{profile.tagline.clone()}</p> }
    });
    view! {
        <header class="profile">
            {arms(&profile.name, true)}
            <div>
                <div class="profile__title">
                    {level.heading(None, profile.name.clone())}
                    {tier(profile.tier)}
                </div>
                {tagline}
                <div class="profile__facts">
                    {rating(profile.rating.average, profile.rating.count, Some("#reviews"))}
                    <span>
                        <Icon sign=Sign::Pin />
                        {place(&profile.city, &profile.country)}
                    </span>
                    {availability(profile.availability)}
                </div>
            </div>
            {act(profile)}
        </header>
    }
    .into_any()
}

/// The way to write to the partner, or why there is none.
fn act(profile: &PublicProfile) -> AnyView {
    let inside = match profile.availability {
        Availability::Open => {
            let href = format!("{}/{}/contact", root(language()), profile.handle);
            view! {
                <a class="button" data-kind="primary" data-size="large" href=href>
                    {texts::profile::contact_name(&profile.name)}
                </a>
                <p>{texts::profile::contact_how()}</p>
            }
            .into_any()
        }
        Availability::Booked => view! { <p>{texts::profile::closed(&profile.name)}</p> }.into_any(),
    };
    view! { <div class="profile__act">{inside}</div> }.into_any()
}

fn about(profile: &PublicProfile, level: Level) -> Option<AnyView> {
    (!profile.bio.trim().is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="about">
                {level.heading(Some("about"), texts::profile::about())}
                <div class="words">{paragraphs(&profile.bio)}</div>
            </section>
        }
        .into_any()
    })
}
