//! The mails about a lead. The policy says who is told of what, `recipient` who that is, `words` what is said, and
//! `moment` where the lead stood right after the event: what a mail quotes is what was committed.

mod facts;
mod moment;
mod recipient;
#[cfg(test)]
mod tests;
mod words;

use guildhall_domain::lead::{Event, EventKind, Lead};
use guildhall_domain::notice::{Audience, Telling};
use guildhall_domain::policy::{self, Language, Words, day_in_words, next_step};
use guildhall_domain::representative::RepRef;
use guildhall_store::keys::Key;
use guildhall_worker::WorkError;

pub(crate) use self::recipient::{AddressBook, Reader, Recipient};

use self::facts::{Rows, standing};
use self::moment::Moment;
use self::words::{Next, Script, footer, partner, sales};
use crate::formats::last_day;
use crate::letter::{Action, Fact, Facts, Letter, Marked, Notice, Steps};
use crate::words::fill;
use crate::{Mail, Site};

/// The mail that tells a reader of an event.
///
/// # Errors
/// When it cannot be laid out, or the table tells somebody of something for which there are no words.
pub(crate) fn mail(
    lead: &Lead,
    event: &Event,
    telling: &Telling,
    reader: &Reader,
    site: &Site,
) -> Result<Mail, WorkError> {
    let Some(script) = script(&event.kind, telling.audience) else {
        let audience = telling.audience.code();
        return Err(WorkError::Lasting(format!("nobody wrote what to tell a {audience} of this")));
    };
    let letter = Writer::new(lead, event, telling, reader).letter(script, site);
    let source = Key::lead(&lead.id);
    let (to, reply_to) = (reader.contact.email.clone(), reader.reply_to.clone());
    letter.mail(&source, event.seq, telling.audience, telling.topic, to, reply_to)
}

fn script(kind: &EventKind, audience: Audience) -> Option<&'static Script> {
    Some(match (kind, audience) {
        (EventKind::Submitted { .. }, Audience::Partner) => &partner::RECEIVED,
        (EventKind::Assigned { .. }, Audience::Partner) => &partner::REASSIGNED,
        (EventKind::Assigned { .. }, Audience::Representative) => &sales::ASSIGNED,
        (EventKind::Assigned { .. }, Audience::FormerRepresentative) => &sales::TAKEN,
        (EventKind::SupportRequested { .. }, Audience::Partner) => &partner::SUPPORT_ENTERED,
        (EventKind::SupportRequested { .. }, Audience::Representative) => &sales::SUPPORT_WANTED,
        (EventKind::WorkStarted { .. }, Audience::Partner) => &partner::WORK_STARTED,
        (EventKind::Awarded { .. }, Audience::Partner) => &partner::AWARDED,
        (EventKind::MarkedNotEligible { .. }, Audience::Partner) => &partner::NOT_ELIGIBLE,
        (EventKind::PayoutIssued { .. }, Audience::Partner) => &partner::PAID,
        (EventKind::FoundIneligible { .. }, Audience::Partner) => &partner::NO_PAYOUT,
        (EventKind::ReopenProposed { .. }, Audience::Partner) => &partner::REOPEN_PROPOSED,
        (EventKind::Reopened { .. }, Audience::Partner) => &partner::REOPENED,
        (EventKind::QuestionAsked { .. }, Audience::Representative) => &sales::QUESTION,
        (EventKind::QuestionAsked { .. }, Audience::Sender) => &partner::QUESTION_COPY,
        (EventKind::InformationRequested { .. }, Audience::Partner) => &partner::INFORMATION_NEEDED,
        (EventKind::InformationProvided { .. }, Audience::Representative) => &sales::INFORMATION_GIVEN,
        (EventKind::DetailsCorrected { .. }, Audience::Representative) => &sales::DETAILS_CORRECTED,
        (EventKind::Withdrawn { .. }, Audience::Representative) => &sales::WITHDRAWN,
        (EventKind::Withdrawn { .. }, Audience::Partner) => &partner::WITHDRAWN,
        (EventKind::Escalated { .. }, Audience::Representative) => &sales::OVERDUE,
        (EventKind::Escalated { .. }, Audience::Managers) => &sales::OVERDUE_FOR_MANAGERS,
        _ => return None,
    })
}

/// Writes one mail.
struct Writer<'a> {
    lead: &'a Lead,
    event: &'a Event,
    telling: &'a Telling,
    reader: &'a Reader,
    moment: Moment,
    values: Vec<(&'static str, String)>,
}

impl<'a> Writer<'a> {
    fn new(lead: &'a Lead, event: &'a Event, telling: &'a Telling, reader: &'a Reader) -> Self {
        let moment = Moment::after(lead, event);
        let mut writer = Self { lead, event, telling, reader, moment, values: Vec::new() };
        writer.values = writer.common_values();
        writer.values.extend(writer.values_of_event());
        writer
    }

    fn language(&self) -> Language {
        self.reader.contact.language
    }

    fn common_values(&self) -> Vec<(&'static str, String)> {
        let language = self.language();
        let representative = self.lead.representative.as_ref().map(|rep| rep.name.clone());
        let the_team = || partner::THE_SALES_TEAM.text(language).to_owned();
        let nobody = || words::NOBODY.text(language).to_owned();
        vec![
            ("company", self.lead.form.company.clone()),
            ("organisation", self.lead.org_name.clone()),
            ("actor", self.event.by.name.clone()),
            ("product", policy::product_name(self.lead.product()).text(language).to_owned()),
            ("status", policy::status_name(self.moment.facts.status).text(language).to_owned()),
            ("day", day_in_words(self.event.at.date_naive(), language)),
            ("recipient", representative.clone().unwrap_or_else(the_team)),
            ("holder", representative.unwrap_or_else(nobody)),
        ]
    }

