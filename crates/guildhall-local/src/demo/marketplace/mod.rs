//! What is left of the Experts Marketplace in the demo data: the jobs of the two organisations that people can sign in
//! to, with what was written about them. The marketplace ended when it ended, so nothing here moves with the clock.

mod merchants;
mod norrsken;
mod saigon;
mod talks;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use guildhall_domain::ids::OrgId;
use guildhall_domain::marketplace::{
    Conversation, ConversationStatus, Customer, Job, JobStatus, MarketplaceId, Requested, Requirement, Shop,
};

use merchants::Merchant;
use talks::Talk;

use crate::people::{NORRSKEN, Organisation, SAIGON_WEB};

/// Jobs, and the conversations about them.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Records {
    pub(crate) jobs: Vec<Job>,
    pub(crate) conversations: Vec<Conversation>,
}

/// A job as the lists tell it.
struct Told {
    status: JobStatus,
    merchant: &'static Merchant,
    /// The day it was asked for, as `YYYY-MM-DD`.
    asked: &'static str,
    /// How many days went by until something last happened.
    days: i64,
    /// Until when it was to go on, as `YYYY-MM-DD`.
    ends: Option<&'static str>,
    /// What was wanted: handle and name.
    services: &'static [(&'static str, &'static str)],
    /// What the merchant answered.
    goal: &'static str,
    talk: Option<&'static Talk>,
}

/// All of it.
pub(crate) fn records() -> Records {
    let mut records = Records { jobs: Vec::new(), conversations: Vec::new() };
    add(&mut records, &NORRSKEN, 40_100, &norrsken::JOBS);
    add(&mut records, &SAIGON_WEB, 51_200, &saigon::JOBS);
    records
}

/// Adds an organisation's jobs, numbered from `first` on.
fn add(records: &mut Records, organisation: &Organisation, first: u32, jobs: &[Told]) {
    for (number, told) in (first..).zip(jobs) {
        let org: OrgId = organisation.id.parse().expect("the ids of organisations hold");
        let conversation = told.talk.map(|talk| conversation(org.clone(), number, told, talk));
        records.jobs.push(job(org, number, told, conversation.as_ref().map(|one| one.id.clone())));
        records.conversations.extend(conversation);
    }
}

fn job(org: OrgId, number: u32, told: &Told, conversation: Option<MarketplaceId>) -> Job {
    let created_at = moment(told.asked, number);
    let requested =
        |(handle, name): &(&str, &str)| Requested { handle: (*handle).into(), name: (*name).into() };
    Job {
        id: named(number),
        org,
        created_at,
        last_event_at: created_at + TimeDelta::days(told.days) + TimeDelta::minutes(37),
        status: told.status,
        services: told.services.iter().map(requested).collect(),
        requirements: told.requirements(),
        shop: Shop {
            id: named(told.merchant.shop),
            name: told.merchant.store.to_owned(),
            domain: told.merchant.domain.to_owned(),
        },
        customer: told.merchant.customer(),
        conversation,
        confirmed_completed: told.status == JobStatus::Completed && told.days > 20,
        ends_at: told.ends.map(|day| moment(day, 0)),
    }
}

impl Told {
    fn requirements(&self) -> Vec<Requirement> {
        if self.goal.is_empty() {
            return Vec::new();
        }
        let answer = |question: &str, responses: &[&str]| Requirement {
            question: question.to_owned(),
            responses: responses.iter().map(|response| (*response).into()).collect(),
        };
        vec![
            answer("What would you like to achieve?", &[self.goal]),
            answer("What is your budget?", &[self.merchant.budget]),
            answer("Is there anything else the expert should know?", &[]),
        ]
    }
}

fn conversation(org: OrgId, number: u32, told: &Told, talk: &Talk) -> Conversation {
    let merchant = told.merchant;
    let nameless = || Customer { name: merchant.store.into(), email: None, phone: None };
    Conversation {
        id: named(number + 700_000),
        org,
        status: if talk.is_blocked { ConversationStatus::Blocked } else { ConversationStatus::Active },
        has_unread: talk.has_unread,
        customer: merchant.customer().unwrap_or_else(nameless),
        messages: talk.messages(moment(told.asked, number)),
    }
}

fn named(number: u32) -> MarketplaceId {
    number.to_string().parse().expect("digits are a name")
}

/// A moment of a day, in UTC; the number moves it through the working hours, so that no two are alike.
fn moment(day: &str, number: u32) -> DateTime<Utc> {
    let day: NaiveDate = day.parse().expect("the days hold");
    let noon = day.and_hms_opt(8, 0, 0).unwrap_or_default().and_utc();
    noon + TimeDelta::minutes(i64::from(number % 40) * 13)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use guildhall_domain::cutover::Cutover;

    use super::*;

    #[test]
    fn both_have_jobs_and_one_of_them_in_every_status() {
        let records = records();
        let of = |org: &str| records.jobs.iter().filter(|job| job.org.as_str() == org).collect::<Vec<_>>();
        assert!(of("saigonweb").len() >= 5);
        let jobs = of("norrsken");
        assert!(jobs.len() > 25, "more than a page");
        for status in JobStatus::ALL {
            assert!(jobs.iter().any(|job| job.status == status), "{status:?}");
        }
    }

    #[test]
    fn some_outlast_the_marketplace_with_and_without_an_end_and_a_merchant_has_some_of_both_partners() {
        let closing = Cutover::default().dates().closed_from;
        let records = records();
        let outlasting: Vec<_> = records.jobs.iter().filter(|job| job.outlasts(closing)).collect();
        assert!(outlasting.iter().any(|job| job.ends_at.is_some()));
        assert!(outlasting.iter().any(|job| job.ends_at.is_none()));
        let toms = records.jobs.iter().filter(|job| {
            let email = job.customer.as_ref().and_then(|customer| customer.email.as_ref());
            email.is_some_and(|email| email.as_str() == "tom@ashworthoutdoor.example")
        });
        let partners: BTreeSet<_> = toms.map(|job| job.org.as_str()).collect();
        assert_eq!(partners.len(), 2);
    }

    #[test]
    fn every_name_is_given_once_and_every_conversation_is_about_a_job() {
        let Records { jobs, conversations } = records();
        let names: BTreeSet<_> = jobs.iter().map(|job| &job.id).collect();
        assert_eq!(names.len(), jobs.len());
        let named: BTreeSet<_> = jobs.iter().filter_map(|job| job.conversation.as_ref()).collect();
        assert_eq!(named.len(), conversations.len());
        assert!(conversations.iter().any(|one| one.status == ConversationStatus::Blocked));
        assert!(conversations.iter().any(|one| one.has_unread));
        for job in &jobs {
            assert!(job.created_at <= job.last_event_at);
        }
    }
}
