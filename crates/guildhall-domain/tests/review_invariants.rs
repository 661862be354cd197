//! What holds of inquiries and the reviews that may come of them.

#![allow(clippy::unwrap_used, reason = "a test that finds nothing there has failed")]

use chrono::{DateTime, Duration, Utc};
use guildhall_domain::actor::{Actor, Role};
use guildhall_domain::ids::{InquiryId, LeadId};
use guildhall_domain::inquiry::{
    Budget, Inquiry, InquiryCommand, InquiryForm, InquiryRefusal, InquiryStatus, REPEAT_WINDOW, Recipient,
};
use guildhall_domain::personal::Personal;
use guildhall_domain::policy::Language;
use guildhall_domain::review::{
    HOLD, Ratings, RatingsMove, RemovalReason, ReportReason, Review, ReviewRefusal, Stars, Written,
};
use guildhall_domain::taxonomy::Service;
use proptest::prelude::*;

fn actor(id: &str, role: Role, org: Option<&str>) -> Actor {
    Actor {
        id: id.parse().unwrap(),
        name: "Somebody".to_owned(),
        role,
        org: org.map(|org| org.parse().unwrap()),
    }
}

fn merchant() -> Actor {
    actor("merchant", Role::Merchant, None)
}

fn owner() -> Actor {
    actor("owner", Role::PartnerOwner, Some("acme"))
}

fn admin() -> Actor {
    actor("admin", Role::ProgramAdmin, None)
}

fn start() -> DateTime<Utc> {
    "2026-03-01T08:00:00Z".parse().unwrap()
}

fn inquiry_after(before: Option<DateTime<Utc>>) -> Inquiry {
    let id = |key| InquiryId::derive(&"acme".parse().unwrap(), &merchant().id, key);
    let form = InquiryForm {
        contact_name: Personal::from("Tom"),
        contact_email: Personal::from("tom@shop.example"),
        contact_phone: None,
        company: "Tom's shop".to_owned(),
        store: None,
        website: None,
        country: "SE".parse().unwrap(),
        service: Service::CustomizeDesign,
        budget: Budget::Undecided,
        goal: Personal::from("A new theme"),
        consent: true,
    };
    let recipient = Recipient {
        handle: "acme".parse().unwrap(),
        name: "Acme".to_owned(),
        email: Personal::from("hello@acme.example"),
        language: Language::En,
    };
    let before = before.map(|at| (id("before"), at));
    Inquiry::send(id("key"), recipient, form, &merchant(), Language::Sv, before, start())
}

fn worked_on() -> Inquiry {
    let mut inquiry = inquiry_after(None);
    inquiry.apply(InquiryCommand::Mark(InquiryStatus::WorkedOn), &owner(), start()).unwrap();
    inquiry
}

fn written(quality: u8, communication: u8) -> Written {
    Written {
        service: Service::CustomizeDesign,
        quality: Stars::try_from(quality).unwrap(),
        communication: Stars::try_from(communication).unwrap(),
        text: "Good".to_owned(),
    }
}

fn review() -> Review {
    Review::write(&worked_on(), written(5, 4), &merchant(), start()).unwrap()
}

#[test]
fn an_inquiry_is_a_repeat_within_180_days_of_the_one_before() {
    assert!(inquiry_after(None).repeat_of.is_none());
    assert!(inquiry_after(Some(start() - REPEAT_WINDOW)).repeat_of.is_some());
    assert!(inquiry_after(Some(start() - REPEAT_WINDOW - Duration::seconds(1))).repeat_of.is_none());
}

#[test]
fn only_the_partners_members_mark_an_inquiry_and_only_they_and_the_sender_know_of_it() {
    for role in Role::ALL {
        for org in [Some("acme"), Some("other"), None] {
            let somebody = actor("somebody", role, org);
            let mut inquiry = inquiry_after(None);
            let may = matches!(role, Role::PartnerMember | Role::PartnerOwner) && org == Some("acme");
            let done = inquiry.apply(InquiryCommand::Mark(InquiryStatus::Answered), &somebody, start());
            assert_eq!(done.is_ok(), may, "{role:?} {org:?}");
            assert_eq!(inquiry_after(None).allowed(&somebody).is_empty(), !may);
            let partner = matches!(role, Role::PartnerViewer | Role::PartnerMember | Role::PartnerOwner);
            let knows = (partner && org == Some("acme")) || role == Role::System;
            assert_eq!(inquiry.is_readable_by(&somebody), knows, "{role:?} {org:?}");
        }
    }
    assert!(inquiry_after(None).is_readable_by(&merchant()));
}

