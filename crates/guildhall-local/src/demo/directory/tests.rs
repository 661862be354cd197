use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use guildhall_contract::profile_form::{ProfileBody, read_profile_form};
use guildhall_domain::inquiry::{Delivery, Inquiry, InquiryStatus};
use guildhall_domain::profile::{PartnerProfile, ReviewState};
use guildhall_domain::review::{Ratings, Review, ReviewStatus};
use guildhall_domain::taxonomy::{Industry, Service, SpokenLanguage, Tier};

use super::*;
use crate::demo::anchor;

fn tell(count: usize) -> Directory {
    directory(count, anchor(None), &[])
}

fn of<'a>(directory: &'a Directory, handle: &str) -> &'a (PartnerProfile, Ratings) {
    directory.partners.iter().find(|(profile, _)| profile.handle.as_str() == handle).unwrap()
}

#[test]
fn the_same_directory_is_told_every_time_and_a_small_one_is_the_beginning_of_a_large_one() {
    let (small, large) = (tell(60), tell(200));
    assert_eq!(small, tell(60));
    assert_eq!((small.partners.len(), large.partners.len()), (60, 200));
    assert_eq!(small.partners[..], large.partners[..60]);
    assert_eq!(small.reviews[..], large.reviews[..small.reviews.len()]);
}

#[test]
fn no_two_of_5000_share_a_handle_or_an_organisation_and_hardly_any_two_a_text() {
    let directory = tell(5_000);
    let distinct = |of: fn(&PartnerProfile) -> &str| {
        directory.partners.iter().map(|(profile, _)| of(profile)).collect::<HashSet<_>>().len()
    };
    assert_eq!(directory.partners.len(), 5_000);
    assert_eq!(distinct(|profile| profile.handle.as_str()), 5_000);
    assert_eq!(distinct(|profile| profile.org.as_str()), 5_000);
    assert!(distinct(|profile| &profile.content.name) > 4_990);
    assert!(distinct(|profile| &profile.content.bio) > 4_990);
}

#[test]
fn the_ratings_are_those_of_the_published_reviews() {
    let directory = tell(300);
    let mut counted: HashMap<_, Ratings> = HashMap::new();
    for review in directory.reviews.iter().filter(|review| review.is_published()) {
        let ratings = counted.entry(&review.handle).or_default();
        *ratings = ratings.with(review.quality, review.communication);
    }
    for (profile, ratings) in &directory.partners {
        assert_eq!(
            *ratings,
            counted.get(&profile.handle).copied().unwrap_or_default(),
            "{:?}",
            profile.handle
        );
    }
}

#[test]
fn every_profile_keeps_the_rules_of_the_form() {
    for (profile, _) in tell(600).partners {
        let body = serde_json::to_value(ProfileBody::new(&profile.handle, &profile.content)).unwrap();
        let read = read_profile_form(body.as_object().unwrap());
        assert_eq!(read, Ok((profile.handle, profile.content)), "{body}");
    }
}

#[test]
fn every_choice_of_the_taxonomy_is_somebodys() {
    let directory = tell(2_000);
    let contents: Vec<_> = directory.partners.iter().map(|(profile, _)| &profile.content).collect();
    for service in Service::ALL {
        assert!(contents.iter().any(|content| content.services().any(|it| it == *service)), "{service:?}");
    }
    for industry in Industry::ALL {
        assert!(contents.iter().any(|content| content.industries.contains(industry)), "{industry:?}");
    }
    let spoken: HashSet<_> = contents.iter().flat_map(|content| &content.languages).collect();
    assert!(spoken.len() >= SpokenLanguage::ALL.len() - 2, "{spoken:?}");
    let countries: HashSet<_> = contents.iter().map(|content| content.country).collect();
    assert_eq!(countries.len(), lands::LANDS.len());
}

#[test]
fn a_higher_tier_is_rarer() {
    let directory = tell(5_000);
    let mut counts = BTreeMap::new();
    for (profile, _) in &directory.partners {
        *counts.entry(profile.standing.tier).or_insert(0) += 1;
    }
    let pyramid: Vec<_> = Tier::ALL.iter().map(|tier| counts[tier]).collect();
    assert!(pyramid.windows(2).all(|pair| pair[0] > pair[1]), "{pyramid:?}");
}

