//! The weekly summary: what waits for whom, counted once for each reader.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, IsoWeek, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::actor::{Role, Side};
use crate::ids::{LeadId, UserId};
use crate::lead::listing::LeadSummary;
use crate::personal::Personal;
use crate::policy::{Mover, next_step};

/// How long nothing may happen to an open lead before its reader is reminded of it. Nothing is ever decided by it.
pub const QUIET: TimeDelta = TimeDelta::days(14);
/// How many quiet leads are named; the rest is counted.
pub const NAMED: usize = 10;

/// A week, as `2026-W30`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Week {
    year: i32,
    week: u32,
}

/// A text that is not a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a week is written like 2026-W30")]
pub struct InvalidWeek;

impl Week {
    /// The week of a moment, by UTC.
    #[must_use]
    pub fn of(moment: DateTime<Utc>) -> Self {
        let week: IsoWeek = moment.iso_week();
        Self { year: week.year(), week: week.week() }
    }
}

impl fmt::Display for Week {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-W{:02}", self.year, self.week)
    }
}

impl FromStr for Week {
    type Err = InvalidWeek;

    fn from_str(text: &str) -> Result<Self, InvalidWeek> {
        let (year, week) = text.split_once("-W").ok_or(InvalidWeek)?;
        let read = Self {
            year: year.parse().map_err(|_| InvalidWeek)?,
            week: week.parse().map_err(|_| InvalidWeek)?,
        };
        // One week has one spelling.
        if (1..=53).contains(&read.week) && read.to_string() == text { Ok(read) } else { Err(InvalidWeek) }
    }
}

impl TryFrom<String> for Week {
    type Error = InvalidWeek;

    fn try_from(text: String) -> Result<Self, InvalidWeek> {
        text.parse()
    }
}

impl From<Week> for String {
    fn from(week: Week) -> Self {
        week.to_string()
    }
}

/// What waits for whom, for one reader and one week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Digest {
    /// Which week.
    pub week: Week,
    /// Who reads it.
    pub reader: UserId,
    /// As what they read it: words and counts depend on the side.
    pub role: Role,
    /// How many leads wait for the reader's side.
    pub yours: usize,
    /// How many wait for the other side.
    pub theirs: usize,
    /// How many both sides work on.
    pub shared: usize,
    /// Open leads that nothing happened to for long, the longest first: [`NAMED`] at most.
    pub quiet: Vec<QuietLead>,
    /// How many more of those there are.
    pub more_quiet: usize,
}

/// An open lead that nothing happened to for [`QUIET`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuietLead {
    /// Which lead.
    pub id: LeadId,
    /// The merchant.
    pub company: Personal,
    /// Since when.
    pub since: DateTime<Utc>,
}

impl Digest {
    /// Counts the leads that a reader may see; `None` if nothing is open.
    #[must_use]
    pub fn count<'a>(
        reader: &UserId,
        role: Role,
        leads: impl Iterator<Item = &'a LeadSummary>,
        now: DateTime<Utc>,
    ) -> Option<Self> {
        let (mut yours, mut theirs, mut shared) = (0, 0, 0);
        let mut quiet = Vec::new();
        for lead in leads.filter(|lead| lead.facts().is_undecided()) {
            match (next_step(lead.facts()).mover, role.side()) {
                (Mover::Yours, Side::Partner) | (Mover::Ours, Side::Platform) => yours += 1,
                (Mover::Ours, Side::Partner) | (Mover::Yours, Side::Platform) => theirs += 1,
                (Mover::Both, Side::Partner | Side::Platform) => shared += 1,
                (Mover::Nobody, _) | (_, Side::Merchant) => continue,
            }
            if lead.updated_at + QUIET <= now {
                quiet.push(QuietLead {
                    id: lead.id.clone(),
                    company: Personal::new(lead.company.clone()),
                    since: lead.updated_at,
                });
            }
        }
        if yours + theirs + shared == 0 {
            return None;
        }
        quiet.sort_by(|left, right| (left.since, &left.id).cmp(&(right.since, &right.id)));
        let more_quiet = quiet.len().saturating_sub(NAMED);
        quiet.truncate(NAMED);
        let reader = reader.clone();
        Some(Self { week: Week::of(now), reader, role, yours, theirs, shared, quiet, more_quiet })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lead::{Hold, Product, Status, Support};

    fn lead(number: u32, support: Support, status: Status, days: i64) -> LeadSummary {
        let at = now() - TimeDelta::days(days);
        LeadSummary {
            id: LeadId::derive(&"acme".parse().unwrap(), &number.to_string()),
            org_name: "Acme".to_owned(),
            product: Product::Plus,
            support,
            status,
            outcome: None,
            representative: None,
            contact_name: "Anna".to_owned(),
            contact_email: "anna@merchant.example".to_owned(),
            company: format!("Merchant {number}"),
            website: None,
            country: "SE".parse().unwrap(),
            reference: None,
            submitted_at: at,
            updated_at: at,
            hold: None,
            due: None,
            escalated: false,
            partner_plan: None,
            sales_plan: None,
            undelivered: false,
            version: 1,
        }
    }

    fn now() -> DateTime<Utc> {
        "2026-03-02T06:00:00Z".parse().unwrap()
    }

    fn count(role: Role, leads: &[LeadSummary]) -> Option<Digest> {
        Digest::count(&"reader".parse().unwrap(), role, leads.iter(), now())
    }

    #[test]
    fn each_side_counts_its_own_moves_and_those_of_the_other() {
        let mut waiting = lead(3, Support::Requested, Status::Submitted, 1);
        waiting.hold = Some(Hold::Information);
        let leads = [
            lead(1, Support::Requested, Status::Submitted, 1),
            lead(2, Support::None, Status::Submitted, 1),
            waiting,
            lead(4, Support::Requested, Status::InProgress, 1),
            lead(5, Support::Requested, Status::Awarded, 1),
        ];
        let of = |role| count(role, &leads).map(|digest| (digest.yours, digest.theirs, digest.shared));
        assert_eq!(of(Role::PartnerMember), Some((2, 1, 1)));
        assert_eq!(of(Role::Rep), Some((1, 2, 1)));
        assert_eq!(of(Role::Merchant), None);
    }

    #[test]
    fn where_nothing_waits_there_is_nothing_to_tell() {
        assert_eq!(count(Role::Rep, &[lead(1, Support::Requested, Status::Awarded, 100)]), None);
        assert_eq!(count(Role::Rep, &[]), None);
    }

    #[test]
    fn the_longest_quiet_leads_are_named_and_the_rest_is_counted() {
        let days = |number: u32| 13 + i64::from(number);
        let leads: Vec<_> =
            (0..13).map(|number| lead(number, Support::Requested, Status::Submitted, days(number))).collect();
        let digest = count(Role::Rep, &leads).unwrap();
        assert_eq!((digest.quiet.len(), digest.more_quiet), (10, 2), "13 days are not long");
        assert_eq!(digest.quiet[0].company.as_str(), "Merchant 12");
        assert!(digest.quiet.is_sorted_by_key(|quiet| quiet.since));
    }

    #[test]
    fn a_week_reads_back_as_written() {
        let week = Week::of("2027-01-01T00:00:00Z".parse().unwrap());
        assert_eq!(week.to_string(), "2026-W53");
        assert_eq!("2026-W53".parse(), Ok(week));
        for text in ["2026-W1", "2026-W54", "2026-W00", "W01", "2026-01", "+026-W01"] {
            assert_eq!(text.parse::<Week>(), Err(InvalidWeek), "{text}");
        }
    }
}
