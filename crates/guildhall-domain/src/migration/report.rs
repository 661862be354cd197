//! What became of each field of an old profile.

use serde::{Deserialize, Serialize};

use super::MigratedField;
use crate::personal::Personal;

/// What became of a field. Values are as people read them; they may be about a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Outcome {
    /// It is as it was; also where there was nothing and nothing is needed.
    Kept,
    /// It says the same in another form, or what of it the directory has a place for.
    Modified {
        /// What it was.
        old: Personal,
        /// What it is.
        new: Personal,
    },
    /// The old profile had no such field. It is empty, for the partner to fill in.
    Added,
    /// The new profile has no such field. What it held is kept for the partner.
    Removed {
        /// What it was.
        old: Personal,
    },
}

/// An outcome without its values, to count by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum OutcomeKind {
    /// [`Outcome::Kept`].
    Kept,
    /// [`Outcome::Modified`].
    Modified,
    /// [`Outcome::Added`].
    Added,
    /// [`Outcome::Removed`].
    Removed,
}

impl OutcomeKind {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Kept, Self::Modified, Self::Added, Self::Removed];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Modified => "modified",
            Self::Added => "added",
            Self::Removed => "removed",
        }
    }
}

impl Outcome {
    /// The outcome without its values.
    #[must_use]
    pub fn kind(&self) -> OutcomeKind {
        match self {
            Self::Kept => OutcomeKind::Kept,
            Self::Modified { .. } => OutcomeKind::Modified,
            Self::Added => OutcomeKind::Added,
            Self::Removed { .. } => OutcomeKind::Removed,
        }
    }
}

/// A field and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldOutcome {
    /// Which field.
    pub field: MigratedField,
    /// What became of it.
    #[serde(flatten)]
    pub outcome: Outcome,
}

/// What became of every field: each of [`MigratedField::ALL`] once, in that order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldReport(Vec<FieldOutcome>);

impl FieldReport {
    /// A report that asks for the outcome of every field.
    #[must_use]
    pub fn of(mut outcome: impl FnMut(MigratedField) -> Outcome) -> Self {
        let fields = MigratedField::ALL.into_iter();
        Self(fields.map(|field| FieldOutcome { field, outcome: outcome(field) }).collect())
    }

    /// Every field with its outcome.
    #[must_use]
    pub fn fields(&self) -> &[FieldOutcome] {
        &self.0
    }

    /// What became of a field.
    #[must_use]
    pub fn outcome(&self, field: MigratedField) -> Option<&Outcome> {
        self.0.iter().find(|row| row.field == field).map(|row| &row.outcome)
    }

    /// How many fields came out in each way. The counts add up to the number of fields.
    #[must_use]
    pub fn counts(&self) -> [(OutcomeKind, usize); 4] {
        OutcomeKind::ALL.map(|kind| (kind, self.0.iter().filter(|row| row.outcome.kind() == kind).count()))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn outcome() -> impl Strategy<Value = Outcome> {
        prop_oneof![
            Just(Outcome::Kept),
            Just(Outcome::Added),
            (".{0,8}", ".{0,8}").prop_map(|(old, new)| Outcome::Modified {
                old: old.as_str().into(),
                new: new.as_str().into()
            }),
            ".{0,8}".prop_map(|old| Outcome::Removed { old: old.as_str().into() }),
        ]
    }

    proptest! {
        #[test]
        fn the_counts_of_a_report_add_up_to_the_number_of_fields(
            outcomes in prop::collection::vec(outcome(), MigratedField::ALL.len()),
        ) {
            let mut left = outcomes.clone().into_iter();
            let report = FieldReport::of(|_| left.next().unwrap());
            let sum: usize = report.counts().iter().map(|(_, count)| count).sum();
            prop_assert_eq!(sum, MigratedField::ALL.len());
            let written = serde_json::to_string(&report).unwrap();
            prop_assert_eq!(serde_json::from_str::<FieldReport>(&written).unwrap(), report);
        }
    }

    #[test]
    fn values_stay_out_of_logs() {
        let report = FieldReport::of(|_| Outcome::Removed { old: "anna@acme.example".into() });
        assert!(!format!("{report:?}").contains("anna"));
    }
}
