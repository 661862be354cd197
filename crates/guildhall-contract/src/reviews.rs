//! Reviews as they travel.

use chrono::{DateTime, Utc};
use guildhall_domain::ids::ReviewId;
use guildhall_domain::listing::{Direction, Order};
use guildhall_domain::personal::Personal;
use guildhall_domain::review::{
    RemovalReason, ReportReason, Review, ReviewColumn, ReviewFilter, ReviewStatus, Stars, Written,
};
use guildhall_domain::taxonomy::Service;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::fields::{FieldCode, FieldError, FieldKind, FieldRule, Need, Reader};
use crate::query::{self, ListColumn, ListQuery};

const fn required(name: &'static str, kind: FieldKind) -> FieldRule {
    FieldRule { name, kind, need: Need::Required }
}

/// What the partner did.
pub const SERVICE: FieldRule = required("service", FieldKind::Line { max: 80 });
/// Stars for the quality of work.
pub const QUALITY: FieldRule = required("quality", FieldKind::Count { min: 1, max: 5 });
/// Stars for communication.
pub const COMMUNICATION: FieldRule = required("communication", FieldKind::Count { min: 1, max: 5 });
/// What the review says.
pub const TEXT: FieldRule = required("text", FieldKind::Paragraph { max: 2_000 });
/// What the answer says.
pub const REPLY_TEXT: FieldRule = required("text", FieldKind::Paragraph { max: 1_000 });
/// What is wrong with a review, in somebody's own words.
pub const REPORT_NOTE: FieldRule =
    FieldRule { name: "note", kind: FieldKind::Paragraph { max: 1_000 }, need: Need::Optional };

/// How many reviews stand on a page, unless said otherwise.
pub const REVIEWS_ON_A_PAGE: usize = 10;

/// A review on its way in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReviewRequest {
    /// The inquiry that led to the work.
    pub inquiry: String,
    /// What the partner did.
    pub service: Service,
    /// 1 to 5 stars for the quality of work.
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 5))]
    pub quality: u8,
    /// 1 to 5 stars for communication.
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 5))]
    pub communication: u8,
    /// What it says; 2,000 characters.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 2000))]
    pub text: String,
}

/// A published review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PublicReview {
    /// The review's id.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: ReviewId,
    /// The merchant's business.
    pub company: String,
    /// What the partner did.
    pub service: Service,
    /// 1 to 5 stars for the quality of work.
    pub quality: u8,
    /// 1 to 5 stars for communication.
    pub communication: u8,
    /// What it says. Plain text.
    pub text: String,
    /// When it was published.
    pub published_at: DateTime<Utc>,
    /// The partner's answer.
    pub reply: Option<PublicReply>,
}

/// The partner's answer to a review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PublicReply {
    /// What it says. Plain text.
    pub text: String,
    /// When.
    pub at: DateTime<Utc>,
}

impl PublicReview {
    /// What the world sees of a review: nothing, unless it is published.
    #[must_use]
    pub fn of(review: &Review) -> Option<Self> {
        let ReviewStatus::Published { at } = review.status else { return None };
        Some(Self {
            id: review.id.clone(),
            company: review.company.clone(),
            service: review.service,
            quality: review.quality.get(),
            communication: review.communication.get(),
            text: review.text.clone(),
            published_at: at,
            reply: review.reply.as_ref().map(|reply| PublicReply { text: reply.text.clone(), at: reply.at }),
        })
    }
}

/// A page of published reviews.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReviewPage {
    /// The reviews, in order.
    pub items: Vec<PublicReview>,
    /// How many there are on all pages.
    pub total: usize,
    /// How many come before this page.
    pub offset: usize,
    /// The cursor of the next page.
    pub next: Option<String>,
    /// The cursor of the page before.
    pub previous: Option<String>,
}

/// A review as the merchant who wrote it, and the programme, read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnReview {
    /// The review's id.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: ReviewId,
    /// The partner's handle.
    pub handle: String,
    /// The merchant's business.
    pub company: String,
    /// What the partner did.
    pub service: Service,
    /// 1 to 5 stars for the quality of work.
    pub quality: u8,
    /// 1 to 5 stars for communication.
    pub communication: u8,
    /// What it says.
    pub text: String,
    /// When it was written.
    pub written_at: DateTime<Utc>,
    /// Where it stands.
    #[serde(flatten)]
    pub status: ReviewStatus,
    /// The partner's answer.
    pub reply: Option<PublicReply>,
    /// For `If-Match`.
    pub version: u64,
}

impl From<&Review> for OwnReview {
    fn from(review: &Review) -> Self {
        Self {
            id: review.id.clone(),
            handle: review.handle.as_str().to_owned(),
            company: review.company.clone(),
            service: review.service,
            quality: review.quality.get(),
            communication: review.communication.get(),
            text: review.text.clone(),
            written_at: review.written_at,
            status: review.status.clone(),
            reply: review.reply.as_ref().map(|reply| PublicReply { text: reply.text.clone(), at: reply.at }),
            version: review.version,
        }
    }
}

/// An answer on its way in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReplyRequest {
    /// What it says; 1,000 characters. It cannot be changed later.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 1000))]
    pub text: String,
}

/// A report on its way in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReportRequest {
    /// Which rule is broken.
    pub reason: ReportReason,
    /// In one's own words; 1,000 characters.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = String, max_length = 1000))]
    pub note: Personal,
}

fn read_service(reader: &mut Reader<'_>) -> Option<Service> {
    let service = Service::by_slug(&reader.text(&SERVICE)?);
    if service.is_none() {
        reader.refuse(FieldError::field(SERVICE.name, FieldCode::ChoiceUnknown));
    }
    service
}