#[test]
fn an_inquiry_becomes_one_lead_and_hearing_of_it_twice_changes_nothing() {
    let mut inquiry = inquiry_after(None);
    let lead = |key| LeadId::derive(&"acme".parse().unwrap(), key);
    inquiry.apply(InquiryCommand::LinkLead(lead("one")), &owner(), start()).unwrap();
    let linked = inquiry.clone();
    inquiry.apply(InquiryCommand::LinkLead(lead("one")), &owner(), start()).unwrap();
    let second = inquiry.apply(InquiryCommand::LinkLead(lead("two")), &owner(), start());
    assert!(matches!(second, Err(InquiryRefusal::NotNow { .. })));
    assert_eq!(inquiry, linked);
}

#[test]
fn only_the_merchant_of_an_inquiry_that_was_worked_on_may_review() {
    let write =
        |inquiry: &Inquiry, who: &Actor| Review::write(inquiry, written(5, 5), who, start()).map(|_| ());
    assert_eq!(write(&inquiry_after(None), &merchant()), Err(ReviewRefusal::NotEligible));
    assert_eq!(write(&worked_on(), &merchant()), Ok(()));
    for other in [actor("another", Role::Merchant, None), owner(), admin()] {
        assert_eq!(write(&worked_on(), &other), Err(ReviewRefusal::Forbidden));
    }
}

#[test]
fn a_review_is_held_until_the_clock_says_so_to_the_second() {
    let mut review = review();
    assert_eq!(review.publish(start() + HOLD - Duration::seconds(1)), Err(ReviewRefusal::NotNow));
    assert!(!review.is_published());
    assert_eq!(review.publish(start() + HOLD), Ok(RatingsMove::Count));
    assert_eq!(review.publish(start() + HOLD), Err(ReviewRefusal::NotNow), "once");
}

#[derive(Debug, Clone)]
enum Step {
    Publish,
    Reply,
    Report,
    Keep,
    Remove,
}

fn steps() -> impl Strategy<Value = Vec<(Step, i64)>> {
    let step = prop_oneof![
        Just(Step::Publish),
        Just(Step::Reply),
        Just(Step::Report),
        Just(Step::Keep),
        Just(Step::Remove)
    ];
    prop::collection::vec((step, 0_i64..80), 0..30)
}

proptest! {
    #[test]
    fn the_ratings_always_count_exactly_what_is_published(steps in steps()) {
        let mut review = review();
        let mut ratings = Ratings::default();
        for (step, hours) in steps {
            let before = review.clone();
            let now = start() + Duration::hours(hours);
            let moved = match step {
                Step::Publish => review.publish(now).map(Some),
                Step::Reply => review.reply("Thank you".to_owned(), &owner(), now).map(|()| None),
                Step::Report => {
                    review.report(ReportReason::Fake, Personal::from("no"), &owner(), now).map(|()| None)
                }
                Step::Keep => review.keep(&admin(), now).map(|()| None),
                Step::Remove => review.remove(RemovalReason::Fake, &admin(), now),
            };
            match moved {
                Ok(Some(RatingsMove::Count)) => ratings = ratings.with(review.quality, review.communication),
                Ok(Some(RatingsMove::Uncount)) => ratings = ratings.without(review.quality, review.communication),
                Ok(None) => {}
                Err(_) => prop_assert_eq!(&review, &before, "a refusal changes nothing"),
            }
            prop_assert_eq!(ratings.count, u32::from(review.is_published()));
            // Locked: what was written, and what was answered, stays.
            prop_assert_eq!(&review.text, &before.text);
            prop_assert_eq!((review.quality, review.communication), (before.quality, before.communication));
            if before.reply.is_some() {
                prop_assert_eq!(&review.reply, &before.reply);
            }
        }
    }
}
