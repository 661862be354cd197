//! The two mails about an inquiry: to the partner, who answers the merchant directly, and a copy to the
//! merchant. Both say that from here on everything is between the two.

#[cfg(test)]
mod tests;
mod words;

use guildhall_domain::country;
use guildhall_domain::inquiry::Inquiry;
use guildhall_domain::personal::Personal;
use guildhall_domain::policy::{Language, Words};
use guildhall_store::keys::Key;
use guildhall_worker::WorkError;

use self::words::{merchant, partner};
use crate::letter::{Action, Fact, Facts, Letter, Marked, Notice, Steps};
use crate::words::fill;
use crate::{Audience, Mail, Site, Topic};

/// The number of the event that these mails tell of: the sending itself.
const SENT: u64 = 1;

/// The mail to the partner.
///
/// # Errors
/// When it cannot be laid out.
pub(crate) fn to_partner(inquiry: &Inquiry, source: &Key, site: &Site) -> Result<Mail, WorkError> {
    let letter = letter_to_partner(inquiry, site);
    let to = inquiry.recipient.email.clone();
    let reply_to = Some(inquiry.form.contact_email.clone());
    letter.mail(source, SENT, Audience::Partner, Topic::Inquiry, to, reply_to)
}

/// The copy to the merchant. An answer to it reaches the partner, whose address the profile shows anyway.
///
/// # Errors
/// When it cannot be laid out.
pub(crate) fn to_merchant(inquiry: &Inquiry, source: &Key, site: &Site) -> Result<Mail, WorkError> {
    let letter = letter_to_merchant(inquiry, site);
    let to = inquiry.form.contact_email.clone();
    let reply_to = Some(inquiry.recipient.email.clone());
    letter.mail(source, SENT, Audience::Merchant, Topic::Inquiry, to, reply_to)
}

/// Fills the words of one mail with what is in the inquiry.
struct Filler<'a> {
    language: Language,
    values: [(&'static str, &'a str); 5],
}

impl<'a> Filler<'a> {
    fn new(inquiry: &'a Inquiry, language: Language) -> Self {
        let form = &inquiry.form;
        let values = [
            ("partner", inquiry.recipient.name.as_str()),
            ("company", form.company.as_str()),
            ("name", form.contact_name.as_str()),
            ("email", form.contact_email.as_str()),
            ("service", form.service.words().text(language)),
        ];
        Self { language, values }
    }

    fn text(&self, words: Words) -> String {
        fill(words.text(self.language), &self.values)
    }

    fn marked(&self, words: Words) -> Marked {
        Marked::new(self.text(words))
    }

    fn steps(&self, title: Words, lines: [Words; 3]) -> Option<Steps> {
        let lines = lines.into_iter().map(|line| self.marked(line)).collect();
        Some(Steps { title: self.text(title), lines })
    }

    fn notice(&self, title: Words, text: Words) -> Option<Notice> {
        Some(Notice { title: self.text(title), text: self.text(text) })
    }
}

fn letter_to_partner(inquiry: &Inquiry, site: &Site) -> Letter {
    let language = inquiry.recipient.language;
    let words = Filler::new(inquiry, language);
    let is_repeat = inquiry.repeat_of.is_some();
    let mut opening = vec![words.marked(partner::OPENING)];
    opening.extend(is_repeat.then(|| words.marked(partner::REPEATED)));
    Letter {
        language,
        subject: words.text(if is_repeat { partner::SUBJECT_REPEAT } else { partner::SUBJECT }),
        preheader: inquiry.form.goal.as_str().to_owned(),
        heading: words.text(partner::HEADING),
        mark: is_repeat.then(|| words.text(words::REPEAT)),
        opening,
        facts: Some(facts(inquiry, &words, partner::FACTS)),
        action: Some(Action { label: words.text(partner::ACTION), url: site.inquiry(&inquiry.id) }),
        steps: words.steps(partner::NEXT, partner::STEPS),
        notice: words.notice(partner::NOTICE, partner::NOTICE_TEXT),
        footer: words.text(partner::FOOTER),
    }
}

fn letter_to_merchant(inquiry: &Inquiry, site: &Site) -> Letter {
    let language = inquiry.merchant_language;
    let words = Filler::new(inquiry, language);
    let is_repeat = inquiry.repeat_of.is_some();
    let mut opening = vec![words.marked(merchant::OPENING)];
    opening.extend(is_repeat.then(|| words.marked(merchant::REPEATED)));
    Letter {
        language,
        subject: words.text(merchant::SUBJECT),
        preheader: words.text(merchant::STEPS[0]),
        heading: words.text(merchant::HEADING),
        mark: is_repeat.then(|| words.text(words::REPEAT)),
        opening,
        facts: Some(facts(inquiry, &words, merchant::FACTS)),
        action: Some(Action { label: words.text(merchant::ACTION), url: site.inquiry(&inquiry.id) }),
        steps: words.steps(merchant::NEXT, merchant::STEPS),
        notice: words.notice(merchant::NOTICE, merchant::NOTICE_TEXT),
        footer: words.text(merchant::FOOTER),
    }
}

/// Every field that was filled in, in the order of the form.
fn facts(inquiry: &Inquiry, words: &Filler<'_>, title: Words) -> Facts {
    let form = &inquiry.form;
    let language = words.language;
    let entered = [
        (words::NAME, Some(form.contact_name.as_str())),
        (words::EMAIL, Some(form.contact_email.as_str())),
        (words::PHONE, form.contact_phone.as_ref().map(Personal::as_str)),
        (words::COMPANY, Some(form.company.as_str())),
        (words::STORE, form.store.as_deref()),
        (words::WEBSITE, form.website.as_deref()),
        (words::COUNTRY, Some(country::name(form.country, language))),
        (words::SERVICE, Some(form.service.words().text(language))),
        (words::BUDGET, Some(form.budget.words().text(language))),
        (words::GOAL, Some(form.goal.as_str())),
    ];
    let mut rows: Vec<_> = entered
        .into_iter()
        .filter_map(|(label, value)| Some(Fact::new(label.text(language), value?)))
        .collect();
    if form.consent {
        rows.push(Fact::new(words::CONSENT.text(language), words.text(words::CONSENT_GIVEN)));
    }
    Facts { title: words.text(title), rows }
}
