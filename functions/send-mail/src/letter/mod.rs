//! What a mail looks like. Every mail is the same sheet of paper: a heading, a few sentences, what was
//! entered, one thing to do, a notice. Two templates lay it out, one as HTML and one as plain text, so all
//! mails look alike and are read alike.

mod marks;
mod render;

use guildhall_domain::personal::Personal;
use guildhall_domain::policy::Language;
use guildhall_store::MailRecord;
use guildhall_store::keys::Key;
use guildhall_worker::WorkError;

pub(crate) use marks::Marked;

use crate::{Audience, Mail, Topic};

/// A mail's content, in words of its reader's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Letter {
    pub(crate) language: Language,
    pub(crate) subject: String,
    /// What a list of mails shows behind the subject.
    pub(crate) preheader: String,
    pub(crate) heading: String,
    /// A short mark above the heading, as a status or *repeated*.
    pub(crate) mark: Option<String>,
    pub(crate) opening: Vec<Marked>,
    pub(crate) facts: Option<Facts>,
    pub(crate) action: Option<Action>,
    pub(crate) steps: Option<Steps>,
    pub(crate) notice: Option<Notice>,
    /// Why the reader gets this mail.
    pub(crate) footer: String,
}

impl Letter {
    /// The mail that carries this letter.
    ///
    /// # Errors
    /// When it cannot be laid out.
    pub(crate) fn mail(
        &self,
        source: &Key,
        event: u64,
        audience: Audience,
        topic: Topic,
        to: Personal,
        reply_to: Option<Personal>,
    ) -> Result<Mail, WorkError> {
        let rendered = render::render(self).map_err(|cause| WorkError::Lasting(cause.to_string()))?;
        Ok(Mail {
            record: MailRecord::new(source, event, audience.code(), topic.code()),
            to,
            reply_to,
            subject: Personal::new(rendered.subject),
            text: Personal::new(rendered.text),
            html: Personal::new(rendered.html),
            language: self.language,
            topic,
        })
    }
}

/// What somebody entered, field by field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Facts {
    pub(crate) title: String,
    pub(crate) rows: Vec<Fact>,
}

/// A field and what was entered. It is shown exactly as it was typed: nothing in it is markup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fact {
    pub(crate) label: String,
    pub(crate) value: String,
}

impl Fact {
    pub(crate) fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self { label: label.into(), value: value.into() }
    }
}

/// The one thing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Action {
    pub(crate) label: String,
    pub(crate) url: String,
}

/// What happens next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Steps {
    pub(crate) title: String,
    pub(crate) lines: Vec<Marked>,
}

/// Something that must not be overlooked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Notice {
    pub(crate) title: String,
    pub(crate) text: String,
}
