//! What a partner does, what it costs, and what it has done.

use guildhall_contract::profile::PublicProfile;
use guildhall_contract::profile_form::ServiceBody;
use guildhall_domain::profile::FeaturedWork;
use leptos::prelude::*;

use crate::address::Place;
use crate::i18n::{language, texts, words};
use crate::parts::{Level, is_web, price, web_link};
use crate::town::scene;

pub(super) fn offers(profile: &PublicProfile, level: Level) -> Option<AnyView> {
    let (special, other): (Vec<_>, Vec<_>) = profile.services.iter().partition(|offer| offer.featured);
    if profile.services.is_empty() {
        return None;
    }
    let rest = if special.is_empty() { texts::profile::offered() } else { texts::profile::also_offered() };
    let cards = view! {
        {group(texts::profile::specialised(), &special, level.below())}
        {group(rest, &other, level.below())}
    };
    Some(
        view! {
            <section class="section" aria-labelledby="services">
                {level.heading(Some("services"), texts::profile::services_and_prices())}
                {cards}
            </section>
        }
        .into_any(),
    )
}

fn group(title: &'static str, offers: &[&ServiceBody], level: Level) -> Option<AnyView> {
    let offer = |service: &&ServiceBody| offer(service, level.below());
    (!offers.is_empty()).then(|| {
        view! {
            <div class="card">
                <div class="card__head">
                    {level.heading(None, title)}
                </div>
                <div class="card__body">
                    <ul class="offers">{offers.iter().map(offer).collect_view()}</ul>
                </div>
            </div>
        }
        .into_any()
    })
}

fn offer(offer: &ServiceBody, level: Level) -> AnyView {
    let description = offer.description.trim();
    let description = (!description.is_empty()).then(|| view! { <p>{description.to_owned()}</p> });
    let name = view! {
        <a href=Place::Service(offer.service).path(language())>{words(&offer.service.words())}</a>
    };
    view! {
        <li>
            {level.heading(None, name)}
            {price(offer.price)}
            {description}
        </li>
    }
    .into_any()
}

pub(super) fn work(profile: &PublicProfile, level: Level) -> Option<AnyView> {
    let piece = |work| piece(work, level.below());
    (!profile.featured_work.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="work">
                {level.heading(Some("work"), texts::profile::featured_work())}
                <ul class="works">{profile.featured_work.iter().map(piece).collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}

fn piece(work: &FeaturedWork, level: Level) -> AnyView {
    let title = match work.link.as_deref().filter(|link| is_web(link)) {
        Some(link) => web_link(link, work.title.clone()),
        None => work.title.clone().into_any(),
    };
    let description = (!work.description.is_empty()).then(|| view! { <p>{work.description.clone()}</p> });
    view! {
        <li class="work">
            {scene(&work.title)}
            <div>
                {level.heading(None, title)}
                {description}
            </div>
        </li>
    }
    .into_any()
}