#[test]
fn sixty_partners_have_one_of_every_state() {
    let directory = tell(60);
    let is = |test: fn(&PartnerProfile) -> bool| {
        directory.partners.iter().filter(|(profile, _)| test(profile)).count()
    };
    assert_eq!(is(|profile| profile.review == ReviewState::Draft), 1);
    assert_eq!(is(|profile| matches!(profile.review, ReviewState::ChangesAsked { .. })), 1);
    let waits = |profile: &PartnerProfile| matches!(profile.review, ReviewState::InReview { .. });
    assert_eq!(is(waits), 2, "a new one, and an edit of a listed one");
    assert_eq!(is(|profile| profile.hidden), 1);
    assert_eq!(is(|profile| profile.suspension.is_some()), 1);
    assert_eq!(is(PartnerProfile::is_public), 55);
}

#[test]
fn reviews_wait_are_answered_reported_and_removed() {
    let directory = tell(400);
    let is = |test: fn(&Review) -> bool| directory.reviews.iter().filter(|review| test(review)).count();
    assert!(is(|review| matches!(review.status, ReviewStatus::Held { .. })) >= 3);
    assert_eq!(is(|review| matches!(review.status, ReviewStatus::Removed { .. })), 1);
    assert_eq!(is(Review::is_reported), 1);
    assert!(is(|review| review.reply.is_some()) > 50);
    let ids: HashSet<_> = directory.reviews.iter().map(|review| &review.id).collect();
    assert_eq!(ids.len(), directory.reviews.len());
    let many = directory.partners.iter().filter(|(_, ratings)| ratings.count >= 15).count();
    assert!(many >= 3, "{many}");
}

#[test]
fn both_organisations_have_inquiries_of_every_kind() {
    let directory = tell(60);
    for org in ["norrsken", "saigonweb"] {
        let own: Vec<_> = directory.inquiries.iter().filter(|it| it.id.org().as_str() == org).collect();
        let statuses: BTreeSet<_> = own.iter().map(|inquiry| inquiry.status).collect();
        assert_eq!(statuses.len(), InquiryStatus::ALL.len(), "{org}");
        assert_eq!(own.iter().filter(|inquiry| inquiry.repeat_of.is_some()).count(), 1, "{org}");
    }
    let bounced = |inquiry: &&Inquiry| inquiry.delivery == Delivery::Bounced;
    assert_eq!(directory.inquiries.iter().filter(bounced).count(), 1);
    let ids: HashSet<_> = directory.inquiries.iter().map(|inquiry| &inquiry.id).collect();
    assert_eq!(ids.len(), directory.inquiries.len());
}

#[test]
fn the_merchant_may_review_one_partner_and_has_reviewed_another() {
    let directory = tell(60);
    let tom = |inquiry: &&Inquiry| inquiry.merchant.as_str() == "merchant-tom";
    let worked_on: BTreeSet<_> = directory
        .inquiries
        .iter()
        .filter(tom)
        .filter(|inquiry| inquiry.status == InquiryStatus::WorkedOn)
        .map(|inquiry| inquiry.recipient.handle.as_str())
        .collect();
    let reviewed: BTreeSet<_> = directory
        .reviews
        .iter()
        .filter(|review| review.merchant.as_str() == "merchant-tom" && review.is_published())
        .map(|review| review.handle.as_str())
        .collect();
    let open: Vec<_> = worked_on.difference(&reviewed).collect();
    assert_eq!(open, [&"norrsken-commerce"]);
    assert_eq!(reviewed.len(), 1);
    assert!(reviewed.iter().all(|handle| of(&directory, handle).0.is_public()));
}

#[test]
fn nothing_happens_after_the_present_wherever_the_clock_is_set() {
    for clock in ["2001-01-01T00:00:00Z", "2023-09-30T23:59:59Z", "2099-12-31T00:00:00Z"] {
        let end = clock.parse().unwrap();
        let directory = directory(200, end, &[]);
        let told = |profile: &PartnerProfile| profile.events.iter().all(|event| event.at <= end);
        assert!(directory.partners.iter().all(|(profile, _)| told(profile)), "{clock}");
        assert!(directory.inquiries.iter().all(|inquiry| inquiry.updated_at() <= end), "{clock}");
        assert!(directory.reviews.iter().all(|review| review.written_at <= end), "{clock}");
    }
}

#[test]
fn no_address_is_real() {
    let directory = tell(1_000);
    for (profile, _) in &directory.partners {
        let content = &profile.content;
        assert!(content.contact_email.as_str().ends_with(".example"));
        let links = content.featured_work.iter().filter_map(|work| work.link.as_deref());
        let mut addresses = content.website.as_deref().into_iter().chain(links);
        assert!(addresses.all(|address| address.ends_with(".example")), "{:?}", profile.handle);
        assert!(content.social.iter().all(|link| link.url.ends_with("-example")));
    }
}
