//! What people do around a lead beside deciding about it: asking for more, taking it back, planning.

use chrono::TimeDelta;
use guildhall_domain::lead::{Command, LeadField, Plan, Product};
use guildhall_domain::personal::Personal;

use super::merchants::digits;
use super::teller::{Present, Teller};
use crate::people::SAIGON_WEB;

/// The representative asks for more, and the partner answers when they have found out.
pub(super) fn be_asked_for_more(teller: &mut Teller<'_>) -> Result<(), Present> {
    let Some(representative) = teller.representative() else { return Ok(()) };
    teller.wait(0, 1)?;
    let (fields, message) = match teller.lead.product() {
        Product::Plus => *teller.dice.pick(QUESTIONS_PLUS),
        Product::Pos => *teller.dice.pick(QUESTIONS_POS),
    };
    let (fields, message) = (fields.to_vec(), Personal::from(message));
    teller.act(&representative, &Command::RequestInformation { fields, message });
    teller.wait(4, 14)?;
    let mut form = teller.lead.form.clone();
    let changed = teller.dice.percent(70);
    if changed {
        form.phone = Some(Personal::new(digits("+46 8 555 ## ##", teller.dice)));
    }
    let vietnamese = teller.lead.id.org().as_str() == SAIGON_WEB.id;
    let answers = if vietnamese { ANSWERS_VI } else { ANSWERS };
    let note = (!changed || teller.dice.percent(50)).then(|| Personal::from(*teller.dice.pick(answers)));
    let partner = teller.partner();
    teller.act(&partner, &Command::ProvideInformation { form: Box::new(form), note });
    Ok(())
}

/// The partner takes the lead back.
pub(super) fn withdraw(teller: &mut Teller<'_>) -> Result<(), Present> {
    teller.wait(1, 6)?;
    let partner = teller.partner();
    let reason = Personal::from(*teller.dice.pick(REASONS));
    teller.act(&partner, &Command::Withdraw { reason });
    Ok(())
}

/// Either side means to do something next about a lead that is not decided. The other side does not see it.
pub(super) fn plan(teller: &mut Teller<'_>) {
    if !teller.lead.facts().is_undecided() {
        return;
    }
    if let Some(representative) = teller.representative().filter(|_| teller.dice.percent(40)) {
        teller.lead.plans.sales = Some(plan_of(teller, SALES_PLANS, representative.name));
    }
    if teller.dice.percent(30) {
        let partner = teller.partner();
        teller.lead.plans.partner = Some(plan_of(teller, PARTNER_PLANS, partner.name));
    }
}

fn plan_of(teller: &mut Teller<'_>, plans: &[&str], by: String) -> Plan {
    let date = teller.today() + TimeDelta::days(teller.dice.between(-3, 12));
    let note = teller.dice.percent(80).then(|| Personal::from(*teller.dice.pick(plans)));
    Plan { date, note, by }
}

const QUESTIONS_PLUS: &[(&[LeadField], &str)] = &[
    (
        &[LeadField::Phone, LeadField::AnnualRevenue],
        "Whom do I call, and how large are they roughly? Without that I cannot place them.",
    ),
    (&[LeadField::Phone, LeadField::CurrentPlatform], "What do they run today, and who answers the phone?"),
];

const QUESTIONS_POS: &[(&[LeadField], &str)] = &[
    (
        &[LeadField::Phone, LeadField::LocationCount],
        "How many tills are we talking about, and what is their direct number?",
    ),
    (&[LeadField::Phone, LeadField::CurrentPos], "Which system do they have, and until when?"),
];

const ANSWERS: &[&str] = &[
    "Sorry for the wait, they were at a fair. The number is a direct one.",
    "De återkom i dag. Ring helst före lunch.",
    "It is all in their last mail, which I summed up in the description when I submitted it.",
];

const ANSWERS_VI: &[&str] = &[
    "Khách hàng vừa gửi lại thông tin. Anh chị gọi buổi sáng giúp tôi.",
    "They asked to be called after three in the afternoon, local time.",
];

const REASONS: &[&str] = &[
    "The owner has changed her mind and stays where she is.",
    "Kunden har gått ihop med en kedja som redan har sitt eget system.",
    "I submitted it for the wrong company; the right one follows.",
    "Khách hàng tạm dừng dự án sang năm sau.",
];

const SALES_PLANS: &[&str] =
    &["Call again, she was in a meeting", "Send the numbers for the board", "Ask legal about the annex"];

const PARTNER_PLANS: &[&str] =
    &["Lunch with the owner", "Stäm av med kunden", "Ask whether they got the offer", "Gọi lại cho khách"];
