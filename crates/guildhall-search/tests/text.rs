//! What people type, and whom it finds.

mod shared;

use guildhall_domain::country::Country;
use guildhall_domain::directory::{DirectoryRow, PAGE_SIZE};
use guildhall_domain::policy::Language;
use guildhall_domain::taxonomy::{Category, Industry, Service};
use guildhall_search::{Answering, Index, Results};
use rstest::rstest;

use shared::{country, handles, offer, partner, shared, text};

/// One partner for each service and each industry, who offers and knows nothing else; then some with texts.
fn directory() -> Index {
    let services = Service::ALL.iter().map(|service| DirectoryRow {
        services: vec![offer(*service)],
        ..partner(&handle("does", service.slug()))
    });
    let industries = Industry::ALL.iter().map(|industry| DirectoryRow {
        industries: vec![*industry],
        ..partner(&handle("knows", industry.slug()))
    });
    let told = [
        DirectoryRow {
            name: "Nordlund & Åkesson".to_owned(),
            bio: "Vi bygger nätbutiker och designar förpackningar åt småföretagare.".to_owned(),
            city: "Göteborg".to_owned(),
            country: country("SE"),
            ..partner("nordlund")
        },
        DirectoryRow {
            name: "Công ty Hoa Sen".to_owned(),
            bio: "Chúng tôi chăm sóc khách hàng tận tâm.".to_owned(),
            city: "TP. Hồ Chí Minh".to_owned(),
            country: country("VN"),
            supported_countries: vec![country("DK")],
            ..partner("hoa-sen")
        },
        DirectoryRow {
            name: "Kiwi Labs".to_owned(),
            tagline: "Subscriptions that customers keep".to_owned(),
            bio: "Butiksunderhåll dygnet runt.".to_owned(),
            ..partner("kiwi")
        },
    ];
    let rows: Vec<_> = services.chain(industries).chain(told).collect();
    Index::build(shared(&rows))
}

fn handle(verb: &str, slug: &str) -> String {
    format!("{verb}-{slug}").chars().take(40).collect()
}

fn search(typed: &str) -> Results {
    directory().search(&text(typed), 1_000)
}

#[rstest]
#[case("thiet ke", "does-customize-design")]
#[case("thiết kế cửa hàng", "does-customize-design")]
#[case("butiksdesign", "does-customize-design")]
#[case("seo", "does-seo-and-paid-search")]
#[case("SEO", "does-seo-and-paid-search")]
#[case("sökmotoroptimering", "does-seo-and-paid-search")]
#[case("sokmotoroptimering", "does-seo-and-paid-search")]
#[case("sökmotoroptimring", "does-seo-and-paid-search")]
#[case("email", "does-email-marketing")]
#[case("e-post", "does-email-marketing")]
#[case("nyhetsbrev", "does-email-marketing")]
#[case("tiếp thị qua email", "does-email-marketing")]
#[case("nhiếp ảnh", "does-take-product-photos")]
#[case("nhiep anh", "does-take-product-photos")]
#[case("fotograf", "does-take-product-photos")]
#[case("photograhy", "does-take-product-photos")]
#[case("kassasystem", "does-pos-setup-and-migration")]
#[case("bán buôn", "does-wholesale-or-b2b")]
#[case("moms", "does-tax-setup")]
#[case("thời trang", "knows-clothing-and-fashion")]
#[case("mode", "knows-clothing-and-fashion")]
#[case("clohting", "knows-clothing-and-fashion")]
#[case("thú cưng", "knows-pet-care")]
fn a_word_for_a_choice_finds_who_has_it(#[case] typed: &str, #[case] expected: &str) {
    let results = search(typed);
    assert!(handles(&results).contains(&expected), "{:?}", handles(&results));
    assert_eq!(results.answering, Answering::AllWords);
}

#[test]
fn every_synonym_of_a_service_a_category_and_an_industry_finds_who_has_it() {
    let index = directory();
    for line in include_str!("../data/synonyms.txt").lines() {
        let Some((target, phrases)) = line.split_once(':') else { continue };
        let expected: Vec<String> = match target.split_once(' ') {
            Some(("service", slug)) => vec![handle("does", slug)],
            Some(("industry", slug)) => vec![handle("knows", slug)],
            Some(("category", slug)) => Category::by_slug(slug)
                .into_iter()
                .flat_map(Category::services)
                .map(|service| handle("does", service.slug()))
                .collect(),
            Some(_) | None => continue,
        };
        for phrase in phrases.split(',') {
            let results = index.search(&text(phrase), 1_000);
            let found = handles(&results);
            assert!(expected.iter().all(|handle| found.contains(&handle.as_str())), "{phrase}");
        }
    }
}

#[test]
fn every_name_of_a_choice_finds_who_has_it_first_in_every_language() {
    let index = directory();
    let first = |typed: &str| {
        let results = index.search(&text(typed), 1_000);
        let most = results.hits[0].relevance;
        let best = results.hits.iter().filter(|hit| hit.relevance == most);
        best.map(|hit| hit.row.handle.as_str().to_owned()).collect::<Vec<_>>()
    };
    for language in Language::ALL {
        for service in Service::ALL {
            let typed = service.words().text(language);
            assert!(first(typed).contains(&handle("does", service.slug())), "{typed}");
        }
        for industry in Industry::ALL {
            let typed = industry.words().text(language);
            assert!(first(typed).contains(&handle("knows", industry.slug())), "{typed}");
        }
        for category in Category::ALL {
            let found = first(category.words().text(language));
            for service in category.services() {
                assert!(found.contains(&handle("does", service.slug())), "{category:?} {service:?}");
            }
        }
    }
}

