//! The public directory of the demo data: generated partners, and between them the two organisations that people can
//! sign in to, with what merchants wrote to and about them.

mod clients;
mod content;
mod craft;
mod houses;
mod lands;
mod life;
mod names;
mod opinions;
mod phrases;
mod prices;
mod reviews;
#[cfg(test)]
mod tests;

use chrono::{DateTime, TimeDelta, Utc};
use guildhall_domain::actor::{Actor, Role};
use guildhall_domain::inquiry::Inquiry;
use guildhall_domain::profile::{Handle, PartnerProfile, Standing};
use guildhall_domain::referral::ReferralRecord;
use guildhall_domain::review::{Ratings, Review};
use guildhall_domain::taxonomy::Tier;

use clients::Client;
use content::{Home, Writer};
use life::{Fate, Life};
use names::Names;

use super::dice::Dice;
pub(crate) use houses::HANDLES;

/// Chosen once; each partner throws dice of its own, so that a smaller directory is the beginning of a larger one.
const SEED: u64 = 0x6469_7265_6374_6F72;

/// All of it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Directory {
    /// Profiles and the figures of their published reviews; first the two that people can sign in to.
    pub(crate) partners: Vec<(PartnerProfile, Ratings)>,
    pub(crate) inquiries: Vec<Inquiry>,
    pub(crate) reviews: Vec<Review>,
}

impl Directory {
    fn add(&mut self, profile: PartnerProfile, reviews: Vec<Review>) {
        let published = reviews.iter().filter(|review| review.is_published());
        let ratings = published.map(|review| (review.quality, review.communication)).collect();
        self.partners.push((profile, ratings));
        self.reviews.extend(reviews);
    }
}

/// A directory of so many partners (at least the two that people can sign in to) as it stands at `anchor`.
/// `referrals` is what these two earned.
pub(crate) fn directory(count: usize, anchor: DateTime<Utc>, referrals: &[ReferralRecord]) -> Directory {
    let clients = clients::everybody(&mut Dice::new(SEED));
    let homes: Vec<_> = lands::LANDS.iter().map(|land| (land.weight, Home::new(land))).collect();
    let mut names = Names::beside(&HANDLES);
    let mut directory = Directory::default();
    houses::tell(&mut directory, &clients, referrals, anchor);
    for number in 0..count.saturating_sub(HANDLES.len()) {
        let mut dice = Dice::new(SEED.wrapping_add(u64::try_from(number).unwrap_or(0) << 20));
        let (profile, owner) = partner(number, &homes, &clients, &mut names, anchor, &mut dice);
        let mut reviews = reviews::tell(number, &profile, &owner, &clients, anchor, &mut dice);
        if number == houses::FRIEND_OF_TOM {
            let (inquiry, review) = houses::tom_and(&profile, &owner, anchor);
            directory.inquiries.push(inquiry);
            reviews.push(review);
        }
        directory.add(profile, reviews);
    }
    directory
}

/// One generated partner and its owner.
fn partner(
    number: usize,
    homes: &[(i64, Home)],
    clients: &[Client],
    names: &mut Names,
    anchor: DateTime<Utc>,
    dice: &mut Dice,
) -> (PartnerProfile, Actor) {
    let fate = Fate::of(number);
    let home = dice.weighted(homes);
    let city = *dice.pick(home.land.cities);
    let (name, handle) = names.give(home.land, city, dice);
    let tier = *dice.weighted(&[
        (560, Tier::Registered),
        (250, Tier::Select),
        (125, Tier::Plus),
        (48, Tier::Premier),
        (17, Tier::Platinum),
    ]);
    // Half of them joined within the last year: the directory grows.
    let days = if fate.was_published() { dice.between(1, 30).pow(2) + 7 } else { 3 };
    let begun = anchor - Life::LENGTH - TimeDelta::days(days) - TimeDelta::minutes(dice.between(0, 1440));
    let joined = begun.date_naive() - TimeDelta::days(dice.between(20, 2_600));
    // A few have risen since.
    let risen = number % 40 == 3 && tier != Tier::Registered;
    let standing = Standing {
        tier: if risen { Tier::Registered } else { tier },
        partner_since: joined,
        referrals_year: referrals_year(tier, dice),
    };
    let named = *dice.pick(home.land.people);
    let owner = owner_of(&handle, named);
    let content = Writer { home, city, name, handle: handle.clone(), tier, clients }.write(dice);
    let life = Life::begin(handle, content, standing, owner.clone(), begun);
    (life.fulfil(fate, risen.then_some(tier)), owner)
}

fn referrals_year(tier: Tier, dice: &mut Dice) -> u32 {
    let most = match tier {
        Tier::Registered => 4,
        Tier::Select => 9,
        Tier::Plus => 16,
        Tier::Premier => 25,
        Tier::Platinum => 40,
    };
    u32::try_from(dice.between(-most / 3, most)).unwrap_or(0)
}

fn owner_of(handle: &Handle, name: &str) -> Actor {
    Actor {
        id: format!("{}-owner", handle.as_str()).parse().expect("a handle is a part of an id"),
        name: name.to_owned(),
        role: Role::PartnerOwner,
        org: Some(handle.as_str().parse().expect("generated handles are short enough for organisations")),
    }
}
