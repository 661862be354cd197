//! The weekly summary: what waits for whom, for somebody who asked for it.

#[cfg(test)]
mod tests;
mod words;

use guildhall_domain::actor::Side;
use guildhall_domain::notice::{Audience, Contact, Digest, Topic};
use guildhall_domain::policy::{Language, Words, day_in_words};
use guildhall_store::MailRecord;
use guildhall_store::keys::Key;
use guildhall_worker::WorkError;

use crate::letter::{Action, Fact, Facts, Letter, Marked, Notice, Steps};
use crate::words::fill;
use crate::{Mail, Site};

/// The number of the event that the mail tells of: the writing of the summary.
const WRITTEN: u64 = 1;

/// What the mail tells of.
pub(crate) fn record(digest: &Digest) -> MailRecord {
    let source = Key::digest(&digest.reader, digest.week);
    MailRecord::new(&source, WRITTEN, Audience::Reader.code(), Topic::Digest.code())
}

/// The mail.
///
/// # Errors
/// When it cannot be laid out.
pub(crate) fn mail(digest: &Digest, to: &Contact, site: &Site) -> Result<Mail, WorkError> {
    let letter = letter(digest, to.language, site);
    let source = Key::digest(&digest.reader, digest.week);
    letter.mail(&source, WRITTEN, Audience::Reader, Topic::Digest, to.email.clone(), None)
}

fn letter(digest: &Digest, language: Language, site: &Site) -> Letter {
    let is_partner = digest.role.side() == Side::Partner;
    let text = |words: Words| words.text(language).to_owned();
    let counts = [("yours", digest.yours.to_string()), ("theirs", digest.theirs.to_string())];
    let counts: Vec<_> = counts.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let subject = fill(words::subject(is_partner, digest.yours).text(language), &counts);
    Letter {
        language,
        preheader: text(words::OPENING),
        heading: subject.clone(),
        subject,
        mark: None,
        opening: vec![Marked::new(text(words::OPENING))],
        facts: Some(Facts { title: text(words::COUNTS), rows: counted(digest, is_partner, language) }),
        action: Some(Action { label: text(words::ACTION), url: site.leads() }),
        steps: quiet(digest, language),
        notice: (!digest.quiet.is_empty())
            .then(|| Notice { title: text(words::REMINDER), text: text(words::REMINDER_TEXT) }),
        footer: text(words::FOOTER),
    }
}

fn counted(digest: &Digest, is_partner: bool, language: Language) -> Vec<Fact> {
    let theirs = if is_partner { words::FOR_US } else { words::FOR_PARTNERS };
    [(words::FOR_YOU, digest.yours), (theirs, digest.theirs), (words::FOR_BOTH, digest.shared)]
        .into_iter()
        .map(|(label, count)| Fact::new(label.text(language), count.to_string()))
        .collect()
}

/// The open leads that nothing happened to for long, by name.
fn quiet(digest: &Digest, language: Language) -> Option<Steps> {
    if digest.quiet.is_empty() {
        return None;
    }
    let mut lines: Vec<_> = digest
        .quiet
        .iter()
        .map(|lead| {
            let since = day_in_words(lead.since.date_naive(), language);
            let values = [("company", lead.company.as_str()), ("date", since.as_str())];
            Marked::new(fill(words::SINCE.text(language), &values))
        })
        .collect();
    if digest.more_quiet > 0 {
        let count = digest.more_quiet.to_string();
        lines.push(Marked::new(fill(words::MORE.text(language), &[("count", &count)])));
    }
    Some(Steps { title: words::QUIET.text(language).to_owned(), lines })
}
