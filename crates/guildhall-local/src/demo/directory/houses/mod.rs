//! The two organisations that people can sign in to: profiles written by hand, and what merchants wrote to them.

mod norrsken;
mod saigonweb;
mod story;

use chrono::{DateTime, TimeDelta, Utc};
use guildhall_domain::actor::Actor;
use guildhall_domain::inquiry::{Budget, Delivery, Inquiry, InquiryStatus};
use guildhall_domain::money::Money;
use guildhall_domain::profile::{PartnerProfile, Price, ProfileContent, ServiceOffer, Standing};
use guildhall_domain::referral::ReferralRecord;
use guildhall_domain::review::{Review, Written};
use guildhall_domain::taxonomy::{Service, Tier};

use super::clients::{Client, tom};
use super::life::{Fate, Life};
use super::{Directory, opinions, reviews};
use crate::demo::teller::named;
use crate::people::Organisation;
use story::{Desk, Story};

/// Their names in addresses.
pub(crate) const HANDLES: [&str; 2] = ["norrsken-commerce", "saigon-web-studio"];

/// The number of the generated partner that the merchant who can sign in has reviewed.
pub(super) const FRIEND_OF_TOM: usize = 4;

/// One of the two.
#[derive(Debug)]
struct House {
    organisation: &'static Organisation,
    handle: &'static str,
    tier: Tier,
    owner: &'static str,
    member: &'static str,
    content: fn() -> ProfileContent,
    stories: &'static [Story],
}

/// Both, with their inquiries and reviews.
pub(super) fn tell(
    directory: &mut Directory,
    clients: &[Client],
    referrals: &[ReferralRecord],
    anchor: DateTime<Utc>,
) {
    for house in [&norrsken::HOUSE, &saigonweb::HOUSE] {
        let profile = profile(house, referrals, anchor);
        let mut desk = Desk::new(&profile, named(house.owner), named(house.member), anchor);
        for story in house.stories {
            desk.tell(story, clients);
        }
        let (inquiries, reviews) = (desk.inquiries, desk.reviews);
        directory.inquiries.extend(inquiries);
        directory.add(profile, reviews);
    }
}

fn profile(house: &House, referrals: &[ReferralRecord], anchor: DateTime<Utc>) -> PartnerProfile {
    let year_ago = anchor - TimeDelta::days(365);
    let recent = referrals.iter().filter(|record| {
        record.org.as_str() == house.organisation.id && record.is_live() && record.referred_at > year_ago
    });
    let standing = Standing {
        tier: house.tier,
        partner_since: house.organisation.since.parse().expect("the dates are dates"),
        referrals_year: u32::try_from(recent.count()).unwrap_or(u32::MAX),
    };
    let handle = house.handle.parse().expect("the handles hold");
    let life =
        Life::begin(handle, (house.content)(), standing, named(house.owner), anchor - TimeDelta::days(640));
    life.fulfil(Fate::Listed, None)
}

/// What the merchant who can sign in wrote to and about a generated partner.
pub(super) fn tom_and(profile: &PartnerProfile, owner: &Actor, anchor: DateTime<Utc>) -> (Inquiry, Review) {
    let (tom, service) = (tom(), profile.content.services[0].service);
    let mut desk = Desk::new(profile, owner.clone(), owner.clone(), anchor);
    let goal = "We sell tents and stoves and have outgrown what we built ourselves in 2017. Could you look at it \
                and tell us what you would do first?";
    let inquiry = desk.receive(44, &tom, service, Budget::To5000, goal);
    desk.mark(inquiry, 43, InquiryStatus::Answered);
    desk.mark(inquiry, 20, InquiryStatus::WorkedOn);
    let mut inquiry = desk.inquiries.swap_remove(inquiry);
    inquiry.delivery = Delivery::Delivered;
    let written = Written {
        service,
        quality: opinions::stars(5),
        communication: opinions::stars(4),
        text: "They started with the two things that cost us most sales and left the rest for spring. Clear, quick, \
               and no nonsense. Only the time difference took some getting used to."
            .to_owned(),
    };
    let mut review = reviews::write(&inquiry, written, &tom.actor, anchor - TimeDelta::days(16));
    reviews::publish(&mut review, anchor);
    (inquiry, review)
}

/// A service that costs between two amounts, or from one amount up if `to` is nothing.
fn offer(
    service: Service,
    featured: bool,
    currency: &str,
    (from, to): (i64, i64),
    words: &str,
) -> ServiceOffer {
    let money = |minor| Money { minor, currency: currency.parse().expect("the currencies exist") };
    let price = match (from, to) {
        (0, _) => Price::Contact,
        (from, 0) => Price::From { from: money(from) },
        (from, to) => Price::Range { from: money(from), to: money(to) },
    };
    ServiceOffer { service, featured, price, description: words.to_owned() }
}
