//! Query strings of the lists, read by the functions and written by the frontend.
//!
//! Choices within a group are separated by commas: API Gateway joins repeated parameters that way.

mod leads;
mod referrals;

use std::str::FromStr;

use chrono::NaiveDate;
use guildhall_domain::listing::{Direction, Order};

use crate::fields::{FieldCode, FieldError};

pub use leads::{LEAD_ORDER, LeadQuery, read_lead_query, write_lead_query};
pub use referrals::{
    HISTORY_STATES, LEDGER_ORDER, LedgerQuery, REFERRAL_ORDER, ReferralQuery, read_ledger_query,
    read_referral_query, write_ledger_query, write_referral_query,
};

/// Rows on a page, unless said otherwise.
pub const PAGE_SIZE: usize = 25;
/// The most rows on a page.
pub const PAGE_SIZE_MAX: usize = 100;
/// The longest search, in characters.
pub const SEARCH_MAX: usize = 200;
const CURSOR_MAX: usize = 2_000;
/// The most choices of one group in a query.
const CHOICES_MAX: usize = 50;

/// Which rows of a list, in which order, which page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListQuery<F, C> {
    /// Which rows.
    pub filter: F,
    /// In which order.
    pub order: Order<C>,
    /// How many at a time.
    pub limit: usize,
    /// Where the page starts, as the page before said.
    pub cursor: Option<String>,
}

/// The columns that a list is sorted by, as its query names them.
pub trait ListColumn: Copy + PartialEq + 'static {
    /// All of them.
    const ALL: &'static [Self];
    /// The order of whoever asks for none.
    const ORDER: Order<Self>;
    /// Rows on a page of whoever does not say how many.
    const PAGE_SIZE: usize = PAGE_SIZE;

    /// The word on the wire.
    fn code(self) -> &'static str;
}

impl<F: Default, C: ListColumn> Default for ListQuery<F, C> {
    fn default() -> Self {
        Self { filter: F::default(), order: C::ORDER, limit: C::PAGE_SIZE, cursor: None }
    }
}

impl<F: Default, C: ListColumn> ListQuery<F, C> {
    /// Reads every parameter of a query: those of order and page here, and the list's own by `own`, which says `None`
    /// to whatever it does not know.
    pub(crate) fn read<'a>(
        pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
        mut own: impl FnMut(&mut F, &str, &str) -> Option<Result<(), FieldError>>,
    ) -> Result<Self, Vec<FieldError>> {
        let mut wanted = Self::default();
        let mut errors = Vec::new();
        for (name, value) in pairs {
            let read = own(&mut wanted.filter, name, value);
            errors.extend(read.unwrap_or_else(|| wanted.read_paging(name, value)).err());
        }
        if errors.is_empty() { Ok(wanted) } else { Err(errors) }
    }

    fn read_paging(&mut self, name: &str, value: &str) -> Result<(), FieldError> {
        match name {
            "sort" => choice(name, value, C::ALL, C::code)
                .map(|found| self.order.column = found.unwrap_or(C::ORDER.column)),
            "direction" => {
                direction(value).map(|found| self.order.direction = found.unwrap_or(C::ORDER.direction))
            }
            "limit" => limit(value).map(|found| self.limit = found),
            "cursor" => cursor(value).map(|found| self.cursor = found),
            _ => Err(unknown(name)),
        }
    }
}

impl<F, C: ListColumn> ListQuery<F, C> {
    /// The list's own parameters and those of order and page. What is as by default is left out.
    pub(crate) fn write(&self, own: Vec<(&'static str, String)>) -> Vec<(&'static str, String)> {
        write_list(own, self.order, self.limit, self.cursor.as_deref())
    }
}

/// What [`ListQuery::write`] writes.
pub(crate) fn write_list<C: ListColumn>(
    mut pairs: Vec<(&'static str, String)>,
    order: Order<C>,
    limit: usize,
    cursor: Option<&str>,
) -> Vec<(&'static str, String)> {
    if order != C::ORDER {
        pairs.push(("sort", order.column.code().to_owned()));
        pairs.push(("direction", direction_code(order.direction).to_owned()));
    }
    if limit != C::PAGE_SIZE {
        pairs.push(("limit", limit.to_string()));
    }
    pairs.push(("cursor", cursor.unwrap_or_default().to_owned()));
    pairs.retain(|(_, value)| !value.is_empty());
    pairs
}

pub(crate) fn join<T: Copy>(choices: &[T], code: fn(T) -> &'static str) -> String {
    choices.iter().map(|choice| code(*choice)).collect::<Vec<_>>().join(",")
}

fn direction_code(direction: Direction) -> &'static str {
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

fn direction(value: &str) -> Result<Option<Direction>, FieldError> {
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

fn limit(value: &str) -> Result<usize, FieldError> {
    value.parse().ok().filter(|limit| (1..=PAGE_SIZE_MAX).contains(limit)).ok_or_else(|| {
        FieldError::parameter("limit", FieldCode::OutOfRange).with("min", 1).with("max", PAGE_SIZE_MAX)
    })
}

fn cursor(value: &str) -> Result<Option<String>, FieldError> {
    if value.len() > CURSOR_MAX {
        return Err(FieldError::parameter("cursor", FieldCode::TooLong).with("max", CURSOR_MAX));
    }
    Ok(Some(value.to_owned()).filter(|value| !value.is_empty()))
}
