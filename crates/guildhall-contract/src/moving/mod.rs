//! A partner's move from the marketplace: its tasks, what became of its profile, and what it notes.
//!
//! None of these types is one of the marketplace's: what is shown of jobs is copied out of them.

mod actions;
mod customers;

use chrono::{DateTime, Utc};
use guildhall_domain::actor::Stamp;
use guildhall_domain::cutover::{Dates, Phase};
use guildhall_domain::migration::{
    FieldOutcome, MigratedField, MigratedProfile, Reviewed, Task, TaskState, Tools,
};
use guildhall_domain::money::Currency;
use guildhall_domain::personal::Personal;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

pub use self::actions::{MoveAction, read_move_action};
pub use self::customers::{
    CustomerGoingOn, GoingOnEntry, GoingOnPage, GoingOnQuery, read_going_on_query, write_going_on_query,
};
use crate::fields::{FieldError, FieldKind, FieldRule, Need, Reader};

/// How far a partner is with its move.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Moving {
    /// The dates, in UTC.
    pub dates: Dates,
    /// Where the move stands now.
    pub phase: Phase,
    /// The four tasks, in their order.
    pub tasks: Vec<TaskEntry>,
    /// What became of the old profile; `null` if none was migrated.
    pub profile: Option<MigratedEntry>,
    /// The tools that the partner has chosen.
    pub tools: ToolsEntry,
    /// Customers whose jobs go on after the marketplace has closed, or nobody knows until when.
    pub customers: Counted,
    /// All jobs that were brought over from the marketplace.
    pub jobs: usize,
    /// Who said that the records were downloaded; `null` if nobody did.
    pub downloaded: Option<Stamp>,
    /// What the partner reckons in, for the worked example.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "SEK"))]
    pub currency: Currency,
    /// Whether the caller may note tools, customers and the download.
    pub may_note: bool,
    /// Whether the caller may review the profile.
    pub may_review: bool,
}

/// How many there are, and how many of them are done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Counted {
    /// All of them.
    pub all: usize,
    /// Those that are done.
    pub done: usize,
}

/// A task, and where it stands for this partner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TaskEntry {
    /// Which.
    pub task: Task,
    /// Where it stands.
    pub state: TaskState,
    /// From when it matters; `null` if there is no date.
    pub date: Option<DateTime<Utc>>,
}

/// What became of an old profile, and how far it is reviewed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MigratedEntry {
    /// When it was migrated.
    pub at: DateTime<Utc>,
    /// How much of it is reviewed: 0 to 100, and 100 only when all of it is.
    #[cfg_attr(feature = "openapi", schema(minimum = 0, maximum = 100))]
    pub percent: usize,
    /// What became of every field.
    pub report: Vec<FieldOutcome>,
    /// What there is to review, in the order to ask.
    pub review: Vec<ReviewEntry>,
}

/// A field to review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReviewEntry {
    /// Which.
    pub field: MigratedField,
    /// Who reviewed it; `null` if nobody has.
    pub reviewed: Option<Reviewed>,
}

impl From<&MigratedProfile> for MigratedEntry {
    fn from(migrated: &MigratedProfile) -> Self {
        let review = MigratedField::TO_REVIEW
            .map(|field| ReviewEntry { field, reviewed: migrated.reviewed.get(&field).cloned() });
        Self {
            at: migrated.at,
            percent: migrated.percent(),
            report: migrated.report.fields().to_vec(),
            review: review.into(),
        }
    }
}

/// The tools of a partner's own. The revision is the `ETag` of what saves them, too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ToolsEntry {
    /// To communicate with; empty if none is named.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub communication: Personal,
    /// To invoice with; empty if none is named.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub invoicing: Personal,
    /// Who noted them last.
    pub changed: Option<Stamp>,
    /// The revision, for `If-Match`; 0 if nothing was ever noted.
    pub version: u64,
}

/// To communicate with.
pub const COMMUNICATION: FieldRule =
    FieldRule { name: "communication", kind: FieldKind::Line { max: 200 }, need: Need::Optional };
/// To invoice with.
pub const INVOICING: FieldRule =
    FieldRule { name: "invoicing", kind: FieldKind::Line { max: 200 }, need: Need::Optional };

/// The tools of a partner's own, both at once; `null` names none.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ToolsBody {
    /// To communicate with, 200 characters.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, max_length = 200))]
    pub communication: Option<Personal>,
    /// To invoice with, 200 characters.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, max_length = 200))]
    pub invoicing: Option<Personal>,
}

/// Reads the tools.
///
/// # Errors
/// Everything that is wrong with them, one entry per field.
pub fn read_tools(body: &Map<String, Value>) -> Result<Tools, Vec<FieldError>> {
    let mut reader = Reader::new(body);
    let mut text = |rule| reader.text(rule).map(Personal::new).unwrap_or_default();
    let tools = Tools { communication: text(&COMMUNICATION), invoicing: text(&INVOICING) };
    let errors = reader.finish();
    if errors.is_empty() { Ok(tools) } else { Err(errors) }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_tool_that_is_not_named_is_empty() {
        let read = |body: Value| read_tools(body.as_object().unwrap());
        assert_eq!(read(json!({ "communication": null })), Ok(Tools::default()));
        let tools = read(json!({ "communication": " E-mail ", "invoicing": "Fortnox" })).unwrap();
        assert_eq!((tools.communication.as_str(), tools.invoicing.as_str()), ("E-mail", "Fortnox"));
        assert!(read(json!({ "communication": "x".repeat(201) })).is_err());
    }
}
