//! What a page says to machines: JSON-LD in the words of schema.org.

use guildhall_contract::directory::{DirectoryPage, PartnerCard};
use guildhall_contract::profile::PublicProfile;
use guildhall_domain::taxonomy::{Category, Service};
use serde_json::{Map, Value, json};

use crate::address::{Place, root};
use crate::i18n::{language, texts, words};
use crate::page::Page;
use crate::parts::is_web;
use crate::site::Site;

/// The graph of a page; nothing for pages that only explain.
pub(super) fn graph(page: &Page<'_>, site: &Site) -> Option<Value> {
    let nodes = match page {
        Page::Home(page) => vec![list(page, site)],
        Page::Category(category, page) => {
            vec![breadcrumbs(&category_steps(*category), site), list(page, site)]
        }
        Page::Service(service, page) => vec![breadcrumbs(&service_steps(*service), site), list(page, site)],
        Page::Profile(profile, _) => {
            let steps = [directory_step(), (profile.name.clone(), profile_path(&profile.handle))];
            vec![organization(profile, site), breadcrumbs(&steps, site)]
        }
        Page::HowRankingWorks | Page::ReviewPolicy | Page::Moving(_) | Page::AboutProfiles => return None,
    };
    Some(json!({ "@context": "https://schema.org", "@graph": nodes }))
}

type Step = (String, String);

fn directory_step() -> Step {
    (texts::frame::find_partner().to_owned(), root(language()))
}

fn category_steps(category: Category) -> Vec<Step> {
    let name = words(&category.words()).to_owned();
    vec![directory_step(), (name, Place::Category(category).path(language()))]
}

fn service_steps(service: Service) -> Vec<Step> {
    let mut steps = category_steps(service.category());
    steps.push((words(&service.words()).to_owned(), Place::Service(service).path(language())));
    steps
}

fn breadcrumbs(steps: &[Step], site: &Site) -> Value {
    let items: Vec<Value> = (1..)
        .zip(steps)
        .map(|(position, (name, path))| {
            json!({ "@type": "ListItem", "position": position, "name": name, "item": site.absolute(path) })
        })
        .collect();
    json!({ "@type": "BreadcrumbList", "itemListElement": items })
}

fn list(page: &DirectoryPage, site: &Site) -> Value {
    let item = |(position, partner): (usize, &PartnerCard)| {
        json!({
            "@type": "ListItem",
            "position": position,
            "name": partner.name,
            "url": site.absolute(&profile_path(&partner.handle)),
        })
    };
    let items: Vec<Value> = (1..).zip(&page.items).map(item).collect();
    json!({ "@type": "ItemList", "numberOfItems": page.total, "itemListElement": items })
}

fn profile_path(handle: &str) -> String {
    format!("{}/{handle}", root(language()))
}

fn organization(profile: &PublicProfile, site: &Site) -> Value {
    let url = site.absolute(&profile_path(&profile.handle));
    let mut node = Map::new();
    let mut say = |key: &str, value: Value| {
        node.insert(key.to_owned(), value);
    };
    say("@type", json!("Organization"));
    say("@id", json!(format!("{url}#organization")));
    say("name", json!(profile.name));
    say("url", json!(url));
    if !profile.tagline.is_empty() {
        say("description", json!(profile.tagline));
    }
    say("address", address(profile));
    let elsewhere = same_as(profile);
    if !elsewhere.is_empty() {
        say("sameAs", json!(elsewhere));
    }
    let languages: Vec<&str> = profile.languages.iter().map(|language| language.slug()).collect();
    if !languages.is_empty() {
        say("knowsLanguage", json!(languages));
    }
    if let Some(rating) = rating(profile) {
        say("aggregateRating", rating);
    }
    Value::Object(node)
}

fn address(profile: &PublicProfile) -> Value {
    match profile.city.trim() {
        "" => json!({ "@type": "PostalAddress", "addressCountry": profile.country }),
        city => {
            json!({ "@type": "PostalAddress", "addressLocality": city, "addressCountry": profile.country })
        }
    }
}

fn same_as(profile: &PublicProfile) -> Vec<&str> {
    let social = profile.social.iter().map(|link| link.url.as_str());
    profile.website.as_deref().into_iter().chain(social).filter(|url| is_web(url)).collect()
}

/// Only what readers can see: without published reviews there is no rating to tell.
fn rating(profile: &PublicProfile) -> Option<Value> {
    let average = profile.rating.average?;
    Some(json!({
        "@type": "AggregateRating",
        "ratingValue": format!("{}.{:02}", average / 100, average % 100),
        "reviewCount": profile.rating.count,
        "bestRating": 5,
        "worstRating": 1,
    }))
}
