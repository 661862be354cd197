//! The audit log as it is answered, and how it is asked for.

use guildhall_domain::actor::Signature;
use guildhall_domain::audit::listing::{ActCounts, AuditColumn, AuditFilter};
use guildhall_domain::audit::{AuditAct, AuditEntry, AuditOrganisation, Month, SubjectKind};
use guildhall_domain::ids::UserId;
use guildhall_domain::listing::{Direction, Order};
use serde::{Deserialize, Serialize};

use crate::fields::{FieldCode, FieldError};
use crate::query::{self, ListColumn, ListQuery, PAGE_SIZE};

/// How often an act was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ActCount {
    /// The act.
    pub act: AuditAct,
    /// How often, under the same filter but for the acts.
    pub count: usize,
}

/// Somebody who did something in the month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AuditPerson {
    /// The person's id.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: UserId,
    /// The last name they had.
    pub name: String,
}

impl From<&Signature> for AuditPerson {
    fn from(by: &Signature) -> Self {
        Self { id: by.id.clone(), name: by.name.clone() }
    }
}

/// A page of the log of a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AuditPage {
    /// The month.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "2026-07"))]
    pub month: Month,
    /// The present month.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "2026-07"))]
    pub present: Month,
    /// The entries, in order.
    pub items: Vec<AuditEntry>,
    /// How many there are on all pages.
    pub total: usize,
    /// How many come before this page.
    pub offset: usize,
    /// The cursor of the next page.
    pub next: Option<String>,
    /// The cursor of the page before.
    pub previous: Option<String>,
    /// How often each act was done, in the order of the acts; what was never done is not there.
    pub counts: Vec<ActCount>,
    /// Everybody who did something in the month, by name.
    pub people: Vec<AuditPerson>,
    /// Every organisation that something concerned in the month, by name.
    pub organisations: Vec<AuditOrganisation>,
}

/// The counts as they are answered.
#[must_use]
pub fn act_counts(counts: &ActCounts) -> Vec<ActCount> {
    counts.iter().map(|(act, count)| ActCount { act: *act, count: *count }).collect()
}

/// Which entries, in which order, which page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditQuery {
    /// The month; the present one if there is none.
    pub month: Option<Month>,
    /// Which entries.
    pub filter: AuditFilter,
    /// In which order.
    pub order: Order<AuditColumn>,
    /// How many at a time.
    pub limit: usize,
    /// Where the page starts, as the page before said.
    pub cursor: Option<String>,
}

/// Newest first.
pub const AUDIT_ORDER: Order<AuditColumn> = Order { column: AuditColumn::At, direction: Direction::Desc };

impl Default for AuditQuery {
    fn default() -> Self {
        Self {
            month: None,
            filter: AuditFilter::default(),
            order: AUDIT_ORDER,
            limit: PAGE_SIZE,
            cursor: None,
        }
    }
}

impl ListColumn for AuditColumn {
    const ALL: &'static [Self] = &Self::ALL;
    const ORDER: Order<Self> = AUDIT_ORDER;

    fn code(self) -> &'static str {
        Self::code(self)
    }
}

/// Reads the query of the log.
///
/// # Errors
/// Every parameter that is wrong or unknown.
pub fn read_audit_query<'a>(
    pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<AuditQuery, Vec<FieldError>> {
    let mut asked = None;
    let list = ListQuery::<AuditFilter, AuditColumn>::read(pairs, |filter, name, value| {
        Some(match name {
            "month" => month(value).map(|found| asked = found),
            "act" => {
                query::choices(name, value, AuditAct::ALL, AuditAct::slug).map(|found| filter.acts = found)
            }
            "subject" => query::choices(name, value, SubjectKind::ALL, SubjectKind::slug)
                .map(|found| filter.subjects = found),
            "person" => query::ids(name, value).map(|found| filter.people = found),
            "organisation" => query::ids(name, value).map(|found| filter.organisations = found),
            "from" => query::day(name, value).map(|found| filter.from = found),
            "to" => query::day(name, value).map(|found| filter.to = found),
            "q" => query::search(value).map(|found| filter.search = found),
            _ => return None,
        })
    })?;
    let ListQuery { filter, order, limit, cursor } = list;
    Ok(AuditQuery { month: asked, filter, order, limit, cursor })
}

fn month(value: &str) -> Result<Option<Month>, FieldError> {
    if value.is_empty() {
        return Ok(None);
    }
    value.parse().map(Some).map_err(|_| FieldError::parameter("month", FieldCode::MonthInvalid))
}

/// Writes a query so that [`read_audit_query`] reads the same; what is as by default is left out.
#[must_use]
pub fn write_audit_query(wanted: &AuditQuery) -> Vec<(&'static str, String)> {
    let filter = &wanted.filter;
    let pairs = vec![
        ("month", wanted.month.map(|month| month.to_string()).unwrap_or_default()),
        ("q", filter.search.clone()),
        ("act", query::join(&filter.acts, AuditAct::slug)),
        ("subject", query::join(&filter.subjects, SubjectKind::slug)),
        ("person", query::join_ids(&filter.people)),
        ("organisation", query::join_ids(&filter.organisations)),
        ("from", filter.from.map(|day| day.to_string()).unwrap_or_default()),
        ("to", filter.to.map(|day| day.to_string()).unwrap_or_default()),
    ];
    query::write_list(pairs, wanted.order, wanted.limit, wanted.cursor.as_deref())
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use rstest::rstest;

    use super::*;

    #[test]
    fn a_query_reads_back_as_written() {
        let wanted = AuditQuery {
            month: Some("2026-07".parse().unwrap()),
            filter: AuditFilter {
                acts: vec![AuditAct::Awarded, AuditAct::ProfileApproved],
                people: vec!["helena".parse().unwrap()],
                subjects: vec![SubjectKind::Lead],
                organisations: vec!["acme".parse().unwrap(), "norrsken".parse().unwrap()],
                from: NaiveDate::from_ymd_opt(2026, 7, 1),
                to: NaiveDate::from_ymd_opt(2026, 7, 31),
                search: "nordic outdoor".to_owned(),
            },
            order: Order { column: AuditColumn::Person, direction: Direction::Asc },
            limit: 7,
            cursor: Some("abc".to_owned()),
        };
        let written = write_audit_query(&wanted);
        let pairs = written.iter().map(|(name, value)| (*name, value.as_str()));
        assert_eq!(read_audit_query(pairs), Ok(wanted));
        assert!(write_audit_query(&AuditQuery::default()).is_empty());
    }

    #[rstest]
    #[case("month", "July", FieldCode::MonthInvalid)]
    #[case("month", "2026-13", FieldCode::MonthInvalid)]
    #[case("act", "stolen", FieldCode::ChoiceUnknown)]
    #[case("subject", "house", FieldCode::ChoiceUnknown)]
    #[case("person", "no one", FieldCode::IdInvalid)]
    #[case("organisation", "ACME", FieldCode::IdInvalid)]
    #[case("from", "yesterday", FieldCode::DateInvalid)]
    #[case("sort", "salary", FieldCode::ChoiceUnknown)]
    #[case("colour", "red", FieldCode::Unknown)]
    fn a_wrong_parameter_is_named(#[case] name: &str, #[case] value: &str, #[case] code: FieldCode) {
        let errors = read_audit_query([(name, value)]).unwrap_err();
        assert_eq!((errors[0].parameter.as_deref(), errors[0].code), (Some(name), code));
    }
}
