//! What happens to the leads. Each story runs until it ends or reaches the present, so recent leads
//! are open and old ones decided, as in a real programme.

use guildhall_domain::lead::{AwardCheck, Command, Product, Status, Support, Track};
use guildhall_domain::money::{Currency, Money};
use guildhall_domain::personal::Personal;
use guildhall_domain::policy::ReasonCode;
use guildhall_domain::representative::Representative;

use super::care;
use super::teller::{Present, Teller, named};
use crate::people::SAIGON_WEB;

/// How long a lead may lie there untouched, in days.
const LYING_DAYS: i64 = 40;
/// Lately more is asked of partners than in the beginning.
const ASKED_DAYS: i64 = 20;

/// Tells the rest of a lead's story after its submission.
pub(super) fn tell(teller: &mut Teller<'_>, roster: &[Representative]) {
    // Reaching the present is how most recent stories stop; there is nothing more to do then.
    let _: Result<(), Present> = story(teller, roster);
    teller.rest();
    care::plan(teller);
}

fn story(teller: &mut Teller<'_>, roster: &[Representative]) -> Result<(), Present> {
    if teller.lead.representative.is_none() {
        teller.wait(14, 28)?;
        assign(teller, roster, "Back from leave; this one is yours.");
    }
    if teller.dice.percent(if teller.is_younger_than(ASKED_DAYS) { 36 } else { 12 }) {
        care::be_asked_for_more(teller)?;
    }
    if teller.dice.percent(16) {
        ask(teller)?;
    }
    if teller.dice.percent(7) {
        hand_over(teller, roster)?;
    }
    if teller.lead.support == Support::None && teller.dice.percent(15) {
        ask_for_support(teller)?;
    }
    if teller.dice.percent(4) {
        return care::withdraw(teller);
    }
    // Some leads just lie there; sooner or later somebody sees them.
    if teller.is_younger_than(LYING_DAYS) && teller.dice.percent(26) {
        return Err(Present);
    }
    match Track::of(teller.lead.product(), teller.lead.support) {
        Track::PosNone => settle(teller),
        Track::PlusNone => close_alone(teller),
        Track::PlusRequested | Track::PosRequested => sell_together(teller, roster),
    }
}

/// POS without support: the status never moves, the outcome does.
fn settle(teller: &mut Teller<'_>) -> Result<(), Present> {
    let days = usually(teller, (5, 13), (16, 30));
    teller.wait(days.0, days.1)?;
    if teller.dice.percent(68) {
        let payer = if teller.dice.percent(80) {
            guildhall_domain::actor::Actor::system()
        } else {
            named("admin-ruth")
        };
        let amount = Money { minor: teller.dice.between(4, 12) * 5_000, currency: Currency::USD };
        teller.act(&payer, &Command::RecordPayout { amount });
    } else if let Some(representative) = teller.representative() {
        let (reason, note) = refusal(teller);
        teller.act(&representative, &Command::RecordIneligible { reason, note });
    }
    Ok(())
}

/// Plus without support: the partner closes it with the seller, with or without a phase of work.
fn close_alone(teller: &mut Teller<'_>) -> Result<(), Present> {
    let Some(representative) = teller.representative() else { return Err(Present) };
    let works_on_it = teller.dice.percent(55);
    let days = usually(teller, (2, 6), (9, 15));
    teller.wait(days.0, days.1)?;
    if works_on_it {
        teller.act(&representative, &Command::StartWork { note: None });
        let days = usually(teller, (10, 36), (46, 70));
        teller.wait(days.0, days.1)?;
    }
    decide(teller, 60)
}

/// With support: the sales team works on it and then decides.
fn sell_together(teller: &mut Teller<'_>, roster: &[Representative]) -> Result<(), Present> {
    let Some(representative) = teller.representative() else { return Err(Present) };
    let days = usually(teller, (1, 2), (4, 7));
    teller.wait(days.0, days.1)?;
    if teller.dice.percent(12) {
        // Seen at first sight.
        return decide(teller, 0);
    }
    let note = teller.dice.percent(50).then(|| Personal::from(*teller.dice.pick(FIRST_CALLS)));
    teller.act(&representative, &Command::StartWork { note });
    if teller.dice.percent(8) {
        hand_over(teller, roster)?;
    }
    if teller.dice.percent(12) {
        ask(teller)?;
    }
    if teller.is_younger_than(LYING_DAYS) && teller.dice.percent(26) {
        return Err(Present);
    }
    let days = match teller.lead.product() {
        Product::Plus => usually(teller, (9, 26), (30, 60)),
        Product::Pos => usually(teller, (10, 14), (16, 40)),
    };
    teller.wait(days.0, days.1)?;
    decide(teller, 64)?;
    if teller.dice.percent(6) {
        reconsider(teller)?;
    }
    Ok(())
}

/// So many days as promised, or now and then too many.
fn usually(teller: &mut Teller<'_>, in_time: (i64, i64), late: (i64, i64)) -> (i64, i64) {
    if teller.dice.percent(88) { in_time } else { late }
}

fn decide(teller: &mut Teller<'_>, chance_of_award: i64) -> Result<(), Present> {
    let Some(representative) = teller.representative() else { return Err(Present) };
    if teller.dice.percent(chance_of_award) {
        let check = AwardCheck { terms_checked: true, deal_closed: true };
        let note = teller.dice.percent(40).then(|| Personal::from(*teller.dice.pick(CONGRATULATIONS)));
        teller.act(&representative, &Command::Award { check, note });
    } else {
        let (reason, note) = refusal(teller);
        teller.act(&representative, &Command::MarkNotEligible { reason, note });
    }
    Ok(())
}

