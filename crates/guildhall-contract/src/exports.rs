//! Exports that are longer than one answer can carry: prepared a piece at a time, and handed over as a link.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::fields::{FieldError, FieldKind, FieldRule, Need, Reader};

/// A list that can be exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ExportList {
    /// Leads.
    Leads,
    /// Inquiries that a partner received.
    Inquiries,
    /// The referral history.
    Referrals,
    /// The ledger.
    Ledger,
}

impl ExportList {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Leads, Self::Inquiries, Self::Referrals, Self::Ledger];

    /// The word on the wire.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Leads => "leads",
            Self::Inquiries => "inquiries",
            Self::Referrals => "referrals",
            Self::Ledger => "ledger",
        }
    }

    fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|list| list.code() == code)
    }
}

/// The longest query of a list.
const QUERY_MAX: usize = 2_000;
const LISTS: [&str; 4] = ["leads", "inquiries", "referrals", "ledger"];
const LIST: FieldRule = FieldRule { name: "list", kind: FieldKind::Choice(&LISTS), need: Need::Required };
const QUERY: FieldRule =
    FieldRule { name: "query", kind: FieldKind::Line { max: QUERY_MAX }, need: Need::Optional };
const MARK: FieldRule = FieldRule { name: "mark", kind: FieldKind::Flag, need: Need::Optional };
const EXPORT: FieldRule =
    FieldRule { name: "export", kind: FieldKind::Line { max: 8192 }, need: Need::Required };

/// What to export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ExportBody {
    /// The list.
    pub list: ExportList,
    /// The filter and the order, as in the query of the list: `status=awarded&sort=company&direction=asc`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, max_length = 2000))]
    pub query: String,
    /// Puts a byte order mark in front, by which spreadsheets know UTF-8.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<bool>))]
    pub mark: bool,
}

/// Reads what to export.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read_export(body: &Map<String, Value>) -> Result<ExportBody, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let list = reader.text(&LIST).and_then(|list| ExportList::of_code(&list));
    let query = reader.text(&QUERY).unwrap_or_default();
    let mark = reader.flag(&MARK);
    let errors = reader.finish();
    match list {
        Some(list) if errors.is_empty() => Ok(ExportBody { list, query, mark }),
        _ => Err(errors),
    }
}

/// Which export to go on with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ContinueExportBody {
    /// As the answer before gave it.
    #[cfg_attr(feature = "openapi", schema(max_length = 8192))]
    pub export: String,
}

/// Reads which export to go on with.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read_continue_export(body: &Map<String, Value>) -> Result<String, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let export = reader.text(&EXPORT);
    let errors = reader.finish();
    match export {
        Some(export) if errors.is_empty() => Ok(export),
        _ => Err(errors),
    }
}

/// How far an export has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Export {
    /// What to go on with. It is the reader's own, and to everybody else it does not exist.
    pub export: String,
    /// How many rows there are: those that the filter let through when it was begun.
    pub rows: usize,
    /// How many of them are written.
    pub done: usize,
    /// How long the file is so far, in bytes.
    pub bytes: u64,
    /// Where the file is, once it is whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<ExportLink>,
}

/// Where a file can be fetched for a while, by whoever has the link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ExportLink {
    /// The address.
    pub url: String,
    /// Until when it leads there. Going on with the export once more gives another link.
    pub expires_at: DateTime<Utc>,
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_list_is_known_by_its_name() {
        assert_eq!(ExportList::ALL.iter().map(|list| list.code()).collect::<Vec<_>>(), LISTS);
    }

    #[test]
    fn what_to_export_is_read() {
        let body = json!({ "list": "leads", "query": "status=awarded", "mark": true });
        let read = read_export(body.as_object().unwrap()).unwrap();
        assert_eq!(
            read,
            ExportBody { list: ExportList::Leads, query: "status=awarded".to_owned(), mark: true }
        );
        let errors = read_export(json!({ "list": "people", "rows": 3 }).as_object().unwrap()).unwrap_err();
        assert_eq!(errors.len(), 2);
        assert!(read_continue_export(json!({}).as_object().unwrap()).is_err());
    }
}
