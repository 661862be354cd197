//! The four hundred leads.

use chrono::{DateTime, TimeDelta, Utc};
use guildhall_domain::ids::{LeadId, OrgId};
use guildhall_domain::lead::{Lead, NewLead, Product, Support};
use guildhall_domain::notice::Contact;
use guildhall_domain::policy::Language;
use guildhall_domain::referral::ReferralChange;
use guildhall_domain::representative::{Representative, route};

use super::dice::Dice;
use super::merchants::Merchants;
use super::teller::{Teller, actor, at_work, submitter};
use super::{forms, stories};
use crate::people::{NORRSKEN, Organisation, SAIGON_WEB};

/// How many there are.
pub(super) const COUNT: i64 = 400;

/// How far they go back, in days.
const SPAN: i64 = 730;

/// For so many days nobody was there to take what is routed to the representative for the rest of
/// the world; those leads show what *not assigned yet* looks like.
const AWAY: TimeDelta = TimeDelta::days(30);

/// A lead with what its events did to the referral history.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) lead: Lead,
    pub(super) referrals: Vec<ReferralChange>,
}

/// All leads as they stand at `anchor`.
pub(super) fn tell_all(
    anchor: DateTime<Utc>,
    roster: &[Representative],
    merchants: &mut Merchants,
    dice: &mut Dice,
) -> Vec<Told> {
    (0..COUNT).map(|number| tell_one(number, anchor, roster, merchants, dice)).collect()
}

fn tell_one(
    number: i64,
    anchor: DateTime<Utc>,
    roster: &[Representative],
    merchants: &mut Merchants,
    dice: &mut Dice,
) -> Told {
    let submitted_at = submission(number, anchor, dice);
    let organisation = organisation_at(submitted_at, dice);
    let merchant = merchants.meet(organisation.id, dice);
    let product = if dice.percent(56) { Product::Plus } else { Product::Pos };
    let support = if dice.percent(48) { Support::Requested } else { Support::None };
    let reference = dice.percent(40).then(|| reference(organisation, number));
    let form = forms::fill(&merchant, organisation.id, product, support, reference, dice);
    let org: OrgId = organisation.id.parse().expect("every organisation has an id that holds");
    let id = LeadId::derive(&org, &format!("demo-{number}"));
    let there = roster.iter().filter(|rep| !rep.countries.is_empty() || submitted_at + AWAY < anchor);
    let there: Vec<_> = there.cloned().collect();
    let representative = route(&there, product, form.country, &id).cloned();
    let submitter = submitter(organisation.id, dice);
    let contact = Some(Contact { email: submitter.email.into(), language: language_of(organisation) });
    let new = NewLead { id, org_name: organisation.name.to_owned(), form, representative, contact };
    let lead = Lead::submit(new, &actor(submitter), submitted_at)
        .expect("members and owners may submit for their own organisation");
    let mut teller = Teller::new(lead, anchor, dice);
    stories::tell(&mut teller, roster);
    Told { lead: teller.lead, referrals: teller.referrals }
}

/// The language that the people of an organisation read.
fn language_of(organisation: &Organisation) -> Language {
    if organisation.id == SAIGON_WEB.id { Language::Vi } else { Language::Sv }
}

/// Spread over the two years, denser towards the present, as with a business that grows.
fn submission(number: i64, anchor: DateTime<Utc>, dice: &mut Dice) -> DateTime<Utc> {
    let age = SPAN * (COUNT - number) * (COUNT - number + 60) / (COUNT * (COUNT + 60));
    let moment = at_work(anchor - TimeDelta::days(age.max(1)), dice);
    // A weekend is worked off on the Monday after, which may lie ahead.
    if moment < anchor { moment } else { moment - TimeDelta::days(3) }
}

fn organisation_at(moment: DateTime<Utc>, dice: &mut Dice) -> &'static Organisation {
    let joined = |organisation: &Organisation| {
        organisation.since.parse().is_ok_and(|since: chrono::NaiveDate| moment.date_naive() > since)
    };
    if joined(&SAIGON_WEB) && dice.percent(48) { &SAIGON_WEB } else { &NORRSKEN }
}

fn reference(organisation: &Organisation, number: i64) -> String {
    if organisation.id == SAIGON_WEB.id {
        format!("SG-{:05}", 31 * number + 1207)
    } else {
        format!("NC{:04}", number + 118)
    }
}