/// A decision is taken back, visibly; an award by two people, since its payout is scheduled.
fn reconsider(teller: &mut Teller<'_>) -> Result<(), Present> {
    let manager = named("manager-helena");
    teller.wait(2, 10)?;
    let reason = Personal::from(*teller.dice.pick(SECOND_THOUGHTS));
    let awarded = teller.lead.status == Status::Awarded;
    teller.act(&manager, &Command::Reopen { reason: reason.clone() });
    if awarded {
        teller.partner_is_told();
        teller.wait(1, 3)?;
        teller.act(&named("admin-ruth"), &Command::Reopen { reason });
    }
    teller.wait(5, 20)?;
    decide(teller, 70)
}

fn ask(teller: &mut Teller<'_>) -> Result<(), Present> {
    teller.wait(0, 2)?;
    let partner = teller.partner();
    let vietnamese = teller.lead.id.org().as_str() == SAIGON_WEB.id;
    let questions = if vietnamese { QUESTIONS_VI } else { QUESTIONS };
    let message = Personal::from(*teller.dice.pick(questions));
    teller.act(&partner, &Command::AskRepresentative { message });
    Ok(())
}

fn ask_for_support(teller: &mut Teller<'_>) -> Result<(), Present> {
    teller.wait(3, 16)?;
    let partner = teller.partner();
    let message = teller.dice.percent(60).then(|| Personal::from(*teller.dice.pick(CALLS_FOR_HELP)));
    teller.act(&partner, &Command::RequestSupport { message });
    Ok(())
}

fn hand_over(teller: &mut Teller<'_>, roster: &[Representative]) -> Result<(), Present> {
    teller.wait(0, 2)?;
    assign(teller, roster, "Balancing the load of this quarter.");
    Ok(())
}

/// Gives the lead to another representative who covers it, if there is one.
fn assign(teller: &mut Teller<'_>, roster: &[Representative], note: &str) {
    let (product, country) = (teller.lead.product(), teller.lead.form.country);
    let current = teller.lead.representative.as_ref().map(|representative| representative.id.clone());
    let other =
        roster.iter().find(|other| Some(&other.id) != current.as_ref() && other.covers(product, country));
    if let Some(representative) = other {
        let note = Some(Personal::from(note));
        let command = Command::Assign { representative: representative.clone(), note };
        teller.act(&named("manager-helena"), &command);
    }
}

fn refusal(teller: &mut Teller<'_>) -> (ReasonCode, Option<Personal>) {
    let reasons: &[(i64, ReasonCode)] = match teller.lead.product() {
        Product::Plus => &[
            (5, ReasonCode::MerchantDeclined),
            (4, ReasonCode::Duplicate),
            (3, ReasonCode::NotNetNew),
            (3, ReasonCode::Unreachable),
            (2, ReasonCode::TermsNotMet),
            (1, ReasonCode::Other),
        ],
        Product::Pos => &[
            (5, ReasonCode::TermsNotMet),
            (4, ReasonCode::ExistingCustomer),
            (3, ReasonCode::Unreachable),
            (2, ReasonCode::Duplicate),
            (1, ReasonCode::OutsideTerritory),
            (1, ReasonCode::Other),
        ],
    };
    let reason = *teller.dice.weighted(reasons);
    let note = match reason {
        ReasonCode::Other => {
            Some("The business was sold while we were talking; the buyer has a system of its own.")
        }
        _ if teller.dice.percent(35) => Some(*teller.dice.pick(REGRETS)),
        _ => None,
    };
    (reason, note.map(Personal::from))
}

const FIRST_CALLS: &[&str] = &[
    "First call on Thursday with the owner and the head of e-commerce.",
    "We spoke today. They want to see a store of their size.",
    "Introduced ourselves; the demonstration is booked for next week.",
    "Good first call. They need numbers for the board.",
];

const CONGRATULATIONS: &[&str] = &[
    "Signed this morning. Thank you for the introduction.",
    "The agreement is executed. Well prepared, which made it quick.",
    "They go live before summer. Thank you for staying with it.",
];

const REGRETS: &[&str] = &[
    "We tried three times by phone and twice by mail.",
    "They stay where they are for another two years.",
    "Their turnover is below what the terms ask for.",
    "The merchant was already talking to us when you submitted it.",
];

const SECOND_THOUGHTS: &[&str] = &[
    "The merchant came back with new papers; we look at it again.",
    "The reason given was for another company of the same name.",
    "The signature was withdrawn within the period for withdrawal.",
];

const QUESTIONS: &[&str] = &[
    "When do you plan to call them? They asked me yesterday.",
    "De undrar om priset gäller även för deras norska bolag. Vet du?",
    "Should I send the technical overview, or do you?",
    "Kunden är på semester till den 15:e. Kan vi vänta?",
];

const QUESTIONS_VI: &[&str] = &[
    "Khách hàng hỏi khi nào anh chị gọi lại. Tôi trả lời họ thế nào?",
    "They would like the demonstration in Vietnamese. Is that possible?",
    "Họ cần hóa đơn theo công ty mẹ. Có được không?",
];

const CALLS_FOR_HELP: &[&str] = &[
    "They want to hear from you directly before they decide.",
    "The questions about payments go beyond what we can answer.",
    "Khách hàng cần tư vấn kỹ về phí. Nhờ anh chị hỗ trợ.",
    "Vi når inte fram till ledningen. Kan ni hjälpa oss?",
];
