//! A mail: what it tells of, to whom, and what it says.

use guildhall_domain::personal::Personal;
use guildhall_domain::policy::Language;
use guildhall_store::{MailId, MailRecord};

/// What sort of mail it is. People will choose by it what they want to get.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Topic {
    /// A merchant wrote to a partner.
    Inquiry,
}

impl Topic {
    /// The word in the table and in the carrier's own figures.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Inquiry => "inquiry",
        }
    }
}

/// Whom a mail tells: a part that somebody plays, never an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Audience {
    /// The partner organisation.
    Partner,
    /// The merchant.
    Merchant,
}

impl Audience {
    /// The word in the table.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Partner => "partner",
            Self::Merchant => "merchant",
        }
    }
}

/// A mail, ready to go. `Debug` shows nothing personal, so a mail may stand in a log line by mistake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// What it tells of; its id follows from this.
    pub record: MailRecord,
    /// Where it goes.
    pub to: Personal,
    /// Whom an answer reaches, if not us.
    pub reply_to: Option<Personal>,
    /// One line.
    pub subject: Personal,
    /// The words alone.
    pub text: Personal,
    /// The same, laid out.
    pub html: Personal,
    /// The language of all of it.
    pub language: Language,
    /// What sort of mail it is.
    pub topic: Topic,
}

impl Mail {
    /// The mail's id: the same event and audience always give the same one.
    #[must_use]
    pub fn id(&self) -> MailId {
        self.record.id()
    }
}