#[rstest]
#[case("nordlund")]
#[case("Nordlund Åkesson")]
#[case("nordlnud")]
#[case("nordl")]
#[case("akeson")]
#[case("göteborg")]
#[case("goteborg")]
#[case("Gothenburg")]
#[case("Gbg")]
#[case("Sweden")]
#[case("sverige")]
#[case("thuy dien")]
#[case("natbutiker i göteborg")]
#[case("förpackning")]
#[case("småföretag")]
fn a_partner_is_found_by_name_place_and_text(#[case] typed: &str) {
    assert_eq!(handles(&search(typed)), ["nordlund"]);
}

#[rstest]
#[case("Saigon")]
#[case("sài gòn")]
#[case("Ho Chi Minh City")]
#[case("hcmc")]
#[case("Việt Nam")]
#[case("viet nam")]
#[case("Danmark")]
#[case("Đan Mạch")]
#[case("denmark")]
#[case("hoa sen")]
fn places_are_known_by_all_their_names(#[case] typed: &str) {
    assert_eq!(handles(&search(typed)), ["hoa-sen"]);
}

#[test]
fn every_country_is_found_by_its_name_in_every_language() {
    let all: Vec<Country> = Country::all().collect();
    let rows: Vec<_> = all
        .iter()
        .enumerate()
        .map(|(number, country)| DirectoryRow { country: *country, ..partner(&format!("in-{number}")) })
        .collect();
    let index = Index::build(shared(&rows));
    for (country, row) in all.iter().zip(&rows) {
        for language in Language::ALL {
            let name = guildhall_domain::country::name(*country, language);
            let results = index.search(&text(name), 250);
            assert!(handles(&results).contains(&row.handle.as_str()), "{name}");
        }
    }
}

#[rstest]
#[case("subscription", "kiwi")]
#[case("underhåll", "kiwi")]
#[case("designar", "nordlund")]
#[case("nätbutik", "nordlund")]
#[case("webbshop", "nordlund")]
fn endings_and_compounds_do_not_matter(#[case] typed: &str, #[case] expected: &str) {
    assert!(handles(&search(typed)).contains(&expected), "{:?}", handles(&search(typed)));
}

#[test]
fn all_words_must_match_and_a_name_outweighs_a_text() {
    let rows = [
        DirectoryRow { name: "Blue Lantern".to_owned(), ..partner("named") },
        DirectoryRow { bio: "We light a lantern in blue.".to_owned(), ..partner("told") },
        DirectoryRow { name: "Blue".to_owned(), ..partner("half") },
    ];
    let results = Index::build(shared(&rows)).search(&text("blue lantern"), PAGE_SIZE);
    assert_eq!(handles(&results), ["named", "told"]);
    assert_eq!(results.answering, Answering::AllWords);
    assert!(results.hits[0].relevance > results.hits[1].relevance);
}

#[test]
fn if_nobody_has_all_words_those_with_most_are_shown_and_it_is_said() {
    let results = search("nordlund xylophone");
    assert_eq!(handles(&results), ["nordlund"]);
    assert_eq!(results.answering, Answering::MostWords { matched: 1, of: 2 });

    let results = search("nordlund xylophone zither");
    assert_eq!(results.total, 0);
    assert_eq!(results.answering, Answering::NoWords);
}

#[test]
fn a_word_that_is_there_is_not_taken_for_a_slip() {
    let rows = ["Norlund", "Nordlund"]
        .map(|name| DirectoryRow { name: name.to_owned(), ..partner(&name.to_lowercase()) });
    let index = Index::build(shared(&rows));
    assert_eq!(handles(&index.search(&text("norlund"), PAGE_SIZE)), ["norlund"]);
    assert_eq!(index.search(&text("norrlund"), PAGE_SIZE).total, 2);
}

#[rstest]
#[case("abcd", "abdc", true)]
#[case("abcd", "abcde", true)]
#[case("abc", "abd", false)]
#[case("abcdefg", "abdcegf", false)]
#[case("abcdefgh", "abdcefhg", true)]
#[case("abcdefgh", "abdcfehg", false)]
fn one_slip_is_forgiven_from_four_letters_and_two_from_eight(
    #[case] written: &str,
    #[case] typed: &str,
    #[case] is_found: bool,
) {
    let rows = [DirectoryRow { name: written.to_owned(), ..partner("one") }];
    let found = Index::build(shared(&rows)).search(&text(&format!("{typed} ")), PAGE_SIZE);
    assert_eq!(found.total > 0, is_found);
}

#[test]
fn only_the_last_word_may_be_unfinished() {
    assert_eq!(handles(&search("åkesson nordl")), ["nordlund"]);
    assert_eq!(search("nordl åkesson").answering, Answering::MostWords { matched: 1, of: 2 });
    assert_eq!(search("nordl ").total, 0);
}

#[rstest]
#[case("")]
#[case("   ")]
#[case("?!… -- '")]
#[case("🛒🛒")]
fn a_text_without_words_finds_everybody(#[case] typed: &str) {
    let results = search(typed);
    assert_eq!(results.total, directory().len());
    assert_eq!(results.answering, Answering::Nothing);
}
