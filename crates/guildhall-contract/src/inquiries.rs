//! Inquiries as they are answered, to the partner who received them and to the merchant who sent them.

use chrono::{DateTime, Utc};
use guildhall_domain::actor::Signature;
use guildhall_domain::ids::{InquiryId, LeadId, ReviewId};
use guildhall_domain::inquiry::{
    Delivery, Inquiry, InquiryColumn, InquiryCommandKind, InquiryCounts, InquiryEventKind, InquiryFilter,
    InquiryStatus, InquirySummary,
};
use guildhall_domain::listing::{Direction, Order};
use guildhall_domain::personal::Personal;
use guildhall_domain::taxonomy::Service;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::fields::{FieldError, FieldKind, FieldRule, Need, Reader};
use crate::inquiry_form::InquiryFormBody;
use crate::query::{self, ListColumn, ListQuery};

/// A row of a table of inquiries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InquiryItem {
    /// The inquiry's id.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: InquiryId,
    /// The partner's handle.
    pub handle: String,
    /// The partner's name, as the merchant saw it.
    pub partner: String,
    /// Who writes.
    pub contact_name: Personal,
    /// Where to answer.
    pub contact_email: Personal,
    /// The business.
    pub company: String,
    /// The site, or else the store's address.
    pub website: Option<String>,
    /// Where the business is.
    pub country: String,
    /// What is wanted.
    pub service: Service,
    /// When it was sent.
    pub sent_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
    /// What the partner says about it.
    pub status: InquiryStatus,
    /// Whether the mail arrived. The merchant learns no more than whether it did.
    pub delivery: Delivery,
    /// Whether the sender wrote to the same partner within 180 days before.
    pub is_repeat: bool,
    /// The lead that it was turned into; only for the partner.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub lead: Option<LeadId>,
    /// For `If-Match`.
    pub version: u64,
}

impl From<&InquirySummary> for InquiryItem {
    fn from(inquiry: &InquirySummary) -> Self {
        Self {
            id: inquiry.id.clone(),
            handle: inquiry.handle.as_str().to_owned(),
            partner: inquiry.partner.clone(),
            contact_name: Personal::new(&*inquiry.contact_name),
            contact_email: Personal::new(&*inquiry.contact_email),
            company: inquiry.company.clone(),
            website: inquiry.website.clone(),
            country: inquiry.country.code().to_owned(),
            service: inquiry.service,
            sent_at: inquiry.sent_at,
            updated_at: inquiry.updated_at,
            status: inquiry.status,
            delivery: inquiry.delivery,
            is_repeat: inquiry.is_repeat,
            lead: inquiry.lead.clone(),
            version: inquiry.version,
        }
    }
}

/// How many inquiries stand where, whatever status is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InquiryCountsBody {
    /// Whatever the status.
    pub all: usize,
    /// *New*.
    pub new: usize,
    /// *Answered*.
    pub answered: usize,
    /// *Worked on*.
    pub worked_on: usize,
    /// *Declined*.
    pub declined: usize,
}

impl From<InquiryCounts> for InquiryCountsBody {
    fn from(counts: InquiryCounts) -> Self {
        let [new, answered, worked_on, declined] = counts.by_status;
        Self { all: counts.all, new, answered, worked_on, declined }
    }
}

/// A page of inquiries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InquiryPage {
    /// The rows, in order.
    pub items: Vec<InquiryItem>,
    /// How many there are on all pages.
    pub total: usize,
    /// How many come before this page.
    pub offset: usize,
    /// The cursor of the next page.
    pub next: Option<String>,
    /// The cursor of the page before.
    pub previous: Option<String>,
    /// How many stand where.
    pub counts: InquiryCountsBody,
}

/// Something that happened to an inquiry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InquiryStep {
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub by: Signature,
    /// What.
    #[serde(flatten)]
    pub kind: InquiryEventKind,
}

/// One inquiry with its story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InquiryDetails {
    /// What the list shows.
    #[serde(flatten)]
    pub item: InquiryItem,
    /// What was filled in.
    pub form: InquiryFormBody,
    /// The earlier inquiry of the same sender, if there is one.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub repeat_of: Option<InquiryId>,
    /// What happened, oldest first.
    pub events: Vec<InquiryStep>,
    /// What the reader may do now.
    pub allowed: Vec<InquiryCommandKind>,
    /// Whether the merchant who reads this may write a review: the partner said that it worked on this.
    /// Whether there is one already, the review's own address tells.
    pub may_review: bool,
    /// The id that the merchant's review of this partner has, or would have.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub review: Option<ReviewId>,
    /// The id of the mail that brought it to the partner; only for those at the partner who may send it again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mail: Option<String>,
}

impl InquiryDetails {
    /// An inquiry as the partner reads it.
    #[must_use]
    pub fn for_partner(inquiry: &Inquiry, allowed: Vec<InquiryCommandKind>) -> Self {
        let step = |event: &guildhall_domain::inquiry::InquiryEvent| InquiryStep {
            at: event.at,
            by: event.by.clone(),
            kind: event.kind.clone(),
        };
        Self {
            item: InquiryItem::from(&InquirySummary::from(inquiry)),
            form: InquiryFormBody::from(&inquiry.form),
            repeat_of: inquiry.repeat_of.clone(),
            events: inquiry.events.iter().map(step).collect(),
            allowed,
            may_review: false,
            review: None,
            mail: None,
        }
    }

