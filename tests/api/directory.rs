//! Searching the public directory.

use guildhall_domain::taxonomy::{Category, Service};
use serde_json::{Value, json};

use crate::support::{App, listed, now, partner_form};

/// Some partners, each with what tells it from the others.
async fn app_with(partners: &[(&str, Value)]) -> App {
    let app = App::start().await;
    let at = now();
    let all: Vec<_> = partners
        .iter()
        .map(|(handle, changes)| {
            let mut form = partner_form(handle);
            for (field, value) in changes.as_object().unwrap() {
                form[field] = value.clone();
            }
            listed(handle, &form, at)
        })
        .collect();
    app.bulk().partner_profiles(&all).await.unwrap();
    app
}

fn service(slug: &str) -> Value {
    json!([{ "service": slug, "price": { "type": "contact" } }])
}

async fn search(app: &App, query: &str) -> Value {
    app.anonymous().get(&format!("/directory?{query}")).await.expect(200)
}

async fn handles(app: &App, query: &str) -> Vec<String> {
    let page = search(app, query).await;
    let items = page["items"].as_array().unwrap().iter();
    items.map(|item| item["handle"].as_str().unwrap().to_owned()).collect()
}

async fn sorted(app: &App, query: &str) -> Vec<String> {
    let mut found = handles(app, query).await;
    found.sort();
    found
}

#[tokio::test]
async fn a_partner_is_found_by_name_and_by_service_however_it_is_typed() {
    let app = app_with(&[
        ("almgren", json!({ "name": "Ateljé Almgren", "services": service("take-product-photos") })),
        ("sen-vang", json!({ "name": "Sen Vàng Studio", "services": service("customize-design") })),
        ("post-ab", json!({ "name": "Brevduvan", "services": service("email-marketing") })),
    ])
    .await;
    assert_eq!(handles(&app, "q=almgren").await, ["almgren"]);
    assert_eq!(handles(&app, "q=ATELJE+ALMGRN").await, ["almgren"], "a letter is missing");
    assert_eq!(handles(&app, "q=sen%20vang").await, ["sen-vang"]);
    assert_eq!(handles(&app, "q=butiksdesign").await, ["sen-vang"]);
    assert_eq!(handles(&app, "q=thiet+ke").await, ["sen-vang"]);
    assert_eq!(handles(&app, "q=e-postmarknadsf%C3%B6ring").await, ["post-ab"]);
    let nothing = search(&app, "q=zeppelin").await;
    assert_eq!((&nothing["total"], &nothing["pages"]), (&json!(0), &json!(1)));
}

#[tokio::test]
async fn choices_of_a_group_are_joined_and_groups_narrow_one_another() {
    let app = app_with(&[
        ("swede", json!({ "services": service("tax-setup") })),
        ("dane", json!({ "country": "DK", "supported_countries": [], "services": service("tax-setup") })),
        (
            "viet",
            json!({ "country": "VN", "supported_countries": ["DK"], "services": service("domain-setup") }),
        ),
    ])
    .await;
    assert_eq!(sorted(&app, "country=SE,DK").await, ["dane", "swede", "viet"]);
    assert_eq!(sorted(&app, "country=DK").await, ["dane", "viet"]);
    assert_eq!(sorted(&app, "country=SE,DK&service=tax-setup").await, ["dane", "swede"]);
    assert_eq!(sorted(&app, "service=tax-setup&category=development-and-troubleshooting").await.len(), 3);
    assert!(handles(&app, "country=JP").await.is_empty());
}

#[tokio::test]
async fn the_count_on_a_choice_is_what_one_gets_by_choosing_it() {
    let app = app_with(&[
        ("one", json!({ "services": service("tax-setup"), "availability": "booked" })),
        ("two", json!({ "services": service("tax-setup"), "industries": [] })),
        ("three", json!({ "country": "DE", "services": service("domain-setup") })),
    ])
    .await;
    for narrowed in ["", "&industry=clothing-and-fashion", "&country=SE&availability=open"] {
        let page = search(&app, narrowed).await;
        assert_eq!(page["facets"]["service"].as_array().unwrap().len(), Service::ALL.len());
        assert_eq!(page["facets"]["category"].as_array().unwrap().len(), Category::ALL.len());
        for (group, counts) in page["facets"].as_object().unwrap() {
            // Services and categories are one group together, and what is chosen there already counts on.
            let alone = !narrowed.contains(&format!("{group}="));
            for count in counts.as_array().unwrap().iter().filter(|_| alone) {
                let chosen = format!("{group}={}{narrowed}", count["choice"].as_str().unwrap());
                let expected = &search(&app, &chosen).await["total"];
                assert_eq!(&count["count"], expected, "{chosen}");
            }
        }
    }
}

