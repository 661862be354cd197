//! Rows on their way to the server, and what became of each.

use guildhall_domain::ids::LeadId;
use guildhall_domain::lead::{LeadField, LeadForm};
use guildhall_domain::text::fold;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::PIECE_MAX;
use crate::fields::{FieldCode, FieldError, FieldKind, FieldRule, Need, Reader};
use crate::lead_form::read_lead_form;

const DRY_RUN: FieldRule = FieldRule { name: "dry_run", kind: FieldKind::Flag, need: Need::Required };
const LINE: FieldRule =
    FieldRule { name: "line", kind: FieldKind::Count { min: 1, max: 100_000_000 }, need: Need::Required };
const ROWS: &str = "rows";
const VALUES: &str = "values";
const REFERENCE: &str = "reference";
const INQUIRY: &str = "inquiry";

/// Some rows of a file, as they travel.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ImportBody {
    /// Whether it is only said what would become of the rows.
    pub dry_run: bool,
    /// 1 to 100 rows.
    #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 100))]
    pub rows: Vec<ImportRow>,
}

/// A row, as it travels.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ImportRow {
    /// The line in the caller's file, which the answer names again; at least 1.
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 100_000_000))]
    pub line: u32,
    /// The lead form (`LeadFormBody`), by the rules of a submission. `reference` is required, and `inquiry` is not
    /// possible. Whatever is wrong in a row is said of that row, unknown fields among it.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub values: Map<String, Value>,
}

/// Some rows of a file that may be looked at.
#[derive(Debug)]
pub struct ImportRequest {
    /// Whether it is only said what would become of the rows.
    pub dry_run: bool,
    /// The rows.
    pub rows: Vec<RequestRow>,
}

/// A row that was read.
#[derive(Debug)]
pub struct RequestRow {
    /// The line in the caller's file.
    pub line: u32,
    /// The form, or everything that is wrong with it.
    pub form: Result<Box<LeadForm>, Vec<FieldError>>,
}

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum RowOutcome {
    /// A new lead.
    Created,
    /// The lead with this reference was corrected.
    Updated,
    /// The lead with this reference says the same already.
    Unchanged,
    /// Nothing was done; `errors` says why.
    Refused,
}

impl RowOutcome {
    /// All four, in the order to show them.
    pub const ALL: [Self; 4] = [Self::Created, Self::Updated, Self::Unchanged, Self::Refused];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Updated => "updated",
            Self::Unchanged => "unchanged",
            Self::Refused => "refused",
        }
    }
}

/// What became of one row, or would.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RowAnswer {
    /// The line in the caller's file.
    pub line: u32,
    /// What became of it.
    pub outcome: RowOutcome,
    /// The lead, if there is one: not for a new lead of a dry run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub lead_id: Option<LeadId>,
    /// Which fields were corrected.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrected: Vec<LeadField>,
    /// Why it was refused, as a submission would be; pointers are into the row's `values`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
}

impl RowAnswer {
    /// A row of which nothing came.
    #[must_use]
    pub fn refused(line: u32, lead_id: Option<LeadId>, errors: Vec<FieldError>) -> Self {
        Self { line, outcome: RowOutcome::Refused, lead_id, corrected: Vec::new(), errors }
    }
}

/// What became of the rows of a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ImportAnswer {
    /// Whether it is only what would become of them.
    pub dry_run: bool,
    /// Each row, in the order of the request.
    pub rows: Vec<RowAnswer>,
}

/// Reads a lead form out of a row: by the form's own rules, and with a reference.
///
/// # Errors
/// Everything that is wrong with it, one entry per field.
pub fn read_import_row(values: &Map<String, Value>) -> Result<LeadForm, Vec<FieldError>> {
    let read = read_lead_form(values);
    let mut errors = match &read {
        Ok(form) if form.reference.is_some() => Vec::new(),
        Ok(_) => vec![FieldError::field(REFERENCE, FieldCode::Required)],
        Err(errors) => errors.clone(),
    };
    let has_reference = values.get(REFERENCE).is_some_and(|value| !value.is_null());
    if read.is_err() && !has_reference {
        errors.push(FieldError::field(REFERENCE, FieldCode::Required));
    }
    // An inquiry becomes a lead where it is read, so that it is told of it.
    if values.get(INQUIRY).is_some_and(|value| !value.is_null()) {
        errors.retain(|error| error.name() != Some(INQUIRY));
        errors.push(FieldError::field(INQUIRY, FieldCode::Unknown));
    }
    match read {
        Ok(form) if errors.is_empty() => Ok(form),
        _ => Err(errors),
    }
}

/// Reads the rows of a request. What is wrong with a row stands at the row; of two with one reference the second is
/// refused.
///
/// # Errors
/// What is wrong with the request itself.
pub fn read_import(body: &Map<String, Value>) -> Result<ImportRequest, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let dry_run = reader.flag(&DRY_RUN);
    let mut rows: Vec<RequestRow> = reader.list(ROWS, PIECE_MAX, read_row);
    if reader.raw(ROWS).is_none_or(|rows| rows.is_null() || rows.as_array().is_some_and(Vec::is_empty)) {
        reader.refuse(FieldError::field(ROWS, FieldCode::Required));
    }
    refuse_repeated(&mut rows);
    let errors = reader.finish();
    if errors.is_empty() { Ok(ImportRequest { dry_run, rows }) } else { Err(errors) }
}

fn read_row(value: &Value, place: String) -> Result<RequestRow, Vec<FieldError>> {
    let Some(object) = value.as_object() else {
        return Err(vec![FieldError::at(place, FieldCode::WrongKind).with("expected", "object")]);
    };
    let mut reader = Reader::within(object, place);
    let line = reader.number(&LINE);
    let values = match reader.raw(VALUES) {
        Some(Value::Object(values)) => Some(values),
        Some(_) => {
            let wrong = FieldError::at(reader.pointer(VALUES), FieldCode::WrongKind);
            reader.refuse(wrong.with("expected", "object"));
            None
        }
        None => {
            reader.refuse(FieldError::at(reader.pointer(VALUES), FieldCode::Required));
            None
        }
    };
    let errors = reader.finish();
    match (line, values) {
        (Some(line), Some(values)) if errors.is_empty() => {
            Ok(RequestRow { line, form: read_import_row(values).map(Box::new) })
        }
        _ => Err(errors),
    }
}

fn refuse_repeated(rows: &mut [RequestRow]) {
    let mut seen: Vec<(String, u32)> = Vec::with_capacity(rows.len());
    for row in rows {
        let Some(reference) = row.form.as_ref().ok().and_then(|form| form.reference.as_deref()) else {
            continue;
        };
        let reference = fold(reference);
        match seen.iter().find(|(one, _)| *one == reference) {
            Some((_, first)) => {
                let repeated = FieldError::field(REFERENCE, FieldCode::Repeated).with("line", first);
                row.form = Err(vec![repeated]);
            }
            None => seen.push((reference, row.line)),
        }
    }
}
