//! Query strings of the lists, read by the functions and written by the frontend.
//!
//! Choices within a group are separated by commas: API Gateway joins repeated parameters that way.

use std::str::FromStr;

use chrono::NaiveDate;
use guildhall_domain::lead::listing::{LeadColumn, LeadFilter, Queue, RepresentativeChoice};
use guildhall_domain::lead::{Outcome, Product, Status, Support};
use guildhall_domain::listing::{Direction, Order};
use guildhall_domain::referral::Source;
use guildhall_domain::referral::listing::{ReferralColumn, ReferralFilter};

use crate::fields::{FieldCode, FieldError};

/// Rows on a page, unless said otherwise.
pub const PAGE_SIZE: usize = 25;
/// The most rows on a page.
pub const PAGE_SIZE_MAX: usize = 100;
/// The longest search, in characters.
pub const SEARCH_MAX: usize = 200;
const CURSOR_MAX: usize = 2_000;
/// The most choices of one group in a query.
const CHOICES_MAX: usize = 50;
const UNASSIGNED: &str = "unassigned";

/// Which leads, in which order, which page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeadQuery {
    /// Which leads.
    pub filter: LeadFilter,
    /// In which order.
    pub order: Order<LeadColumn>,
    /// How many at a time.
    pub limit: usize,
    /// Where the page starts, as the page before said.
    pub cursor: Option<String>,
}

/// Newest change first.
pub const LEAD_ORDER: Order<LeadColumn> = Order { column: LeadColumn::UpdatedAt, direction: Direction::Desc };

impl Default for LeadQuery {
    fn default() -> Self {
        Self { filter: LeadFilter::default(), order: LEAD_ORDER, limit: PAGE_SIZE, cursor: None }
    }
}

/// Which referrals, in which order, which page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferralQuery {
    /// Which referrals.
    pub filter: ReferralFilter,
    /// In which order.
    pub order: Order<ReferralColumn>,
    /// How many at a time.
    pub limit: usize,
    /// Where the page starts, as the page before said.
    pub cursor: Option<String>,
}

/// Newest referral first.
pub const REFERRAL_ORDER: Order<ReferralColumn> =
    Order { column: ReferralColumn::ReferredAt, direction: Direction::Desc };

impl Default for ReferralQuery {
    fn default() -> Self {
        Self { filter: ReferralFilter::default(), order: REFERRAL_ORDER, limit: PAGE_SIZE, cursor: None }
    }
}

/// Reads the query of a list of leads.
///
/// # Errors
/// Every parameter that is wrong or unknown.
pub fn read_lead_query<'a>(
    pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<LeadQuery, Vec<FieldError>> {
    let mut query = LeadQuery::default();
    let mut errors = Vec::new();
    for (name, value) in pairs {
        let filter = &mut query.filter;
        let read = match name {
            "status" => choices(name, value, &Status::ALL, Status::code).map(|found| filter.statuses = found),
            "outcome" => {
                choices(name, value, &Outcome::ALL, Outcome::code).map(|found| filter.outcomes = found)
            }
            "product" => {
                choices(name, value, &Product::ALL, Product::code).map(|found| filter.products = found)
            }
            "support" => {
                choices(name, value, &Support::ALL, Support::code).map(|found| filter.supports = found)
            }
            "representative" => representatives(value).map(|found| filter.representatives = found),
            "submitted_from" => day(name, value).map(|found| filter.submitted_from = found),
            "submitted_to" => day(name, value).map(|found| filter.submitted_to = found),
            "queue" => choice(name, value, &Queue::ALL, Queue::code).map(|found| filter.queue = found),
            "q" => search(value).map(|found| filter.search = found),
            "sort" => choice(name, value, &LeadColumn::ALL, LeadColumn::code)
                .map(|found| query.order.column = found.unwrap_or(LEAD_ORDER.column)),
            "direction" => {
                direction(value).map(|found| query.order.direction = found.unwrap_or(LEAD_ORDER.direction))
            }
            "limit" => limit(value).map(|found| query.limit = found),
            "cursor" => cursor(value).map(|found| query.cursor = found),
            _ => Err(unknown(name)),
        };
        errors.extend(read.err());
    }
    if errors.is_empty() { Ok(query) } else { Err(errors) }
}