#[tokio::test]
async fn what_means_nothing_is_named_and_the_rest_is_answered() {
    let app = app_with(&[("one", json!({})), ("two", json!({ "country": "DE" }))]).await;
    let page = search(&app, "service=juggling,customize-design&country=DE&colour=red&page=none").await;
    assert_eq!(page["items"][0]["handle"], "two");
    assert_eq!(page["total"], 1);
    let mut named: Vec<_> =
        page["ignored"].as_array().unwrap().iter().map(|part| (&part["parameter"], &part["value"])).collect();
    named.sort_by_key(|(parameter, _)| parameter.as_str());
    assert_eq!(
        named,
        [
            (&json!("colour"), &json!("red")),
            (&json!("page"), &json!("none")),
            (&json!("service"), &json!("juggling")),
        ]
    );
}

#[tokio::test]
async fn why_a_partner_stands_where_it_does_is_told_on_request_and_adds_up() {
    let app = app_with(&[
        ("one", json!({})),
        ("two", json!({ "bio": "Short.", "social": [], "availability": "booked" })),
        ("three", json!({ "country": "DK" })),
    ])
    .await;
    let page = search(&app, "explain=1&near=SE&q=design").await;
    let ranks: Vec<_> = page["items"].as_array().unwrap().iter().map(|item| &item["rank"]).collect();
    assert_eq!(ranks.len(), 3);
    let scores: Vec<_> = ranks.iter().map(|rank| rank["score"].as_u64().unwrap()).collect();
    assert!(scores.is_sorted_by(|earlier, later| earlier >= later), "{scores:?}");
    for (rank, score) in ranks.iter().zip(&scores) {
        let shares = rank["shares"].as_array().unwrap();
        assert_eq!(shares.iter().map(|share| share["points"].as_u64().unwrap()).sum::<u64>(), *score);
        assert!(shares.iter().all(|share| share["points"].as_u64() <= share["most"].as_u64()));
    }
    assert!(search(&app, "near=SE").await["items"][0].get("rank").is_none());
}

#[tokio::test]
async fn local_partners_come_first_wherever_the_visitor_is() {
    let countries = ["SE", "VN", "SE", "VN", "DE", "VN"];
    let partners: Vec<_> = countries
        .iter()
        .enumerate()
        .map(|(place, country)| {
            (format!("partner-{place}"), json!({ "country": country, "supported_countries": [] }))
        })
        .collect();
    let partners: Vec<_> = partners.iter().map(|(handle, form)| (handle.as_str(), form.clone())).collect();
    let app = app_with(&partners).await;
    for country in ["SE", "VN"] {
        let page = search(&app, &format!("near={country}")).await;
        let order: Vec<_> =
            page["items"].as_array().unwrap().iter().map(|item| item["country"] == country).collect();
        assert_eq!(order.len(), countries.len(), "nobody is left out");
        assert!(order.is_sorted_by(|earlier, later| earlier >= later), "{country}: {order:?}");
    }
    assert_ne!(handles(&app, "near=SE").await, handles(&app, "near=VN").await);
}

#[tokio::test]
async fn every_page_goes_on_where_the_one_before_ended() {
    let partners: Vec<_> = (0..41).map(|number| format!("partner-{number}")).collect();
    let partners: Vec<_> = partners.iter().map(|handle| (handle.as_str(), json!({}))).collect();
    let app = app_with(&partners).await;
    for order in ["default", "rating"] {
        let mut seen = Vec::new();
        for (page, size) in [(1, 16), (2, 16), (3, 9)] {
            let found = handles(&app, &format!("sort={order}&page={page}")).await;
            assert_eq!(found.len(), size, "page {page}");
            seen.extend(found);
        }
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 41, "no loss and no repeat among equals");
    }
    let first = search(&app, "").await;
    assert_eq!((&first["total"], &first["page"], &first["pages"]), (&json!(41), &json!(1), &json!(3)));
}

#[tokio::test]
async fn by_rating_the_best_come_first_and_those_without_reviews_last() {
    let app = App::start().await;
    let stars = |number: u8| number.try_into().unwrap();
    let partners: Vec<_> = [("none", 0), ("good", 4), ("best", 5), ("poor", 2)]
        .into_iter()
        .map(|(handle, number)| {
            let (profile, ratings) = listed(handle, &partner_form(handle), now());
            let rated = if number == 0 { ratings } else { ratings.with(stars(number), stars(number)) };
            (profile, rated)
        })
        .collect();
    app.bulk().partner_profiles(&partners).await.unwrap();
    assert_eq!(handles(&app, "sort=rating").await, ["best", "good", "poor", "none"]);
    assert_eq!(sorted(&app, "rating=4").await, ["best", "good"]);
    assert_eq!(search(&app, "sort=rating").await["items"][0]["rating"]["average"], 500);
}
