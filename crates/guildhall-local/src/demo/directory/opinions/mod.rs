//! What merchants say about partners, and what partners answer.

mod en;
mod sv;
mod vi;

use guildhall_domain::policy::Language;
use guildhall_domain::review::{Stars, Written};
use guildhall_domain::taxonomy::Service;

use super::content::some;
use crate::demo::dice::Dice;

/// What is said in a language.
#[derive(Debug)]
struct Sayings {
    good: &'static [&'static str],
    fair: &'static [&'static str],
    poor: &'static [&'static str],
    /// After something good or fair.
    details: &'static [&'static str],
    /// After something poor.
    regrets: &'static [&'static str],
    thanks: &'static [&'static str],
    sorry: &'static [&'static str],
}

fn sayings(language: Language) -> &'static Sayings {
    match language {
        Language::En => &en::SAYINGS,
        Language::Sv => &sv::SAYINGS,
        Language::Vi => &vi::SAYINGS,
    }
}

/// How good a partner is: the chances of 5, 4, 3, 2 and 1 stars.
pub(super) type Grade = [(i64, u8); 5];

/// The grades, the best first.
pub(super) const GRADES: [Grade; 4] = [
    [(80, 5), (17, 4), (2, 3), (1, 2), (0, 1)],
    [(62, 5), (28, 4), (7, 3), (2, 2), (1, 1)],
    [(42, 5), (35, 4), (14, 3), (6, 2), (3, 1)],
    [(20, 5), (30, 4), (25, 3), (14, 2), (11, 1)],
];

/// So many stars.
pub(super) fn stars(number: u8) -> Stars {
    Stars::try_from(number).expect("the stories give one to five stars")
}

/// A merchant's opinion of a partner of this grade.
pub(super) fn opinion(grade: &Grade, service: Service, language: Language, dice: &mut Dice) -> Written {
    let quality = *dice.weighted(grade);
    // Who likes the work mostly likes the talking too.
    let communication = match dice.between(1, 10) {
        1 | 2 => quality.saturating_sub(1).max(1),
        3 => (quality + 1).min(5),
        _ => quality,
    };
    let text = text(quality + communication, language, dice);
    Written { service, quality: stars(quality), communication: stars(communication), text }
}

fn text(sum: u8, language: Language, dice: &mut Dice) -> String {
    let sayings = sayings(language);
    let (openings, details) = match sum {
        8.. => (sayings.good, sayings.details),
        6 | 7 => (sayings.fair, sayings.details),
        ..=5 => (sayings.poor, sayings.regrets),
    };
    let mut sentences = vec![*dice.pick(openings)];
    sentences.extend(some(details, dice.between(0, 2), dice));
    sentences.join(" ")
}

/// What the partner answers.
pub(super) fn answer(quality: Stars, language: Language, dice: &mut Dice) -> String {
    let sayings = sayings(language);
    let answers = if quality.get() >= 4 { sayings.thanks } else { sayings.sorry };
    (*dice.pick(answers)).to_owned()
}
