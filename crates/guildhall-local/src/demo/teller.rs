//! Tells a lead's story by applying commands to it, at hours when people work.

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Timelike, Utc, Weekday};
use guildhall_domain::actor::{Actor, Role};
use guildhall_domain::delivery::Delivery;
use guildhall_domain::lead::{Command, Event, Lead, Told};
use guildhall_domain::notice::Audience;
use guildhall_domain::referral::{ReferralChange, change_of};
use guildhall_store::MailRecord;
use guildhall_store::keys::Key;

use super::dice::Dice;
use crate::people::{self, Person};

/// How soon after a deadline it is noticed.
const TICK: TimeDelta = TimeDelta::minutes(7);

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
        // A second act on the same day comes later on that day.
        let next =
            if next > self.now { next } else { self.now + TimeDelta::minutes(self.dice.between(9, 90)) };
        if next > self.end {
            return Err(Present);
        }
        self.pass(next);
        self.now = next;
        Ok(())
    }

    /// Time passes until the present, whatever is left untold.
    pub(super) fn rest(&mut self) {
        self.pass(self.end);
    }

    fn pass(&mut self, until: DateTime<Utc>) {
        notice_delay(&mut self.lead, until);
    }

    /// Whether the lead came in within so many days of the present.
    pub(super) fn is_younger_than(&self, days: i64) -> bool {
        self.lead.submitted_at() > self.end - TimeDelta::days(days)
    }

    /// The day on which the stories stop.
    pub(super) fn today(&self) -> NaiveDate {
        self.end.date_naive()
    }

    /// Somebody acts on the lead.
    pub(super) fn act(&mut self, actor: &Actor, command: &Command) -> Event {
        // A story that the rules refuse is wrong itself, and every story is told by the tests.
        let event = self.lead.apply(command, actor, self.now).expect("a story that the rules allow");
        self.referrals.extend(change_of(&self.lead, &event));
        event
    }

    /// The mail about the newest event reached the partner.
    pub(super) fn partner_is_told(&mut self) {
        let (seq, audience) = (self.lead.version, Audience::Partner.code().to_owned());
        let mail = MailRecord::new(&Key::lead(&self.lead.id), seq, &audience, "lead").id().to_string();
        self.lead.mails.push(Told { seq, audience, mail, delivery: Delivery::Sent });
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

/// If a promise breaks before this moment, the managers are told, as the worker would tell them.
pub(super) fn notice_delay(lead: &mut Lead, until: DateTime<Utc>) {
    let Some(due) = lead.due.filter(|due| !lead.is_escalated() && due.is_over(until)) else { return };
    let noticed = (due.at + TICK).clamp(due.at, until);
    lead.apply(&Command::Escalate, &Actor::system(), noticed).expect("a promise that was broken");
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
