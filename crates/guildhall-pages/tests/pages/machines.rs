//! What a page says to search engines and to whoever shares a link.

use guildhall_domain::policy::Language;
use guildhall_domain::taxonomy::{Category, Service};
use guildhall_pages::Page;
use serde_json::Value;

use crate::{between, render, sample};

fn graph(document: &str) -> Vec<Value> {
    let json = between(document, "<script type=\"application/ld+json\">", "</script>");
    let parsed: Value = serde_json::from_str(json).expect("JSON");
    assert_eq!(parsed["@context"], "https://schema.org");
    parsed["@graph"].as_array().expect("a graph").clone()
}

fn types(nodes: &[Value]) -> Vec<&str> {
    nodes.iter().filter_map(|node| node["@type"].as_str()).collect()
}

#[test]
fn a_profile_tells_who_it_is_and_how_it_is_rated() {
    let profile = sample::profile(128);
    let document = render(&Page::Profile(&profile, &sample::reviews()), Language::Sv);
    let nodes = graph(&document);
    assert_eq!(types(&nodes), ["Organization", "BreadcrumbList"]);
    let organization = &nodes[0];
    assert_eq!(organization["name"], "Ateljé Almgren");
    assert_eq!(organization["url"], "https://guildhall.example/sv/directory/atelje-almgren");
    assert_eq!(organization["address"]["addressCountry"], "SE");
    assert_eq!(organization["sameAs"].as_array().map(Vec::len), Some(3));
    assert_eq!(organization["aggregateRating"]["@type"], "AggregateRating");
    assert_eq!(organization["aggregateRating"]["reviewCount"], 128);
    assert_eq!(organization["aggregateRating"]["ratingValue"], "4.75");
    assert_eq!(
        nodes[1]["itemListElement"][1]["item"],
        "https://guildhall.example/sv/directory/atelje-almgren"
    );
}

#[test]
fn without_published_reviews_no_rating_is_told() {
    let nodes = graph(&render(&Page::Profile(&sample::profile(0), &[]), Language::En));
    assert_eq!(nodes[0].get("aggregateRating"), None);
}

#[test]
fn lists_tell_their_partners_in_order_and_where_they_stand() {
    let page = sample::page(&sample::rows());
    let home = graph(&render(&Page::Home(&page), Language::En));
    assert_eq!(types(&home), ["ItemList"]);
    let service = graph(&render(&Page::Service(Service::CustomizeDesign, &page), Language::En));
    assert_eq!(types(&service), ["BreadcrumbList", "ItemList"]);
    assert_eq!(service[0]["itemListElement"].as_array().map(Vec::len), Some(3));
    let items = service[1]["itemListElement"].as_array().expect("a list");
    assert_eq!(items.len(), page.items.len());
    assert_eq!(items[0]["position"], 1);
    assert_eq!(items[0]["url"], "https://guildhall.example/directory/atelje-almgren");
}

#[test]
fn every_page_names_itself_and_its_translations() {
    let page = sample::page(&sample::rows());
    let profile = sample::profile(3);
    let pages = [
        Page::Home(&page),
        Page::Category(Category::StoreSetup, &page),
        Page::Service(Service::CustomizeDesign, &page),
        Page::Profile(&profile, &[]),
        Page::HowRankingWorks,
        Page::ReviewPolicy,
        Page::Moving(guildhall_domain::cutover::Cutover::default().dates()),
        Page::AboutProfiles,
    ];
    for page in &pages {
        let documents = Language::ALL.map(|language| render(page, language));
        let alternates = documents.each_ref().map(|document| {
            let links = document.split("<link rel=\"alternate\"").skip(1);
            links.map(|link| link.split('>').next().unwrap_or_default().to_owned()).collect::<Vec<_>>()
        });
        assert_eq!(alternates[0].len(), 4, "three languages and the default");
        assert!(alternates.iter().all(|links| *links == alternates[0]), "all name the same");
        for (document, language) in documents.iter().zip(Language::ALL) {
            let canonical = between(document, "<link rel=\"canonical\" href=\"", "\"");
            let own = format!("hreflang=\"{}\" href=\"{canonical}\"", language.tag());
            assert!(alternates[0].iter().any(|link| link.contains(&own)), "{own}");
            assert_eq!(between(document, "<meta property=\"og:url\" content=\"", "\""), canonical);
            assert_eq!(
                between(document, "<meta property=\"og:title\" content=\"", "\""),
                between(document, "<title>", "</title>")
            );
            let description = between(document, "<meta name=\"description\" content=\"", "\"");
            assert!((20..=200).contains(&description.chars().count()), "{description}");
            assert!(
                document
                    .contains("<meta property=\"og:image\" content=\"https://guildhall.example/share.png\">")
            );
        }
    }
}

#[test]
fn a_title_says_what_the_page_is_before_it_says_where() {
    let page = sample::page(&sample::rows());
    let title =
        |page: &Page<'_>, language| between(&render(page, language), "<title>", "</title>").to_owned();
    assert_eq!(title(&Page::Home(&page), Language::Sv), "Partnerkatalog · Guildhall");
    assert_eq!(
        title(&Page::Profile(&sample::profile(0), &[]), Language::En),
        "Ateljé Almgren, Göteborg · Guildhall"
    );
    let service = Page::Service(Service::EmailMarketing, &page);
    assert_eq!(title(&service, Language::Vi), "Tiếp thị qua email: đối tác · Guildhall");
}