    /// The same with the id of the mail that brought it, for whoever may send that again.
    #[must_use]
    pub fn with_mail(self, mail: Option<String>) -> Self {
        Self { mail, ..self }
    }

    /// An inquiry as the merchant who sent it reads it: what the partner does with it stays the partner's,
    /// but for the word that there was work together.
    #[must_use]
    pub fn for_merchant(inquiry: &Inquiry) -> Self {
        let mut details = Self::for_partner(inquiry, Vec::new());
        details.item = for_merchant(details.item);
        details.events.truncate(1);
        details.may_review = inquiry.status == InquiryStatus::WorkedOn;
        details.review = Some(ReviewId::derive(inquiry.id.org(), &inquiry.merchant));
        details
    }
}

/// A row as the merchant who sent it reads it.
#[must_use]
pub fn for_merchant(mut item: InquiryItem) -> InquiryItem {
    item.lead = None;
    item.updated_at = item.sent_at;
    if item.status != InquiryStatus::WorkedOn {
        item.status = InquiryStatus::New;
    }
    item
}

/// The answer to an inquiry that was sent, now or by an earlier request with the same key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InquiryReceipt {
    /// The inquiry's id.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: InquiryId,
    /// The partner's name.
    pub partner: String,
    /// When it was sent.
    pub sent_at: DateTime<Utc>,
    /// Whether the sender wrote to the same partner within 180 days before.
    pub is_repeat: bool,
}

impl From<&Inquiry> for InquiryReceipt {
    fn from(inquiry: &Inquiry) -> Self {
        Self {
            id: inquiry.id.clone(),
            partner: inquiry.recipient.name.clone(),
            sent_at: inquiry.sent_at,
            is_repeat: inquiry.repeat_of.is_some(),
        }
    }
}

/// What a partner says about an inquiry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InquiryAction {
    /// The mark.
    pub command: InquiryCommandKind,
}

const MARK: FieldRule = FieldRule {
    name: "command",
    kind: FieldKind::Choice(&["mark_answered", "mark_worked_on", "mark_declined", "mark_new"]),
    need: Need::Required,
};

/// Reads a mark. Turning an inquiry into a lead is done by submitting the lead.
///
/// # Errors
/// Everything that is wrong with it, one entry per field.
pub fn read_inquiry_mark(body: &Map<String, Value>) -> Result<InquiryStatus, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let mark = reader.text(&MARK);
    let errors = reader.finish();
    let target = mark.and_then(|code| {
        InquiryCommandKind::MARKS
            .into_iter()
            .find(|mark| mark.code() == code)
            .and_then(InquiryCommandKind::target)
    });
    target.filter(|_| errors.is_empty()).ok_or(errors)
}

/// Which inquiries, in which order, which page.
pub type InquiryQuery = ListQuery<InquiryFilter, InquiryColumn>;

/// Newest first.
pub const INQUIRY_ORDER: Order<InquiryColumn> =
    Order { column: InquiryColumn::SentAt, direction: Direction::Desc };

impl ListColumn for InquiryColumn {
    const ALL: &'static [Self] = &Self::ALL;
    const ORDER: Order<Self> = INQUIRY_ORDER;

    fn code(self) -> &'static str {
        Self::code(self)
    }
}

impl InquiryQuery {
    /// The query without anything that would tell what the partner says of an inquiry, for the merchant.
    #[must_use]
    pub fn without_status(mut self) -> Self {
        self.filter.statuses.clear();
        if matches!(self.order.column, InquiryColumn::Status | InquiryColumn::UpdatedAt) {
            self.order = INQUIRY_ORDER;
        }
        self
    }
}

/// Reads the query of a list of inquiries.
///
/// # Errors
/// Every parameter that is wrong or unknown.
pub fn read_inquiry_query<'a>(
    pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<InquiryQuery, Vec<FieldError>> {
    InquiryQuery::read(pairs, |filter, name, value| {
        Some(match name {
            "status" => query::choices(name, value, InquiryStatus::ALL, InquiryStatus::slug)
                .map(|found| filter.statuses = found),
            "service" => {
                query::choices(name, value, Service::ALL, Service::slug).map(|found| filter.services = found)
            }
            "q" => query::search(value).map(|found| filter.search = found),
            _ => return None,
        })
    })
}

/// Writes a query so that [`read_inquiry_query`] reads the same; what is as by default is left out.
#[must_use]
pub fn write_inquiry_query(wanted: &InquiryQuery) -> Vec<(&'static str, String)> {
    wanted.write(vec![
        ("q", wanted.filter.search.clone()),
        ("status", query::join(&wanted.filter.statuses, InquiryStatus::slug)),
        ("service", query::join(&wanted.filter.services, Service::slug)),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_reads_back_as_written() {
        let wanted = InquiryQuery {
            filter: InquiryFilter {
                statuses: vec![InquiryStatus::New, InquiryStatus::WorkedOn],
                services: vec![Service::TaxSetup],
                search: "anna@acme".to_owned(),
            },
            order: Order { column: InquiryColumn::Company, direction: Direction::Asc },
            limit: 7,
            cursor: Some("abc".to_owned()),
        };
        let written = write_inquiry_query(&wanted);
        assert_eq!(
            read_inquiry_query(written.iter().map(|(name, value)| (*name, value.as_str()))),
            Ok(wanted)
        );
        assert!(write_inquiry_query(&InquiryQuery::default()).is_empty());
        assert!(read_inquiry_query([("status", "won")]).is_err());
    }
}
