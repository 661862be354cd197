//! The mail that brings an invitation. It holds no secret: whoever accepts has to be signed in with the invited address.

#[cfg(test)]
mod tests;
mod words;

use chrono::TimeDelta;
use guildhall_domain::notice::{Audience, Topic};
use guildhall_domain::organisation::{House, Invitation};
use guildhall_domain::policy::{Language, Words};
use guildhall_store::keys::Key;
use guildhall_worker::WorkError;

use crate::formats::last_day;
use crate::letter::{Action, Fact, Facts, Letter, Marked, Notice, Steps};
use crate::words::fill;
use crate::{Mail, Site};

/// The mail about this revision of an invitation.
///
/// # Errors
/// When it cannot be laid out.
pub(crate) fn mail(invitation: &Invitation, revision: u64, site: &Site) -> Result<Mail, WorkError> {
    let source = Key::invitation(invitation.id);
    let to = invitation.email.clone();
    letter(invitation, site).mail(&source, revision, Audience::Invited, Topic::Invitation, to, None)
}

/// Fills the words of the mail with what is in the invitation.
struct Filler<'a> {
    language: Language,
    values: [(&'static str, &'a str); 4],
}

impl Filler<'_> {
    fn text(&self, words: Words) -> String {
        fill(words.text(self.language), &self.values)
    }
}

fn letter(invitation: &Invitation, site: &Site) -> Letter {
    let language = invitation.language;
    // The last day that it is good for to its end: it expires at some hour of the next one.
    let until = last_day(invitation.expires_at - TimeDelta::days(1), language);
    let values = [
        ("inviter", invitation.invited_by.name.as_str()),
        ("organisation", invitation.house_name.as_str()),
        ("email", invitation.email.as_str()),
        ("until", until.as_str()),
    ];
    let words = Filler { language, values };
    let (subject, opening) = match invitation.house {
        House::Organisation(_) => (words::SUBJECT, words::OPENING),
        House::Staff => (words::SUBJECT_STAFF, words::OPENING_STAFF),
    };
    let subject = words.text(subject);
    Letter {
        language,
        preheader: words.text(words::STEPS[0]),
        heading: subject.clone(),
        subject,
        mark: None,
        opening: vec![Marked::new(words.text(opening))],
        facts: Some(facts(invitation, &words, &until)),
        action: Some(Action { label: words.text(words::ACTION), url: site.invitation(invitation.id) }),
        steps: Some(Steps {
            title: words.text(words::NEXT),
            lines: words::STEPS.into_iter().map(|line| Marked::new(words.text(line))).collect(),
        }),
        notice: Some(Notice { title: words.text(words::NOTICE), text: words.text(words::NOTICE_TEXT) }),
        footer: words.text(words::FOOTER),
    }
}

fn facts(invitation: &Invitation, words: &Filler<'_>, until: &str) -> Facts {
    let role = words::role(invitation.role);
    let organisation = invitation.house.org().map(|_| invitation.house_name.as_str());
    let rows = [
        (words::ORGANISATION, organisation),
        (words::ROLE, Some(role.text(words.language))),
        (words::INVITED_BY, Some(invitation.invited_by.name.as_str())),
        (words::UNTIL, Some(until)),
    ];
    let rows = rows
        .into_iter()
        .filter_map(|(label, value)| Some(Fact::new(label.text(words.language), value?)))
        .collect();
    Facts { title: words.text(words::FACTS), rows }
}