    fn values_of_event(&self) -> Vec<(&'static str, String)> {
        let language = self.language();
        let name = |rep: &RepRef| rep.name.clone();
        let mut values = Vec::new();
        if let Some(from) = self.event.change.and_then(|change| change.from) {
            values.push(("from", policy::status_name(from).text(language).to_owned()));
        }
        // What only some events know; everything else is said without it.
        match &self.event.kind {
            EventKind::Assigned { previous, representative, .. } => {
                values.push(("representative", name(representative)));
                values.extend(previous.as_ref().map(|previous| ("previous", name(previous))));
            }
            EventKind::Escalated { due_at, .. } => values.push(("deadline", last_day(*due_at, language))),
            _ => {}
        }
        values
    }

    fn text(&self, words: Words) -> String {
        self.text_with(words, &[])
    }

    fn text_with(&self, words: Words, more: &[(&str, &str)]) -> String {
        let known = self.values.iter().map(|(name, value)| (*name, value.as_str()));
        let values: Vec<_> = more.iter().copied().chain(known).collect();
        fill(words.text(self.language()), &values)
    }

    fn letter(&self, script: &Script, site: &Site) -> Letter {
        let opening: Vec<_> = script.opening.iter().map(|line| Marked::new(self.text(*line))).collect();
        Letter {
            language: self.language(),
            subject: self.text(script.subject),
            preheader: opening.first().map(Marked::plain).unwrap_or_default(),
            heading: self.text(script.heading),
            mark: Some(standing(&self.moment, self.language())),
            opening,
            facts: Some(Facts { title: self.text(script.facts), rows: self.facts() }),
            action: script
                .action
                .map(|label| Action { label: self.text(label), url: site.lead(&self.lead.id) }),
            steps: self.steps(script),
            notice: self.notice(script),
            footer: self.text(self.footer()),
        }
    }

    fn facts(&self) -> Vec<Fact> {
        let mut rows = Rows::new(self.language());
        rows.said(self.event);
        match self.telling.audience {
            Audience::Partner if matches!(self.event.kind, EventKind::Submitted { .. }) => {
                rows.entered(self.lead);
            }
            Audience::Partner | Audience::Sender => rows.about_for_partner(self.lead, &self.moment),
            Audience::FormerRepresentative => rows.about_for_former(self.lead),
            Audience::Managers => {
                rows.holder(self.lead);
                rows.about_for_sales(self.lead, &self.moment);
            }
            Audience::Representative
            | Audience::Merchant
            | Audience::Reader
            | Audience::Invited
            | Audience::Owner => {
                rows.about_for_sales(self.lead, &self.moment);
            }
        }
        rows.done()
    }

    fn steps(&self, script: &Script) -> Option<Steps> {
        let (title, mut lines) = match script.next {
            Next::Nothing => return None,
            Next::Policy => (words::NEXT, vec![self.policy_step()]),
            Next::Own(lines) => {
                let is_partners = matches!(self.telling.audience, Audience::Partner | Audience::Sender);
                let title = if is_partners { words::NEXT } else { words::NEXT_SALES };
                (title, lines.iter().map(|line| self.text(*line)).collect())
            }
        };
        lines.extend(self.deadline());
        if self.telling.audience == Audience::Partner && self.reader.reply_to.is_some() {
            lines.push(self.text(words::CONTACT));
        }
        Some(Steps { title: self.text(title), lines: lines.into_iter().map(Marked::new).collect() })
    }

    /// What the partner is told wherever they look.
    fn policy_step(&self) -> String {
        let language = self.language();
        let date = self.moment.paid_at.map(|at| day_in_words(at.date_naive(), language)).unwrap_or_default();
        let reason = self.moment.reason.map_or("", |code| code.reason().words.text(language));
        self.text_with(next_step(self.moment.facts).words, &[("date", &date), ("reason", reason)])
    }

    /// By when, as far as something is promised and not late already.
    fn deadline(&self) -> Option<String> {
        let due = self.moment.due.filter(|due| !due.is_over(self.event.at))?;
        let words = match self.telling.audience {
            Audience::Partner | Audience::Sender => words::promised(due.promise),
            _ => words::owed(due.promise),
        };
        Some(self.text_with(words, &[("date", &last_day(due.at, self.language()))]))
    }

    /// A notice that speaks of answers is left out where an answer would reach nobody.
    fn notice(&self, script: &Script) -> Option<Notice> {
        let (title, text) = script.notice?;
        let is_of_answers = self.telling.audience == Audience::Representative;
        (!is_of_answers || self.reader.reply_to.is_some())
            .then(|| Notice { title: self.text(title), text: self.text(text) })
    }

    /// Why the reader gets it.
    fn footer(&self) -> Words {
        match self.telling.audience {
            Audience::Partner if self.telling.topic.is_mandatory() => footer::REOPENING,
            Audience::Partner if self.reader.is_shared => footer::SHARED,
            Audience::Partner => footer::SUBMITTER,
            Audience::Sender
            | Audience::Merchant
            | Audience::Reader
            | Audience::Invited
            | Audience::Owner => footer::SENDER,
            Audience::Representative => footer::REPRESENTATIVE,
            Audience::FormerRepresentative => footer::FORMER,
            Audience::Managers => footer::MANAGERS,
        }
    }
}
