//! Who is shown, and who is not.

use guildhall_domain::profile::ProfileCommand;
use guildhall_domain::taxonomy::Service;
use guildhall_pages::address::Place;

use crate::bench::{Bench, everything};
use crate::partners::content;

const PAGES: [&str; 3] = [
    "directory/almgren-studio/index.html",
    "sv/directory/almgren-studio/index.html",
    "vi/directory/almgren-studio/index.html",
];
const SERVICE: &str = "directory/services/expert-guidance/tax-setup/index.html";

#[tokio::test]
async fn an_approved_profile_stands_on_its_page_in_the_lists_and_on_the_map_in_every_language() {
    let mut bench = Bench::new().await;
    bench.join("almgren", content("Ateljé Almgren", &[Service::TaxSetup])).await;
    bench.settle().await;
    for page in PAGES {
        assert!(
            bench.text(page).await.unwrap().contains("<h1 tabindex=\"-1\">Ateljé Almgren</h1>"),
            "{page}"
        );
    }
    for list in ["directory/index.html", SERVICE, "vi/directory/services/expert-guidance/index.html"] {
        assert!(bench.text(list).await.unwrap().contains("Ateljé Almgren"), "{list}");
    }
    let elsewhere = bench.text("directory/services/store-setup/index.html").await.unwrap();
    assert!(!elsewhere.contains("Almgren"), "it offers nothing there");
    let mapped = bench.mapped().await;
    for path in ["/directory/almgren-studio", "/sv/directory/almgren-studio", "/vi/directory/almgren-studio"]
    {
        assert!(mapped.contains(path), "{path}");
    }
    assert!(bench.text("robots.txt").await.unwrap().contains("https://guildhall.example/sitemap.xml"));
}

#[tokio::test]
async fn what_is_not_approved_appears_nowhere() {
    let mut bench = Bench::new().await;
    bench.join("almgren", content("Ateljé Almgren", &[Service::TaxSetup])).await;
    bench.begin("draft", content("A draft", &[Service::TaxSetup])).await;
    bench.edit("almgren", content("Ateljé Almgren", &[Service::TaxSetup, Service::EmailMarketing])).await;
    bench.settle().await;
    for (name, text) in everything(&bench.files).await {
        assert!(!text.contains("A draft") && !text.contains("draft-studio"), "{name} tells of a draft");
    }
    assert!(!bench.text(PAGES[0]).await.unwrap().contains("Email marketing"), "an edit that waits");
    bench.approve("almgren").await;
    bench.settle().await;
    assert!(bench.text(PAGES[0]).await.unwrap().contains("Email marketing"));
}

#[tokio::test]
async fn hiding_and_suspending_remove_the_page_and_all_that_leads_to_it() {
    let hide = [ProfileCommand::Hide, ProfileCommand::Show];
    let suspend = [
        ProfileCommand::Suspend { reason: "Complaints".to_owned() },
        ProfileCommand::Reinstate { note: "Settled".to_owned() },
    ];
    for [out, back] in [hide, suspend] {
        let mut bench = Bench::new().await;
        bench.join("almgren", content("Ateljé Almgren", &[Service::TaxSetup])).await;
        bench.join("other", content("Another", &[Service::TaxSetup])).await;
        bench.settle().await;
        let before = everything(&bench.files).await;

        let by_admin = matches!(out, ProfileCommand::Suspend { .. });
        for (command, is_shown) in [(out, false), (back, true)] {
            match by_admin {
                true => bench.by_admin("almgren", command).await,
                false => bench.by_owner("almgren", command).await,
            }
            bench.settle().await;
            let now = everything(&bench.files).await;
            let named = now.values().any(|text| text.contains("Almgren") || text.contains("almgren"));
            assert_eq!(named, is_shown);
            assert!(now.contains_key("directory/other-studio/index.html"));
            if is_shown {
                assert_eq!(now, before, "as if nothing had happened");
            }
        }
    }
}

#[tokio::test]
async fn the_map_names_exactly_the_pages_that_are_there() {
    let mut bench = Bench::new().await;
    for org in ["almgren", "bong-lua", "fjord"] {
        bench.join(org, content(org, &[Service::ProductPhotos])).await;
    }
    bench.by_owner("fjord", ProfileCommand::Hide).await;
    bench.settle().await;
    let pages = everything(&bench.files).await;
    let pages = pages.keys().filter_map(|name| Some(format!("/{}", name.strip_suffix("/index.html")?)));
    assert_eq!(pages.collect::<std::collections::BTreeSet<_>>(), bench.mapped().await);
    assert!(bench.mapped().await.iter().all(|path| Place::at(path).is_some()));
}
