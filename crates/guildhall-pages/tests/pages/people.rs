//! What readers find on a page.

use guildhall_contract::profile::PublicProfile;
use guildhall_domain::policy::Language;
use guildhall_domain::profile::Availability;
use guildhall_domain::taxonomy::Service;
use guildhall_pages::Page;

use crate::{between, render, sample};

/// The text of a page, without its markup.
fn text(document: &str) -> String {
    let main = between(document, "<main", "</main>");
    let mut text = String::new();
    for part in main.split('<') {
        text.push_str(part.split_once('>').map_or("", |(_, after)| after));
        text.push(' ');
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace("&amp;", "&")
}

#[test]
fn a_profile_shows_every_field_that_the_partner_entered() {
    let (profile, reviews) = (sample::profile(128), sample::reviews());
    let document = render(&Page::Profile(&profile, &reviews), Language::En);
    let text = text(&document);
    for said in [
        "Ateljé Almgren",
        "Brand and storefront studio",
        "We work on two projects at a time.",
        "hej@almgren.example",
        "+46 31 555 01 77",
        "almgren.example",
        "Göteborg, Sweden",
        "Denmark, Norway, Germany, United Kingdom",
        "Swedish, English, German",
        "Home & Garden, Art & Photography, Lifestyle",
        "$4,000 – $12,000",
        "Starting from $6,500",
        "Contact for pricing",
        "Smålands Glasbod",
        "LinkedIn",
        "March 2016",
        "Premier. Proven work for large enterprises.",
        "Open to new clients",
        "Contact Ateljé Almgren",
        "You agree on work and payment with the partner directly.",
    ] {
        assert!(text.contains(said), "{said} is missing from: {text}");
    }
    for link in [
        "href=\"mailto:hej@almgren.example\"",
        "href=\"tel:+46315550177\"",
        "href=\"https://www.almgren.example/\"",
        "href=\"/directory/atelje-almgren/contact\"",
        "href=\"/directory/services/store-setup/customize-design\"",
    ] {
        assert!(document.contains(link), "{link}");
    }
}

#[test]
fn reviews_show_both_axes_the_reply_and_dates_that_do_not_age() {
    let (profile, reviews) = (sample::profile(128), sample::reviews());
    let text = text(&render(&Page::Profile(&profile, &reviews), Language::En));
    for said in [
        "4.8 out of 5",
        "128 published reviews",
        "Gốm Bát Tràng Export 2 March 2026",
        "Communication 4 out of 5",
        "Service reviewed: Develop brand look and feel",
        "Reply from Ateljé Almgren Thank you, and fair.",
        "Showing the latest 3 of 128.",
    ] {
        assert!(text.contains(said), "{said} is missing from: {text}");
    }
}

#[test]
fn a_fully_booked_partner_is_shown_without_a_way_to_the_form() {
    let profile = PublicProfile { availability: Availability::Booked, ..sample::profile(0) };
    let document = render(&Page::Profile(&profile, &[]), Language::En);
    assert!(!document.contains("/contact\""));
    assert!(text(&document).contains("Ateljé Almgren is fully booked and takes no new clients now."));
}

#[test]
fn a_partner_without_reviews_has_neither_figure_nor_stars() {
    let document = render(&Page::Profile(&sample::profile(0), &[]), Language::En);
    assert!(text(&document).contains("No reviews yet"));
    assert!(!document.contains("class=\"stars\"") && !document.contains("class=\"histogram\""));
}

#[test]
fn every_language_speaks_for_itself_and_leads_to_the_others() {
    let profile = sample::profile(128);
    let said = [
        (Language::En, "en", "4.8 out of 5", "Quality of work"),
        (Language::Sv, "sv", "4,8 av 5", "Arbetets kvalitet"),
        (Language::Vi, "vi", "4,8 trên 5", "Chất lượng công việc"),
    ];
    for (language, tag, figure, axis) in said {
        let document = render(&Page::Profile(&profile, &sample::reviews()), language);
        assert!(document.starts_with(&format!("<!doctype html><html lang=\"{tag}\">")));
        let text = text(&document);
        assert!(text.contains(figure) && text.contains(axis), "{text}");
        for link in [
            "\"/directory/atelje-almgren\"",
            "\"/sv/directory/atelje-almgren\"",
            "\"/vi/directory/atelje-almgren\"",
        ] {
            assert!(document.contains(&format!("href={link}")), "{link}");
        }
    }
}

#[test]
fn a_service_without_partners_says_so_and_leads_on() {
    let document = render(&Page::Service(Service::TaxSetup, &sample::page(&[])), Language::En);
    let text = text(&document);
    assert!(text.contains("No partner offers this yet.") && text.contains("Look at all services"), "{text}");
}

#[test]
fn a_list_of_more_than_a_page_leads_on_to_the_search() {
    let rows: Vec<_> = sample::rows().into_iter().cycle().take(20).collect();
    let document = render(&Page::Service(Service::CustomizeDesign, &sample::page(&rows)), Language::Sv);
    assert_eq!(document.matches("class=\"partner\"").count(), 16);
    assert!(document.contains("href=\"/sv/directory/search?service=customize-design&amp;page=2\""));
    assert!(text(&document).contains("Visar 1–16 av 20 partner"));
}

#[test]
fn the_explanation_of_the_rank_names_every_weight_of_the_table() {
    let text = text(&render(&Page::HowRankingWorks, Language::En));
    for weight in &guildhall_domain::policy::ranking::WEIGHTS {
        assert!(text.contains(weight.name.en) && text.contains(weight.explanation.en), "{}", weight.name.en);
    }
    assert!(text.contains("at most 1,600"));
}

#[test]
fn no_page_needs_a_script_or_brings_an_inline_style() {
    let (page, profile) = (sample::page(&sample::rows()), sample::profile(128));
    for page in [Page::Home(&page), Page::Profile(&profile, &sample::reviews()), Page::ReviewPolicy] {
        let document = render(&page, Language::Vi);
        assert!(!document.contains(" style=") && !document.contains("<style"));
        assert!(!document.contains(" onclick=") && !document.contains(".wasm"));
        let scripts = document.replace("<script type=\"application/ld+json\">", "");
        assert_eq!(scripts.matches("<script").count(), 1, "only the theme's");
        assert!(document.contains("<script src=\"/theme.js\"></script>"));
    }
}