/// Writes a query so that [`read_lead_query`] reads the same; what is as by default is left out.
#[must_use]
pub fn write_lead_query(query: &LeadQuery) -> Vec<(&'static str, String)> {
    let filter = &query.filter;
    let representatives: Vec<_> = filter
        .representatives
        .iter()
        .map(|choice| match choice {
            RepresentativeChoice::Unassigned => UNASSIGNED,
            RepresentativeChoice::Is(id) => id.as_str(),
        })
        .collect();
    let mut pairs = vec![
        ("q", filter.search.clone()),
        ("queue", filter.queue.map(|queue| queue.code().to_owned()).unwrap_or_default()),
        ("status", join(&filter.statuses, Status::code)),
        ("outcome", join(&filter.outcomes, Outcome::code)),
        ("product", join(&filter.products, Product::code)),
        ("support", join(&filter.supports, Support::code)),
        ("representative", representatives.join(",")),
        ("submitted_from", filter.submitted_from.map(|day| day.to_string()).unwrap_or_default()),
        ("submitted_to", filter.submitted_to.map(|day| day.to_string()).unwrap_or_default()),
    ];
    if query.order != LEAD_ORDER {
        pairs.push(("sort", query.order.column.code().to_owned()));
        pairs.push(("direction", direction_code(query.order.direction).to_owned()));
    }
    write_paging(&mut pairs, query.limit, query.cursor.as_deref());
    pairs
}

/// Reads the query of the referral history.
///
/// # Errors
/// Every parameter that is wrong or unknown.
pub fn read_referral_query<'a>(
    pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<ReferralQuery, Vec<FieldError>> {
    let mut query = ReferralQuery::default();
    let mut errors = Vec::new();
    for (name, value) in pairs {
        let read = match name {
            "source" => {
                choices(name, value, &Source::ALL, Source::code).map(|found| query.filter.sources = found)
            }
            "q" => search(value).map(|found| query.filter.search = found),
            "sort" => choice(name, value, &ReferralColumn::ALL, ReferralColumn::code)
                .map(|found| query.order.column = found.unwrap_or(REFERRAL_ORDER.column)),
            "direction" => direction(value)
                .map(|found| query.order.direction = found.unwrap_or(REFERRAL_ORDER.direction)),
            "limit" => limit(value).map(|found| query.limit = found),
            "cursor" => cursor(value).map(|found| query.cursor = found),
            _ => Err(unknown(name)),
        };
        errors.extend(read.err());
    }
    if errors.is_empty() { Ok(query) } else { Err(errors) }
}

/// Writes a query so that [`read_referral_query`] reads the same.
#[must_use]
pub fn write_referral_query(query: &ReferralQuery) -> Vec<(&'static str, String)> {
    let mut pairs =
        vec![("q", query.filter.search.clone()), ("source", join(&query.filter.sources, Source::code))];
    if query.order != REFERRAL_ORDER {
        pairs.push(("sort", query.order.column.code().to_owned()));
        pairs.push(("direction", direction_code(query.order.direction).to_owned()));
    }
    write_paging(&mut pairs, query.limit, query.cursor.as_deref());
    pairs
}

pub(crate) fn write_paging(pairs: &mut Vec<(&'static str, String)>, limit: usize, cursor: Option<&str>) {
    if limit != PAGE_SIZE {
        pairs.push(("limit", limit.to_string()));
    }
    pairs.push(("cursor", cursor.unwrap_or_default().to_owned()));
    pairs.retain(|(_, value)| !value.is_empty());
}

pub(crate) fn join<T: Copy>(choices: &[T], code: fn(T) -> &'static str) -> String {
    choices.iter().map(|choice| code(*choice)).collect::<Vec<_>>().join(",")
}

pub(crate) fn direction_code(direction: Direction) -> &'static str {
    match direction {
        Direction::Asc => "asc",
        Direction::Desc => "desc",
    }
}

pub(crate) fn unknown(name: &str) -> FieldError {
    let shown: String = name.chars().take(80).collect();
    FieldError::parameter(&shown, FieldCode::Unknown)
}

fn parts(name: &str, value: &str) -> Result<Vec<String>, FieldError> {
    let parts: Vec<_> =
        value.split(',').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect();
    if parts.len() > CHOICES_MAX {
        return Err(FieldError::parameter(name, FieldCode::TooLong).with("max", CHOICES_MAX));
    }
    Ok(parts)
}

pub(crate) fn choices<T: Copy + PartialEq>(
    name: &str,
    value: &str,
    all: &[T],
    code: fn(T) -> &'static str,
) -> Result<Vec<T>, FieldError> {
    let mut found = Vec::new();
    for part in parts(name, value)? {
        let choice = all.iter().copied().find(|choice| code(*choice) == part);
        let choice = choice.ok_or_else(|| {
            let allowed: Vec<_> = all.iter().map(|choice| code(*choice)).collect();
            FieldError::parameter(name, FieldCode::ChoiceUnknown).with("allowed", allowed.join(", "))
        })?;
        if !found.contains(&choice) {
            found.push(choice);
        }
    }
    Ok(found)
}

pub(crate) fn choice<T: Copy + PartialEq>(
    name: &str,
    value: &str,
    all: &[T],
    code: fn(T) -> &'static str,
) -> Result<Option<T>, FieldError> {
    choices(name, value, all, code).map(|found| found.first().copied())
}

