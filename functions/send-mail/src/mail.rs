//! A mail: what it tells of, to whom, and what it says.

use guildhall_domain::notice::Topic;
use guildhall_domain::personal::Personal;
use guildhall_domain::policy::Language;
use guildhall_store::{MailId, MailRecord};

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