/// Reads a review: the inquiry's id as it came, and what was written.
///
/// # Errors
/// Everything that is wrong with it, one entry per field.
pub fn read_review(body: &Map<String, Value>) -> Result<(String, Written), Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let stars = |number: Option<u32>| Stars::try_from(u8::try_from(number?).ok()?).ok();
    let inquiry = reader.text(&required("inquiry", FieldKind::Line { max: 80 }));
    let service = read_service(&mut reader);
    let (quality, communication) = (reader.number(&QUALITY), reader.number(&COMMUNICATION));
    let text = reader.text(&TEXT);
    let errors = reader.finish();
    match (inquiry, service, stars(quality), stars(communication), text) {
        (Some(inquiry), Some(service), Some(quality), Some(communication), Some(text))
            if errors.is_empty() =>
        {
            Ok((inquiry, Written { service, quality, communication, text }))
        }
        _ => Err(errors),
    }
}

/// Reads an answer.
///
/// # Errors
/// Everything that is wrong with it, one entry per field.
pub fn read_reply(body: &Map<String, Value>) -> Result<String, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let text = reader.text(&REPLY_TEXT);
    let errors = reader.finish();
    text.filter(|_| errors.is_empty()).ok_or(errors)
}

/// Reads a report.
///
/// # Errors
/// Everything that is wrong with it, one entry per field.
pub fn read_report(body: &Map<String, Value>) -> Result<(ReportReason, Personal), Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let reason = reader.raw("reason").and_then(Value::as_str).and_then(ReportReason::by_slug);
    if reason.is_none() {
        reader.refuse(FieldError::field("reason", FieldCode::ChoiceUnknown));
    }
    let note = reader.text(&REPORT_NOTE).unwrap_or_default();
    let errors = reader.finish();
    reason.filter(|_| errors.is_empty()).map(|reason| (reason, Personal::new(note))).ok_or(errors)
}

/// What the programme decides about a reported review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "command", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ReviewDecision {
    /// It stays.
    Keep,
    /// It goes.
    Remove {
        /// Why.
        reason: RemovalReason,
    },
}

/// Reads a decision.
///
/// # Errors
/// Everything that is wrong with it, one entry per field.
pub fn read_review_decision(body: &Map<String, Value>) -> Result<ReviewDecision, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let command = reader.text(&required("command", FieldKind::Choice(&["keep", "remove"])));
    let decision = match command.as_deref() {
        Some("keep") => Some(ReviewDecision::Keep),
        Some("remove") => {
            let reason = reader.raw("reason").and_then(Value::as_str).and_then(RemovalReason::by_slug);
            if reason.is_none() {
                reader.refuse(FieldError::field("reason", FieldCode::ChoiceUnknown));
            }
            reason.map(|reason| ReviewDecision::Remove { reason })
        }
        _ => None,
    };
    let errors = reader.finish();
    decision.filter(|_| errors.is_empty()).ok_or(errors)
}

/// Which reviews, in which order, which page.
pub type ReviewQuery = ListQuery<ReviewFilter, ReviewColumn>;

/// Newest first.
pub const REVIEW_ORDER: Order<ReviewColumn> =
    Order { column: ReviewColumn::PublishedAt, direction: Direction::Desc };

impl ListColumn for ReviewColumn {
    const ALL: &'static [Self] = &Self::ALL;
    const ORDER: Order<Self> = REVIEW_ORDER;
    const PAGE_SIZE: usize = REVIEWS_ON_A_PAGE;

    fn code(self) -> &'static str {
        Self::code(self)
    }
}

const STARS: [u8; 5] = [1, 2, 3, 4, 5];

fn stars_code(stars: u8) -> &'static str {
    match stars {
        1 => "1",
        2 => "2",
        3 => "3",
        4 => "4",
        _ => "5",
    }
}

/// Reads the query of a list of reviews.
///
/// # Errors
/// Every parameter that is wrong or unknown.
pub fn read_review_query<'a>(
    pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<ReviewQuery, Vec<FieldError>> {
    ReviewQuery::read(pairs, |filter, name, value| {
        Some(match name {
            "service" => {
                query::choices(name, value, Service::ALL, Service::slug).map(|found| filter.services = found)
            }
            "stars" => query::choices(name, value, &STARS, stars_code).map(|found| {
                filter.stars = found.into_iter().filter_map(|stars| Stars::try_from(stars).ok()).collect();
            }),
            _ => return None,
        })
    })
}

/// Writes a query so that [`read_review_query`] reads the same; what is as by default is left out.
#[must_use]
pub fn write_review_query(wanted: &ReviewQuery) -> Vec<(&'static str, String)> {
    let stars: Vec<_> = wanted.filter.stars.iter().map(|stars| stars.get()).collect();
    wanted.write(vec![
        ("service", query::join(&wanted.filter.services, Service::slug)),
        ("stars", query::join(&stars, stars_code)),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_reads_back_as_written() {
        let wanted = ReviewQuery {
            filter: ReviewFilter {
                services: vec![Service::TaxSetup],
                stars: [1, 5].into_iter().filter_map(|stars| Stars::try_from(stars).ok()).collect(),
            },
            order: Order { column: ReviewColumn::Rating, direction: Direction::Asc },
            limit: 50,
            cursor: Some("abc".to_owned()),
        };
        let written = write_review_query(&wanted);
        let read = read_review_query(written.iter().map(|(name, value)| (*name, value.as_str())));
        assert_eq!(read, Ok(wanted));
        assert!(write_review_query(&ReviewQuery::default()).is_empty());
    }
}
