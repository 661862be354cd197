//! Reviews of generated partners. Each comes from an inquiry that the partner marked as worked on, as the rules ask.

use chrono::{DateTime, TimeDelta, Utc};
use guildhall_domain::actor::Actor;
use guildhall_domain::ids::InquiryId;
use guildhall_domain::inquiry::{Budget, Inquiry, InquiryCommand, InquiryStatus, Recipient};
use guildhall_domain::policy::Language;
use guildhall_domain::profile::PartnerProfile;
use guildhall_domain::review::{HOLD, Review, Written};

use super::clients::Client;
use super::opinions::{self, GRADES};
use crate::demo::dice::Dice;

/// How many reviews most partners have.
const USUAL: [(i64, i64); 13] = [
    (38, 0),
    (14, 1),
    (11, 2),
    (9, 3),
    (7, 4),
    (6, 5),
    (4, 6),
    (3, 7),
    (2, 8),
    (2, 9),
    (2, 10),
    (1, 11),
    (1, 12),
];

/// One partner in so many has many reviews.
const BUSY: usize = 125;

/// The reviews of a partner that was published at a moment, as they stand at `anchor`.
pub(super) fn tell(
    number: usize,
    profile: &PartnerProfile,
    owner: &Actor,
    clients: &[Client],
    anchor: DateTime<Utc>,
    dice: &mut Dice,
) -> Vec<Review> {
    let Some(published) = &profile.published else { return Vec::new() };
    let first = published.at + TimeDelta::days(30);
    let days = (anchor - first).num_days();
    if days < 1 {
        return Vec::new();
    }
    let count = if number % BUSY == 5 { dice.between(18, 60) } else { *dice.weighted(&USUAL) };
    let grade = dice.weighted(&[(25, 0_usize), (45, 1), (24, 2), (6, 3)]);
    let start = usize::try_from(dice.between(0, 10_000)).unwrap_or(0);
    (0..usize::try_from(count).unwrap_or(0))
        .map(|place| {
            // The stride shares no divisor with the number of clients, so none comes twice.
            let client = &clients[(start + place * 7) % clients.len()];
            let written_at = first + TimeDelta::minutes(dice.between(0, days * 1440));
            let language = if dice.percent(75) { client.language } else { Language::En };
            let services: Vec<_> = published.content.services().collect();
            let written = opinions::opinion(&GRADES[*grade], *dice.pick(&services), language, dice);
            let inquiry = worked_on(profile, client, owner, &written, written_at);
            let mut review = write(&inquiry, written, &client.actor, written_at);
            if publish(&mut review, anchor) && dice.percent(24) {
                let text = opinions::answer(review.quality, language, dice);
                reply(&mut review, text, owner, anchor, dice);
            }
            review
        })
        .collect()
}

/// The inquiry that led to the work.
fn worked_on(
    profile: &PartnerProfile,
    client: &Client,
    owner: &Actor,
    written: &Written,
    written_at: DateTime<Utc>,
) -> Inquiry {
    let id = InquiryId::derive(&profile.org, &client.actor.id, "demo");
    let form = client.form(written.service, Budget::To5000, "");
    let (actor, sent_at) = (&client.actor, written_at - TimeDelta::days(28));
    let mut inquiry = Inquiry::send(id, recipient(profile), form, actor, client.language, None, sent_at);
    let marked =
        inquiry.apply(InquiryCommand::Mark(InquiryStatus::WorkedOn), owner, written_at - TimeDelta::days(2));
    marked.expect("an owner may mark an inquiry");
    inquiry
}

/// Whom an inquiry to a partner goes to.
pub(super) fn recipient(profile: &PartnerProfile) -> Recipient {
    Recipient {
        handle: profile.handle.clone(),
        name: profile.content.name.clone(),
        email: profile.content.contact_email.clone(),
        language: profile.content.contact_language,
    }
}

/// A merchant writes a review.
pub(super) fn write(inquiry: &Inquiry, written: Written, merchant: &Actor, at: DateTime<Utc>) -> Review {
    Review::write(inquiry, written, merchant, at).expect("the partner marked the inquiry as worked on")
}

/// It is published if its time has come before `anchor`; whether it is.
pub(super) fn publish(review: &mut Review, anchor: DateTime<Utc>) -> bool {
    // The schedule comes round every few minutes.
    let due = review.written_at + HOLD + TimeDelta::minutes(4);
    due <= anchor && review.publish(due).is_ok()
}

/// The partner answers within three weeks, if there is as much time.
pub(super) fn reply(
    review: &mut Review,
    text: String,
    owner: &Actor,
    anchor: DateTime<Utc>,
    dice: &mut Dice,
) {
    let at = review.written_at + HOLD + TimeDelta::hours(dice.between(2, 500));
    if at <= anchor {
        review.reply(text, owner, at).expect("an owner may answer once");
    }
}
