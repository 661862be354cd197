//! HTML and scripts in any field come out as text.

use guildhall_contract::directory::PartnerCard;
use guildhall_contract::profile::PublicProfile;
use guildhall_domain::personal::Personal;
use guildhall_domain::policy::Language;
use guildhall_domain::profile::{FeaturedWork, SocialLink, SocialNetwork};
use guildhall_pages::Page;

use crate::{render, sample};

const MARK: &str = "\"'><script>alert(1)</script><img src=x onerror=alert(1)><!-- </title> ${1} {{2}}";

fn hostile() -> PublicProfile {
    let mut profile = sample::profile(128);
    let mark = || MARK.to_owned();
    profile.name = mark();
    profile.tagline = mark();
    profile.bio = format!("{MARK}\n\n{MARK}");
    profile.city = mark();
    profile.country = mark();
    profile.contact_email = Personal::from(MARK);
    profile.contact_phone = Some(Personal::from(MARK));
    profile.website = Some(format!("https://a.example/{MARK}"));
    profile.supported_countries = vec![mark()];
    for service in &mut profile.services {
        service.description = mark();
    }
    profile.featured_work = vec![FeaturedWork {
        title: mark(),
        description: mark(),
        link: Some("javascript:alert(1)".to_owned()),
    }];
    profile.social = vec![SocialLink {
        network: SocialNetwork::X,
        url: "data:text/html,<script>alert(1)</script>".to_owned(),
    }];
    profile
}

#[test]
fn nothing_in_a_profile_or_a_review_is_markup() {
    let mut reviews = sample::reviews();
    for review in &mut reviews {
        review.company = MARK.to_owned();
        review.text = MARK.to_owned();
        if let Some(reply) = &mut review.reply {
            reply.text = MARK.to_owned();
        }
    }
    let calm = render(&Page::Profile(&sample::profile(128), &sample::reviews()), Language::En);
    let hostile = hostile();
    for language in Language::ALL {
        let document = render(&Page::Profile(&hostile, &reviews), language);
        assert_eq!(document.matches("<script").count(), calm.matches("<script").count());
        assert!(!document.contains("<img") && !document.contains("<!--"), "{document}");
        assert_eq!(document.matches("</title>").count(), 2 - 1);
        assert!(document.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "the text itself is shown");
    }
}

#[test]
fn nothing_on_a_card_is_markup() {
    let mut page = sample::page(&sample::rows());
    page.items = vec![PartnerCard {
        name: MARK.to_owned(),
        tagline: MARK.to_owned(),
        city: MARK.to_owned(),
        ..page.items.remove(0)
    }];
    let document = render(&Page::Home(&page), Language::En);
    assert_eq!(document.matches("<script").count(), 2);
    assert!(!document.contains("<img"));
}

#[test]
fn only_the_web_is_linked_to_and_never_vouched_for() {
    let document = render(&Page::Profile(&hostile(), &[]), Language::En);
    assert!(!document.contains("href=\"javascript:") && !document.contains("href=\"data:"));
    let document = render(&Page::Profile(&sample::profile(1), &[]), Language::En);
    let outside = document.match_indices("href=\"http").filter(|(place, _)| {
        let link = &document[*place..];
        !link.starts_with("href=\"https://guildhall.example")
    });
    let mut count = 0;
    for (place, _) in outside {
        let tag = document[place..].split('>').next().unwrap_or_default();
        assert!(tag.contains("rel=\"noopener nofollow ugc\""), "{tag}");
        count += 1;
    }
    assert_eq!(count, 5, "the site, two pieces of work, two networks");
}