pub(crate) fn direction(value: &str) -> Result<Option<Direction>, FieldError> {
    choice("direction", value, &[Direction::Asc, Direction::Desc], direction_code)
}

/// Ids, whether or not anything has them.
pub(crate) fn ids<T: FromStr + PartialEq>(name: &str, value: &str) -> Result<Vec<T>, FieldError> {
    let mut found = Vec::new();
    for part in parts(name, value)? {
        let id = part.parse().map_err(|_| FieldError::parameter(name, FieldCode::IdInvalid))?;
        if !found.contains(&id) {
            found.push(id);
        }
    }
    Ok(found)
}

/// Ids as [`ids`] reads them.
pub(crate) fn join_ids<T: ToString>(ids: &[T]) -> String {
    ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}

fn representatives(value: &str) -> Result<Vec<RepresentativeChoice>, FieldError> {
    parts("representative", value)?
        .into_iter()
        .map(|part| match part.as_str() {
            UNASSIGNED => Ok(RepresentativeChoice::Unassigned),
            id => id
                .parse()
                .map(RepresentativeChoice::Is)
                .map_err(|_| FieldError::parameter("representative", FieldCode::RepresentativeUnknown)),
        })
        .collect()
}

pub(crate) fn day(name: &str, value: &str) -> Result<Option<NaiveDate>, FieldError> {
    if value.is_empty() {
        return Ok(None);
    }
    NaiveDate::parse_from_str(value, "%Y-%m-%d")
        .map(Some)
        .map_err(|_| FieldError::parameter(name, FieldCode::DateInvalid))
}

pub(crate) fn search(value: &str) -> Result<String, FieldError> {
    if value.chars().count() > SEARCH_MAX {
        return Err(FieldError::parameter("q", FieldCode::TooLong).with("max", SEARCH_MAX));
    }
    Ok(value.trim().to_owned())
}

pub(crate) fn limit(value: &str) -> Result<usize, FieldError> {
    value.parse().ok().filter(|limit| (1..=PAGE_SIZE_MAX).contains(limit)).ok_or_else(|| {
        FieldError::parameter("limit", FieldCode::OutOfRange).with("min", 1).with("max", PAGE_SIZE_MAX)
    })
}

pub(crate) fn cursor(value: &str) -> Result<Option<String>, FieldError> {
    if value.len() > CURSOR_MAX {
        return Err(FieldError::parameter("cursor", FieldCode::TooLong).with("max", CURSOR_MAX));
    }
    Ok(Some(value.to_owned()).filter(|value| !value.is_empty()))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[test]
    fn a_query_reads_back_as_written() {
        let query = LeadQuery {
            filter: LeadFilter {
                statuses: vec![Status::Submitted, Status::Awarded],
                outcomes: vec![Outcome::Paid],
                products: vec![Product::Pos],
                supports: vec![Support::None],
                representatives: vec![
                    RepresentativeChoice::Unassigned,
                    RepresentativeChoice::Is("rep-1".parse().unwrap()),
                ],
                submitted_from: NaiveDate::from_ymd_opt(2026, 1, 31),
                submitted_to: NaiveDate::from_ymd_opt(2026, 2, 1),
                queue: Some(Queue::Overdue),
                search: "anna@acme".to_owned(),
            },
            order: Order { column: LeadColumn::Company, direction: Direction::Asc },
            limit: 7,
            cursor: Some("abc".to_owned()),
        };
        let written = write_lead_query(&query);
        let pairs = written.iter().map(|(name, value)| (*name, value.as_str()));
        assert_eq!(read_lead_query(pairs), Ok(query));
        assert!(write_lead_query(&LeadQuery::default()).is_empty());
    }

    #[rstest]
    #[case("status", "won", FieldCode::ChoiceUnknown)]
    #[case("sort", "salary", FieldCode::ChoiceUnknown)]
    #[case("direction", "up", FieldCode::ChoiceUnknown)]
    #[case("limit", "0", FieldCode::OutOfRange)]
    #[case("limit", "101", FieldCode::OutOfRange)]
    #[case("limit", "ten", FieldCode::OutOfRange)]
    #[case("submitted_from", "31/01/2026", FieldCode::DateInvalid)]
    #[case("representative", "no one", FieldCode::RepresentativeUnknown)]
    #[case("organisation", "other", FieldCode::Unknown)]
    fn a_wrong_parameter_is_named(#[case] name: &str, #[case] value: &str, #[case] code: FieldCode) {
        let errors = read_lead_query([(name, value)]).unwrap_err();
        assert_eq!((errors[0].parameter.as_deref(), errors[0].code), (Some(name), code));
    }
}
