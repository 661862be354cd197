//! The mail that tells an owner that an endpoint was switched off because it failed.

#[cfg(test)]
mod tests;
mod words;

use guildhall_domain::actor::Stamp;
use guildhall_domain::ids::OrgId;
use guildhall_domain::notice::{Audience, Topic};
use guildhall_domain::policy::{Language, Words, day_in_words};
use guildhall_domain::webhook::Webhook;
use guildhall_store::keys::Key;
use guildhall_worker::WorkError;

use crate::letter::{Action, Fact, Facts, Letter, Marked, Steps};
use crate::words::fill;
use crate::worker::Owner;
use crate::{Mail, Site};

/// An endpoint that was switched off.
pub(crate) struct Stopped<'a> {
    /// Whose it is.
    pub(crate) org: &'a OrgId,
    /// The endpoint. Of its address only the host is told: partners put secrets of their own into paths.
    pub(crate) hook: &'a Webhook,
    /// The revision of the organisation's endpoints that switched it off.
    pub(crate) revision: u64,
    /// Who wrote that revision and when, if it is at hand.
    pub(crate) by: Option<&'a Stamp>,
}

/// The mail.
///
/// # Errors
/// When it cannot be laid out.
pub(crate) fn mail(stopped: &Stopped<'_>, owner: &Owner, site: &Site) -> Result<Mail, WorkError> {
    let source = Key::hook_notice(&owner.id, stopped.org, stopped.hook.id);
    let letter = letter(stopped, owner.contact.language, site);
    let to = owner.contact.email.clone();
    letter.mail(&source, stopped.revision, Audience::Owner, Topic::Webhook, to, None)
}

fn letter(stopped: &Stopped<'_>, language: Language, site: &Site) -> Letter {
    let host = stopped.hook.host();
    let text = |words: Words| fill(words.text(language), &[("host", host)]);
    let opening = Marked::new(text(words::OPENING));
    let day = stopped.by.map(|stamp| day_in_words(stamp.at.date_naive(), language));
    let rows = [(words::ADDRESS, Some(host.to_owned())), (words::SINCE, day)];
    let rows = rows.into_iter().filter_map(|(label, value)| Some(Fact::new(text(label), value?))).collect();
    Letter {
        language,
        subject: text(words::SUBJECT),
        preheader: opening.plain(),
        heading: text(words::HEADING),
        mark: None,
        opening: vec![opening],
        facts: Some(Facts { title: text(words::FACTS), rows }),
        action: Some(Action { label: text(words::ACTION), url: site.webhook(stopped.hook.id) }),
        steps: Some(Steps {
            title: text(words::NEXT),
            lines: words::STEPS.into_iter().map(|line| Marked::new(text(line))).collect(),
        }),
        notice: None,
        footer: text(words::FOOTER),
    }
}
