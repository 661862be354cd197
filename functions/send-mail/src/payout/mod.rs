//! The mail that tells an owner what a payout run did. It names no amount: mail is read by others on its way.

#[cfg(test)]
mod tests;
mod words;

use guildhall_domain::notice::{Audience, Topic};
use guildhall_domain::payout::{HeldReason, Payout, Period, Settlement};
use guildhall_domain::policy::{Language, Words, day_in_words};
use guildhall_store::keys::Key;
use guildhall_worker::WorkError;

use crate::letter::{Action, Fact, Facts, Letter, Marked, Notice, Steps};
use crate::words::fill;
use crate::worker::Owner;
use crate::{Mail, Site};

/// The number of the event that the mail tells of: a payout is written once.
const SETTLED: u64 = 1;

/// The mail.
///
/// # Errors
/// When it cannot be laid out.
pub(crate) fn mail(payout: &Payout, owner: &Owner, site: &Site) -> Result<Mail, WorkError> {
    let source = Key::payout_notice(&owner.id, &payout.org, payout.period, payout.amount.currency);
    let letter = letter(payout, owner.contact.language, site);
    letter.mail(&source, SETTLED, Audience::Owner, Topic::Payout, owner.contact.email.clone(), None)
}

fn letter(payout: &Payout, language: Language, site: &Site) -> Letter {
    let period = days(payout.period, language);
    let values = [("organisation", payout.name.as_str()), ("period", period.as_str())];
    let text = |words: Words| fill(words.text(language), &values);
    let held = match payout.settlement {
        Settlement::Paid { .. } => None,
        Settlement::Held { reason } => Some(reason),
    };
    let (subject, opening) = match held {
        None => (words::SUBJECT_PAID, words::OPENING_PAID),
        Some(_) => (words::SUBJECT_HELD, words::OPENING_HELD),
    };
    let opening = Marked::new(text(opening));
    Letter {
        language,
        subject: text(subject),
        preheader: opening.plain(),
        heading: text(subject),
        mark: None,
        opening: vec![opening],
        facts: Some(facts(payout, held, &period, language)),
        action: Some(action(held, language, site)),
        steps: held.map(|reason| Steps {
            title: text(words::NEXT),
            lines: vec![Marked::new(text(words::next(reason)))],
        }),
        notice: Some(Notice { title: text(words::NOTICE), text: text(words::NOTICE_TEXT) }),
        footer: text(words::FOOTER),
    }
}

fn facts(payout: &Payout, held: Option<HeldReason>, period: &str, language: Language) -> Facts {
    let text = |words: Words| words.text(language).to_owned();
    let day = day_in_words(payout.at.date_naive(), language);
    let settled = if held.is_none() { words::PAID_ON } else { words::HELD_ON };
    let mut rows = vec![
        Fact::new(text(words::PERIOD), period),
        Fact::new(text(words::CURRENCY), payout.amount.currency.code()),
        Fact::new(text(settled), day),
    ];
    rows.extend(held.map(|reason| Fact::new(text(words::REASON), text(words::reason(reason)))));
    Facts { title: text(words::FACTS), rows }
}

fn action(held: Option<HeldReason>, language: Language, site: &Site) -> Action {
    let (label, url) = match held {
        Some(HeldReason::DetailsMissing) => (words::ENTER_DETAILS, site.payout_details()),
        Some(HeldReason::BelowMinimum | HeldReason::Suspended) | None => (words::ACTION, site.payouts()),
    };
    Action { label: label.text(language).to_owned(), url }
}

/// `1 November 2026 – 15 November 2026`.
fn days(period: Period, language: Language) -> String {
    let [first, last] = [period.first_day(), period.last_day()].map(|day| day_in_words(day, language));
    format!("{first} – {last}")
}
