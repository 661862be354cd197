//! What a partner does, what it costs, and what it has done.

use guildhall_contract::profile::PublicProfile;
use guildhall_contract::profile_form::ServiceBody;
use guildhall_domain::profile::FeaturedWork;
use leptos::prelude::*;

use crate::address::Place;
use crate::i18n::{language, texts, words};
use crate::parts::{is_web, price, web_link};
use crate::town::scene;

pub(super) fn offers(profile: &PublicProfile) -> Option<AnyView> {
    let (special, other): (Vec<_>, Vec<_>) = profile.services.iter().partition(|offer| offer.featured);
    if profile.services.is_empty() {
        return None;
    }
    let rest = if special.is_empty() { texts::profile::offered() } else { texts::profile::also_offered() };
    let cards = view! {
        {group(texts::profile::specialised(), &special)}
        {group(rest, &other)}
    };
    Some(
        view! {
            <section class="section" aria-labelledby="services">
                <h2 id="services">{texts::profile::services_and_prices()}</h2>
                {cards}
            </section>
        }
        .into_any(),
    )
}

fn group(title: &'static str, offers: &[&ServiceBody]) -> Option<AnyView> {
    (!offers.is_empty()).then(|| {
        view! {
            <div class="card">
                <div class="card__head">
                    <h3>{title}</h3>
                </div>
                <div class="card__body">
                    <ul class="offers">{offers.iter().map(|service| offer(service)).collect_view()}</ul>
                </div>
            </div>
        }
        .into_any()
    })
}

fn offer(offer: &ServiceBody) -> AnyView {
    let description = offer.description.trim();
    let description = (!description.is_empty()).then(|| view! { <p>{description.to_owned()}</p> });
    view! {
        <li>
            <h4>
                <a href=Place::Service(offer.service).path(language())>{words(&offer.service.words())}</a>
            </h4>
            {price(offer.price)}
            {description}
        </li>
    }
    .into_any()
}

pub(super) fn work(profile: &PublicProfile) -> Option<AnyView> {
    (!profile.featured_work.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="work">
                <h2 id="work">{texts::profile::featured_work()}</h2>
                <ul class="works">{profile.featured_work.iter().map(piece).collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}

fn piece(work: &FeaturedWork) -> AnyView {
    let title = match work.link.as_deref().filter(|link| is_web(link)) {
        Some(link) => web_link(link, work.title.clone()),
        None => work.title.clone().into_any(),
    };
    let description = (!work.description.is_empty()).then(|| view! { <p>{work.description.clone()}</p> });
    view! {
        <li class="work">
            {scene(&work.title)}
            <div>
                <h3>{title}</h3>
                {description}
            </div>
        </li>
    }
    .into_any()
}
