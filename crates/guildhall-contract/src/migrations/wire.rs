//! Records on their way to the server, and what became of each.

use guildhall_domain::ids::OrgId;
use guildhall_domain::marketplace::MarketplaceId;
use guildhall_domain::migration::{FieldReport, MigrationFile, RecordKind, RecordOutcome, RunState};
use guildhall_domain::personal::Personal;
use guildhall_domain::profile::Handle;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{ERRORS_MAX, MigrationItem, RequestRecord};
use crate::fields::FieldError;

/// What a run is begun with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BeginBody {
    /// The files, 1 to 5.
    #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 5))]
    pub files: Vec<MigrationFile>,
}

/// How whoever sent the batches leaves a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FinishBody {
    /// `done` after the last batch, `stopped` before it.
    #[cfg_attr(feature = "openapi", schema(value_type = String, pattern = "^(done|stopped)$"))]
    pub state: RunState,
}

/// A record, as it travels.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RecordBody {
    /// What sort of record.
    pub kind: RecordKind,
    /// Its place in its list of the file, from 1; the answer names it again.
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 100_000_000))]
    pub place: u32,
    /// The record, as the marketplace wrote it. What is wrong with it is said of it alone.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub value: Map<String, Value>,
}

/// Some records of a file for a run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BatchBody {
    /// The number of the batch, from 0, one after the other. One that was sent before may come again.
    #[cfg_attr(feature = "openapi", schema(minimum = 0, maximum = 100_000))]
    pub batch: u32,
    /// 1 to 250 records.
    #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 250))]
    pub records: Vec<RecordBody>,
}

/// What an earlier answer of the same rehearsal promised to a profile: nobody else gets it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Promised {
    /// The organisation that the profile is of.
    #[cfg_attr(feature = "openapi", schema(value_type = String, pattern = "^[a-z0-9-]{1,32}$"))]
    pub organisation: OrgId,
    /// The profile's name in the marketplace.
    #[cfg_attr(feature = "openapi", schema(value_type = String, pattern = "^[A-Za-z0-9_-]{1,64}$"))]
    pub id: MarketplaceId,
    /// The handle that it gets.
    #[cfg_attr(feature = "openapi", schema(value_type = String, pattern = "^[a-z][a-z0-9-]{1,39}$"))]
    pub handle: Handle,
}

/// Some records of a file for a rehearsal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RehearsalBody {
    /// 1 to 250 records.
    #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 250))]
    pub records: Vec<RecordBody>,
    /// What earlier answers of the same rehearsal promised: `promised` of every profile that they would have created;
    /// at most 10,000.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<Vec<Promised>>, max_items = 10_000))]
    pub promised: Vec<Promised>,
}

/// Why a record is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum RecordProblem {
    /// Something in it cannot be read; `errors` says what.
    Fields,
    /// There is no organisation of that id.
    PartnerUnknown,
    /// The organisation has another profile already: under another name of the marketplace, or in the same run.
    SecondProfile,
    /// The handle, and every other that could be made of it, is taken.
    HandleTaken,
    /// Its customer was erased at their wish, and it is not brought back.
    Erased,
    /// It is too large to be kept.
    TooLarge,
}

impl RecordProblem {
    /// All six.
    pub const ALL: [Self; 6] = [
        Self::Fields,
        Self::PartnerUnknown,
        Self::SecondProfile,
        Self::HandleTaken,
        Self::Erased,
        Self::TooLarge,
    ];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Fields => "fields",
            Self::PartnerUnknown => "partner_unknown",
            Self::SecondProfile => "second_profile",
            Self::HandleTaken => "handle_taken",
            Self::Erased => "erased",
            Self::TooLarge => "too_large",
        }
    }
}

/// What became of a record, or would.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RecordAnswer {
    /// What sort of record.
    pub kind: RecordKind,
    /// Its place in its list of the file.
    pub place: u32,
    /// What became of it.
    pub outcome: RecordOutcome,
    /// Its name in the marketplace, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub id: Option<MarketplaceId>,
    /// The organisation that it names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub organisation: Option<OrgId>,
    /// Of a profile that can be read: the business name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub name: Option<Personal>,
    /// Of a profile: the handle that it has, or would have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub handle: Option<Handle>,
    /// Of a profile that is created or updated, or would be: what becomes of each field. One that is unchanged has its
    /// report of when it was taken over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<FieldReport>,
    /// Why it is refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<RecordProblem>,
    /// What is wrong with its fields, the first three; pointers are into its `value`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
}

impl RecordAnswer {
    /// What became of a record.
    #[must_use]
    pub fn new(record: &RequestRecord, outcome: RecordOutcome) -> Self {
        Self {
            kind: record.kind,
            place: record.place,
            outcome,
            id: record.id.clone(),
            organisation: record.organisation.clone(),
            name: record.name(),
            handle: None,
            report: None,
            problem: None,
            errors: Vec::new(),
        }
    }

    /// A record of which nothing came.
    #[must_use]
    pub fn refused(record: &RequestRecord, problem: RecordProblem) -> Self {
        Self { problem: Some(problem), ..Self::new(record, RecordOutcome::Refused) }
    }

    /// A record that cannot be read.
    #[must_use]
    pub fn unreadable(record: &RequestRecord, errors: &[FieldError]) -> Self {
        let errors = errors.iter().take(ERRORS_MAX).cloned().collect();
        Self { errors, ..Self::refused(record, RecordProblem::Fields) }
    }

    /// What a rehearsal has to be told of this profile from now on.
    #[must_use]
    pub fn promised(&self) -> Option<Promised> {
        let (organisation, id) = (self.organisation.clone()?, self.id.clone()?);
        let handle = self.handle.clone().filter(|_| self.outcome == RecordOutcome::Created)?;
        Some(Promised { organisation, id, handle })
    }
}

/// What became of the records of a batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BatchAnswer {
    /// Each record, in the order of the request.
    pub records: Vec<RecordAnswer>,
    /// How the run stands now.
    pub run: MigrationItem,
}

/// What would become of some records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RehearsalAnswer {
    /// Each record, in the order of the request.
    pub records: Vec<RecordAnswer>,
}
