//! What became of the records of a run, in figures.

use serde::{Deserialize, Serialize};

/// What sort of record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum RecordKind {
    /// A partner's profile.
    Profile,
    /// A job.
    Job,
    /// A conversation.
    Conversation,
}

impl RecordKind {
    /// All three, in the order in which they are best taken over.
    pub const ALL: [Self; 3] = [Self::Profile, Self::Job, Self::Conversation];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Profile => "profile",
            Self::Job => "job",
            Self::Conversation => "conversation",
        }
    }
}

/// What became of a record, or would.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum RecordOutcome {
    /// It is new.
    Created,
    /// It was taken over before, and says something else now.
    Updated,
    /// It was taken over before, and says the same.
    Unchanged,
    /// The partner has made the profile, or worked on it since it was taken over, so it stays as it is.
    KeptByPartner,
    /// Nothing was done; a reason says why.
    Refused,
}

impl RecordOutcome {
    /// All five, in the order to show them.
    pub const ALL: [Self; 5] =
        [Self::Created, Self::Updated, Self::Unchanged, Self::KeptByPartner, Self::Refused];

    /// The word on the wire.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Updated => "updated",
            Self::Unchanged => "unchanged",
            Self::KeptByPartner => "kept_by_partner",
            Self::Refused => "refused",
        }
    }
}

/// How many records of a sort came out in each way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RecordCounts {
    /// [`RecordOutcome::Created`].
    pub created: u32,
    /// [`RecordOutcome::Updated`].
    pub updated: u32,
    /// [`RecordOutcome::Unchanged`].
    pub unchanged: u32,
    /// [`RecordOutcome::KeptByPartner`].
    pub kept_by_partner: u32,
    /// [`RecordOutcome::Refused`].
    pub refused: u32,
}

impl RecordCounts {
    /// Counts one more.
    pub fn add(&mut self, outcome: RecordOutcome) {
        let count = match outcome {
            RecordOutcome::Created => &mut self.created,
            RecordOutcome::Updated => &mut self.updated,
            RecordOutcome::Unchanged => &mut self.unchanged,
            RecordOutcome::KeptByPartner => &mut self.kept_by_partner,
            RecordOutcome::Refused => &mut self.refused,
        };
        *count = count.saturating_add(1);
    }

    /// How many came out in this way.
    #[must_use]
    pub fn of(&self, outcome: RecordOutcome) -> u32 {
        match outcome {
            RecordOutcome::Created => self.created,
            RecordOutcome::Updated => self.updated,
            RecordOutcome::Unchanged => self.unchanged,
            RecordOutcome::KeptByPartner => self.kept_by_partner,
            RecordOutcome::Refused => self.refused,
        }
    }

    /// How many there are.
    #[must_use]
    pub fn total(&self) -> u32 {
        RecordOutcome::ALL.into_iter().map(|outcome| self.of(outcome)).fold(0, u32::saturating_add)
    }
}

/// How many records of every sort came out in each way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RunCounts {
    /// Of profiles.
    pub profiles: RecordCounts,
    /// Of jobs.
    pub jobs: RecordCounts,
    /// Of conversations.
    pub conversations: RecordCounts,
}

impl RunCounts {
    /// The counts of a sort.
    #[must_use]
    pub fn of(&self, kind: RecordKind) -> &RecordCounts {
        match kind {
            RecordKind::Profile => &self.profiles,
            RecordKind::Job => &self.jobs,
            RecordKind::Conversation => &self.conversations,
        }
    }

    /// Counts one more.
    pub fn add(&mut self, kind: RecordKind, outcome: RecordOutcome) {
        match kind {
            RecordKind::Profile => self.profiles.add(outcome),
            RecordKind::Job => self.jobs.add(outcome),
            RecordKind::Conversation => self.conversations.add(outcome),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_record_counts_once_where_it_belongs() {
        let mut counts = RunCounts::default();
        for kind in RecordKind::ALL {
            for outcome in RecordOutcome::ALL {
                counts.add(kind, outcome);
            }
        }
        for kind in RecordKind::ALL {
            assert_eq!(counts.of(kind).total(), 5);
            assert!(RecordOutcome::ALL.into_iter().all(|outcome| counts.of(kind).of(outcome) == 1));
        }
    }
}
