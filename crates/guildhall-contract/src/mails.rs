//! Mails that did not arrive, for whoever looks after them. Nothing here is an address: a mail says whom it
//! tells by the part that they play.

use chrono::{DateTime, Utc};
use guildhall_domain::actor::Stamp;
use guildhall_domain::delivery::Delivery;
use guildhall_domain::ids::{InquiryId, LeadId};
use guildhall_domain::listing::{Direction, Order};
use guildhall_domain::notice::Topic;
use serde::{Deserialize, Serialize};

use crate::fields::FieldError;
use crate::query::{ListColumn, ListQuery};

/// What a mail tells of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum MailAbout {
    /// Something happened to a lead.
    Lead {
        /// The lead.
        #[cfg_attr(feature = "openapi", schema(value_type = String))]
        id: LeadId,
    },
    /// A merchant wrote to a partner.
    Inquiry {
        /// The inquiry; its partner's people and its merchant may read it.
        #[cfg_attr(feature = "openapi", schema(value_type = String))]
        id: InquiryId,
    },
    /// Nothing that can be opened, as a weekly summary.
    Other,
}

/// What became of an earlier attempt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MailAttempt {
    /// The how-manieth it was, from 1.
    pub attempt: u64,
    /// Since when this is known.
    pub at: DateTime<Utc>,
    /// How far it came.
    pub delivery: Delivery,
    /// Why no further: the carrier's code.
    pub reason: Option<String>,
}

/// A mail that needs somebody's eye.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OpenMail {
    /// The mail's id: 32 hexadecimal digits.
    pub id: String,
    /// What it is about; `null` for a mail of before there were topics.
    pub topic: Option<Topic>,
    /// Whom it tells: `partner`, `sender`, `representative`, `former_representative`, `managers`, `merchant`,
    /// `reader`, `invited`.
    pub audience: String,
    /// What it tells of.
    pub about: MailAbout,
    /// How far it came.
    pub delivery: Delivery,
    /// Why no further: the carrier's code, as `permanent`.
    pub reason: Option<String>,
    /// How often it was tried.
    pub attempts: u64,
    /// Since when it stands like this.
    pub since: DateTime<Utc>,
    /// Who decided last that it be sent again.
    pub asked: Option<Stamp>,
    /// What became of the attempts before, oldest first; the last ten.
    pub earlier: Vec<MailAttempt>,
    /// Whether it may be sent again.
    pub may_be_sent_again: bool,
    /// Whether it may be dismissed: it is not on its way any more.
    pub may_be_dismissed: bool,
}

/// A page of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OpenMailPage {
    /// The mails, in order.
    pub items: Vec<OpenMail>,
    /// How many there are on all pages.
    pub total: usize,
    /// How many come before this page.
    pub offset: usize,
    /// The cursor of the next page.
    pub next: Option<String>,
    /// The cursor of the page before.
    pub previous: Option<String>,
}

/// What open mails can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MailColumn {
    /// Since when it stands as it does.
    Since,
}

impl MailColumn {
    /// All of them.
    pub const ALL: [Self; 1] = [Self::Since];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Since => "since",
        }
    }
}

/// In which order, which page.
pub type MailQuery = ListQuery<(), MailColumn>;

/// Oldest first: what waits longest comes first.
pub const MAIL_ORDER: Order<MailColumn> = Order { column: MailColumn::Since, direction: Direction::Asc };

impl ListColumn for MailColumn {
    const ALL: &'static [Self] = &Self::ALL;
    const ORDER: Order<Self> = MAIL_ORDER;

    fn code(self) -> &'static str {
        Self::code(self)
    }
}

/// Reads the query of the list.
///
/// # Errors
/// Every parameter that is wrong or unknown.
pub fn read_mail_query<'a>(
    pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<MailQuery, Vec<FieldError>> {
    MailQuery::read(pairs, |(), _, _| None)
}

/// Writes a query so that [`read_mail_query`] reads the same; what is as by default is left out.
#[must_use]
pub fn write_mail_query(wanted: &MailQuery) -> Vec<(&'static str, String)> {
    wanted.write(Vec::new())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::FieldCode;

    #[test]
    fn a_query_reads_back_as_written() {
        let order = Order { column: MailColumn::Since, direction: Direction::Desc };
        let wanted = MailQuery { filter: (), order, limit: 7, cursor: Some("abc".to_owned()) };
        let written = write_mail_query(&wanted);
        let pairs = written.iter().map(|(name, value)| (*name, value.as_str()));
        assert_eq!(read_mail_query(pairs), Ok(wanted));
        assert!(write_mail_query(&MailQuery::default()).is_empty());
        let errors = read_mail_query([("address", "anna@shop.example")]).unwrap_err();
        assert_eq!(errors[0].code, FieldCode::Unknown);
    }
}
