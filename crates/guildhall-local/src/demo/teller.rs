//! Tells a lead's story by applying commands to it, at hours when people work.

use chrono::{DateTime, Datelike, TimeDelta, Timelike, Utc, Weekday};
use guildhall_domain::actor::{Actor, Role};
use guildhall_domain::lead::{Command, Event, Lead};
use guildhall_domain::referral::{ReferralChange, change_of};

use super::dice::Dice;
use crate::people::{self, Person};

/// A lead, and how far its story has come.
pub(super) struct Teller<'a> {
    pub(super) lead: Lead,
    pub(super) dice: &'a mut Dice,
    /// What the events did to the referral history.
    pub(super) referrals: Vec<ReferralChange>,
    now: DateTime<Utc>,
    end: DateTime<Utc>,
}

/// The story has reached the present; what was to follow has not happened yet.
#[derive(Debug)]
pub(super) struct Present;

impl<'a> Teller<'a> {
    pub(super) fn new(lead: Lead, end: DateTime<Utc>, dice: &'a mut Dice) -> Self {
        Self { now: lead.updated_at(), lead, dice, referrals: Vec::new(), end }
    }

    /// So many working days pass, give or take. Whoever acts next does so in their office hours.
    pub(super) fn wait(&mut self, least: i64, most: i64) -> Result<(), Present> {
        let days = self.dice.between(least, most);
        let next = at_work(self.now + TimeDelta::days(days), self.dice);
        if next > self.end {
            return Err(Present);
        }
        // A second act on the same day comes later on that day.
        self.now =
            if next > self.now { next } else { self.now + TimeDelta::minutes(self.dice.between(9, 90)) };
        if self.now > self.end { Err(Present) } else { Ok(()) }
    }

    /// Somebody acts on the lead.
    pub(super) fn act(&mut self, actor: &Actor, command: &Command) -> Event {
        // A story that the rules refuse is wrong itself, and every story is told by the tests.
        let event = self.lead.apply(command, actor, self.now).expect("a story that the rules allow");
        self.referrals.extend(change_of(&self.lead, &event));
        event
    }

    /// The representative whose lead it is.
    pub(super) fn representative(&self) -> Option<Actor> {
        let representative = self.lead.representative.as_ref()?;
        people::find(representative.id.as_str()).map(actor)
    }

    /// Somebody of the partner's who may act on leads.
    pub(super) fn partner(&mut self) -> Actor {
        let org = self.lead.id.org().as_str().to_owned();
        actor(submitter(&org, self.dice))
    }
}

/// Who submits an organisation's leads: mostly the member, sometimes the owner.
pub(super) fn submitter(organisation: &str, dice: &mut Dice) -> &'static Person {
    let role = if dice.percent(70) { Role::PartnerMember } else { Role::PartnerOwner };
    people::PEOPLE
        .iter()
        .find(|person| person.role == role && person.organisation.is_some_and(|own| own.id == organisation))
        .expect("every organisation has a member and an owner")
}

/// A person as the rules see them.
pub(super) fn actor(person: &Person) -> Actor {
    Actor {
        id: person.id.parse().expect("every person has an id that holds"),
        name: person.name.to_owned(),
        role: person.role,
        org: person.organisation.map(|own| own.id.parse().expect("every organisation has an id that holds")),
    }
}

/// The person with this id, as the rules see them.
pub(super) fn named(id: &str) -> Actor {
    actor(people::find(id).expect("the stories name people who exist"))
}

/// A moment of that day, or of the next working day, between seven and four o'clock UTC: somebody
/// from Stockholm to Saigon is at work then.
pub(super) fn at_work(day: DateTime<Utc>, dice: &mut Dice) -> DateTime<Utc> {
    let weekend = match day.weekday() {
        Weekday::Sat => 2,
        Weekday::Sun => 1,
        Weekday::Mon | Weekday::Tue | Weekday::Wed | Weekday::Thu | Weekday::Fri => 0,
    };
    let midnight = day - TimeDelta::seconds(i64::from(day.num_seconds_from_midnight()));
    let midnight = midnight.with_nanosecond(0).unwrap_or(midnight);
    midnight + TimeDelta::days(weekend) + TimeDelta::seconds(dice.between(7 * 3600, 16 * 3600))
}
