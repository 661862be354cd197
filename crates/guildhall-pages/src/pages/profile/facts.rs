//! The column beside a profile: how to reach the partner, and what it is at a glance.

use guildhall_contract::profile::PublicProfile;
use guildhall_domain::money::Money;
use guildhall_domain::policy::Words;
use leptos::prelude::*;

use crate::address::Place;
use crate::format;
use crate::i18n::{language, texts, words};
use crate::icon::{Icon, Sign};
use crate::parts::{Level, country, place, price_range, web_link, without_scheme};

pub(super) fn contact(profile: &PublicProfile, level: Level) -> AnyView {
    let email = profile.contact_email.as_str();
    let email = (!email.is_empty())
        .then(|| line(Sign::Mail, texts::profile::email(), link(&format!("mailto:{email}"), email)));
    let phone = profile.contact_phone.as_ref().map(|phone| {
        let dialled: String = phone.as_str().chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        line(Sign::Phone, texts::profile::phone(), link(&format!("tel:{dialled}"), phone.as_str()))
    });
    let website = profile
        .website
        .as_deref()
        .map(|url| line(Sign::Globe, texts::profile::website(), web_link(url, without_scheme(url))));
    view! {
        <section class="card" aria-labelledby="contact">
            <div class="card__head">
                {level.heading(Some("contact"), texts::profile::contact())}
            </div>
            <div class="card__body stack">
                <ul class="lines">{email} {phone} {website}</ul>
                <p class="profile__note">{texts::profile::directly()}</p>
            </div>
        </section>
    }
    .into_any()
}

fn line(sign: Sign, name: &'static str, value: AnyView) -> AnyView {
    view! {
        <li>
            <Icon sign=sign />
            <span>
                <span class="visually-hidden">{name}" "</span>
                {value}
            </span>
        </li>
    }
    .into_any()
}

fn link(href: &str, text: &str) -> AnyView {
    view! { <a href=href.to_owned()>{text.to_owned()}</a> }.into_any()
}

pub(super) fn facts(profile: &PublicProfile, level: Level) -> AnyView {
    let further: Vec<String> = profile.supported_countries.iter().map(|code| country(code)).collect();
    let languages = profile.languages.iter().map(|language| language.words());
    let industries = profile.industries.iter().map(|industry| industry.words());
    let tier = format!("{}. {}", words(&profile.tier.words()), words(&profile.tier.criteria()));
    view! {
        <section class="card" aria-labelledby="glance">
            <div class="card__head">
                {level.heading(Some("glance"), texts::profile::at_a_glance())}
            </div>
            <div class="card__body stack">
                <dl class="facts">
                    {range(profile).map(|range| fact(texts::profile::price_range(), range))}
                    {fact(
                        texts::profile::main_location(),
                        place(&profile.city, &profile.country).into_any(),
                    )}
                    {names(texts::profile::also_works_in(), &further)}
                    {names(texts::profile::languages(), &said(languages))}
                    {names(texts::profile::industries(), &said(industries))}
                    {fact(texts::profile::tier(), tier.into_any())}
                    {fact(
                        texts::profile::partner_since(),
                        format::month(profile.partner_since).into_any(),
                    )}
                    {elsewhere(profile)}
                </dl>
                <p class="profile__note">
                    <a href=Place::ReviewPolicy.path(language())>{texts::profile::about_profiles()}</a>
                </p>
            </div>
        </section>
    }
    .into_any()
}

fn fact(name: &'static str, value: AnyView) -> AnyView {
    view! {
        <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
        </div>
    }
    .into_any()
}

fn said(all: impl Iterator<Item = Words>) -> Vec<String> {
    all.map(|name| capital(words(&name))).collect()
}

/// A list stands alone, so its names begin with a capital even where a sentence would not have one.
fn capital(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

fn names(name: &'static str, all: &[String]) -> Option<AnyView> {
    (!all.is_empty()).then(|| fact(name, all.join(", ").into_any()))
}

fn elsewhere(profile: &PublicProfile) -> Option<AnyView> {
    let links = profile.social.iter().map(|social| {
        view! { <li>{web_link(&social.url, social.network.name().to_owned())}</li> }
    });
    (!profile.social.is_empty()).then(|| {
        fact(
            texts::profile::elsewhere(),
            view! { <ul class="cluster">{links.collect_view()}</ul> }.into_any(),
        )
    })
}

/// From the least to the most that is named, if all is in one currency; nothing if no price is named.
fn range(profile: &PublicProfile) -> Option<AnyView> {
    let least = profile.services.iter().filter_map(|offer| offer.price.least());
    let most = profile.services.iter().filter_map(|offer| offer.price.most());
    let currency = least.clone().next()?.currency;
    if least.clone().chain(most.clone()).any(|money| money.currency != currency) {
        return None;
    }
    let cents = |money: &Money| money.minor;
    Some(price_range(Some((least.min_by_key(cents)?, most.max_by_key(cents)?))))
}
