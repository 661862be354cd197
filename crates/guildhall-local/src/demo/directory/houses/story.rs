//! What merchants write to a partner, what the partner marks, and what the merchants say afterwards.

use chrono::{DateTime, TimeDelta, Utc};
use guildhall_domain::actor::Actor;
use guildhall_domain::ids::InquiryId;
use guildhall_domain::inquiry::{Budget, Delivery, Inquiry, InquiryCommand, InquiryStatus};
use guildhall_domain::personal::Personal;
use guildhall_domain::profile::PartnerProfile;
use guildhall_domain::review::{HOLD, RemovalReason, ReportReason, Review, Written};
use guildhall_domain::taxonomy::Service;

use crate::demo::directory::clients::{Client, tom};
use crate::demo::directory::{opinions, reviews};
use crate::demo::teller::named;

/// Who writes.
#[derive(Debug, Clone, Copy)]
pub(super) enum Who {
    /// The merchant who can sign in.
    Tom,
    /// Another one of this country, by number.
    From(&'static str, usize),
}

/// What is said about the work.
#[derive(Debug, Clone, Copy)]
pub(super) struct Opinion {
    /// So many days before the present.
    pub(super) days: i64,
    pub(super) quality: u8,
    pub(super) communication: u8,
    pub(super) text: &'static str,
    pub(super) then: Then,
}

/// What follows a review.
#[derive(Debug, Clone, Copy)]
pub(super) enum Then {
    /// Nothing.
    Nothing,
    /// The partner answers.
    Reply(&'static str),
    /// The partner reports it, and the programme has not decided yet.
    Report(ReportReason, &'static str),
    /// The programme removed it.
    Removal(RemovalReason),
}

/// An inquiry and what came of it.
#[derive(Debug)]
pub(super) struct Story {
    /// Sent so many days before the present.
    pub(super) days: i64,
    pub(super) who: Who,
    pub(super) service: Service,
    pub(super) budget: Budget,
    pub(super) goal: &'static str,
    /// What the partner said of it, and how many days before the present.
    pub(super) marks: &'static [(i64, InquiryStatus)],
    pub(super) delivery: Delivery,
    pub(super) opinion: Option<Opinion>,
}

/// Where a partner's inquiries arrive.
#[derive(Debug)]
pub(super) struct Desk<'a> {
    profile: &'a PartnerProfile,
    owner: Actor,
    member: Actor,
    anchor: DateTime<Utc>,
    pub(super) inquiries: Vec<Inquiry>,
    pub(super) reviews: Vec<Review>,
}

impl<'a> Desk<'a> {
    pub(super) fn new(
        profile: &'a PartnerProfile,
        owner: Actor,
        member: Actor,
        anchor: DateTime<Utc>,
    ) -> Self {
        Self { profile, owner, member, anchor, inquiries: Vec::new(), reviews: Vec::new() }
    }

    /// Tells a story. They are told in the order in which they began.
    pub(super) fn tell(&mut self, story: &Story, clients: &[Client]) {
        let client = match story.who {
            Who::Tom => tom(),
            Who::From(country, number) => clients
                .iter()
                .filter(|client| client.country.code() == country)
                .nth(number)
                .cloned()
                .expect("the stories name merchants whom there are"),
        };
        let place = self.receive(story.days, &client, story.service, story.budget, story.goal);
        self.inquiries[place].delivery = story.delivery;
        for (days, status) in story.marks {
            self.mark(place, *days, *status);
        }
        if let Some(opinion) = story.opinion {
            self.review(place, &client, opinion);
        }
    }

    /// An inquiry comes in, so many days before the present; its place.
    pub(super) fn receive(
        &mut self,
        days: i64,
        client: &Client,
        service: Service,
        budget: Budget,
        goal: &str,
    ) -> usize {
        let place = self.inquiries.len();
        let id = InquiryId::derive(&self.profile.org, &client.actor.id, &format!("demo-{place}"));
        let before = self.inquiries.iter().rfind(|inquiry| inquiry.merchant == client.actor.id);
        let before = before.map(|inquiry| (inquiry.id.clone(), inquiry.sent_at));
        let (form, to) = (client.form(service, budget, goal), reviews::recipient(self.profile));
        // Not everything comes at the same time of day.
        let minutes = i64::try_from(place).unwrap_or(0) * 137 % 900;
        let at = self.anchor - TimeDelta::days(days) - TimeDelta::minutes(minutes);
        let inquiry = Inquiry::send(id, to, form, &client.actor, client.language, before, at);
        self.inquiries.push(inquiry);
        place
    }

    /// The partner says where it stands, so many days before the present.
    pub(super) fn mark(&mut self, place: usize, days: i64, status: InquiryStatus) {
        let inquiry = &mut self.inquiries[place];
        let at = (self.anchor - TimeDelta::days(days)).max(inquiry.updated_at() + TimeDelta::minutes(42));
        let by = if place.is_multiple_of(3) { &self.owner } else { &self.member };
        inquiry.apply(InquiryCommand::Mark(status), by, at).expect("a story that the rules allow");
    }

    fn review(&mut self, place: usize, client: &Client, opinion: Opinion) {
        let inquiry = &self.inquiries[place];
        let written = Written {
            service: inquiry.form.service,
            quality: opinions::stars(opinion.quality),
            communication: opinions::stars(opinion.communication),
            text: opinion.text.to_owned(),
        };
        let at = self.anchor - TimeDelta::days(opinion.days) - TimeDelta::hours(5);
        let mut review = reviews::write(inquiry, written, &client.actor, at);
        if reviews::publish(&mut review, self.anchor) {
            self.follow(&mut review, opinion.then, at + HOLD);
        }
        self.reviews.push(review);
    }

    fn follow(&self, review: &mut Review, then: Then, published: DateTime<Utc>) {
        let result = match then {
            Then::Nothing => Ok(()),
            Then::Reply(text) => review.reply(text.to_owned(), &self.owner, published + TimeDelta::hours(20)),
            Then::Report(reason, note) => {
                review.report(reason, Personal::from(note), &self.owner, published + TimeDelta::hours(9))
            }
            Then::Removal(reason) => {
                let at = published + TimeDelta::hours(30);
                review.remove(reason, &named("admin-ruth"), at).map(|_| ())
            }
        };
        result.expect("a story that the rules allow");
    }
}
